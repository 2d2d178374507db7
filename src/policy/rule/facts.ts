/** The facts about a session that a rule compares as a whole, in the order in which a trace lists them. */
export const factFields = ["channel", "account", "chatType", "peer", "agent", "thread"] as const;

/** The fields of a rule's `match` that compare a fact as a whole. */
export type FactField = (typeof factFields)[number];

/** Every field that a rule's `match` may have; the last two compare the beginning of the session key. */
export const ruleFields = [...factFields, "keyPrefix", "rawKeyPrefix"] as const;

/** A field of a rule's `match`. */
export type RuleField = (typeof ruleFields)[number];

/** What prefixes are compared with: the key of one session. */
export interface KeyForms {
  /** The whole key. */
  readonly rawKey: string;
  /** The key without `agent:<agentId>:`; empty where the key has no such reading. */
  readonly scopedKey: string;
}

/** What rules are held against: the facts of one session, each in the form in which its edition compares it. */
export interface RuleFacts extends KeyForms, Readonly<Record<FactField, string | undefined>> {}

/** The facts of a session of which nothing is known, or the fields of a rule that asks for none. */
export const noFacts = {
  channel: undefined,
  account: undefined,
  chatType: undefined,
  peer: undefined,
  agent: undefined,
  thread: undefined,
} as const satisfies Readonly<Record<FactField, undefined>>;
