import { notRead } from "../../config/keys/not-read.ts";
import { writtenConfig } from "../../config/loaded/origin.ts";
import { demandPolicy, type Policy } from "../../config/policy.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { whoMayWrite } from "../doors/who-may-write.ts";
import type { AuditWorld } from "../world.ts";
import { describeAccess } from "./access.ts";
import { describeConversations } from "./conversations.ts";
import { describeOwners } from "./owners.ts";
import { describeResets } from "./resets.ts";
import { describeSending } from "./sending.ts";
import { statement, type Statement } from "./statement.ts";
import { describeTools } from "./tools.ts";
import { describeVisibility } from "./visibility.ts";

/** Says which settings decide something that none of these sentences tells. */
function describeUnread(policy: Policy): readonly Statement[] {
  return notRead({ ...policy, config: writtenConfig(policy) }).map(({ decides, path }) =>
    statement("not-read", `Not looked at: ${decides}.`, { path }),
  );
}

/**
 * Says in plain sentences what a policy decides, for the people who use the bot: who may write to it where, which agent
 * answers, how conversations are kept apart and when they start over, where the bot may send, which tools its agents have
 * and what they do with commands, what they can read elsewhere, who owns it. Each sentence has the setting that decides, or
 * the edition whose default does. They are what the decision functions answer when they are asked as strangers, as those
 * whom lists name, and about rooms that nothing names; equal answers are told in one sentence.
 *
 * Settings that decide something and that no decision reads are named, as `Not looked at`. A sentence about an agent's tools
 * is about its main conversation.
 *
 * @param world - The rooms, accounts and senders that the host knows beside its config.
 * @returns The sentences, in the order in which somebody would ask. Their words may change with any release.
 *
 * @example
 * ```ts
 * const channels = { telegram: { allowFrom: ["7"], groupPolicy: "disabled" } } as const;
 * const config = { session: { dmScope: "per-channel-peer" }, channels } as const;
 * const statements = describePolicy(parsePolicy(config, { edition: "2026-11", timeZone: "Asia/Taipei" }));
 * statements.slice(0, 4).map(({ sentence }) => sentence);
 * //=> [
 * //   "A stranger who messages the bot on Telegram has to be paired first; 7 can write right away.",
 * //   "In Telegram groups, the bot answers nobody.",
 * //   "On Telegram, each person has a conversation of their own with the bot; nobody else writes in it.",
 * //   "Conversations start over every day at 04:00 (Asia/Taipei).",
 * // ]
 * statements[2]?.path; //=> "session.dmScope"
 * ```
 */
export function describePolicy(policy: Policy, world: AuditWorld = {}): readonly Statement[] {
  if (isPolluted()) return unpolluted(describePolicy, policy, world);
  demandPolicy(policy);
  const doors = whoMayWrite(policy, world);
  return [
    ...describeAccess(doors),
    ...describeConversations(doors, policy),
    ...describeResets(policy),
    ...describeSending(policy),
    ...describeTools(policy),
    ...describeVisibility(policy),
    ...describeOwners(doors, policy),
    ...describeUnread(policy),
  ];
}
