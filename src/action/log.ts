import { randomUUID } from "node:crypto";
import { workflowCommand } from "../report/workflow-command.js";

/** The log of the step, which the runner reads for commands. */
export interface Log {
  /** Text that is shown and never obeyed, under a title that opens. */
  text(title: string, text: string): void;
  /** Commands that are ready, a line each. */
  commands(lines: string): void;
  /** A sentence on the run itself, shown on its page. */
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
}

export function logTo(write: (text: string) => void): Log {
  const annotate = (name: "error" | "warning" | "notice") => (message: string) =>
    write(`${workflowCommand(name, { title: "ims-lint" }, [message])}\n`);
  return {
    text(title, text) {
      // Nobody can guess the word that ends it.
      const word = randomUUID();
      write(`::group::${title}\n::stop-commands::${word}\n${text}\n::${word}::\n::endgroup::\n`);
    },
    commands: write,
    notice: annotate("notice"),
    warning: annotate("warning"),
    error: annotate("error"),
  };
}
