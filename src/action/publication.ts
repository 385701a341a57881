import type { PeopleMask } from "../judge/mask-people.js";
import type { Api } from "./api.js";
import type { Base } from "./base.js";
import type { Checkout } from "./checkout.js";
import type { Event } from "./event.js";
import type { Governing } from "./govern.js";
import type { FailScope, Inputs } from "./inputs.js";
import type { Log } from "./log.js";
import type { Outcome } from "./outcome.js";
import type { Place } from "./place.js";
import type { States } from "./states.js";

/** Where a run can tell what it finds. */
export interface Channels {
  readonly inputs: Inputs;
  readonly event: Event;
  /** Undefined without a token. */
  readonly api: (() => Promise<Api>) | undefined;
  readonly log: Log;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Everything that a run found out, and where it can be told. */
export interface Publication extends Channels {
  readonly place: Place;
  readonly checkout: Checkout | undefined;
  readonly base: Base | undefined;
  readonly governing: Governing;
  readonly states: States;
  readonly scope: FailScope;
  readonly outcome: Outcome;
  /** Undefined where people may be named. */
  readonly mask: PeopleMask | undefined;
  /** What went otherwise than was asked for; plain text. */
  readonly notes: readonly string[];
  readonly startedAt: Date;
}
