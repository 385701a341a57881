import { type MaskReading, needsEngine, type RegexEngine, readMask } from "./mask.js";
import type { Workspace } from "./workspace.js";

/** Reads masks, each once; the engine is loaded only where there is a mask to read. */
export async function maskReader(workspace: Workspace): Promise<(mask: string | undefined) => MaskReading> {
  // An entity can stand for any sign of the syntax, and is read decoded too.
  const hasMask = workspace.instances.some((instance) =>
    instance.extAccounts?.records.some(
      ({ imsRightsMask }) => imsRightsMask && (needsEngine(imsRightsMask) || imsRightsMask.includes("&")),
    ),
  );
  const engine: RegexEngine = hasMask ? (await import("./regex.js")).re2 : NO_ENGINE;
  const known = new Map<string | undefined, MaskReading>();
  return (mask) => {
    const reading = known.get(mask) ?? readMask(mask, engine);
    known.set(mask, reading);
    return reading;
  };
}

const NO_ENGINE: RegexEngine = { compile: () => ({ error: "no engine", fragment: "" }) };
