import { once } from "../../edition/once.ts";
import type { ToolSelectionConfig } from "../../config/config.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { fold, isBlank } from "../../identity/fold.ts";
import { idsArePhones, idWriter, phoneNumber, type WriteId } from "../../identity/same-id.ts";
import type { ToolSection } from "./list.ts";
import type { RoomAddress } from "../access/access-request.ts";
import type { ChannelAccess, GroupEntry } from "../access/channel-access.ts";
import type { RoomScheme } from "../access/room-scheme.ts";
import { sessionPlaces } from "../access/session-rooms.ts";
import { findGroup } from "../access/room.ts";
import { firstFound } from "../section.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** By what a key of `toolsBySender` may name a sender, when it says so: `id:7`; and on which channel. */
export const senderKinds = ["id", "e164", "username", "name", "channel"] as const;

type SenderKind = (typeof senderKinds)[number];

/** What is known of whoever asks for a tool. */
export interface ToolSender {
  /** The sender's id on the channel. */
  readonly sender?: string | undefined;
  /** What the sender is called, which the sender may change. */
  readonly senderName?: string | undefined;
  /** The user name that the sender chose. */
  readonly senderUsername?: string | undefined;
  /** The sender's phone number, `+15550001`. */
  readonly senderE164?: string | undefined;
  /** Other ids of the sender; read under `2026-11`. */
  readonly aliases?: readonly string[] | undefined;
  /** The channel that the message came on, such as `telegram`. */
  readonly channel?: string | undefined;
}

/** Tool lists by sender, as a config writes them. */
export type ToolsBySender = Readonly<Record<string, ToolSelectionConfig | null>>;

/** What is found of somebody's lists. */
interface SenderTools {
  /** The lists that hold for them. */
  readonly own?: ToolSection | undefined;
  /** Those of whoever is spelled nearly so: they deny what they deny, and grant nothing (`2026-11`). */
  readonly near: readonly ToolSection[];
}

const nobodys: readonly ToolSection[] = [];
const unlisted: SenderTools = { near: nobodys };

/** The lists that hold, of several places of which the first that says something counts. */
export function firstSections<Thing>(
  things: Iterable<Thing>,
  find: (thing: Thing) => SenderTools,
): readonly ToolSection[] {
  const near: ToolSection[] = [];
  for (const thing of things) {
    const found = find(thing);
    near.push(...found.near);
    if (found.own !== undefined) return [found.own, ...near];
  }
  return near;
}

function plain(text: string): string {
  return fold(text).replace(/^@/, "");
}

/** Brings a key, or a fact, into the form in which they are compared. */
type Spell = (kind: SenderKind, value: string) => string;

/** In any case, and with or without blanks around it. */
const loosely: Spell = (kind, value) => (kind === "username" ? plain(value) : fold(value));

/** As it is, but for the channel's own rule. */
const exactly = /* @__PURE__ */ once(
  (write: WriteId): Spell =>
    (kind, value) =>
      kind === "id" ? write(value) : kind === "e164" ? phoneNumber(value) : value,
);

/** A channel and an id on it; empty where one of them is missing. */
function channelSender(value: string, isExact: boolean): string {
  const at = value.indexOf(":");
  const channel = fold(value.slice(0, Math.max(at, 0)));
  const id = isExact ? idWriter(channel)(value.slice(at + 1)) : fold(value.slice(at + 1));
  return channel === "" || id === "" ? "" : `${channel}:${id}`;
}

// A key of no known kind is an id.
function parseTyped(key: string, channels: boolean): readonly [SenderKind, string] {
  const at = key.indexOf(":");
  const kind = at === -1 ? "" : lowerCase(key.slice(0, at));
  const known = senderKinds.find((name) => name === kind && (channels || name !== "channel"));
  return known === undefined ? ["id", key] : [known, key.slice(at + 1)];
}

/** The lists by sender, under each form in which a key is compared. */
interface SenderIndex {
  readonly exact: ReadonlyMap<string, ToolSection>;
  readonly loose: ReadonlyMap<string, readonly ToolSection[]>;
}

const forms = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  typed: behaviours.has("sender-keys-typed"),
  channels: behaviours.has("sender-keys-name-channel"),
  exact: behaviours.has("listed-ids-compared-exactly"),
  mostIds: behaviours.has("group-has-several-ids") ? Infinity : 1,
  indexes: new WeakMap<ToolsBySender, Map<WriteId, SenderIndex>>(),
}));

const anybody = "any:";

/** The forms of a key: as it is, and as releases compare it. */
function formsOfKey(
  key: string,
  write: WriteId,
  policy: Policy,
): { readonly exact: string; readonly loose: string } | undefined {
  const { typed, channels } = forms(policy);
  const trimmed = key.trim();
  if (trimmed === "*") return { exact: anybody, loose: anybody };
  const [kind, value] = typed ? parseTyped(trimmed, channels) : (["id", trimmed] as const);
  if (kind === "channel") {
    const [exact, loose] = [channelSender(value, true), channelSender(value, false)];
    return exact === "" ? undefined : { exact: `channel:${exact}`, loose: `channel:${loose}` };
  }
  // A key without a kind has lost its `@` in the releases.
  const loose = value === trimmed ? plain(value) : loosely(kind, value);
  const exact = exactly(write)(kind, value);
  return loose === "" ? undefined : { exact: `${kind}:${exact}`, loose: `${kind}:${loose}` };
}

function index(toolsBySender: ToolsBySender, path: string, write: WriteId, policy: Policy): SenderIndex {
  const { indexes } = forms(policy);
  const before = indexes.get(toolsBySender) ?? new Map<WriteId, SenderIndex>();
  const known = before.get(write);
  if (known !== undefined) return known;
  const exact = new Map<string, ToolSection>();
  const loose = new Map<string, ToolSection[]>();
  for (const [key, config] of Object.entries(toolsBySender)) {
    const names = formsOfKey(key, write, policy);
    if (config === null || names === undefined) continue;
    const section = { config, path: extendPath(path, key) };
    if (!exact.has(names.exact)) exact.set(names.exact, section);
    const alike = loose.get(names.loose);
    if (alike === undefined) loose.set(names.loose, [section]);
    else alike.push(section);
  }
  const made = { exact, loose };
  indexes.set(toolsBySender, before.set(write, made));
  return made;
}

/** The facts by which a key may name somebody, in the order in which they are asked. */
const factOfKind = {
  id: "sender",
  e164: "senderE164",
  username: "senderUsername",
  name: "senderName",
} as const satisfies Readonly<Record<Exclude<SenderKind, "channel">, keyof ToolSender>>;

type NamingKind = keyof typeof factOfKind;

const namingKinds = Object.keys(factOfKind) as readonly NamingKind[];

/** What is told of somebody by each kind of name; on channels of phones the id is the number. */
function toldAs(kind: NamingKind, sender: ToolSender, isExact: boolean): readonly string[] {
  const told = sender[factOfKind[kind]];
  if (kind === "id" && isExact) return [...(told === undefined ? [] : [told]), ...(sender.aliases ?? [])];
  if (kind === "e164" && isExact && told === undefined && idsArePhones(sender.channel))
    return sender.sender === undefined ? [] : [sender.sender];
  return told === undefined ? [] : [told];
}

/** Each name of somebody, the deciding ones first: as it is, and in the forms of the releases. */
function namesOf(
  sender: ToolSender,
  write: WriteId,
  policy: Policy,
): readonly { readonly exact: string; readonly loose: readonly string[] }[] {
  const { exact, typed } = forms(policy);
  const names = namingKinds.flatMap((kind) =>
    toldAs(kind, sender, exact).map((value) => ({
      exact: `${kind}:${exactly(write)(kind, value)}`,
      loose: !typed
        ? [`id:${plain(value)}`]
        : kind === "id"
          ? [`id:${fold(value)}`, `id:${plain(value)}`]
          : [`${kind}:${loosely(kind, value)}`],
    })),
  );
  const channel = fold(sender.channel ?? "");
  const onChannel = toldAs("id", sender, exact).map((id) => ({
    exact: `channel:${channel}:${write(id)}`,
    loose: [`channel:${channel}:${fold(id)}`, `channel:${channel}:${plain(id)}`],
  }));
  return [...onChannel, ...names];
}

/**
 * Finds the lists that hold for a sender: by channel and id, id, phone number, user name, name, then `*`. Releases compare
 * without case. Under `2026-11` a list grants only to whom it names exactly; of whoever is spelled nearly so it denies.
 */
export function findSenderTools(
  toolsBySender: ToolsBySender | undefined,
  path: string,
  sender: ToolSender,
  policy: Policy,
): SenderTools {
  if (toolsBySender === undefined) return unlisted;
  const isExact = forms(policy).exact;
  const write = idWriter(isExact ? sender.channel : undefined);
  const { exact, loose } = index(toolsBySender, path, write, policy);
  const near = new Set<ToolSection>();
  for (const name of namesOf(sender, write, policy)) {
    const own = isExact ? exact.get(name.exact) : firstFound(name.loose, (form) => loose.get(form)?.[0]);
    if (own !== undefined) return { own, near: [...near] };
    for (const form of name.loose) for (const each of loose.get(form) ?? []) near.add(each);
  }
  return { own: exact.get(anybody), near: [...near] };
}

/** A list that would hold for a sender of whom a fact is not told, and that fact. */
export interface UntoldSection {
  readonly section: ToolSection;
  readonly fact: (typeof factOfKind)[NamingKind];
}

/**
 * The lists of whoever a sender may be, of whom not everything is told that keys name people by. A name that is blank is
 * nobody's: whoever has none is told so.
 */
export function untoldSections(
  toolsBySender: ToolsBySender | undefined,
  path: string,
  sender: ToolSender,
): readonly UntoldSection[] {
  const isUntold = (kind: NamingKind) => {
    const told = toldAs(kind, sender, true);
    return kind === "id" ? told.every(isBlank) : told.length === 0;
  };
  return Object.entries(toolsBySender ?? {}).flatMap(([key, config]) => {
    const trimmed = key.trim();
    if (config === null || trimmed === "*" || trimmed === "") return [];
    const [named, value] = parseTyped(trimmed, true);
    const kind = named === "channel" ? "id" : named;
    const elsewhere =
      named === "channel" &&
      sender.channel !== undefined &&
      fold(value.slice(0, value.indexOf(":"))) !== fold(sender.channel);
    const section = { config, path: extendPath(path, key) };
    return !elsewhere && isUntold(kind) ? [{ section, fact: factOfKind[kind] }] : [];
  });
}

/** A group, under every id it has, the nearest first. */
export interface GroupToolsRequest extends ToolSender {
  readonly groups: readonly string[];
  readonly caseInsensitive?: boolean | undefined;
}

/** What a config says of the tools of a place. */
type PlaceTools = Pick<GroupEntry, "path"> & {
  readonly config: Pick<GroupEntry["config"], "tools" | "toolsBySender">;
};

function toolsOf(entry: PlaceTools | undefined, sender: ToolSender, policy: Policy): SenderTools {
  if (entry === undefined) return unlisted;
  const { tools, toolsBySender } = entry.config;
  const { own, near } = findSenderTools(toolsBySender, `${entry.path}.toolsBySender`, sender, policy);
  return { own: own ?? (tools && { config: tools, path: `${entry.path}.tools` }), near };
}

/** The entries that say something of a room on a channel that writes its rooms in a way of its own, the nearest first. */
export function placesOfRoom(
  scheme: RoomScheme,
  access: ChannelAccess | undefined,
  request: RoomAddress & { readonly peer?: string },
  policy: Policy,
): readonly PlaceTools[] {
  return sessionPlaces(scheme, request, access, policy);
}

/** Finds the tool lists of a room on a channel that writes its rooms in a way of its own. */
export function roomTools(
  scheme: RoomScheme,
  access: ChannelAccess | undefined,
  request: ToolSender & RoomAddress & { readonly peer?: string },
  policy: Policy,
): readonly ToolSection[] {
  // The channels' own functions are not told on which channel they are asked.
  const sender = policy.behaviours.has("room-tools-as-admitted") ? request : { ...request, channel: "" };
  return firstSections(placesOfRoom(scheme, access, request, policy), (place) =>
    toolsOf(place, sender, policy),
  );
}

/** The entries of a group: its own before that of `*`. */
export function placesOfGroup(
  access: ChannelAccess | undefined,
  request: Pick<GroupToolsRequest, "groups" | "caseInsensitive">,
  policy: Policy,
): readonly PlaceTools[] {
  const entry = request.groups
    .slice(0, forms(policy).mostIds)
    .map((group) => findGroup(access, { group, caseInsensitive: request.caseInsensitive }, policy))
    .find(({ listed }) => listed)?.entry;
  return [entry, access?.groups?.fallback].filter((place) => place !== undefined);
}

/** The entry of whichever group is spelled nearly so, where none is listed; what it takes away counts (`2026-11`). */
function nearlyListed(
  access: ChannelAccess | undefined,
  { groups }: GroupToolsRequest,
  policy: Policy,
): GroupEntry | undefined {
  if (!forms(policy).exact) return undefined;
  const found = groups.map((group) =>
    [false, true].map((caseInsensitive) => {
      const { entry, listed } = findGroup(access, { group, caseInsensitive }, policy);
      return listed ? entry : undefined;
    }),
  );
  return found.some(([exactly]) => exactly !== undefined)
    ? undefined
    : firstFound(found, ([, loosely]) => loosely);
}

/** Finds the tool lists of a group: the group's own before those of `*`, a sender's before everybody's. */
export function groupTools(
  access: ChannelAccess | undefined,
  request: GroupToolsRequest,
  policy: Policy,
): readonly ToolSection[] {
  const held = firstSections(placesOfGroup(access, request, policy), (place) =>
    toolsOf(place, request, policy),
  );
  const { own, near } = toolsOf(nearlyListed(access, request, policy), request, policy);
  return own === undefined ? [...held, ...near] : [...held, own, ...near];
}
