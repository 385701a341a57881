/** User info in addresses: logins and passwords before the `@`, which no output may hold. */

/** Keys of addresses, where user info can stand before a host without a scheme. */
export const ADDRESS_KEY = /^(?:callbackServer|imsServer|server|url|NmsServer_URL)$/;

/**
 * Replaces the user info of every URL in a text by `***`. What stands between the slashes and the last `@` of a URL
 * counts as user info unless a `/`, `?` or `#` ends a plain host, with or without a port, before it.
 */
export function maskUserInfo(text: string): string {
  return text.includes("@") ? text.replace(/[^\s"<>]+/g, maskWord) : text;
}

/** A word can hold several URLs, one after the other. */
function maskWord(word: string): string {
  const starts = [...word.matchAll(/:[\\/]+|^[\\/]{2,}/g)].map((match) => match.index + match[0].length);
  let masked = word.slice(0, starts[0] ?? word.length);
  starts.forEach((start, index) => {
    const part = word.slice(start, starts[index + 1] ?? word.length);
    const at = part.lastIndexOf("@");
    masked += at < 0 || IS_PLAIN_HOST.test(part.slice(0, at)) ? part : `***${part.slice(at)}`;
  });
  return masked;
}

const IS_PLAIN_HOST = /^[^@\uff20:/?#\\]*(?::\d*)?[/?#\\]/;

/**
 * The same for a field that holds an address and nothing else: user info in any writing, without scheme, with spaces
 * in the password, with the full-width sign that browsers take for an @.
 */
export function maskAddress(text: string): string {
  const at = Math.max(text.lastIndexOf("@"), text.lastIndexOf("\uff20"));
  if (at < 0) return text;
  const start = /^[^@\uff20/\\]*[\\/]{2,}\s*/.exec(text)?.[0].length ?? 0;
  return IS_PLAIN_HOST.test(text.slice(start, at)) ? text : `${text.slice(0, start)}***${text.slice(at)}`;
}
