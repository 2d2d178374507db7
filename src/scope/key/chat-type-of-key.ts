import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { splitAgentKey } from "./agent-key.ts";
import { type ChatType, chatTypeOfWord } from "../chat-type.ts";
import { parseSessionKey } from "./session-key.ts";

type ChatTypeRule = (name: string) => ChatType | undefined;

function anySegment(name: string): ChatType | undefined {
  const words = new Set(name.split(":").map((segment) => chatTypeOfWord.get(segment)));
  return (["group", "channel", "direct"] as const).find((type) => words.has(type));
}

/** Up to 2026.6.35: the word may stand anywhere; a group beats a channel beats a direct chat. */
const bySegments = (legacy: ChatTypeRule): ChatTypeRule => {
  return (name) => anySegment(name) ?? legacy(name);
};

/** Since 2026.7.1: the word must stand in its place, and a name that fits two shapes fits none. */
const byPosition = (legacy: ChatTypeRule): ChatTypeRule => {
  return (name) => {
    const [first, second, third, fourth] = name.split(":");
    const old = legacy(name);
    if (first === "agent") return old;
    const fits = [
      chatTypeOfWord.get(first) === "direct" && second ? ("direct" as const) : undefined,
      first && third ? chatTypeOfWord.get(second) : undefined,
      first && second && fourth ? chatTypeOfWord.get(third) : undefined,
    ].filter((type) => type !== undefined);
    return fits.length === 1 ? (old ?? fits[0]) : old;
  };
};

const roomWithoutChannel: ChatTypeRule = (name) => {
  if (/^group:[^:]+(?::.*)?$/u.test(name)) return "group";
  return /^channel:[^:]+(?::.*)?$/u.test(name) ? "channel" : undefined;
};
const discordGuild: ChatTypeRule = (name) =>
  /^discord:(?:[^:]+:)?guild-[^:]+:channel-[^:]+$/.test(name) ? "channel" : undefined;
const whatsappNumber: ChatTypeRule = (name) =>
  /^\d+(?:-\d+)*@g\.us$/.test(name) || /^whatsapp:(?!.*:group:).+@g\.us$/.test(name) ? "group" : undefined;
const whatsappGroup: ChatTypeRule = (name) =>
  /^(?:whatsapp:)?[^:]+@g\.us$/.test(name) ? "group" : undefined;
const whatsappByPlugin: ChatTypeRule = (name) =>
  name.includes("@g.us") && /^\s*(?:whatsapp:|[^:]*$)/.test(name) ? "group" : undefined;

function firstOf(rules: readonly ChatTypeRule[]): ChatTypeRule {
  return (name) => {
    for (const rule of rules) {
      const type = rule(name);
      if (type !== undefined) return type;
    }
    return undefined;
  };
}

interface ChatTypeRules {
  /** What the core of the release tells, without the channels' plugins. */
  readonly core: ChatTypeRule;
  /** What it tells with the plugins that the release bundles. */
  readonly bundled: ChatTypeRule;
}

const chatTypeRules = once((behaviours: Behaviours): ChatTypeRules => {
  const byWord = behaviours.has("chat-type-by-position") ? byPosition : bySegments;
  const inCore = [
    ...(behaviours.has("chat-type-by-position") ? [roomWithoutChannel] : []),
    ...(behaviours.has("whatsapp-number-keys") ? [whatsappNumber] : []),
    ...(behaviours.has("whatsapp-group-keys") ? [whatsappGroup] : []),
    ...(behaviours.has("discord-guild-keys") ? [discordGuild] : []),
  ];
  const core = byWord(firstOf(inCore));
  const byPlugins = firstOf([
    ...(behaviours.has("whatsapp-group-keys-by-plugin") ? [whatsappByPlugin] : []),
    ...(behaviours.has("discord-guild-keys-by-plugin") ? [discordGuild] : []),
  ]);
  return { core, bundled: (name) => core(name) ?? byPlugins(name) };
});

function nameOf(key: string, behaviours: Behaviours): string {
  const folded = fold(key);
  return splitAgentKey(folded, behaviours)?.rest ?? folded;
}

function typeOfParts(key: string): ChatType | undefined {
  const kind = parseSessionKey(key)?.kind;
  return kind === "direct" || kind === "group" || kind === "channel" ? kind : undefined;
}

/**
 * The kind of chat that a key's session belongs to; undefined where the key does not tell. The
 * openclaw@ editions search the text: any segment up to 2026.6.35, since then certain places.
 * `2026-11` reads the key by its grammar.
 */
export function chatTypeOfKey(key: string | null | undefined, behaviours: Behaviours): ChatType | undefined {
  if (behaviours.has("key-grammar")) return typeOfParts(key ?? "");
  return chatTypeRules(behaviours).bundled(nameOf(key ?? "", behaviours));
}

/** What an `openclaw@` edition reads from a key that is taken as it stands: folded, an agent's part included. */
export function chatTypeOfText(folded: string, behaviours: Behaviours): ChatType | undefined {
  return chatTypeRules(behaviours).bundled(folded);
}

/** What a release tells about a key when no channel's plugin is loaded. */
export function chatTypeOfKeyWithoutPlugins(
  key: string | null | undefined,
  behaviours: Behaviours,
): ChatType | undefined {
  if (behaviours.has("key-grammar")) return typeOfParts(key ?? "");
  return chatTypeRules(behaviours).core(nameOf(key ?? "", behaviours));
}
