import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { fold } from "../../identity/fold.ts";
import type { CommandRequest } from "./command-request.ts";
import { ownersOf, readPeople } from "./owners.ts";
import { channelPeople, personWriter, type WrittenPeople } from "./people.ts";
import { channelNamer, commandChannel } from "./surface.ts";

/** The lists that hold for a command, and who gives it. */
export interface CommandFacts {
  readonly channel: string | undefined;
  readonly candidates: readonly string[];
  /** Owners of `commands.ownerAllowFrom`, `*` left out. */
  readonly owners: WrittenPeople;
  /** Whether `*` is among them. */
  readonly everybodyOwns: boolean;
  /** Something is written in `commands.ownerAllowFrom`. */
  readonly ownersWritten: boolean;
  /** How many entries are written there. */
  readonly ownersListed: number;
  /** Owners whom the channel itself tells. */
  readonly toldOwners: WrittenPeople;
  /** The channel's own list, `*` left out; nobody where it is open to all. */
  readonly members: WrittenPeople;
  readonly openToAll: boolean;
  /** The list of `commands.allowFrom` that holds. */
  readonly listed: WrittenPeople | undefined;
  /** How many entries are written there. */
  readonly listedEntries: number;
  /** The channel lets owners alone command. */
  readonly enforced: boolean;
}

/** What an edition decides by, picked once for each policy. */
export const commandRules = /* @__PURE__ */ once(({ behaviours, config }: Policy) => ({
  ownersInConfig: behaviours.has("owners-in-config"),
  toldOwners: behaviours.has("owners-told-by-channel"),
  lists: behaviours.has("command-lists") || behaviours.has("commands-closed"),
  everybodyOwns: behaviours.has("owner-star-is-everybody"),
  adminsOwn: behaviours.has("webchat-admins-own"),
  roomsCount: !behaviours.has("rooms-give-no-commands"),
  groupSuffix: behaviours.has("group-suffix-is-conversation"),
  anyChannelRead: behaviours.has("unregistered-lists-read"),
  refusalHeeded: behaviours.has("owner-refusal-heeded"),
  namedOnly: behaviours.has("enforced-owners-are-named"),
  nativePasses: behaviours.has("native-commands-unowned"),
  enforcedFirst: behaviours.has("enforced-owners-first"),
  membersAreNoOwners: behaviours.has("members-are-no-owners"),
  suppression: behaviours.has("interpretation-suppressed"),
  resetsByGate: behaviours.has("resets-by-gate"),
  resetScope: behaviours.has("reset-scope-asked"),
  activationByOwners: behaviours.has("activation-by-owners"),
  closed: behaviours.has("commands-closed"),
  ownerAllowFrom: { entries: config.commands?.ownerAllowFrom ?? [], path: "commands.ownerAllowFrom" },
  allowFrom: new Map(Object.entries(config.commands?.allowFrom ?? {})),
}));

/** The rules of an edition about commands, and what its lists say. */
export type CommandRules = ReturnType<typeof commandRules>;

const conversation = /(?:^|:)(?:channel|group|thread|topic|room|space|spaces):/;

/** Whether an address is a conversation's rather than a person's. */
function isConversation(address: string, groupSuffix: boolean): boolean {
  const folded = fold(address);
  return (
    folded.startsWith("chat_id:") || conversation.test(folded) || (groupSuffix && folded.includes("@g.us"))
  );
}

/** The ids of whoever gives a command, as the channel's lists write them; the first is the one it goes by. */
function candidatesOf(
  request: CommandRequest,
  channel: string | undefined,
  policy: Policy,
): readonly string[] {
  const { aliases = [], chatType, from = "", peer, sender } = request;
  const { roomsCount, groupSuffix } = commandRules(policy);
  const own = sender ?? (chatType === "direct" ? peer : undefined);
  const ids = channel === "whatsapp" ? [...aliases, own] : [own, ...aliases];
  const told = ids.map((id) => id?.trim() ?? "").filter((id) => id !== "");
  const standsIn =
    roomsCount ||
    (told.length === 0 && (chatType ?? "direct") === "direct" && !isConversation(from, groupSuffix));
  const address = from.trim();
  const write = personWriter(channel, policy.behaviours);
  const written = [
    ...told,
    ...(standsIn && address !== "" && !commandRules(policy).closed ? [address] : []),
  ].map(write);
  return [...new Set(written.filter((id) => id !== undefined && id.trim() !== ""))] as string[];
}

/** A list without `*`. */
export function withoutStar({ entries, path }: WrittenPeople): WrittenPeople {
  return { path, entries: entries.filter(({ id }) => id !== "*") };
}

/** Whether a list has `*`. */
export function hasStar({ entries }: WrittenPeople): boolean {
  return entries.some(({ id }) => id === "*");
}

const noPeople: WrittenPeople = { path: "", entries: [] };

/** The channel's own list, and whether it is open to all. */
function membersOfChannel(
  { account, to }: CommandRequest,
  channel: string | undefined,
  policy: Policy,
): Pick<CommandFacts, "members" | "openToAll"> {
  const registered = channelNamer(policy)(channel) !== undefined;
  const counts = channel !== undefined && (registered || commandRules(policy).anyChannelRead);
  const list = counts ? channelPeople(channel, account, policy, registered) : noPeople;
  if (list.entries.length === 0 || hasStar(list))
    return { members: { ...list, entries: [] }, openToAll: true };
  const members = withoutStar(list);
  if (members.entries.length > 0 || to === undefined) return { members, openToAll: false };
  const self = personWriter(channel, policy.behaviours)(to.trim());
  return {
    members: { ...list, entries: self === undefined ? [] : [{ id: self, path: list.path }] },
    openToAll: false,
  };
}

/** Reads the lists that hold for a command, and who gives it. */
export function commandFacts(request: CommandRequest, policy: Policy): CommandFacts {
  const { allowFrom, lists, ownerAllowFrom, ownersInConfig, toldOwners } = commandRules(policy);
  const channel = commandChannel(request, policy);
  const owners = ownersInConfig ? ownersOf(ownerAllowFrom, channel, policy) : noPeople;
  const told =
    toldOwners && request.owners !== undefined
      ? ownersOf({ entries: request.owners, path: "owners" }, channel, policy)
      : noPeople;
  const name = lists ? [channel ?? "", "*"].find((each) => allowFrom.has(each)) : undefined;
  const entries = name === undefined ? undefined : allowFrom.get(name);
  return {
    channel,
    candidates: candidatesOf(request, channel, policy),
    owners: withoutStar(owners),
    everybodyOwns: hasStar(owners),
    ownersWritten: ownersInConfig && ownerAllowFrom.entries.length > 0,
    ownersListed: ownerAllowFrom.entries.length,
    toldOwners: withoutStar(told),
    ...membersOfChannel(request, channel, policy),
    listed:
      entries === undefined || name === undefined
        ? undefined
        : readPeople({ entries, path: extendPath("commands.allowFrom", name) }, channel, policy),
    listedEntries: entries?.length ?? 0,
    enforced: channel === "whatsapp",
  };
}

/** The entry of a list that names somebody. */
export function findPerson(
  { entries }: WrittenPeople,
  candidates: readonly string[],
): WrittenPeople["entries"][number] | undefined {
  for (const candidate of candidates) {
    const found = entries.find(({ id }) => id === candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}
