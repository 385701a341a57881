import type { Document, Located, Route, Span } from "../read/document.js";
import { SECRET_KEY } from "../read/secret-key.js";
import { ADDRESS_KEY, maskAddress, maskUserInfo } from "./user-info.js";

/** Hides in a document's source what no excerpt may show: secrets, and values of which nobody knows what they are. */
export function hideSecrets(document: Document, routes: readonly Route[]): void {
  const located = document.locate(routes);
  const spans = located.flatMap((place, index) => {
    if (!place) return [];
    const key = String(routes[index]?.at(-1) ?? "");
    const own = writtenSpans(place);
    return place.key && maskUserInfo(key) !== key ? [...own, place.key] : own;
  });
  for (const { value, route, span } of document.leftOver) {
    // What counts for nothing was checked for nothing.
    if (!isHarmless(route, document.source.raw.slice(span.start, span.end), value)) spans.push(span);
  }
  document.source.hide(spans);
}

/** Both where an alias stands and where its value was written. */
function writtenSpans({ value, extent, definition }: Located): Span[] {
  return definition ? [value, extent, definition] : [extent];
}

/** A plain scalar under a key of no secrecy can be shown, if it holds no secret as it is written nor as it is read. */
function isHarmless(route: Route, text: string, value: unknown): boolean {
  const key = String(route.at(-1) ?? "");
  return (
    !SECRET_KEY.test(key) &&
    !/^[[{]|[\r\n]/.test(text) &&
    !text.startsWith("*") &&
    holdsNoSecret(key, text) &&
    (typeof value !== "string" || holdsNoSecret(key, value))
  );
}

function holdsNoSecret(key: string, text: string): boolean {
  const mask = ADDRESS_KEY.test(key) ? maskAddress : maskUserInfo;
  return !text.includes("-----BEGIN") && mask(text) === text && maskUserInfo(text) === text;
}
