/** White space as people leave it in fields: the invisible kinds and control characters too. */
const SPACE = /[\s\p{Cc}\u00ad\u200b-\u200d\u2060\ufeff]/u;

/** Whether a text holds white space. */
export function hasSpace(text: string): boolean {
  return SPACE.test(text);
}

/** The text without the white space around it. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
