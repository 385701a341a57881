import type { Edges } from "./edges.js";

export interface Progress {
  readonly step: (done: number, total: number) => void;
  readonly done: () => void;
}

/** Shorter runs say nothing. */
const PATIENCE_MS = 500;
const CLEAR_LINE = "\r\u001b[2K";

/** Progress on standard error, for long runs and on a terminal alone. */
export function progressOn({ stderr, env, now }: Edges, off: boolean): Progress | undefined {
  if (off || !stderr.isTTY || env.CI || env.TERM === "dumb") return undefined;
  const start = now().getTime();
  let shown = false;
  return {
    step(done, total) {
      if (now().getTime() - start < PATIENCE_MS) return;
      shown = true;
      stderr.write(`${CLEAR_LINE}Reading ${done + 1} of ${total} …`);
    },
    done() {
      if (shown) stderr.write(CLEAR_LINE);
    },
  };
}
