import type { Policy } from "../../../src/config/policy.ts";
import type { RoomChannel } from "../../../src/config/rooms.ts";
import { sessionAccess, sessionPlaces } from "../../../src/policy/access/session-rooms.ts";
import { roomTools } from "../../../src/policy/tool/chat-tools.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { findSender, knownSender } from "../../../src/policy/access/access-request.ts";
import { findPlace, type Place } from "../../../src/policy/access/places.ts";
import { placeRoom } from "../../../src/policy/access/placed-room.ts";
import { shutBy, shuttingWords } from "../../../src/policy/access/room-listing.ts";
import { mentionSetting } from "../../../src/policy/access/room-mention.ts";
import { admittedBy, listedPeople } from "../../../src/policy/access/room-people.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { threadingOf } from "../../../src/scope/session/threading.ts";
import { roomSchemes } from "../../../src/policy/access/room-schemes.ts";
import { nearest } from "../../../src/policy/section.ts";
import type { AllowList, AllowListSource } from "../../../src/policy/access/allow-list.ts";
import { pairedAreListed } from "../../../src/policy/access/direct.ts";
import { judgeGroupSender } from "../../../src/policy/access/group.ts";
import { senderList } from "../../../src/policy/access/sender-list.ts";
import type { AccessReason, SenderReason } from "../../../src/policy/access/verdict.ts";
import { discordInbound, slackKeys } from "./conversations.ts";
import { outcomes, reasonCodes, senderGroupReasons } from "./access.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { channelAccess, usualAccount } from "../../../src/policy/access/channel-access.ts";
import { groupPolicyOf } from "../../../src/policy/access/group-policy.ts";
import { behavioursOf, lineageOf } from "../../../src/edition/edition.ts";
import { uncheckedPolicyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

/** The bots of the recorded messages. */
const discordBot = "1";
const slackBot = "UBOT";

function defined(request: Record<string, unknown>): AccessRequest {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined && value !== null),
  ) as unknown as AccessRequest;
}

function discordRequest(input: VectorInput): AccessRequest {
  const named: readonly string[] = input.mentionedUsers ?? [];
  const mentioned = named.includes(discordBot)
    ? true
    : input.mentionedEveryone === true
      ? "everyone"
      : input.replyToAuthor === discordBot
        ? "reply"
        : false;
  return defined({
    channel: "discord",
    account: input.accountId,
    chatType: { dm: "direct", "group-dm": "group", guild: "channel" }[input.kind as string],
    peer: input.kind === "dm" ? input.senderId : input.channelId,
    sender: input.senderId,
    senderName: input.senderName,
    roomName: input.channelName,
    parent: input.threadParentId && { peer: input.threadParentId },
    parentName: input.threadParentName,
    guild: input.guildId,
    guildName: input.guildName,
    // No guild came with the message, only its id.
    guildUnavailable: input.guildId !== undefined && input.guildName === undefined ? true : undefined,
    roles: input.roles ?? [],
    bot: input.bot,
    paired: input.store,
    mentioned,
    othersMentioned: named.some((id) => id !== discordBot),
    ownThread: input.threadOwnerId === discordBot,
  });
}

function namesBot({ source, text }: VectorInput): boolean {
  return source === "app_mention" || String(text).includes(`<@${slackBot}>`);
}

function slackRequest(input: VectorInput): AccessRequest {
  const text: string = input.text;
  const mentioned = namesBot(input)
    ? true
    : input.parentUser === slackBot
      ? "reply"
      : input.participated === true
        ? "joined"
        : false;
  return defined({
    channel: "slack",
    account: input.accountId,
    chatType: { im: "direct", mpim: "group", channel: "channel", group: "channel" }[
      input.channelType as string
    ],
    peer: input.channelType === "im" ? input.senderId : input.channelId,
    sender: input.senderId,
    senderName: input.senderName,
    roomName: input.channelName,
    bot: input.bot,
    team: "T1",
    ownerPresent: false,
    paired: input.store,
    mentioned,
    othersMentioned: /<@(?!UBOT>)/.test(text),
  });
}

function admissionOf(tellsPairing: boolean, request: AccessRequest, policy: Policy) {
  const { outcome, mention } = evaluateAccess(request, policy);
  return {
    ...(outcome === "admit" && { mentioned: mention?.mentioned }),
    admitted: outcome === "admit",
    ...(outcome === "pair" && tellsPairing && { pairing: true }),
  };
}

function nameSwitch({ edition }: Circumstances): boolean {
  return behavioursOf(edition).has("sender-names-need-switch");
}

/** What a channel's monitor holds of the settings of an account. */
function settingsOf(
  channel: "discord" | "slack",
  { cfg, accountId }: VectorInput,
  circumstances: Circumstances,
) {
  const policy = uncheckedPolicyOf(cfg, circumstances);
  const access = channelAccess(channel, accountId ?? usualAccount(channel, policy), policy);
  const account = /\.accounts\.(.*)$/.exec(access?.path ?? "")?.[1];
  return {
    access,
    policy,
    settings: {
      enabled: access?.enabled?.value ?? true,
      accountId: account ?? accountId ?? "default",
      groupPolicy: groupPolicyOf(channel, access, policy, "open").value,
      dmPolicy: access?.dmPolicy?.value ?? "pairing",
      dmEnabled: access?.directEnabled?.value ?? true,
      groupDmEnabled: access?.groupChatsEnabled?.value ?? false,
      groupDmChannels: access?.groupChats?.entries,
      allowBots: access?.allowBots?.value,
      nameMatching: access?.nameMatching?.value ?? false,
    },
  };
}

/** One room of a channel whose config says nothing else. */
function roomOf(
  channel: RoomChannel,
  config: object,
  request: Omit<AccessRequest, "channel" | "chatType">,
  circumstances: Circumstances,
) {
  const policy = uncheckedPolicyOf({ channels: { [channel]: config } }, circumstances);
  const access = channelAccess(channel, undefined, policy);
  const placed = placeRoom(
    roomSchemes[channel],
    { ...defined({ ...request }), channel, chatType: "channel" },
    access,
    policy,
  );
  return { access, policy, placed, shuts: shuttingWords(placed.scheme, policy) };
}

/** What a room says of itself, without what other functions read. */
function echo(sections: readonly Place[], names: readonly string[]): object {
  const entries = names.map((name) => [name, nearest(sections, name as "users")?.value] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The session of a room, as the functions that ask for its tools or its default are told. */
function sessionOf(channel: RoomChannel, input: VectorInput, circumstances: Circumstances) {
  const policy = uncheckedPolicyOf(input.cfg, circumstances);
  const access = sessionAccess(channel, input.accountId, policy);
  const { groupId: peer, groupChannel: roomName, groupSpace } = input;
  const told = {
    channel,
    peer,
    roomName,
    ...(channel === "discord" && { guild: groupSpace }),
    ...(channel === "msteams" && { team: groupSpace, teamName: groupSpace }),
    sender: input.senderId,
    senderName: input.senderName,
    senderUsername: input.senderUsername,
  };
  const request = Object.fromEntries(Object.entries(told).filter(([, value]) => value != null));
  return { scheme: roomSchemes[channel], access, request, policy };
}

const nobody: AllowListSource = { entries: [], path: "" };

/** What Teams calls the reason since 2026.5.12. */
function teamsReason(reason: AccessReason, routeConfigured: boolean): string | undefined {
  if (reason === "room-not-listed") return routeConfigured ? "route_blocked" : "group_policy_empty_allowlist";
  if (reason === "group-empty-allowlist") return routeConfigured ? "route_sender_empty" : reasonCodes[reason];
  const admitted = /^(?:dm|group)-(?:open|allowlisted|paired|member)$/.test(reason);
  return admitted ? "activation_allowed" : reasonCodes[reason as SenderReason];
}

function toolsBridge(channel: RoomChannel): Bridge[string] {
  return (input, circumstances) => {
    const { scheme, access, request, policy } = sessionOf(channel, input, circumstances);
    return roomTools(scheme, access, request, policy)[0]?.config;
  };
}

function mentionBridge(channel: RoomChannel): Bridge[string] {
  return (input, circumstances) => {
    const { scheme, access, request, policy } = sessionOf(channel, input, circumstances);
    return nearest(sessionPlaces(scheme, request, access, policy), "requireMention")?.value ?? true;
  };
}

/** A room of Feishu, by the settings of its account. */
function feishuRoom({ cfg, groupId }: VectorInput, circumstances: Circumstances) {
  return roomOf("feishu", cfg, { peer: groupId }, circumstances);
}

/** Whom a list names, as the function is told of somebody. */
function sought({ allowFrom, senderId, senderName }: VectorInput, circumstances: Circumstances) {
  const policy = uncheckedPolicyOf({}, circumstances);
  const request = defined({ channel: "feishu", chatType: "group", sender: senderId, senderName });
  const sender = knownSender(request, undefined, policy);
  return { policy, sender, list: senderList({ entries: allowFrom, path: "" }, "feishu", policy) };
}

/** Whether a list of a channel names somebody. */
function isListed(
  allowFrom: AllowListSource["entries"] | undefined,
  from: Pick<AccessRequest, "channel" | "sender" | "senderName">,
  circumstances: Circumstances,
  byName = false,
): boolean {
  const { channel } = from;
  const config = { channels: { [channel]: { dangerouslyAllowNameMatching: byName } } };
  const policy = uncheckedPolicyOf(config, circumstances);
  const sender = knownSender(
    defined({ ...from, chatType: "group" }),
    channelAccess(channel, undefined, policy),
    policy,
  );
  return (
    findSender(sender, senderList({ entries: allowFrom ?? [], path: "" }, channel, policy)) !== undefined
  );
}

/** Whether a list of Nextcloud Talk names somebody, and by what. */
function talkMatch({ allowFrom, senderId }: VectorInput, circumstances: Circumstances) {
  const policy = uncheckedPolicyOf({}, circumstances);
  const list = senderList({ entries: allowFrom ?? [], path: "" }, "nextcloud-talk", policy);
  if (list.wildcard !== undefined) return { allowed: true, matchKey: "*", matchSource: "wildcard" };
  const request = defined({ channel: "nextcloud-talk", chatType: "group", sender: senderId });
  const id = knownSender(request, undefined, policy).ids.find(list.find);
  return { allowed: id !== undefined, ...(id !== undefined && { matchKey: id, matchSource: "id" }) };
}

export const roomsBridge: Bridge = {
  "feishu.groupTools": toolsBridge("feishu"),
  "feishu.groupConfig": (input, circumstances) => {
    const cfg = { channels: { feishu: { groups: {}, ...input.cfg } } };
    const { scheme, access, request, policy } = sessionOf("feishu", { ...input, cfg }, circumstances);
    const [place] = sessionPlaces(scheme, request, access, policy);
    // What every object inherits stands nowhere in the config.
    return place && (place.order < 0 ? { $function: true } : place.config);
  },
  "feishu.explicitGroup": ({ cfg, groupId }, circumstances) =>
    feishuRoom({ cfg: { ...cfg, groupAllowFrom: undefined }, groupId }, circumstances).placed.listedBy !==
    undefined,
  "feishu.groupAllowed": (input, circumstances) => {
    const { policy, sender, list } = sought(input, circumstances);
    const find = (of: AllowList) => findSender(sender, of);
    return judgeGroupSender(input.groupPolicy, list, find, policy).outcome === "admit";
  },
  "feishu.allowListMatch": (input, circumstances) => {
    const { sender, list } = sought(input, circumstances);
    if (list.wildcard !== undefined) return { allowed: true, matchKey: "*", matchSource: "wildcard" };
    const [id, name] = [sender.ids.find(list.find), sender.names.find(list.findName)];
    if (id === undefined)
      return { allowed: name !== undefined, ...(name && { matchKey: name, matchSource: "name" }) };
    // Since 2026.4.14 the answer says of what kind the id is.
    const kind = lineageOf(circumstances.edition).has("2026.4.14")
      ? id.startsWith("oc_")
        ? "chat:"
        : "user:"
      : "";
    return { allowed: true, matchKey: kind + id, matchSource: "id" };
  },
  "feishu.replyPolicy": (input, circumstances) => {
    if (input.isDirectMessage === true) return { requireMention: false };
    const { groupConfig, groupId, globalConfig, groupPolicy } = input;
    // Up to 2026.3.13 whoever asks finds the group's entry.
    const section = lineageOf(circumstances.edition).has("2026.3.24")
      ? input.cfg.channels.feishu
      : { ...globalConfig, groups: groupConfig && { [groupId]: groupConfig } };
    const { placed, access, policy } = feishuRoom(
      { cfg: { ...section, groupPolicy }, groupId },
      circumstances,
    );
    const ofGroups = groupPolicyOf("feishu", access, policy);
    return {
      requireMention: mentionSetting({ ...placed, access, path: "", groupPolicy: ofGroups }, policy).value,
    };
  },
  "discord.groupTools": toolsBridge("discord"),
  "slack.groupTools": toolsBridge("slack"),
  "msteams.groupTools": toolsBridge("msteams"),
  "matrix.groupTools": toolsBridge("matrix"),
  "discord.groupRequireMention": mentionBridge("discord"),
  "slack.groupRequireMention": mentionBridge("slack"),
  "discord.channelConfig": (input, circumstances) => {
    const { guildInfo } = input;
    const inThread = input.scope === "thread";
    const { placed, policy, shuts } = roomOf(
      "discord",
      { guilds: { g: guildInfo ?? {} } },
      {
        guild: "g",
        peer: input.channelId,
        roomName: input.channelName,
        ...(inThread && { parent: { peer: input.parentId ?? "" }, parentName: input.parentName }),
      },
      circumstances,
    );
    const { table, found, says } = placed.room;
    if (table === undefined) return null;
    if (found === undefined) return { allowed: false };
    const read = policy.behaviours;
    return {
      ...echo(says, ["requireMention", "skills", "enabled", "users", "autoThread"]),
      ...(read.has("roles-read") && echo(says, ["roles"])),
      ...(read.has("other-mentions-ignored") && echo(says, ["ignoreOtherMentions"])),
      // `enabled` is asked beside this answer for as long as `allow` is its own.
      allowed: found.place.config[shuts.at(-1) ?? "enabled"] !== false,
      matchKey: found.place.key,
      matchSource: found.by,
    };
  },
  "discord.memberAccess": (input, circumstances) => {
    const { channelConfig: room, guildInfo: guild, sender } = input;
    const entry = guild && { ...guild, channels: undefined };
    const config = {
      groupPolicy: "open",
      dangerouslyAllowNameMatching: input.allowNameMatching,
      guilds: { g: { ...entry, ...(room && { channels: { r: { ...room, enabled: true } } }) } },
    };
    const { placed, policy, access } = roomOf("discord", config, { guild: "g", peer: "r" }, circumstances);
    const request = defined({
      channel: "discord",
      chatType: "channel",
      sender: sender.id,
      senderName: sender.name,
      senderUsername: sender.tag,
      roles: input.memberRoleIds,
    });
    const people = listedPeople(placed, policy);
    const from = { request, sender: knownSender(request, access, policy) };
    return {
      restricted: people.length > 0,
      allowed: people.every((each) => admittedBy(each, from, policy) !== undefined),
    };
  },
  "slack.channelConfig": (input, circumstances) => {
    const line = lineageOf(circumstances.edition);
    const { placed, access, policy, shuts } = roomOf(
      "slack",
      {
        channels: input.channels,
        requireMention: input.defaultRequireMention,
        // Before, whoever asked left the name out.
        dangerouslyAllowNameMatching: line.has("2026.3.13") ? input.allowNameMatching : true,
      },
      {
        peer: input.channelId,
        roomName: input.channelName,
        team: input.teamId,
        ...(input.allowUnscoped === false && { orgWide: true }),
      },
      circumstances,
    );
    const { table, found, says } = placed.room;
    const asks = {
      requireMention: mentionSetting(
        { ...placed, access, path: "", groupPolicy: groupPolicyOf("slack", access, policy) },
        policy,
      ).value,
    };
    if (table === undefined) return { allowed: true, ...asks };
    if (found === undefined) return { allowed: false, ...asks };
    const users = nearest(says, "users")?.value;
    // Since 2026.9.2 the lists are told in the form in which they are compared.
    const told = line.has("2026.9.2") ? users?.map((user) => String(user).trim().toLowerCase()) : users;
    const isTold = told !== undefined && (told.length > 0 || !line.has("2026.9.2"));
    return {
      ...echo(says, ["allowBots", "skills"]),
      ...(line.has("2026.7.1") && echo(says, ["ignoreOtherMentions", "replyToMode"])),
      ...(isTold && { users: told }),
      ...asks,
      allowed: shutBy(placed, shuts).length === 0,
      matchKey: found.place.key,
      matchSource: found.by,
    };
  },
  "discord.message": (input, circumstances) => {
    const request = discordRequest(input);
    const policy = uncheckedPolicyOf(input.cfg, circumstances);
    const { outcome, mention, commands } = evaluateAccess(request, policy);
    if (outcome !== "admit") return { admitted: false, ...(outcome === "pair" && { pairing: true }) };
    const session = resolveSession(discordInbound(input), policy);
    return {
      admitted: true,
      mentionRequired: mention?.required ?? false,
      mentioned: mention?.mentioned ?? false,
      commandAuthorized: commands ?? true,
      ...(session.ok && { sessionKey: session.key, agentId: session.agentId }),
    };
  },
  "slack.message": (input, circumstances) => {
    const policy = uncheckedPolicyOf(input.cfg, circumstances);
    const { outcome, mention, commands } = evaluateAccess(slackRequest(input), policy);
    if (outcome !== "admit") return { admitted: false, ...(outcome === "pair" && { pairing: true }) };
    // Since 2026.6.11 the release also repeats of a direct message what Slack calls a mention.
    const repeats = lineageOf(circumstances.edition).has("2026.6.11");
    const inDirect = repeats ? input.source === "app_mention" : undefined;
    return {
      admitted: true,
      mentioned: input.channelType === "im" ? inDirect : mention?.mentioned,
      commandAuthorized: commands ?? true,
      ...slackKeys(input, namesBot(input), policy),
    };
  },
  "msteams.access": (input, circumstances) => {
    const policy = uncheckedPolicyOf(input.cfg, circumstances);
    const access = channelAccess("msteams", undefined, policy);
    const direct = input.kind === "dm";
    const request = defined({
      channel: "msteams",
      chatType: direct ? "direct" : input.kind === "channel" ? "channel" : "group",
      peer: direct ? input.senderId : input.conversationId,
      // Only channels stand in a team.
      team: input.kind === "channel" ? input.teamId : undefined,
      teamName: input.kind === "channel" ? input.teamName : undefined,
      roomName: input.channelName,
      sender: input.senderId,
      senderName: input.senderName,
      paired: input.store,
      mentioned: true,
    });
    const placed = placeRoom(roomSchemes.msteams, request, access, policy);
    const routeConfigured = placed.outer?.table !== undefined;
    const levels = [placed.outer, placed.room].filter((level) => level?.table !== undefined);
    const routeAllowed = levels.every((level) => level?.found !== undefined);
    const { outcome, reason } = evaluateAccess(request, policy);
    if (lineageOf(circumstances.edition).has("2026.5.12")) {
      const decision = outcomes[outcome];
      return {
        decision,
        sender: decision,
        reason: teamsReason(reason, routeConfigured),
        routeAllowed,
      };
    }
    // Before, the parts were asked one by one, of which those for groups decided.
    const group = direct ? "disabled" : groupPolicyOf("msteams", access, policy).value;
    const find = (list: AllowList) => findSender(knownSender(request, access, policy), list);
    const listOf = (source: AllowListSource | undefined) => senderList(source ?? nobody, "msteams", policy);
    const own = listOf(access?.groupAllowFrom);
    const list = own.entries.length > 0 ? own : listOf(access?.allowFrom);
    const scoped = list.entries.length > 0 ? "allowlist" : "open";
    const asked = group === "disabled" || (routeConfigured && list.entries.length === 0) ? group : scoped;
    const ofGroup = judgeGroupSender(group, list, find, policy);
    const sender = direct ? { outcome, reason } : judgeGroupSender(asked, own, find, policy);
    return {
      sender: outcomes[sender.outcome],
      reason:
        sender.reason === "dm-paired"
          ? reasonCodes["dm-allowlisted"]
          : reasonCodes[sender.reason as SenderReason],
      routeConfigured,
      routeAllowed,
      groupSender: ofGroup.outcome === "admit",
      groupReason: senderGroupReasons[ofGroup.reason],
    };
  },
  "matrix.access": (input, circumstances) => {
    const cfg = {
      channels: {
        matrix: {
          groupPolicy: input.groupPolicy,
          groupAllowFrom: input.groupAllowFrom,
          dm: { policy: input.dmPolicy, allowFrom: input.allowFrom },
          groups: { "!room": { users: input.roomUsers } },
        },
      },
    };
    const policy = uncheckedPolicyOf(cfg, circumstances);
    const access = channelAccess("matrix", undefined, policy);
    const request = defined({
      channel: "matrix",
      chatType: input.isRoom === true ? "channel" : "direct",
      peer: input.isRoom === true ? "!room" : input.senderId,
      sender: input.senderId,
      paired: input.storeAllowFrom,
      mentioned: true,
    });
    if (lineageOf(circumstances.edition).has("2026.5.12")) {
      const { outcome, reason } = evaluateAccess(request, policy);
      return {
        decision: outcomes[outcome],
        reason: outcome === "admit" ? "activation_allowed" : reasonCodes[reason as SenderReason],
      };
    }
    const sender = knownSender(request, access, policy);
    const [place] = placeRoom(roomSchemes.matrix, request, access, policy).room.says;
    const matches = (source: AllowListSource | undefined) =>
      source === undefined || source.entries.length === 0
        ? undefined
        : findSender(sender, senderList(source, "matrix", policy)) !== undefined;
    const paired =
      sender.isPaired &&
      (!["allowlist", "open"].includes(input.dmPolicy) || pairedAreListed("matrix", "", policy));
    return {
      directAllow: matches(access?.directList) === true || paired,
      roomUser: matches(input.isRoom === true ? place?.users : undefined),
      groupAllow: matches(access?.groupAllowFrom),
      groupConfigured: matches(access?.groupAllowFrom) !== undefined,
    };
  },
  "googlechat.access": (input, circumstances) =>
    admissionOf(
      // The function of one release left pairing to whoever called it.
      circumstances.edition !== "openclaw@2026.3.2",
      defined({
        channel: "googlechat",
        chatType: input.isGroup === true ? "group" : "direct",
        peer: input.isGroup === true ? input.space : input.senderId,
        roomName: input.spaceName,
        sender: input.senderId,
        senderName: input.senderName,
        senderEmail: input.senderEmail,
        mentioned: input.mentioned ?? false,
        paired: input.store,
      }),
      uncheckedPolicyOf(input.cfg, circumstances),
    ),
  "irc.groupMatch": ({ groups, target }, circumstances) => {
    const { access, policy } = roomOf("irc", { groups: groups ?? {} }, {}, circumstances);
    const places = access?.places;
    const [level] = roomSchemes.irc.levels;
    const heeding = { behaviours: policy.behaviours, switchedOn: false };
    const found = places && findPlace(places, { peer: target }, level, heeding);
    const own = found?.by === "direct" ? found.place : undefined;
    return {
      allowed: found !== undefined,
      groupConfig: own !== undefined && own.order >= 0 ? own.config : undefined,
      wildcardConfig: found && places.byKey.get("*")?.config,
      hasConfiguredGroups: (places?.byKey.size ?? 0) > 0,
    };
  },
  "irc.requireMention": ({ groupConfig, wildcardConfig }, circumstances) => {
    const groups = defined({ "#room": groupConfig, "*": wildcardConfig });
    const { placed, access, policy } = roomOf("irc", { groups }, { peer: "#room" }, circumstances);
    const groupPolicy = groupPolicyOf("irc", access, policy);
    return mentionSetting({ ...placed, access, path: "", groupPolicy }, policy).value;
  },
  "nextcloud.roomMatch": ({ rooms, roomToken: peer, roomName }, circumstances) => {
    const asked = { peer, roomName };
    const { placed, access } = roomOf("nextcloud-talk", { rooms }, asked, circumstances);
    const { table, found } = placed.room;
    return {
      roomConfig: found?.place.config,
      wildcardConfig: found && access?.places?.byKey.get("*")?.config,
      roomKey: found?.place.key,
      matchSource: found?.by,
      allowed: table === undefined || found !== undefined,
      allowlistConfigured: table !== undefined,
    };
  },
  "nextcloud.groupAllow": ({ groupPolicy, outerAllowFrom, innerAllowFrom, senderId }, circumstances) => {
    const config = {
      groupPolicy,
      groupAllowFrom: outerAllowFrom,
      rooms: { r: { allowFrom: innerAllowFrom } },
    };
    const policy = uncheckedPolicyOf({ channels: { "nextcloud-talk": config } }, circumstances);
    const message = {
      channel: "nextcloud-talk",
      chatType: "group",
      peer: "r",
      sender: senderId,
      mentioned: true,
    };
    const match = (allowFrom: unknown) =>
      groupPolicy === "allowlist" && (outerAllowFrom?.length || innerAllowFrom?.length)
        ? talkMatch({ allowFrom, senderId }, circumstances)
        : { allowed: groupPolicy === "open" };
    return {
      allowed: evaluateAccess(defined(message), policy).allowed,
      outerMatch: match(outerAllowFrom),
      innerMatch: match(innerAllowFrom),
    };
  },
  "nextcloud.allowListMatch": talkMatch,
  "signal.senderAllowed": ({ allowFrom, sender }, circumstances) =>
    isListed(allowFrom, { channel: "signal", sender: sender.e164 ?? sender.raw }, circumstances),
  "mattermost.senderAllowed": ({ allowFrom, senderId, senderName, allowNameMatching }, circumstances) =>
    isListed(
      allowFrom,
      { channel: "mattermost", sender: senderId, senderName },
      circumstances,
      allowNameMatching,
    ),
  "discord.settings": (input, circumstances) => {
    const { access, settings } = settingsOf("discord", input, circumstances);
    // Names were heeded in every list before there was the switch.
    const { nameMatching, ...others } = settings;
    const hasSwitch = nameSwitch(circumstances) ? { nameMatching } : {};
    const allowFrom =
      access?.directList?.entries ?? (lineageOf(circumstances.edition).has("2026.4.29") ? [] : undefined);
    return { ...others, ...hasSwitch, allowFrom, guilds: access?.places?.entries };
  },
  "slack.settings": (input, circumstances) => {
    const { access, policy, settings } = settingsOf("slack", input, circumstances);
    const modeIn = (chatType: Inbound["chatType"]) =>
      threadingOf({ channel: "slack", account: settings.accountId, chatType }, policy)?.mode;
    return {
      ...settings,
      replyToMode: { direct: modeIn("direct"), group: modeIn("group"), channel: modeIn("channel") },
      nameMatching: nameSwitch(circumstances) ? settings.nameMatching : true,
      allowFrom: access?.directList?.entries,
      channels: access?.places?.entries,
      requireMention: access?.requireMention?.value,
    };
  },
};
