import type { ArtifactLocation } from "sarif";
import { printable } from "./terminal.js";

/** Texts and paths as SARIF writes them. */

/** Under this name stands the folder that paths are relative to. */
export const ROOT = "%SRCROOT%";

export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/**
 * A text as SARIF writes messages: what could be taken for a link is escaped (§3.11.6), and so is what a display would
 * act on instead of showing. Braces stay single, unlike §3.11.5: no message has arguments, and GitHub would show both.
 */
export function toMessage(text: string): string {
  return printable(text).replace(/[\\[\]]/g, "\\$&");
}

/** Half a surrogate pair is no text: parsers differ in what they make of it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Relative to the root; a path on another drive of Windows has no way from there. */
export function toArtifactLocation(path: string): ArtifactLocation {
  const encoded = wellFormed(path).split("/").map(encodeURIComponent).join("/");
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
  if (drive) return { uri: `file:///${drive}${encoded.slice(encoded.indexOf("/"))}` };
  return { uri: encoded, uriBaseId: ROOT };
}
