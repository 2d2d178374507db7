import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { AllowList } from "./allow-list.ts";

/** Why a sender is let in, is to be paired, or is kept out. */
export type SenderReason =
  | "dm-open"
  | "dm-allowlisted"
  | "dm-pairing"
  | "dm-disabled"
  | "dm-not-allowlisted"
  | "group-open"
  | "group-allowlisted"
  | "group-disabled"
  | "group-empty-allowlist"
  | "group-not-allowlisted";

/** What the lists say of one sender. */
export interface SenderVerdict {
  readonly outcome: "admit" | "pair" | "deny";
  readonly reason: SenderReason;
  /** The entry that matched. */
  readonly path?: string;
}

const rules = once(({ behaviours }: Policy) => ({
  openAsksList: behaviours.has("open-heeds-list"),
  unknownGroupPolicy: behaviours.has("only-open-is-open") ? "allowlist" : "open",
}));

function admit(reason: SenderReason, path?: string): SenderVerdict {
  return { outcome: "admit", reason, ...(path !== undefined && { path }) };
}

function deny(reason: SenderReason): SenderVerdict {
  return { outcome: "deny", reason };
}

/** Finds the entry that lets one of a sender's ids in. */
export type FindSender = (list: AllowList) => string | undefined;

/** Decides a direct chat by its policy and the list that holds in direct chats. */
export function judgeDirectSender(
  dmPolicy: string,
  list: AllowList,
  find: FindSender,
  policy: Policy,
): SenderVerdict {
  if (dmPolicy === "disabled") return deny("dm-disabled");
  if (dmPolicy === "open" && !rules(policy).openAsksList) return admit("dm-open");
  if (dmPolicy === "open" && list.wildcard !== undefined) return admit("dm-open", list.wildcard);
  const entry = find(list);
  if (entry !== undefined) return admit("dm-allowlisted", entry);
  return dmPolicy === "pairing" ? { outcome: "pair", reason: "dm-pairing" } : deny("dm-not-allowlisted");
}

/** Decides a group by its policy and the list that holds in groups. */
export function judgeGroupSender(
  groupPolicy: string,
  list: AllowList,
  find: FindSender,
  policy: Policy,
): SenderVerdict {
  const known = groupPolicy === "open" || groupPolicy === "disabled" || groupPolicy === "allowlist";
  const effective = known ? groupPolicy : rules(policy).unknownGroupPolicy;
  if (effective === "disabled") return deny("group-disabled");
  if (effective === "open") return admit("group-open");
  if (list.entries.length === 0) return deny("group-empty-allowlist");
  const entry = find(list);
  return entry === undefined ? deny("group-not-allowlisted") : admit("group-allowlisted", entry);
}
