import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import * as path from "node:path";

/** Asks git about the repository of a checkout; undefined where git has no answer. */
export interface Git {
  /** Standard output of a command. `room`: the most bytes that it may write. */
  ask(
    args: readonly string[],
    options?: { readonly input?: string; readonly room?: number },
  ): Buffer | undefined;
}

const ROOM = 256 * 1024 * 1024;

/**
 * git in the work tree at `top`. The repository is named, so that git does not look for one in folders that a pull
 * request brings; nothing that a repository can set makes it run a program, ask a question or fetch what is missing.
 */
export function gitAt(top: string, env: Readonly<Record<string, string | undefined>>): Git {
  const repository = [`--git-dir=${path.join(top, ".git")}`, `--work-tree=${top}`];
  const settings = {
    "safe.directory": "*",
    "core.fsmonitor": "false",
    "core.hooksPath": "/dev/null",
    "core.quotePath": "false",
    "diff.external": "",
    "diff.ignoreSubmodules": "all",
  };
  const stated = Object.entries(settings).flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const own = {
    ...withoutGit(env),
    ...Object.fromEntries(stated),
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
  };
  return {
    ask(args, { input, room = ROOM } = {}) {
      const { status, stdout, error }: SpawnSyncReturns<Buffer> = spawnSync("git", [...repository, ...args], {
        cwd: top,
        env: own,
        maxBuffer: room,
        windowsHide: true,
        ...(input === undefined ? { stdio: ["ignore", "pipe", "ignore"] } : { input }),
      });
      return error || status !== 0 ? undefined : stdout;
    },
  };
}

/** Variables of git would lead it to another repository. Where its own settings are is the machine's business. */
function withoutGit(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^GIT_(?!EXEC_PATH|SSL)/i.test(name)));
}

/** Fields that end with a zero byte. */
export function fieldsOf(output: Buffer): string[] {
  return output.toString("utf8").split("\0").slice(0, -1);
}
