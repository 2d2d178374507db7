import { told } from "./representative.ts";
import type { BindingConfig, ChannelConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import { defaultAccountId } from "../../identity/account-id.ts";
import { type ChatType, normalizeChatType } from "../../scope/chat-type.ts";
import { configuredRooms } from "../../scope/conversation/settings.ts";
import { telegramDefaultAccount } from "../../scope/routing/default-account.ts";
import type { Inbound } from "../../scope/inbound.ts";

/** What bindings and topics ask of a message; an account is the default one unless `anyAccount`. */
export interface PlaceDemand extends Partial<Omit<Inbound, "channel">> {
  readonly channel: string;
  readonly anyAccount: boolean;
}

type Match = BindingConfig["match"];

function peerOf({
  kind,
  id,
}: NonNullable<Match["peer"]>): { readonly chatType: ChatType; readonly peer?: string } | undefined {
  const chatType = normalizeChatType(kind);
  if (chatType === undefined) return undefined;
  return { chatType, ...(id.trim() !== "*" && { peer: id.trim() }) };
}

/** A thread that is a chat of its own, as on Discord. */
function threadUnder(chatType: ChatType, parent: string): Partial<Inbound> {
  const thread = `${parent}-1`;
  return { chatType, peer: thread, thread, parent: { chatType, peer: parent } };
}

/** Up to 2026.2.12 any one of peer, guild and team is enough. */
function* eachAlone({ channel, anyAccount, account, ...place }: PlaceDemand): Generator<PlaceDemand> {
  const { chatType, guild, peer, team } = place;
  const through = told({ channel, anyAccount, account });
  if (peer !== undefined && chatType !== undefined) yield { ...through, chatType, peer };
  if (guild !== undefined) yield { ...through, guild };
  if (team !== undefined) yield { ...through, team };
}

/** What one binding asks, of the chat itself and of what a thread hangs under. */
export function* demandsOfBinding(
  { channel, accountId, peer, guildId, teamId, roles }: Match,
  { behaviours }: Policy,
): Generator<PlaceDemand> {
  const account = accountId?.trim() ?? "";
  const named = told({
    channel: channel.trim(),
    anyAccount: account === "*",
    account: account === "*" || account === "" ? undefined : account,
    guild: guildId,
    team: teamId,
  });
  for (const role of roles === undefined || roles.length === 0 ? [undefined] : roles) {
    const place: PlaceDemand = { ...named, ...(role !== undefined && { roles: [role] }) };
    const chat = peer && peerOf(peer);
    yield { ...place, ...chat };
    if (!behaviours.has("bindings-are-all-of")) yield* eachAlone({ ...place, ...chat });
    if (chat?.peer !== undefined && chat.chatType !== "direct")
      yield { ...place, ...threadUnder(chat.chatType, chat.peer) };
  }
}

/** A place of a config where groups are written: of a channel, or of one of its accounts. */
export interface GroupSection {
  readonly channel: string;
  readonly account: string | undefined;
  readonly path: readonly string[];
  readonly groups: NonNullable<ChannelConfig["groups"]>;
}

/** Every such place, each channel before its accounts. */
export function* groupSections({ config }: Policy): Generator<GroupSection> {
  for (const [channel, { groups = {}, accounts = {} }] of configuredChannels(config)) {
    const path = ["channels", channel];
    yield { channel, account: undefined, path, groups };
    for (const [account, own] of Object.entries(accounts))
      yield { channel, account, path: [...path, "accounts", account], groups: own.groups ?? {} };
  }
}

function* topicsOf({ groups, channel, account }: GroupSection): Generator<PlaceDemand> {
  for (const [peer, { topics }] of Object.entries(groups))
    for (const [thread, { agentId }] of Object.entries(topics ?? {})) {
      if (agentId === undefined) continue;
      const group = { channel, anyAccount: account === undefined, chatType: "group", thread } as const;
      yield { ...group, ...told({ account, peer: peer === "*" ? undefined : peer }) };
    }
}

/** The rooms that a channel may split in a way of their own. */
function* splitRoomsOf(policy: Policy): Generator<PlaceDemand> {
  for (const { account, ...room } of configuredRooms(policy))
    yield { anyAccount: account === undefined, ...told({ ...room, account }) };
}

/** What bindings, topics, rooms and the choice of Telegram's default bot ask of messages under a policy. */
export function* placeDemands(policy: Policy): Generator<PlaceDemand> {
  const { account: defaultBot } = telegramDefaultAccount(policy);
  if (defaultBot !== defaultAccountId) yield { channel: "telegram", anyAccount: false, account: defaultBot };
  for (const { match } of policy.config.bindings ?? []) yield* demandsOfBinding(match, policy);
  for (const section of groupSections(policy)) yield* topicsOf(section);
  yield* splitRoomsOf(policy);
}
