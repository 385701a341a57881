/** Prose as Markdown: what Markdown or HTML would act on is escaped. */
export function prose(text: string): string {
  return text.replace(/[\\*_<>[\]`|]/g, (character) =>
    character === "<" ? "&lt;" : character === ">" ? "&gt;" : `\\${character}`,
  );
}
