import type { ChangeSet } from "../trace.ts";
import type { FactFault } from "../../scope/facts/read-facts.ts";
import type { AllowList } from "./allow-list.ts";

/** The gates that a message must pass, in the order in which they are asked. */
export const accessGateNames = [
  "channel",
  "author",
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

/** Why lists let a sender in, would have them paired first, or keep them out. */
export type SenderReason =
  /** Somebody who is let in: by an open policy, by a list. */
  | "dm-open"
  | "dm-allowlisted"
  | "group-open"
  | "group-allowlisted"
  /** A stranger, who is to be paired first. */
  | "dm-pairing"
  /** A policy lets nobody in. */
  | "dm-disabled"
  | "group-disabled"
  /** A list lets others in, but not this one; or it lets nobody in. */
  | "dm-not-allowlisted"
  | "group-not-allowlisted"
  | "group-empty-allowlist";

/** Why a message is let in, is to be paired first, or is kept out. */
export type AccessReason =
  | SenderReason
  /** Somebody who is let in for having been paired. */
  | "dm-paired"
  | "group-paired"
  /** The group is listed by its id and no sender is, which admits everybody in it (2026.3.1 to 2026.9.6). */
  | "group-member"
  /** The channel, the group or the topic is switched off. */
  | "channel-disabled"
  | "room-disabled"
  | "topic-disabled"
  /** The list of the group or topic itself leaves the sender out. */
  | "override-not-allowlisted"
  /** The group is not one of those that are answered. */
  | "room-not-listed"
  /** A bot wrote it, and what this bot writes is not read. */
  | "bot-not-admitted"
  /** The bot takes part in no chats of several people. */
  | "group-chats-disabled"
  /** The message would have to mention the bot. */
  | "mention-required"
  /** It mentions somebody else, and not the bot. */
  | "others-mentioned"
  /** What this release decides about rooms of the channel is not on record. */
  | "rooms-not-known"
  /** It cannot be told without a fact that the request leaves out. */
  | "missing-fact"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read; see `facts`. */
  | FactFault;

/** What one gate says. */
export interface GateVerdict {
  /** Which of the gates it is. */
  readonly gate: AccessGate;
  /** `pass` asks the next gate; any other answer is the last one. */
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

/** No setting turns it. */
export const nothing = (): ChangeSet => [];

/** No setting that is known opens it. */
export const noSetting = (): ChangeSet => [[]];

/** A gate that lets everything through. */
export function pass(gate: AccessGate, turn: GateVerdict["turn"] = nothing): GateVerdict {
  return { gate, outcome: "pass", turn };
}

/** A gate that lets somebody in, and says why. */
export function admit(
  gate: AccessGate,
  reason: AccessReason,
  path: string,
  turn: GateVerdict["turn"] = nothing,
): GateVerdict {
  return { gate, outcome: "pass", reason, path, turn };
}

/** A gate that is shut. */
export function deny(
  gate: AccessGate,
  reason: AccessReason,
  path: string,
  turn: GateVerdict["turn"],
): GateVerdict {
  return { gate, outcome: "deny", reason, path, turn };
}

/** A gate that cannot tell without a fact, which no setting turns. */
export function missing(gate: AccessGate, ...facts: readonly string[]): GateVerdict {
  return { gate, outcome: "unknown", reason: "missing-fact", missing: facts, turn: noSetting };
}

/** A gate of which it is not known how the release decides it. */
export function notKnown(gate: AccessGate): GateVerdict {
  return { gate, outcome: "unknown", reason: "rooms-not-known", turn: noSetting };
}

/** What the lists say of one sender. */
export interface SenderVerdict {
  readonly outcome: "admit" | "pair" | "deny";
  readonly reason: SenderReason;
  /** The entry that matched. */
  readonly path?: string;
}

/** Finds the entry that lets one of a sender's ids in. */
export type FindSender = (list: AllowList) => string | undefined;
