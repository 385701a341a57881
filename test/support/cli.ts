import type { Edges } from "../../src/cli/edges.js";
import { main } from "../../src/cli/main.js";
import { memoryFs } from "../../src/discover/memory.js";
import { AS_OF } from "./lint.js";

export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  /** Files after the run, by path relative to the working folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

export interface CliSetUp {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Folders that nobody may open. */
  readonly closed?: readonly string[];
}

/** Runs the command line on files in memory, in the folder /repo, which is the top of a git work tree. */
export async function cli(argv: readonly string[], setUp: CliSetUp = {}): Promise<CliRun> {
  const files: Record<string, string | Uint8Array> = { "/repo/.git/HEAD": "" };
  for (const [name, content] of Object.entries(setUp.files ?? {})) files[`/repo/${name}`] = content;
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: setUp.isTTY ?? false,
    columns: setUp.columns,
  });
  const edges = {
    argv,
    env: setUp.env ?? {},
    cwd: "/repo",
    fs: {
      ...memoryFs(files),
      readdirSync: (path: string, options: { withFileTypes: true }) => {
        if (setUp.closed?.includes(path)) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
        return memoryFs(files).readdirSync(path, options);
      },
      writeFileSync: (path: string, text: string) => {
        files[path] = text;
      },
      mkdirSync: () => undefined,
      lstatSync: (path: string) => ({
        ...memoryFs(files).statSync(path),
        isSymbolicLink: () => false,
        mode: 0o100644,
        nlink: 1,
      }),
      accessSync: () => undefined,
      chmodSync: () => undefined,
      chownSync: () => undefined,
      renameSync: (from: string, to: string) => {
        files[to] = files[from] ?? "";
        delete files[from];
      },
      rmSync: (path: string) => {
        delete files[path];
      },
    },
    stdin: () => Buffer.from(setUp.stdin ?? ""),
    stdout: output("stdout"),
    stderr: output("stderr"),
    now: () => AS_OF,
  } as unknown as Edges;
  const exit = await main(edges);
  const relative = Object.entries(files).flatMap(([path, content]) =>
    path.startsWith("/repo/") && !path.startsWith("/repo/.git/")
      ? [[path.slice("/repo/".length), content] as const]
      : [],
  );
  return { ...written, exit, files: Object.fromEntries(relative) };
}

/** A run as a page to read: command, what was printed, exit code. */
export function asPage(argv: readonly string[], { stdout, stderr, exit }: CliRun): string {
  const quoted = argv.map((argument) => (/^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument}'`));
  const part = (name: string, text: string) =>
    text === "" ? "" : `\n${name}:\n\n\`\`\`text\n${text}\`\`\`\n`;
  return `\`\`\`sh\nims-lint ${quoted.join(" ")}\n\`\`\`\n${part("stdout", stdout)}${part("stderr", stderr)}\nexit ${exit}\n`;
}
