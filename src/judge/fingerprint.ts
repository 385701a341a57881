/**
 * The fingerprint of a finding: made of rule, clause, instance, subject and property, never of lines, so that it
 * stays the same while a file is edited. 32 hexadecimal characters.
 */
export function fingerprint(identity: string): string {
  return sha256(identity).slice(0, 32);
}

/** SHA-256 of bytes or text, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  // Loaded when a format asks: the report for people needs no hash, and the module takes a while.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(content).digest("hex");
}
