import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import type { SessionKey, Unresolved } from "../../scope/resolution.ts";
import type { SharedReason } from "../../scope/isolation/shared-because.ts";

/** Why a key stays, moves, or leads nowhere. */
export type MigrationReason =
  /** Every message that leads to the session still does. */
  | "same-key"
  /** No message leads to the session now, and some will. */
  | "leads-here-again"
  /** Another agent answers. */
  | "agent"
  /** A scope is wider or narrower. */
  | "scope"
  /** The agent's main session has another name. */
  | "main-key"
  /** Identity links join other ids than before. */
  | "identity"
  /** A chat or a person has another id, as the host told. */
  | "moved"
  /** Its channel splits chats in another way: by settings of its own, or by the habit of the release. */
  | "chat-split"
  /** The edition writes keys in another way. */
  | "spelling"
  /** The key does not tell what the new key depends on, such as the case of an id. */
  | "not-in-key"
  /** The key fits no shape of a key. */
  | "unreadable"
  /** No message leads to the session, now or afterwards. */
  | "unreachable"
  /** Its messages will be refused. */
  | Unresolved["reason"]
  /** Why the conversations of a session that splits share it so far. */
  | Exclude<SharedReason, "same-conversation" | "collision">;

/** One key that all messages of a stored session will have. */
export interface SettledMigration {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "migration";
  /** `merge`: other stored sessions will have the same key, or have it and part or stay behind. */
  readonly action: "keep" | "rename" | "merge";
  /** Why it stays or moves. */
  readonly reason: MigrationReason;
  /** The key under which the session is stored. */
  readonly from: SessionKey;
  /** The key that its messages will have. */
  readonly to: SessionKey;
  /** What the way back would make of the new key; absent where it would not lead to the old one alone. */
  readonly reverse?: SessionKey;
  /**
   * Whose histories the session would show to one another, and did not, ten at most: people by the name that
   * identity links give them, else by channel and id, as rooms are; `"*"` for whoever else writes.
   */
  readonly mixes?: readonly string[];
  /** The fields of the entry that contradict its key, or one another; the step then goes by the key alone. */
  readonly contradicts?: readonly string[];
  /** Absent where there is one key, in `to`. */
  readonly into?: never;
}

/** Several keys that messages of a stored session can have. */
export interface OpenMigration {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "migration";
  /** `split`: several conversations share the session, and will not. `ambiguous`: it is one, and the key does not tell which. */
  readonly action: "split" | "ambiguous";
  /** Why there are several. */
  readonly reason: MigrationReason;
  /** The key under which the session is stored. */
  readonly from: SessionKey;
  /** The keys that can be told; there may be others, of people and rooms that nothing names. */
  readonly into: readonly SessionKey[];
  /** The fields of the entry that contradict its key, or one another; the step then goes by the key alone. */
  readonly contradicts?: readonly string[];
  /** Absent where there are several keys, in `into`. */
  readonly to?: never;
  /** Absent where there is no one key to come back from. */
  readonly reverse?: never;
  /** Absent where there are several keys: histories come together only under one. */
  readonly mixes?: never;
}

/** No key: no message will lead to the stored session. */
export interface OrphanMigration {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "migration";
  /** No message leads to it: the host keeps it for the record, or deletes it. */
  readonly action: "orphan";
  /** Why no message will lead to it. */
  readonly reason: MigrationReason;
  /** The key under which the session is stored. */
  readonly from: SessionKey;
  /** The fields of the entry that contradict its key, or one another; the step then goes by the key alone. */
  readonly contradicts?: readonly string[];
  /** Absent, as no message leads to the session. */
  readonly to?: never;
  /** Absent, as no message leads to the session. */
  readonly into?: never;
  /** Absent, as there is no new key to come back from. */
  readonly reverse?: never;
  /** Absent, as nobody is shown a session that no message leads to. */
  readonly mixes?: never;
}

/** What becomes of one stored session when its policy changes. */
export type Migration = SettledMigration | OpenMigration | OrphanMigration;

const reasons: Readonly<Record<MigrationReason, string>> = {
  "same-key": "nothing changes for it",
  "leads-here-again": "no message leads there now, and some will",
  agent: "another agent answers",
  scope: "the scope is different",
  "main-key": "main sessions have a different name",
  identity: "identity links join different ids",
  "chat-split": "its channel splits the chat differently",
  moved: "its chat or its person has a different id",
  spelling: "the edition writes the key differently",
  "not-in-key": "the key does not say what the new one depends on",
  unreadable: "the key cannot be read with certainty",
  unreachable: "no message leads there, before or after",
  "missing-peer": "its messages name nobody, and are refused",
  "missing-message-id": "its messages do not say what their ids are, and are refused",
  "missing-mention": "its messages do not say whether they mention the bot, and are refused",
  "missing-sender": "its messages do not say who wrote them, and are refused",
  "missing-room": "its messages do not say which room they are from, and are refused",
  "ambiguous-agent": "none of several agents is the default one",
  "unknown-agent": "its agent is not configured any more",
  "no-agent": "no agents are configured",
  "malformed-inbound": "its messages are missing a fact, and are refused",
  "global-scope": "everybody shares one session so far",
  "dm-scope": "direct chats share it so far",
  "group-scope": "rooms share it so far",
  "identity-links": "identity links join several ids in one session so far",
  "chat-not-split": "nothing splits its chat so far",
  "account-not-in-key": "several accounts share it so far",
};

function whatHappens({ action, to, into = [] }: Migration): string {
  const known = into.length === 0 ? "" : `, among them ${into.join(", ")}`;
  switch (action) {
    case "keep":
      return "stays";
    case "rename":
      return `becomes ${to}`;
    case "merge":
      return `goes into ${to}, together with others`;
    case "split":
      return `splits into several${known}`;
    case "ambiguous":
      return into.length === 0 ? "cannot be planned" : `becomes one of several${known}`;
    case "orphan":
      return "is left behind";
  }
}

/**
 * Says in a sentence or two what becomes of a stored session, and warns where histories would mix.
 *
 * @example
 * ```ts
 * const from = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
 * const to = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11" });
 * planMigration(["agent:main:direct:7"], from, to).map(explainMigration);
 * //=> [
 * //   "agent:main:direct:7 becomes agent:main:main: the scope is different. It would mix the histories of 7 and whoever else writes.",
 * // ]
 * ```
 */
export function explainMigration(migration: Migration): string {
  if (isPolluted()) return unpolluted(explainMigration, migration);
  return said(migration, sentenceOf);
}

function sentenceOf(migration: Migration): string {
  const { contradicts, from, mixes, reason } = migration;
  const names = mixes?.map((name) => (name === "*" ? "whoever else writes" : name)) ?? [];
  const warning = names.length === 0 ? "" : ` It would mix the histories of ${names.join(" and ")}.`;
  const doubt = contradicts === undefined ? "" : ` Its entry contradicts it (${contradicts.join(", ")}).`;
  return `${from} ${whatHappens(migration)}: ${reasons[reason]}.${warning}${doubt}`;
}
