import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

/** Content by path; a symbolic link by what it names; null takes a file away. */
export type Content = Readonly<Record<string, string | Uint8Array | { readonly link: string } | null>>;

/** A real git repository in a folder of its own. */
export interface Repository {
  readonly folder: string;
  git(...args: string[]): string;
  /** Writes files into the work tree. */
  write(content: Content): void;
  /** Commits everything; the commit's id. */
  commit(content: Content, message?: string): string;
}

/** A repository with one commit on main. */
export function makeRepository(content: Content): Repository {
  const repository = inFolder(temporaryFolder());
  repository.git("init", "--quiet", "--initial-branch=main");
  repository.commit(content, "first");
  return repository;
}

/** A clone as actions/checkout makes it: one commit, detached, with as many of its parents as `depth` says. */
export function checkOut(from: Repository, commit: string, depth = 1): Repository {
  const repository = inFolder(temporaryFolder());
  from.git("update-ref", "refs/checkout", commit);
  repository.git("init", "--quiet", "--initial-branch=main");
  const depths = depth > 0 ? [`--depth=${depth}`] : [];
  repository.git("fetch", "--quiet", ...depths, `file://${from.folder}`, "refs/checkout");
  repository.git("checkout", "--quiet", "--detach", commit);
  return repository;
}

const folders: string[] = [];

/** Takes all repositories away. */
export function removeRepositories(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A folder that goes with the repositories. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "ims-lint-action-")));
  folders.push(folder);
  return folder;
}

function inFolder(folder: string): Repository {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "core.autocrlf=false", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...AUTHOR },
    }).trim();
  const write = (content: Content) => {
    for (const [name, text] of Object.entries(content)) {
      const file = path.join(folder, name);
      rmSync(file, { recursive: true, force: true });
      if (text === null) continue;
      mkdirSync(path.dirname(file), { recursive: true });
      if (typeof text === "object" && "link" in text) symlinkSync(text.link, file);
      else writeFileSync(file, text);
    }
  };
  return {
    folder,
    git,
    write,
    commit(content, message = "change") {
      write(content);
      git("add", "--all", "--force");
      git("commit", "--quiet", "--allow-empty", "--message", message);
      return git("rev-parse", "HEAD");
    },
  };
}

/** Whoever runs the tests has settings of their own. */
const AUTHOR = {
  GIT_AUTHOR_NAME: "Jane",
  GIT_AUTHOR_EMAIL: "jane@acme.example",
  GIT_COMMITTER_NAME: "Jane",
  GIT_COMMITTER_EMAIL: "jane@acme.example",
  GIT_CONFIG_GLOBAL: process.platform === "win32" ? "NUL" : "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};
