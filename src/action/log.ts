import { randomUUID } from "node:crypto";
import { type AnnotationType, workflowCommand } from "../report/workflow-command.js";

/** The log of the step, which the runner reads for commands. */
export interface Log {
  /** Text that is shown and never obeyed, under a title that opens. */
  text(title: string, text: string): void;
  /** Commands that are ready, a line each. */
  commands(lines: string): void;
  /** An annotation; of a place, where properties name one. */
  annotate(type: AnnotationType, message: string, place?: Readonly<Record<string, string | number>>): void;
  /** What only who asks for it sees. */
  debug(message: string): void;
  /** How many annotations of each type were made: the runner takes ten. */
  readonly made: Readonly<Record<AnnotationType, number>>;
}

export function logTo(write: (text: string) => void): Log {
  const made = { error: 0, warning: 0, notice: 0 };
  return {
    made,
    text(title, text) {
      // Nobody can guess the word that ends it.
      const word = randomUUID();
      write(`::group::${title}\n::stop-commands::${word}\n${text}\n::${word}::\n::endgroup::\n`);
    },
    commands: write,
    annotate(type, message, place = {}) {
      made[type] += 1;
      write(`${workflowCommand(type, { title: "ims-lint", ...place }, [message])}\n`);
    },
    debug: (message) => write(`${workflowCommand("debug", {}, [message])}\n`),
  };
}
