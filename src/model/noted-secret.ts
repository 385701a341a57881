import { maskUserInfo } from "./user-info.js";

/** Secrets in what people note in their own words: reasons, tickets, names. */

/** What a secret is called, and the value that follows: `password: x`, `client_secret=x`, `the password is x`. */
const NAMED =
  /\b(\w{0,40}(?:secret|passwor[dt]|passwd|passphrase|token|private[-_ ]?key|api[-_ ]?key|authIMS)\w{0,40}["']?(?:\s{0,9}[:=]\s{0,9}|\s{1,9}(?:is|was)\s{1,9}))("[^"]*"|'[^']*'|\S+)/gi;
const BEARER = /\b(Bearer\s{1,9})\S+/gi;
/** A JSON web token, the client secret of a project (`p8-…`), and any very long word of letters and digits. */
const TOKEN =
  /\beyJ[\w-]{6,}(?:\.[\w-]*)*|\bp\d{1,2}[a-z]?-[\w-]{16,}|\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{28,}/g;

/** Whether a text shows anything: white space, controls and what has no width do not. */
export function showsText(text: string): boolean {
  return /[^\p{White_Space}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u.test(text);
}

/** Replaces what may be a secret in a note by `***`, and leaves the words around it. */
export function maskNoted(text: string): string {
  if (/-----BEGIN/.test(text)) return "***";
  return maskUserInfo(text).replace(NAMED, "$1***").replace(BEARER, "$1***").replace(TOKEN, "***");
}
