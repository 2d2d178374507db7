import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { extendPath } from "../../config/path.ts";
import {
  groupIdFolding,
  readAccess,
  type AccessSettings,
  type ChannelAccess,
  type GroupEntry,
} from "./channel-access.ts";

/** A group by its id, and how its channel writes ids. */
export interface GroupIdentity {
  readonly group?: string | undefined;
  /** The channel's group ids have no case. */
  readonly caseInsensitive?: boolean | undefined;
}

/** Whether a config answers a group at all, whoever writes in it. */
export interface GroupListing {
  /** Not every group is answered. */
  readonly limited: boolean;
  readonly allowed: boolean;
  /** It would be, were the policy for groups not `disabled`. */
  readonly answered: boolean;
  /** It would be, were that policy `allowlist`. */
  readonly answeredByAllowlist: boolean;
  /** The group counts as listed, by an entry or by the `inherited-group-listed` fault. */
  readonly listed: boolean;
  /** The group's own entry. */
  readonly entry?: GroupEntry;
  /** The entry of `*`. */
  readonly fallback?: GroupEntry;
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  anyCase: behaviours.has("group-ids-of-any-case"),
  anyTopic: behaviours.has("any-topic-defaults"),
  inherited: behaviours.has("inherited-group-listed"),
  policyLimits: behaviours.has("group-policy-limits-groups"),
  senderListAdmits: behaviours.has("sender-list-admits-groups"),
}));

/** Finds a group's own entry, and tells whether it counts as listed. */
export function findGroup(
  access: ChannelAccess | undefined,
  { group, caseInsensitive }: GroupIdentity,
  policy: Policy,
): Pick<GroupListing, "listed" | "entry"> {
  const { anyCase, inherited } = rules(policy);
  const id = group?.trim() ?? "";
  const table = access?.groups;
  if (table === undefined || id === "") return { listed: false };
  const exact = table.byId.get(id);
  if (exact !== undefined) return { listed: true, entry: exact };
  if (inherited && id in Object.prototype) return { listed: true };
  const entry =
    anyCase && caseInsensitive === true ? table.byFoldedId.get(groupIdFolding(policy)(id)) : undefined;
  return entry === undefined ? { listed: false } : { listed: true, entry };
}

/**
 * Decides whether a group is answered at all: when its id is listed under `groups`, or `*` is, or
 * nothing limits groups. `hasSenderList` tells that the account lists senders for groups.
 */
export function listGroup(
  access: ChannelAccess | undefined,
  group: GroupIdentity,
  hasSenderList: boolean,
  policy: Policy,
): GroupListing {
  const { policyLimits, senderListAdmits } = rules(policy);
  const mode = policyLimits ? access?.groupPolicy?.value : undefined;
  const table = access?.groups;
  const hasGroups = table !== undefined && table.byId.size > 0;
  const limited = mode === "allowlist" || hasGroups;
  const found = findGroup(access, group, policy);
  const listed = found.listed || table?.fallback !== undefined;
  const standsIn = senderListAdmits && !hasGroups && hasSenderList;
  const answered = !limited || listed || standsIn;
  // What is added after a spread would give every object a hidden class of its own.
  return {
    limited,
    answered,
    answeredByAllowlist: listed || (policyLimits ? standsIn : !hasGroups),
    allowed: answered && mode !== "disabled",
    ...(table?.fallback && { fallback: table.fallback }),
    ...found,
  };
}

/** What a config says of a room and a topic in it. */
export interface Room {
  /** The room's own entry, or that of `*`. */
  readonly entry?: GroupEntry;
  readonly own: Pick<GroupListing, "listed" | "entry">;
  readonly topic: AccessSettings;
}

/** Reads a topic, over what holds for every topic of its room since 2026.5.26. */
function topicSettings(
  entry: GroupEntry | undefined,
  thread: string | undefined,
  policy: Policy,
): AccessSettings {
  const topics = entry?.config.topics;
  if (entry === undefined || topics === undefined || thread === undefined) return {};
  const ids = rules(policy).anyTopic ? [thread, "*"] : [thread];
  return readAccess(
    ids.map((id) => {
      const config = Object.hasOwn(topics, id) ? topics[id] : undefined;
      return config && { config, path: extendPath(`${entry.path}.topics`, id) };
    }),
    policy,
  );
}

/** Finds what a config says of a room: its own entry, else that of `*`; they are never merged. */
export function findRoom(
  access: ChannelAccess | undefined,
  group: string | undefined,
  thread: string | undefined,
  policy: Policy,
): Room {
  const own = findGroup(access, { group }, policy);
  const entry = own.entry ?? access?.groups?.fallback;
  return { own, ...(entry && { entry }), topic: topicSettings(entry, thread, policy) };
}
