import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { kindOf } from "../discover/paths.js";

/** Asks git about the repository of a checkout; undefined where git has no answer. */
export interface Git {
  /** Standard output of a command. `room`: the most bytes that it may write. */
  ask(
    args: readonly string[],
    options?: { readonly input?: string; readonly room?: number },
  ): Buffer | undefined;
}

/** The most that a command may write, in bytes, unless it says how much it needs. */
export const ROOM = 256 * 1024 * 1024;

/**
 * git in the work tree at `top`; undefined where there is none on this machine. The program is the one that the machine has
 * in its path, and is not looked for in a folder that a pull request brings. The repository is named, so that git does not look for one
 * there either; nothing that a repository can set makes it run a program, ask a question or fetch what is missing.
 */
export function gitAt(top: string, env: Environment): Git | undefined {
  const program = programIn(env);
  if (program === undefined) return undefined;
  const repository = [`--git-dir=${path.join(top, ".git")}`, `--work-tree=${top}`];
  const settings = {
    "safe.directory": "*",
    "core.fsmonitor": "false",
    "core.hooksPath": "/dev/null",
    "core.quotePath": "false",
    "diff.external": "",
    "diff.ignoreSubmodules": "all",
    "protocol.allow": "never",
  };
  const stated = Object.entries(settings).flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const own = {
    ...ownOf(env),
    ...Object.fromEntries(stated),
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
  };
  return {
    ask(args, { input, room = ROOM } = {}) {
      const { status, stdout, error }: SpawnSyncReturns<Buffer> = spawnSync(
        program,
        ["-C", top, ...repository, ...args],
        {
          cwd: path.dirname(program),
          env: own,
          maxBuffer: room,
          windowsHide: true,
          ...(input === undefined ? { stdio: ["ignore", "pipe", "ignore"] } : { input }),
        },
      );
      return error || status !== 0 ? undefined : stdout;
    },
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The first git in an absolute folder of the path. Windows would begin with the working folder. */
function programIn(env: Environment): string | undefined {
  const [, folders = ""] = Object.entries(env).find(([name]) => name.toUpperCase() === "PATH") ?? [];
  const name = process.platform === "win32" ? "git.exe" : "git";
  return folders
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find((file) => kindOf(file, fs) === "file");
}

/**
 * Variables of git would lead it to another repository, and inputs and tokens of the step are none of its business. Where
 * git's own settings are is the machine's.
 */
function ownOf(env: Environment): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:GIT_(?!EXEC_PATH|SSL)|INPUT_|ACTIONS_)/i.test(name)),
  );
}

/** Fields that end with a zero byte. */
export function fieldsOf(output: Buffer): string[] {
  return output.toString("utf8").split("\0").slice(0, -1);
}
