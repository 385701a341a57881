import { createHash } from "node:crypto";

/**
 * The fingerprint of a finding: made of rule, clause, instance, subject and property, never of lines, so that it
 * stays the same while a file is edited. 32 hexadecimal characters.
 */
export function fingerprint(identity: string): string {
  return createHash("sha256").update(identity).digest("hex").slice(0, 32);
}

/** SHA-256 of bytes or text, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
