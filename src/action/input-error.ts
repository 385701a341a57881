/** What the workflow asks for cannot be done; told without a trace. The message is plain text. */
export class InputError extends Error {
  override readonly name: string = "InputError";
  readonly code: string = "IMS_LINT_INPUT";
}

/** The state before a change is not at hand; the message says what to set. */
export class BaseUnreachable extends InputError {
  override readonly name = "BaseUnreachable";
  override readonly code = "IMS_LINT_BASE";
}
