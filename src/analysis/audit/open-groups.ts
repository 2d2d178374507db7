import { evaluateAccess, type AccessDecision } from "../../policy/access/access.ts";
import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { addressOf, type ChannelAccount } from "./channel-account.ts";
import type { ConfigChange, Found } from "./finding.ts";
import { strangersAt } from "./people.ts";
import { listedRooms, unlistedRoom } from "./rooms.ts";
import { nameOf } from "./participant.ts";
import type { Situation } from "./situation.ts";

/** The change that would make a room's messages name the bot, as the decision itself tells. */
function mentionChange({ trace }: AccessDecision): ConfigChange | undefined {
  const turns = trace?.opposite.flat(2) ?? [];
  const found = turns.find(({ setting, to }) => setting.endsWith("requireMention") && to === true);
  return found && { path: found.setting, set: true };
}

/** A room in which strangers make the bot act. */
function openRoom(account: ChannelAccount, peer: string, sender: string, policy: Policy): readonly Found[] {
  const message: Inbound = { ...addressOf(account), chatType: "group", peer };
  const witness = { who: [nameOf({ ...message, peer: sender })], what: nameOf(message), invented: true };
  const unmentioned = evaluateAccess({ ...message, sender, mentioned: false }, policy, { trace: true });
  const closing = (path: string): ConfigChange => ({ path, set: "allowlist" });
  const { groupPolicy } = account.access;
  const close = groupPolicy?.value === "open" ? [closing(groupPolicy.path)] : [];
  if (unmentioned.allowed) {
    const mention = mentionChange(unmentioned);
    const path = mention?.path ?? unmentioned.path ?? `${account.access.path}.groupPolicy`;
    const anyRoom = peer === unlistedRoom;
    return [
      {
        id: "open-groups-without-mention",
        severity: anyRoom ? "high" : "medium",
        path,
        message: anyRoom
          ? "Anybody who adds the bot to a group has it act on every message there."
          : "Anybody in this group has the bot act on every message.",
        fix: {
          sentence: `Write ${path}: true, and let groupPolicy be "allowlist" with groupAllowFrom.`,
          changes: [...(mention ? [mention] : []), ...close],
        },
        witness,
      },
    ];
  }
  const mentioned = evaluateAccess({ ...message, sender, mentioned: true }, policy);
  if (!mentioned.allowed || mentioned.reason !== "group-open" || mentioned.path === undefined) return [];
  return [
    {
      id: "open-groups",
      severity: "low",
      path: mentioned.path,
      message: "Anybody in a group who mentions the bot has it act.",
      fix: {
        sentence: `Write ${mentioned.path}: "allowlist", and list in groupAllowFrom whom you know.`,
        changes: [closing(mentioned.path)],
      },
      witness,
    },
  ];
}

/** Finds groups in which strangers make the bot act. */
export function openGroups({ accounts, policy }: Situation): readonly Found[] {
  return accounts.flatMap((account) => {
    const [stranger] = strangersAt(account, policy);
    return [unlistedRoom, ...listedRooms(account)].flatMap((room) =>
      openRoom(account, room, stranger, policy),
    );
  });
}
