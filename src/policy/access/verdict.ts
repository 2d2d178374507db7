import type { ChangeSet } from "../trace.ts";

/** The gates that a message must pass, in the order in which they are asked. */
export const accessGateNames = [
  "channel",
  "room",
  "topic",
  "override",
  "policy",
  "listing",
  "sender",
  "mention",
] as const;

/** The name of a gate. */
export type AccessGate = (typeof accessGateNames)[number];

/** Why a message is let in, is to be paired first, or is kept out. */
export type AccessReason =
  /** Somebody who is let in: by an open policy, by a list, by having been paired. */
  | "dm-open"
  | "dm-allowlisted"
  | "dm-paired"
  | "group-open"
  | "group-allowlisted"
  | "group-paired"
  /** The group is listed by its id and no sender is, which admits everybody in it (2026.3.1 to 2026.9.6). */
  | "group-member"
  /** A stranger, who is to be paired first. */
  | "dm-pairing"
  /** The channel, the group or the topic is switched off. */
  | "channel-disabled"
  | "room-disabled"
  | "topic-disabled"
  /** A policy lets nobody in. */
  | "dm-disabled"
  | "group-disabled"
  /** A list lets others in, but not this one; or it lets nobody in. */
  | "dm-not-allowlisted"
  | "group-not-allowlisted"
  | "group-empty-allowlist"
  /** The list of the group or topic itself leaves the sender out. */
  | "override-not-allowlisted"
  /** The group is not one of those that are answered. */
  | "room-not-listed"
  /** The message would have to mention the bot. */
  | "mention-required"
  /** It cannot be told without a fact that the request leaves out. */
  | "missing-fact"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session";

/** A gate that no setting turns. */
export const unturnable = (): ChangeSet => [[]];

/** What one gate says. */
export interface GateVerdict {
  readonly gate: AccessGate;
  readonly outcome: "pass" | "pair" | "deny" | "unknown";
  /** Absent where the gate lets everything through. */
  readonly reason?: AccessReason;
  /** The setting or entry that decided. */
  readonly path?: string;
  /** Nothing is written at that path: what decided is the edition's default. */
  readonly isDefault?: boolean;
  /** The facts that are missing. */
  readonly missing?: readonly string[];
  /** What turns this gate's answer around; with an empty choice among them, no setting does. */
  readonly turn: () => ChangeSet;
}
