import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { readWorld } from "../world.ts";
import { notRead, type NotRead } from "../../config/keys/not-read.ts";
import { writtenConfig } from "../../config/loaded/origin.ts";
import type { Policy } from "../../config/policy.ts";
import type { AuditWorld } from "../world.ts";
import { moveOn, type Found } from "./finding.ts";
import type { Situation } from "./situation.ts";
import { channelAccountsOf, pairsStrangers } from "./people.ts";

/** Something that an audit was not told, or that no check looks at. */
export type AuditUnknown =
  | {
      /** The field of the world that tells it. */
      readonly field: "senders" | "groups" | "keys";
      /** What is not known, in a few words. */
      readonly what: string;
      /** Absent where the world could tell: no setting is meant. */
      readonly path?: never;
    }
  | {
      /** The setting that no decision reads. */
      readonly path: string;
      /** What it decides, in a few words. */
      readonly what: string;
      /** Absent where a setting is meant. */
      readonly field?: never;
    };

/** The channels on which strangers may be paired. */
function pairingChannels(policy: Policy): readonly string[] {
  const channels = channelAccountsOf(policy)
    .filter((account) => pairsStrangers(account, policy))
    .map(({ channel }) => channel);
  return [...new Set(channels)];
}

/** What a host wrote that decides something and that no check looks at; what a loader adds nobody could look at. */
function unread(policy: Policy): readonly NotRead[] {
  return notRead({ ...policy, config: writtenConfig(policy) });
}

/** Finds the settings that decide something and that no check looks at. */
export function unreadSettings({ policy }: Situation): readonly Found[] {
  return unread(policy).map(({ decides, path }) => ({
    id: "not-read",
    path,
    message: `What it allows is not checked here: it decides ${decides}.`,
    fix: moveOn(`Look at ${path} yourself, and suppress this finding with what you saw.`),
  }));
}

function unknownSenders(policy: Policy): readonly AuditUnknown[] {
  const field = "senders";
  if (channelAccountsOf(policy).length === 0)
    return [{ field, what: "who may write, since no channel is configured" }];
  const pairing = pairingChannels(policy);
  return pairing.length === 0 ? [] : [{ field, what: `who has been paired on ${pairing.join(", ")}` }];
}

/**
 * Names what an audit of this config, with this world, cannot know: who has been paired, in which rooms the bot
 * is, which keys are stored; and what the settings decide that `notRead` lists. Its silence about them is no all-clear.
 *
 * @param world - What `audit` was told; a field that is there, if empty, is known.
 * @returns One entry for each field of the world that is missing and would tell something, then one for each setting
 *   that is not read.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: {} }, gateway: { bind: "lan" } }, { edition: "2026-11" });
 * auditUnknowns(policy).map(({ what }) => what);
 * //=> [
 * //   "who has been paired on telegram",
 * //   "which rooms the bot is in",
 * //   "which keys are stored",
 * //   "who reaches the gateway, and what they may do there",
 * // ]
 * auditUnknowns(policy, { senders: [], groups: [], keys: [] }).map(({ path }) => path); //=> ["gateway.bind"]
 * ```
 */
export function auditUnknowns(policy: Policy, world: AuditWorld = {}): readonly AuditUnknown[] {
  if (isPolluted()) return unpolluted(auditUnknowns, policy, world);
  demandPolicy(policy);
  const told = readWorld(world);
  const untold: readonly AuditUnknown[] = [
    ...unknownSenders(policy),
    { field: "groups", what: "which rooms the bot is in" },
    { field: "keys", what: "which keys are stored" },
  ];
  return [
    ...untold.filter(({ field }) => field === undefined || told[field] === undefined),
    ...unread(policy).map(({ decides, path }) => ({ path, what: decides })),
  ];
}
