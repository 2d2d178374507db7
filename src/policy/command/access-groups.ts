import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isRefused, readFacts, type FactReadings } from "../../scope/facts/read-facts.ts";
import type { Policy } from "../../config/policy.ts";
import { isUnresolved } from "../session-facts.ts";
import { once } from "../../edition/once.ts";
import { accessGroupName, sendersGroup } from "../access/sender-list.ts";

/** A list of people of a channel, and somebody who is held against the access groups in it. */
export interface AccessGroupRequest {
  /** The list as it is written: ids, and `accessGroup:<name>` for a group of them. */
  readonly allowFrom: readonly (string | number)[];
  /** The channel of the people, such as `telegram`. */
  readonly channel: string;
  /** The sender's id, as the channel writes it. */
  readonly sender: string;
}

/** What the access groups in a list are to somebody, each named once. */
export interface AccessGroupMatch {
  /** Those that have the sender. */
  readonly matched: readonly string[];
  /** Those that the config does not have. */
  readonly missing: readonly string[];
  /** Those whose members are not written in the config. */
  readonly unsupported: readonly string[];
  /** The list, each entry once, and the sender after it where a group has them. */
  readonly allowFrom: readonly string[];
}

const readings = { allowFrom: "entries", channel: "text", sender: "text" } as const satisfies FactReadings;

interface Groups {
  readonly find: (
    name: string,
  ) => { readonly members: Readonly<Record<string, readonly string[]>> | undefined } | undefined;
}

const groupsOf = /* @__PURE__ */ once(({ config, behaviours }: Policy): Groups => {
  const groups = new Map(
    Object.entries(config.accessGroups ?? {}).map(([name, { type, members }]) => [
      name,
      { members: type === sendersGroup ? new Map(Object.entries(members ?? {})) : undefined },
    ]),
  );
  const inherits = !behaviours.has("commands-closed");
  return {
    find(name) {
      const found = groups.get(name);
      // Upstream's plain property lookup finds what every object inherits, which is no list of people.
      if (found === undefined)
        return inherits && name in Object.prototype ? { members: undefined } : undefined;
      return { members: found.members && Object.fromEntries(found.members) };
    },
  };
});

const nobody: readonly string[] = [];

/** The people of an access group on a channel: those whom it names for every channel, and for this one. Nobody where there is no such group. */
export function membersOf(name: string, channel: string, policy: Policy): readonly string[] {
  const members = new Map(Object.entries(groupsOf(policy).find(name)?.members ?? {}));
  return [...(members.get("*") ?? nobody), ...(members.get(channel) ?? nobody)];
}

/**
 * Holds somebody against the access groups in a list of people (`accessGroup:ops`). A group has whom it names under `*`
 * or under exactly this channel, and everybody where `*` is among those; a group within a group is a plain id. Groups that
 * the config does not have, and those whose members it does not write, have nobody, and are named. Of a request that cannot be read nobody is in a group.
 *
 * Source: access groups of the releases, 2026.5.2 to 2026.9.6.
 *
 * @example
 * ```ts
 * const accessGroups = { ops: { type: "message.senders", members: { telegram: ["123"] } } };
 * const policy = parsePolicy({ accessGroups }, { edition: "2026-11" });
 * matchAccessGroups({ allowFrom: ["accessGroup:ops"], channel: "telegram", sender: "123" }, policy);
 * //=> { matched: ["ops"], missing: [], unsupported: [], allowFrom: ["accessGroup:ops", "123"] }
 * matchAccessGroups({ allowFrom: ["accessGroup:dev"], channel: "telegram", sender: "123" }, policy).missing; //=> ["dev"]
 * ```
 */
export function matchAccessGroups(given: AccessGroupRequest, policy: Policy): AccessGroupMatch {
  if (isPolluted()) return unpolluted(matchAccessGroups, given, policy);
  demandPolicy(policy);
  const read = readFacts<AccessGroupRequest>(given, readings, ["allowFrom", "channel", "sender"]);
  if (isRefused(read) || isUnresolved(read.facts))
    return { matched: [], missing: [], unsupported: [], allowFrom: [] };
  const { allowFrom, channel, sender } = read.facts;
  const entries = [...new Set(allowFrom.map(String))];
  const names = entries.flatMap((entry) => accessGroupName(entry.trim()) ?? []);
  const matched: string[] = [];
  const missing: string[] = [];
  const unsupported: string[] = [];
  for (const name of new Set(names)) {
    const group = groupsOf(policy).find(name);
    if (group === undefined) missing.push(name);
    else if (group.members === undefined) unsupported.push(name);
    else {
      const members = membersOf(name, channel, policy);
      if (members.includes("*") || members.includes(sender)) matched.push(name);
    }
  }
  const added = matched.length > 0 && !entries.includes(sender) ? [sender] : [];
  return { matched, missing, unsupported, allowFrom: [...entries, ...added] };
}
