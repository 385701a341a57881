import { version } from "../../package.json";
import { bugReport } from "../bug-report.js";
import { EXIT } from "../judge/exit-code.js";
import { unobeyed } from "../report/workflow-command.js";
import { check } from "./check.js";
import { COMMAND_NAMES, type Edges, UsageError } from "./edges.js";
import { oneOf } from "./options.js";

/** A command takes its arguments and returns the exit code. */
export type Command = (args: readonly string[], edges: Edges) => Promise<number>;

const COMMANDS: Readonly<Record<(typeof COMMAND_NAMES)[number], () => Promise<Command>>> = {
  // The one that nearly every run needs is at hand; the others are loaded when they are asked for.
  check: async () => check,
  trace: async () => (await import("./trace.js")).trace,
  rules: async () => (await import("./rules.js")).listRules,
  explain: async () => (await import("./explain.js")).explain,
  config: async () => (await import("./config.js")).showConfig,
  schema: async () => (await import("./schema.js")).printSchema,
  init: async () => (await import("./init.js")).init,
  convert: async () => (await import("./convert.js")).convert,
};

/** The command line: finds the command, runs it, and turns what goes wrong into words and an exit code. */
export async function main(given: Edges): Promise<number> {
  const edges = given.env.GITHUB_ACTIONS === "true" ? inJob(given) : given;
  try {
    return await dispatch(edges);
  } catch (error) {
    if (error instanceof UsageError) {
      edges.stderr.write(`ims-lint: ${error.message}\nTry: ims-lint --help\n`);
      return EXIT.usage;
    }
    edges.stderr.write(bugReport(error));
    return EXIT.bug;
  }
}

/** In a job of GitHub Actions the runner reads what is printed, and obeys what looks like a command. */
function inJob(edges: Edges): Edges {
  const { isTTY, columns } = edges.stderr;
  const write = (text: string) => edges.stderr.write(unobeyed(text));
  return { ...edges, stderr: { write, isTTY, columns } };
}

async function dispatch(edges: Edges): Promise<number> {
  const [first, ...rest] = edges.argv;
  if (first === "--version" || first === "-v") {
    edges.stdout.write(`${version}\n`);
    return EXIT.ok;
  }
  if (first === "--help" || first === "-h" || first === "help") {
    const { help } = await import("./help.js");
    edges.stdout.write(
      help(first === "help" && rest[0] !== undefined ? oneOf("help", rest[0], COMMAND_NAMES) : undefined),
    );
    return EXIT.ok;
  }
  const name = COMMAND_NAMES.find((command) => command === first);
  const args = name ? rest : edges.argv;
  if (args.includes("--help") || args.includes("-h")) {
    const { help } = await import("./help.js");
    edges.stdout.write(help(name ?? "check"));
    return EXIT.ok;
  }
  const command = await COMMANDS[name ?? "check"]();
  return command(args, edges);
}
