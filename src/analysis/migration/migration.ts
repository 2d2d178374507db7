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
  readonly kind: "migration";
  /** `merge`: other stored sessions will have the same key. */
  readonly action: "keep" | "rename" | "merge";
  readonly reason: MigrationReason;
  readonly from: SessionKey;
  readonly to: SessionKey;
  /** What the way back would make of the new key; absent where it would not lead to the old one alone. */
  readonly reverse?: SessionKey;
  /**
   * Whose histories the session would show to one another, and did not, ten at most: people by the name that
   * identity links give them, else by channel and id, as rooms are; `"*"` for whoever else writes.
   */
  readonly mixes?: readonly string[];
  readonly into?: never;
}

/** Several keys that messages of a stored session can have. */
export interface OpenMigration {
  readonly kind: "migration";
  /** `split`: several conversations share the session, and will not. `ambiguous`: it is one, and the key does not tell which. */
  readonly action: "split" | "ambiguous";
  readonly reason: MigrationReason;
  readonly from: SessionKey;
  /** The keys that can be told; there may be others, of people and rooms that nothing names. */
  readonly into: readonly SessionKey[];
  readonly to?: never;
  readonly reverse?: never;
  readonly mixes?: never;
}

/** No key: no message will lead to the stored session. */
export interface OrphanMigration {
  readonly kind: "migration";
  readonly action: "orphan";
  readonly reason: MigrationReason;
  readonly from: SessionKey;
  readonly to?: never;
  readonly into?: never;
  readonly reverse?: never;
  readonly mixes?: never;
}

/** What becomes of one stored session when its policy changes. */
export type Migration = SettledMigration | OpenMigration | OrphanMigration;
