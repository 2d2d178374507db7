import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { extendPath } from "../../config/path.ts";
import { idWriter, phoneNumber } from "../../identity/same-id.ts";
import { listedId } from "../access/sender-list.ts";
import { isRefused, readFacts, type FactReading } from "../../scope/facts/read-facts.ts";
import type { ToolSender } from "../tool/chat-tools.ts";
import { lowerCase } from "../../edition/lower-case.ts";

type ElevatedConfig = NonNullable<ToolsConfig["elevated"]>;

/** How far elevated commands go: not at all, with the approvals of the host (`on`, `ask`), or all the way. */
export const elevatedLevels = ["off", "on", "ask", "full"] as const;

/** How far elevated commands go. */
export type ElevatedLevel = (typeof elevatedLevels)[number];

/** Who wants to run commands outside the sandbox, as far as the message tells. */
export interface ElevatedSender extends ToolSender {
  /** The agent that would run the commands, whose own settings count, too. */
  readonly agentId?: string | undefined;
  /** Where the message came from and whom it is to, as the platform's adapter names them: `telegram:1`. */
  readonly from?: string | undefined;
  /** Whom the message is to, in the same form. */
  readonly to?: string | undefined;
  /** Another name of the sender, such as Discord's `ann#1234`. */
  readonly senderTag?: string | undefined;
}

/** How each fact of who asks may be told. */
export const elevatedReadings = {
  agentId: "text",
  channel: "text",
  sender: "text",
  senderName: "text",
  senderUsername: "text",
  senderE164: "text",
  senderTag: "text",
  aliases: "texts",
  from: "text",
  to: "text",
} as const satisfies Readonly<Record<keyof ElevatedSender, FactReading>>;

/** What keeps somebody from running commands outside the sandbox. */
export interface ElevatedRefusal {
  /** It is switched off; nobody knows the channel; the sender is not listed; what is told of them cannot be read (`facts`). */
  readonly gate: "enabled" | "provider" | "allowFrom" | "request";
  /** The setting; absent where the message's channel is not known. */
  readonly path?: string;
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
}

/** Whether somebody may run commands outside the sandbox. */
export interface ElevatedPermissions {
  /** Whether anybody may. */
  readonly enabled: boolean;
  /** Whether this sender may. */
  readonly allowed: boolean;
  /** What stands against it; empty where nothing does. */
  readonly refusals: readonly ElevatedRefusal[];
}

const prefixes =
  /^(?:telegram|whatsapp|discord|irc|googlechat|slack|signal|imessage|line|webchat|user|group|channel):/i;

/** An id without the channel, or the kind, that stands before it. */
function bare(id: string): string {
  return id.trim().replace(prefixes, "");
}

/** A name as it is compared: in small letters, blanks as hyphens, without `@` or `#` before it. */
function slug(name: string): string {
  return lowerCase(name.trim())
    .replace(/^[@#]+/, "")
    .replaceAll(/[\s_]+/g, "-")
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replaceAll(/-{2,}/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}

type Facts = readonly (string | undefined)[];

/** The facts that are told. */
const known = (facts: Facts) =>
  facts.filter((fact) => fact !== undefined).filter((fact) => fact.trim() !== "");

/** Ids with and without what stands before them, as they are and in small letters. */
function idTokens(facts: Facts): ReadonlySet<string> {
  const ids = known(facts).flatMap((fact) => [fact.trim(), bare(fact)]);
  return new Set(ids.flatMap((id) => [id, lowerCase(id)]).filter((id) => id !== ""));
}

/** Names as they are, in small letters and as slugs. */
function nameTokens(facts: Facts): ReadonlySet<string> {
  const names = known(facts).map((fact) => fact.trim());
  return new Set(names.flatMap((name) => [name, lowerCase(name), slug(name)]).filter((name) => name !== ""));
}

const overlaps = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((token) => b.has(token));

type Admits = (entry: string, sender: ElevatedSender) => boolean;

/** From where a message came: from whom, where nothing else is told. */
const originOf = ({ from, sender }: ElevatedSender) => from ?? sender;

/** Up to 2026.2.21: any name or id of the sender, and of whom the message is to. */
const byAnything: Admits = (entry, sender) => {
  const { senderName, senderUsername, senderTag, senderE164, to } = sender;
  const ids = [senderE164, originOf(sender), to];
  const names = [senderName, senderUsername, senderTag, ...ids, ...known(ids).map(bare)];
  const tokens = new Set([...idTokens(ids), ...nameTokens(names)]);
  const wanted = bare(entry);
  return [entry, wanted, lowerCase(wanted), slug(wanted)].some((token) => token !== "" && tokens.has(token));
};

const fields = /^(id|from|e164|name|username|tag):(.*)$/is;

/** From 2026.2.22 on: the sender's ids, and other facts by their name. */
const byField: Admits = (entry, sender) => {
  const { sender: id, senderE164, senderName, senderUsername, senderTag } = sender;
  const [, word = "", rest = ""] = fields.exec(entry) ?? [];
  const value = rest.trim();
  const field = value === "" ? "" : lowerCase(word);
  switch (field) {
    case "id":
      return overlaps(idTokens([value]), idTokens([id]));
    case "from":
      return overlaps(idTokens([value]), idTokens([originOf(sender)]));
    case "e164":
      return new Set(known([senderE164]).map((fact) => lowerCase(fact.trim()))).has(lowerCase(value));
    case "name":
      return overlaps(nameTokens([value]), nameTokens([senderName]));
    case "username":
      return overlaps(nameTokens([value]), nameTokens([senderUsername]));
    case "tag":
      return overlaps(nameTokens([value]), nameTokens([senderTag]));
    default:
      return overlaps(idTokens([entry]), idTokens([id, originOf(sender), senderE164]));
  }
};

/** Under `2026-11`: the same facts, each as it is but for the channel's own rule. */
const exactly =
  ({ behaviours }: Policy): Admits =>
  (entry, sender) => {
    const { channel, sender: id, aliases = [], senderE164, senderName, senderUsername, senderTag } = sender;
    const write = idWriter(channel);
    const ids = [...(id === undefined ? [] : [id]), ...aliases].map(write);
    const isSender = (listed: string) => ids.includes(listedId(listed, channel ?? "", behaviours));
    const isNumber = (listed: string) =>
      senderE164 !== undefined && phoneNumber(senderE164) === phoneNumber(listed);
    const [, word = "", rest = ""] = fields.exec(entry) ?? [];
    const value = rest.trim();
    const field = value === "" ? "" : lowerCase(word);
    switch (field) {
      case "id":
        return isSender(value);
      case "from":
        return originOf(sender) === value;
      case "e164":
        return isNumber(value);
      case "name":
        return senderName === value;
      case "username":
        return senderUsername === value;
      case "tag":
        return senderTag === value;
      default:
        return isSender(entry) || sender.from === entry || isNumber(entry);
    }
  };

function admits(allowFrom: ElevatedConfig["allowFrom"], sender: ElevatedSender, admit: Admits): boolean {
  const { channel = "" } = sender;
  const list = allowFrom && Object.hasOwn(allowFrom, channel) ? allowFrom[channel] : undefined;
  const entries = (list ?? []).map((entry) => String(entry).trim()).filter((entry) => entry !== "");
  return entries.includes("*") || entries.some((entry) => admit(entry, sender));
}

/** What a config says about elevated commands, of all agents and of each. */
interface ElevatedSections {
  readonly shared: ElevatedConfig | undefined;
  readonly own: ReadonlyMap<string, { readonly config: ElevatedConfig; readonly path: string }>;
  readonly admit: Admits;
}

const sectionsOf = /* @__PURE__ */ once((policy: Policy): ElevatedSections => {
  const own = new Map<string, { readonly config: ElevatedConfig; readonly path: string }>();
  for (const { id, path, config } of agentRoster(policy).agents)
    if (config.tools?.elevated !== undefined && !own.has(id))
      own.set(id, { config: config.tools.elevated, path: `${path}.tools.elevated` });
  const { behaviours, config } = policy;
  const asReleased = behaviours.has("elevated-names-by-field") ? byField : byAnything;
  const admit = behaviours.has("listed-ids-compared-exactly") ? exactly(policy) : asReleased;
  return { shared: config.tools?.elevated, own, admit };
});

/**
 * Tells whether somebody may have an agent run commands outside its sandbox: it is not switched off, for all agents or for
 * this one, and both `tools.elevated.allowFrom.<channel>` and the agent's own list, where it has any, have the sender. A
 * channel without a list lets in nobody. Up to 2026.2.21 an entry is compared with names, too, and even with whom the message
 * is to; since then with ids, and with a name only by its field (`username:ann`).
 *
 * Source: the releases' elevated permissions, 2026.1.29 to 2026.9.6; what a channel's plugin adds is not known here.
 *
 * @example
 * ```ts
 * const tools = { elevated: { allowFrom: { telegram: ["1", "username:ann"] } } };
 * const policy = parsePolicy({ tools }, { edition: "openclaw@2026.9.6" });
 * elevatedPermissions({ channel: "telegram", sender: "1" }, policy).allowed; //=> true
 * elevatedPermissions({ channel: "slack", sender: "1" }, policy).refusals; //=> [{ gate: "allowFrom", path: "tools.elevated.allowFrom.slack" }]
 * ```
 */
export function elevatedPermissions(given: ElevatedSender, policy: Policy): ElevatedPermissions {
  if (isPolluted()) return unpolluted(elevatedPermissions, given, policy);
  demandPolicy(policy);
  const read = readFacts<ElevatedSender>(given, elevatedReadings);
  if (isRefused(read))
    return { enabled: true, allowed: false, refusals: [{ gate: "request", facts: read.facts }] };
  const sender = read.facts;
  const { shared, own: byAgent, admit } = sectionsOf(policy);
  const own = byAgent.get(normalizeAgentId(sender.agentId));
  const off: readonly ElevatedRefusal[] = [
    ...(shared?.enabled === false ? [{ gate: "enabled", path: "tools.elevated.enabled" } as const] : []),
    ...(own?.config.enabled === false ? [{ gate: "enabled", path: `${own.path}.enabled` } as const] : []),
  ];
  if (off.length > 0) return { enabled: false, allowed: false, refusals: off };
  const { channel = "" } = sender;
  if (channel === "") return { enabled: true, allowed: false, refusals: [{ gate: "provider" }] };
  const refuse = (path: string): ElevatedPermissions => ({
    enabled: true,
    allowed: false,
    refusals: [{ gate: "allowFrom", path: extendPath(`${path}.allowFrom`, channel) }],
  });
  if (!admits(shared?.allowFrom, sender, admit)) return refuse("tools.elevated");
  if (own?.config.allowFrom !== undefined && !admits(own.config.allowFrom, sender, admit))
    return refuse(own.path);
  return { enabled: true, allowed: true, refusals: [] };
}

/** Whether a config lists anybody who may run commands outside the sandbox. */
export function listsElevated(policy: Policy): boolean {
  return sectionsOf(policy).shared?.allowFrom !== undefined;
}

/** Somebody who may have an agent run commands outside its sandbox; undefined where a config lets in nobody. */
export function elevatedExample(agentId: string, policy: Policy): ElevatedSender | undefined {
  const { shared } = sectionsOf(policy);
  for (const [channel, list] of Object.entries(shared?.allowFrom ?? {}))
    for (const entry of list.map(String)) {
      const [, field = "", value = ""] = fields.exec(entry.trim()) ?? [];
      const facts: Readonly<Record<string, ElevatedSender>> = {
        e164: { senderE164: value.trim() },
        name: { senderName: value.trim() },
        username: { senderUsername: value.trim() },
        tag: { senderTag: value.trim() },
      };
      const told = facts[lowerCase(field)] ?? { sender: field === "" ? entry.trim() : value.trim() };
      const sender = { agentId, channel, ...told };
      if (elevatedPermissions(sender, policy).allowed) return sender;
    }
  return undefined;
}
