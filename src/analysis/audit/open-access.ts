import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { unnamedAccountAccess } from "../../policy/access/channel-access.ts";
import { doorSettings } from "../../policy/access/door.ts";
import { unwrittenAccess } from "../../policy/defaults.ts";
import { evaluateAccess, type AccessDecision } from "../../policy/access/access.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { addressOf, type ChannelAccount, strangersAt, nameOf } from "./people.ts";
import { moveOn, type ConfigChange, type Found, type FindingFix } from "./finding.ts";
import { removeEntry } from "./apply-fix.ts";
import type { Situation } from "./situation.ts";
import type { Policy } from "../../config/policy.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import { listedRooms, unlistedRoom, unlistedRooms, type RoomOfAccount } from "./rooms.ts";

/** Takes `*` out of a list, and leaves the others as they are written, be it as a variable; a list of nobody else goes. */
function withoutStar({ entries, path }: AllowListSource): readonly ConfigChange[] {
  const stars = [...entries.keys()].filter((index) => String(entries[index]).trim() === "*");
  if (stars.length === entries.length) return [{ path, remove: true }];
  return stars.toReversed().map((index) => ({ path: `${path}[${index}]`, remove: true }));
}

/**
 * Closes what is open by a list, and takes `*` out of it: neither is accepted without the other. Where nobody is left on
 * the list, a policy that asks it would let nobody in, which not every release accepts: pairing takes its place.
 */
function closeAccess(
  list: AllowListSource | undefined,
  account: ChannelAccount,
  { accounts, policy }: Situation,
): FindingFix["changes"] {
  const ofChannel = accounts.filter(({ channel }) => channel === account.channel).map(({ access }) => access);
  const unnamed = unnamedAccountAccess(account.channel, policy);
  const removals = list ? withoutStar(list) : [];
  const nobodyLeft = removals.some(({ path }) => path === list?.path);
  const asked = nobodyLeft ? ["open", "allowlist"] : ["open"];
  const closing = [account.access, ...ofChannel, ...(unnamed ? [unnamed] : [])].filter(
    (access) =>
      asked.includes(access.dmPolicy?.value ?? "") &&
      (access === account.access || access.directList?.path === list?.path),
  );
  const paths = new Set(closing.flatMap(({ dmPolicy }) => dmPolicy?.path ?? []));
  return [...[...paths].map((path) => ({ path, set: "pairing" })), ...removals];
}

/** Strangers who are let in directly: because the account is open, or because `*` makes pairing and lists idle. */
function openToStrangers(account: ChannelAccount, situation: Situation): readonly Found[] {
  const { access, channel } = account;
  const [stranger] = strangersAt(account, situation.policy);
  const message: Inbound = { ...addressOf(account), chatType: "direct", peer: stranger };
  if (!evaluateAccess(message, situation.policy).allowed) return [];
  const { dmPolicy, directList } = access;
  const starred = directList?.entries.some((entry) => String(entry).trim() === "*") === true;
  const list = starred ? directList : undefined;
  const listPath = list?.path ?? `${access.path}.${doorSettings(channel, situation.policy).allowFrom}`;
  const pairs = (dmPolicy?.value ?? unwrittenAccess(situation.policy.behaviours).dmPolicy) === "pairing";
  const isOpen = dmPolicy?.value === "open";
  const changes = closeAccess(list, account, situation);
  const closed = changes.filter(({ set }) => set === "pairing").map(({ path }) => path);
  return [
    {
      id: pairs ? "inert-pairing" : "open-direct-messages",
      path: isOpen ? dmPolicy.path : listPath,
      message: pairs
        ? 'Nobody is ever paired: "*" lets everybody write to the bot, as `dmPolicy: "open"` does.'
        : "Anybody who finds the bot could write to it and make it act.",
      fix: {
        sentence: isOpen
          ? `Write ${dmPolicy.path}: "pairing", and list the people you know in allowFrom.`
          : [`Take "*" out of ${listPath}`, ...closed.map((path) => `write ${path}: "pairing"`)].join(
              ", and ",
            ) + ".",
        changes,
      },
      witness: { who: [nameOf(message)], what: `a direct chat on ${channel}`, invented: true },
    },
  ];
}

/** Finds where strangers write to the bot directly. */
export function openDirectMessages(situation: Situation): readonly Found[] {
  return situation.accounts.flatMap((account) => openToStrangers(account, situation));
}

/** The change that would make a room's messages name the bot, as the decision itself tells. */
function mentionChange({ trace }: AccessDecision): ConfigChange | undefined {
  const turns = trace?.opposite.flat(2) ?? [];
  const found = turns.find(({ setting, to }) => setting.endsWith("requireMention") && to === true);
  return found && { path: found.setting, set: true };
}

/** Where the people stand who may write in rooms. */
function whomYouKnow({ channel }: ChannelAccount): string {
  return schemeOf(channel)?.people.some(({ at }) => at === "place") === true
    ? "the `users` of a room"
    : "groupAllowFrom";
}

/** A room in which strangers make the bot act. */
function openRoom(
  account: ChannelAccount,
  room: RoomOfAccount,
  sender: string,
  policy: Policy,
): readonly Found[] {
  const message: Inbound = { ...addressOf(account), ...room };
  const witness = { who: [nameOf({ ...message, peer: sender })], what: nameOf(message), invented: true };
  const unmentioned = evaluateAccess({ ...message, sender, mentioned: false }, policy, { trace: true });
  if (unmentioned.allowed && unmentioned.path?.endsWith(".groupEnabled") === true) {
    const { path } = unmentioned;
    return [
      {
        id: "open-groups-without-mention",
        milder: true,
        path,
        message: "In a chat of several people with the bot, anybody makes it act with every message.",
        fix: { sentence: `Write ${path}: false.`, changes: [{ path, set: false }] },
        witness,
      },
    ];
  }
  const closing = (path: string): ConfigChange => ({ path, set: "allowlist" });
  const { groupPolicy } = account.access;
  const close = groupPolicy?.value === "open" ? [closing(groupPolicy.path)] : [];
  if (unmentioned.allowed) {
    const mention = mentionChange(unmentioned);
    const path = mention?.path ?? unmentioned.path ?? `${account.access.path}.groupPolicy`;
    const anyRoom = room.peer === unlistedRoom;
    return [
      {
        id: "open-groups-without-mention",
        milder: !anyRoom,
        path,
        message: anyRoom
          ? "Anybody who adds the bot to a group makes it act on every message there."
          : "Anybody in this group makes the bot act with every message.",
        fix: {
          sentence: `Write ${path}: true, and let groupPolicy be "allowlist" with ${whomYouKnow(account)}.`,
          changes: [...(mention ? [mention] : []), ...close],
        },
        witness,
      },
    ];
  }
  const mentioned = evaluateAccess({ ...message, sender, mentioned: true }, policy);
  if (!mentioned.allowed || mentioned.path === undefined) return [];
  const list = mentioned.path.replace(/\[\d+\]$/, "");
  // Whoever may write directly is found there.
  if (list === account.access.directList?.path) return [];
  if (mentioned.reason !== "group-open")
    return [
      {
        id: "open-groups",
        path: mentioned.path,
        message:
          "Anybody in a group who mentions the bot makes it act: no list says who may, or the list has everybody on it.",
        fix:
          list === mentioned.path
            ? moveOn(`List the people you know in ${whomYouKnow(account)}.`)
            : removeEntry(
                mentioned.path,
                policy.config,
                `Remove ${mentioned.path}, and list the people you know.`,
              ),
        witness,
      },
    ];
  return [
    {
      id: "open-groups",
      path: mentioned.path,
      message: "Anybody in a group who mentions the bot makes it act.",
      fix: {
        sentence: `Write ${mentioned.path}: "allowlist", and list the people you know in ${whomYouKnow(account)}.`,
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
    return [...unlistedRooms(account), ...listedRooms(account)].flatMap((room) =>
      openRoom(account, room, stranger, policy),
    );
  });
}
