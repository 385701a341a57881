import { hideSecrets } from "../model/secrecy.js";
import type { Place, Workspace } from "../model/workspace.js";
import type { Document, Located, Route, Span } from "../read/document.js";
import type { Excerpt } from "../read/source.js";
import type { Location, Written } from "../report/report.js";

/** A place that has become a span. */
export interface Spot {
  readonly location: Location;
  excerpt(width: number): Excerpt | undefined;
  readonly written: Written | undefined;
}

/** Turns places into lines and columns, each document in one pass. Secrets are hidden first. */
export function locateAll(workspace: Workspace, places: readonly Place[]): ReadonlyMap<Place, Spot> {
  for (const file of workspace.files) {
    for (const { document, secrets, hidden } of file.documents) {
      hideSecrets(document, [...secrets.map((secret) => secret.route), ...hidden]);
    }
  }
  const byDocument = new Map<Document | undefined, Place[]>();
  for (const place of places) {
    const group = byDocument.get(place.document);
    if (group) group.push(place);
    else byDocument.set(place.document, [place]);
  }
  const spots = new Map<Place, Spot>();
  for (const [document, group] of byDocument) {
    const spans = document ? spansOf(document, group) : [];
    group.forEach((place, index) => {
      spots.set(place, spotOf(place, spans[index]));
    });
  }
  return spots;
}

/** The span of each place: of the first of its routes that leads somewhere. */
function spansOf(document: Document, places: readonly Place[]): Span[] {
  const routes: Route[] = [];
  const starts: number[] = [];
  for (const place of places) {
    starts.push(routes.length);
    routes.push(...place.routes);
  }
  const top = document.index > 0 ? routes.push([]) - 1 : -1;
  const located = document.locate(routes);
  const start = top < 0 ? 0 : (located[top]?.value.start ?? 0);
  return places.map((place, index) => {
    if (place.span) return place.span;
    const first = starts[index] ?? 0;
    for (let at = first; at < first + place.routes.length; at++) {
      const found = located[at];
      if (found) return meant(found, place.part);
    }
    return { start, end: start };
  });
}

/** A value by its text; an object or a list, which may be pages long, by its key. */
function meant({ value, key, isCollection }: Located, part: Place["part"]): Span {
  if (part === "key" && key) return key;
  return isCollection && key && value.end - value.start === 1 ? key : value;
}

function spotOf(place: Place, span: Span | undefined): Spot {
  const source = place.document?.source;
  if (!source || !span) {
    return {
      location: { path: place.path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
      excerpt: () => undefined,
      written: undefined,
    };
  }
  const start = source.position(span.start);
  const end = source.position(span.end);
  return {
    location: {
      path: place.path,
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
    // What could not be parsed is not shown: nobody knows where its secrets are.
    excerpt: (width) => (span.end > span.start ? source.excerpt(span, width) : undefined),
    written: { source, span },
  };
}
