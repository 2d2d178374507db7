import { once } from "../../edition/once.ts";
import type { ToolSelectionConfig } from "../../config/config.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import type { ToolSection } from "./list.ts";
import type { RoomAddress } from "../access/access-request.ts";
import type { ChannelAccess, GroupEntry } from "../access/channel-access.ts";
import type { RoomScheme } from "../access/room-scheme.ts";
import { sessionPlaces } from "../access/session-rooms.ts";
import { findGroup } from "../access/room.ts";
import { firstFound } from "../section.ts";

/** By what a key of `toolsBySender` may name a sender, when it says so: `id:7`; and on which channel. */
export const senderKinds = ["id", "e164", "username", "name", "channel"] as const;

type SenderKind = (typeof senderKinds)[number];

/** What is known of whoever asks for a tool. */
export interface ToolSender {
  /** The sender's id on the channel. */
  readonly sender?: string | undefined;
  readonly senderName?: string | undefined;
  readonly senderUsername?: string | undefined;
  /** The sender's phone number, `+15550001`. */
  readonly senderE164?: string | undefined;
  readonly channel?: string | undefined;
}

/** Tool lists by sender, as a config writes them. */
export type ToolsBySender = Readonly<Record<string, ToolSelectionConfig | null>>;

function plain(text: string): string {
  return fold(text).replace(/^@/, "");
}

/** Brings a key, or a fact, into the form in which they are compared. */
type Spell = (kind: SenderKind, value: string) => string;

const spell: Spell = (kind, value) => (kind === "username" ? plain(value) : fold(value));

/** A channel and an id on it; empty where one of them is missing. */
function channelSender(value: string): string {
  const at = value.indexOf(":");
  const [channel, id] = [fold(value.slice(0, Math.max(at, 0))), fold(value.slice(at + 1))];
  return channel === "" || id === "" ? "" : `${channel}:${id}`;
}

// A key of no known kind is an id.
function parseTyped(key: string, channels: boolean): readonly [SenderKind, string] {
  const at = key.indexOf(":");
  const kind = at === -1 ? "" : key.slice(0, at).toLowerCase();
  const value = key.slice(at + 1);
  const known = senderKinds.find((name) => name === kind && (channels || name !== "channel"));
  if (known === undefined) return ["id", plain(key)];
  return [known, known === "channel" ? channelSender(value) : spell(known, value)];
}

/** The lists by sender, each under the form in which its key is compared. */
type SenderIndex = ReadonlyMap<string, ToolSection>;

const forms = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  typed: behaviours.has("sender-keys-typed"),
  channels: behaviours.has("sender-keys-name-channel"),
  mostIds: behaviours.has("group-has-several-ids") ? Infinity : 1,
  indexes: new WeakMap<ToolsBySender, SenderIndex>(),
}));

function indexKey(key: string, policy: Policy): string | undefined {
  const { typed, channels } = forms(policy);
  const trimmed = key.trim();
  if (trimmed === "" || trimmed === "*") return trimmed === "" ? undefined : "any:";
  if (!typed) return `id:${plain(trimmed)}`;
  const [kind, value] = parseTyped(trimmed, channels);
  return value === "" ? undefined : `${kind}:${value}`;
}

function index(toolsBySender: ToolsBySender, path: string, policy: Policy): SenderIndex {
  const { indexes } = forms(policy);
  const before = indexes.get(toolsBySender);
  if (before !== undefined) return before;
  const sections = new Map<string, ToolSection>();
  for (const [key, config] of Object.entries(toolsBySender)) {
    const name = config === null ? undefined : indexKey(key, policy);
    if (config === null || name === undefined || sections.has(name)) continue;
    sections.set(name, { config, path: extendPath(path, key) });
  }
  indexes.set(toolsBySender, sections);
  return sections;
}

/** Finds the lists that hold for a sender: by channel and id, id, phone number, user name, name, then `*`. */
export function findSenderTools(
  toolsBySender: ToolsBySender | undefined,
  path: string,
  { sender = "", senderE164 = "", senderUsername = "", senderName = "", channel = "" }: ToolSender,
  policy: Policy,
): ToolSection | undefined {
  if (toolsBySender === undefined) return undefined;
  const sections = index(toolsBySender, path, policy);
  const { typed, channels } = forms(policy);
  const facts: readonly (readonly [SenderKind, string])[] = [
    ["id", sender],
    ["e164", senderE164],
    ["username", senderUsername],
    ["name", senderName],
  ];
  const names = facts
    .filter(([, value]) => value.trim() !== "")
    .flatMap(([kind, value]) => {
      if (!typed) return [`id:${plain(value)}`];
      // A key without a kind has lost its `@`.
      return kind === "id" ? [`id:${fold(value)}`, `id:${plain(value)}`] : [`${kind}:${spell(kind, value)}`];
    });
  if (channels && channel !== "" && sender.trim() !== "")
    names.unshift(`channel:${fold(channel)}:${fold(sender)}`, `channel:${fold(channel)}:${plain(sender)}`);
  return firstFound([...names, "any:"], (name) => sections.get(name));
}

/** A group, under every id it has, the nearest first. */
export interface GroupToolsRequest extends ToolSender {
  readonly groups: readonly string[];
  readonly caseInsensitive?: boolean | undefined;
}

function toolsOf(
  entry:
    | (Pick<GroupEntry, "path"> & { readonly config: Pick<GroupEntry["config"], "tools" | "toolsBySender"> })
    | undefined,
  sender: ToolSender,
  policy: Policy,
): ToolSection | undefined {
  if (entry === undefined) return undefined;
  const { tools, toolsBySender } = entry.config;
  return (
    findSenderTools(toolsBySender, `${entry.path}.toolsBySender`, sender, policy) ??
    (tools && { config: tools, path: `${entry.path}.tools` })
  );
}

/** Finds the tool lists of a room on a channel that writes its rooms in a way of its own. */
export function roomTools(
  scheme: RoomScheme,
  access: ChannelAccess | undefined,
  request: ToolSender & RoomAddress & { readonly peer?: string },
  policy: Policy,
): ToolSection | undefined {
  // The channels' own functions are not told on which channel they are asked.
  const sender = policy.behaviours.has("room-tools-as-admitted") ? request : { ...request, channel: "" };
  return firstFound(sessionPlaces(scheme, request, access, policy), (place) =>
    toolsOf(place, sender, policy),
  );
}

/** Finds the tool lists of a group: the group's own before those of `*`, a sender's before everybody's. */
export function groupTools(
  access: ChannelAccess | undefined,
  request: GroupToolsRequest,
  policy: Policy,
): ToolSection | undefined {
  const entry = request.groups
    .slice(0, forms(policy).mostIds)
    .map((group) => findGroup(access, { group, caseInsensitive: request.caseInsensitive }, policy))
    .find(({ listed }) => listed)?.entry;
  return toolsOf(entry, request, policy) ?? toolsOf(access?.groups?.fallback, request, policy);
}
