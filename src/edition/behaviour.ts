import type { Generation } from "./releases.ts";

/** The part of the system that a behaviour changes. */
export type Area =
  | "config"
  | "identity"
  | "keys"
  | "routing"
  | "lifecycle"
  | "maintenance"
  | "send"
  | "memory"
  | "visibility"
  | "access"
  | "tools"
  | "exec"
  | "commands"
  | "mentions"
  | "tasks";

/**
 * What a host risks by gaining the behaviour: it lets more through (`widens`), lets less through
 * (`narrows`), changes stored keys (`re-keys`), or changes when a session resets (`timing`).
 */
export type Risk = "widens" | "narrows" | "re-keys" | "timing";

/** A stretch of history: from `since` on, until `until` took it back. */
export interface Span {
  /** The first release, or edition of ours, that has it. */
  readonly since: Generation;
  /** The first one that has it no more; absent where no later one took it back. */
  readonly until?: Generation;
}

/** One thing that differs between editions. */
export interface Behaviour {
  /** The part of the system that it changes. */
  readonly area: Area;
  /** What a host risks by gaining it. */
  readonly risk: Risk;
  /** Where it is in force; a later span brings back what an earlier one lost. */
  readonly inForce: readonly [Span, ...Span[]];
}
