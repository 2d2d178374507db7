/** The facts of a session that a rule's `match` compares as a whole, in the order in which a trace lists them. */
export const factFields = ["channel", "account", "chatType", "peer", "agent", "thread"] as const;

/** A field of a rule's `match` that compares a fact as a whole. */
export type FactField = (typeof factFields)[number];

/** The fields of a rule's `match` that compare the beginning of the session key. */
export const prefixFields = ["keyPrefix", "rawKeyPrefix"] as const;

/** Tells whether a field compares the beginning of the session key. */
export function isPrefixField(field: RuleField): field is (typeof prefixFields)[number] {
  return prefixFields.some((prefix) => prefix === field);
}

/** Every field that a rule's `match` may have. */
export const ruleFields = [...factFields, ...prefixFields] as const;

/** A field of a rule's `match`. */
export type RuleField = (typeof ruleFields)[number];

/** Whether a field is one of the releases' own; the others are of the editions with `rule-extensions`. */
export const inReleases = {
  channel: true,
  account: false,
  chatType: true,
  peer: false,
  agent: false,
  thread: false,
  keyPrefix: true,
  rawKeyPrefix: true,
} as const satisfies Readonly<Record<RuleField, boolean>>;

/** What is so of each fact. Written out, so that all that is made here has one shape: it is read in a few nanoseconds then. */
export function ofEachFact<Value>(of: (field: FactField) => Value): Readonly<Record<FactField, Value>> {
  return {
    channel: of("channel"),
    account: of("account"),
    chatType: of("chatType"),
    peer: of("peer"),
    agent: of("agent"),
    thread: of("thread"),
  };
}
