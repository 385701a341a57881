import { type Mended, mend, type Why } from "../../src/fix/mend.js";
import { requestOf } from "./lint.js";

export interface MendedFiles extends Mended {
  /** Bytes after the fixes, of every file. */
  bytes(name: string): Buffer;
  text(name: string): string;
  /** What was left as it is, by its last key: why, and what it should be. */
  readonly leftAs: Readonly<Record<string, readonly [why: string, to: string]>>;
}

/** Fixes files in memory; nothing speaks against writing them. */
export async function mendFiles(
  files: Readonly<Record<string, string | Buffer>>,
  options: Parameters<typeof requestOf>[1] = {},
): Promise<MendedFiles> {
  const mended = await mend({ ...(await requestOf(files, options)), obstacleTo: () => undefined });
  const bytes = (name: string) =>
    mended.files.find(({ file }) => file.name === name)?.bytes ?? Buffer.from(files[name] ?? "");
  const leftAs = Object.fromEntries(
    mended.left.map(({ mending, why }) => [
      String(mending.place.routes[0]?.at(-1)),
      [inWord(why), mending.to] as const,
    ]),
  );
  return { ...mended, bytes, text: (name) => bytes(name).toString(), leftAs };
}

function inWord(why: Why): string {
  if (typeof why === "string") return why;
  return why.is === "brings" ? `brings ${why.rule.id}` : why.is;
}
