import type { Policy } from "../../config/policy.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { AuditWorld } from "../world.ts";
import { channelAccountsOf, addressOf, strangersAt } from "./people.ts";

/** Something about who is there that an audit was not told. */
export interface AuditUnknown {
  /** The field of the world that tells it. */
  readonly field: "senders" | "groups" | "keys";
  /** What is not known, in a few words. */
  readonly what: string;
}

/** The channels on which strangers may be paired. */
function pairingChannels(policy: Policy): readonly string[] {
  const channels = channelAccountsOf(policy)
    .filter((account) => {
      const [peer] = strangersAt(account, policy);
      return evaluateAccess({ ...addressOf(account), chatType: "direct", peer }, policy).outcome === "pair";
    })
    .map(({ channel }) => channel);
  return [...new Set(channels)];
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
 * is, which keys are stored. Its silence about them is no all-clear.
 *
 * @param world - What `audit` was told; a field that is there, if empty, is known.
 * @returns One entry for each field of the world that is missing and would tell something.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: {} } }, { edition: "2026-11" });
 * auditUnknowns(policy).map(({ what }) => what);
 * //=> ["who has been paired on telegram", "in which rooms the bot is", "which keys are stored"]
 * auditUnknowns(policy, { senders: [], groups: [], keys: [] }); //=> []
 * ```
 */
export function auditUnknowns(policy: Policy, world: AuditWorld = {}): readonly AuditUnknown[] {
  const all: readonly AuditUnknown[] = [
    ...unknownSenders(policy),
    { field: "groups", what: "in which rooms the bot is" },
    { field: "keys", what: "which keys are stored" },
  ];
  return all.filter(({ field }) => world[field] === undefined);
}
