import { version } from "../package.json";

/** What to report of a bug. Messages of errors can quote a file, so only their kind and their trace are told. */
export function bugReport(error: unknown): string {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: "" };
  const frames = (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return [
    "ims-lint: this is a bug of ims-lint, not of your files.",
    "Please report it at https://github.com/ims-lint/ims-lint/issues with what follows; it holds nothing of your files.",
    "",
    `ims-lint ${version}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `${name}`,
    ...frames,
    "",
  ].join("\n");
}
