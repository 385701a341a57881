/** The longest value that any format shows. */
export const MAX_VALUE = 1_000;
/** The longest message: several values can stand in one. */
const MAX_MESSAGE = 4_000;

/** A value cut to 1,000 characters; its full length is told. */
export function cutValue(value: string): string {
  return cutAt(value, MAX_VALUE);
}

/** A message in which the value that was observed, and the whole, are cut. */
export function cutMessage(message: string, observed: string | null): string {
  if (message.length <= MAX_VALUE) return message;
  const shorter =
    observed !== null && observed.length > MAX_VALUE
      ? message.replaceAll(observed, cutValue(observed))
      : message;
  return cutAt(shorter, MAX_MESSAGE);
}

function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const unit = text.charCodeAt(length - 1);
  const splitsPair = unit >= 0xd800 && unit <= 0xdbff;
  return `${text.slice(0, splitsPair ? length - 1 : length)}… (${text.length} characters)`;
}
