import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { remember } from "../../edition/remember.ts";
import { fold, isBlank } from "../../identity/fold.ts";
import { firstFound } from "../section.ts";
import type { CommandRequest } from "./command-request.ts";
import { ownersOf, readPeople } from "./owners.ts";
import { channelPeople, firstEntries, senderWriter, type WrittenPeople } from "./people.ts";
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
  entriesAt: new Map(
    Object.entries(config.commands?.allowFrom ?? {}).map(([name, entries]) => [
      extendPath("commands.allowFrom", name),
      entries.length,
    ]),
  ),
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
  const { closed, roomsCount, groupSuffix } = commandRules(policy);
  const own = sender ?? (chatType === "direct" ? peer : undefined);
  const ids = (channel === "whatsapp" ? [...aliases, own] : [own, ...aliases])
    .filter((id) => id !== undefined)
    .filter((id) => !isBlank(id));
  const told = closed ? ids : ids.map((id) => id.trim());
  const standsIn =
    roomsCount ||
    (told.length === 0 && (chatType ?? "direct") === "direct" && !isConversation(from, groupSuffix));
  const address = from.trim();
  const write = senderWriter(channel, policy.behaviours);
  const written = [...told, ...(standsIn && address !== "" && !closed ? [address] : [])].map(write);
  return [...new Set(written.filter((id) => id !== undefined && id.trim() !== ""))] as string[];
}

/** A list without `*`. */
export const withoutStar = /* @__PURE__ */ once(({ entries, path }: WrittenPeople): WrittenPeople => ({
  path,
  entries: entries.filter(({ id }) => id !== "*"),
}));

/** Whether a list has `*`. */
export function hasStar(list: WrittenPeople): boolean {
  return firstEntries(list).has("*");
}

const noPeople: WrittenPeople = { path: "", entries: [] };

/** Stands for a command that came by no channel. */
const nowhere = "\0";

/** What a policy's lists say for a channel; what a request names is bounded by what is remembered. */
const listsOf = /* @__PURE__ */ once((policy: Policy) => {
  const { allowFrom, lists, ownerAllowFrom } = commandRules(policy);
  return {
    owners: remember((channel) =>
      ownersOf(ownerAllowFrom, channel === nowhere ? undefined : channel, policy),
    ),
    listed: remember((channel): WrittenPeople => {
      for (const name of lists ? [channel === nowhere ? "" : channel, "*"] : []) {
        const entries = allowFrom.get(name);
        if (entries === undefined) continue;
        const source = { entries, path: extendPath("commands.allowFrom", name) };
        return readPeople(source, channel === nowhere ? undefined : channel, policy);
      }
      return noPeople;
    }),
    members: remember((place) => {
      const [channel = "", ...account] = place.split("\0");
      const name = account.length === 0 ? undefined : account.join("\0");
      return channelPeople(channel, name, policy, channelNamer(policy)(channel) !== undefined);
    }),
  };
});

/** The channel's own list, and whether it is open to all. */
function membersOfChannel(
  { account }: CommandRequest,
  channel: string | undefined,
  policy: Policy,
): Pick<CommandFacts, "members" | "openToAll"> {
  const counts = channelNamer(policy)(channel) !== undefined || commandRules(policy).anyChannelRead;
  const place = [channel, ...(account === undefined ? [] : [account])].join("\0");
  const members = channel !== undefined && counts ? listsOf(policy).members(place) : noPeople;
  const openToAll = members.entries.length === 0 || hasStar(members);
  return { members: openToAll ? { path: members.path, entries: [] } : members, openToAll };
}

/** How many entries are written in the list of `commands.allowFrom` that holds. */
function listedEntries({ path }: WrittenPeople, policy: Policy): number {
  return commandRules(policy).entriesAt.get(path) ?? 0;
}

/** Reads the lists that hold for a command, and who gives it. */
export function commandFacts(request: CommandRequest, policy: Policy): CommandFacts {
  const { ownerAllowFrom, ownersInConfig, toldOwners } = commandRules(policy);
  const channel = commandChannel(request, policy);
  const lists = listsOf(policy);
  const owners = ownersInConfig ? lists.owners(channel ?? nowhere) : noPeople;
  const told =
    toldOwners && request.owners !== undefined
      ? ownersOf({ entries: request.owners, path: "owners" }, channel, policy)
      : noPeople;
  const listed = lists.listed(channel ?? nowhere);
  return {
    channel,
    candidates: candidatesOf(request, channel, policy),
    owners: withoutStar(owners),
    everybodyOwns: hasStar(owners),
    ownersWritten: ownersInConfig && ownerAllowFrom.entries.length > 0,
    ownersListed: ownerAllowFrom.entries.length,
    toldOwners: withoutStar(told),
    ...membersOfChannel(request, channel, policy),
    listed: listed === noPeople ? undefined : listed,
    listedEntries: listedEntries(listed, policy),
    enforced: channel === "whatsapp",
  };
}

/** The entry of a list that names somebody. */
export function findPerson(
  list: WrittenPeople,
  candidates: readonly string[],
): WrittenPeople["entries"][number] | undefined {
  const entries = firstEntries(list);
  return firstFound(candidates, (candidate) => entries.get(candidate));
}
