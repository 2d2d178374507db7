import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";
import { startsWithHistory, stripEnvelope, stripEveryWrapper } from "./message-envelope.ts";
import type { ResetTriggerFacts } from "./reset-trigger-facts.ts";

/** A message read as a command. */
export interface CommandText {
  /** What was written, without what channels put before it. */
  readonly written: string;
  /** The same as it is looked at: in rooms without mentions of the bot, on one line. */
  readonly seen: string;
  /** The same in the form of a command: `/cmd@bot` and `/cmd:` as `/cmd`, and on one line. */
  readonly command: string;
}

/** Puts a text on one line; channels also send line breaks as a backslash and an `n`. */
function onOneLine(text: string): string {
  return text.replaceAll("\\n", " ").replace(/\s+/g, " ").trim();
}

function withoutMentions(text: string, mentions: readonly string[]): string {
  let rest = text;
  for (const mention of mentions) if (mention !== "") rest = rest.replaceAll(mention, " ");
  return rest.replace(/@[0-9+]{5,}/g, " ");
}

/** The commands whose name is written in lower case whatever was typed. */
const known: ReadonlySet<string> = new Set(["/new", "/reset"]);

function asCommand(line: string, botUsername: string | undefined): string {
  if (!line.startsWith("/")) return line;
  const colon = /^\/[^\s:]+(?=\s*:)/.exec(line)?.[0];
  const spaced = colon === undefined ? line : `${colon} ${line.slice(line.indexOf(":") + 1).trimStart()}`;
  const [token = ""] = /^\S+/.exec(spaced) ?? [];
  const rest = spaced.slice(token.length).trimStart();
  const at = token.indexOf("@");
  const toBot = at > 1 && token.slice(at + 1).toLowerCase() === botUsername?.trim().toLowerCase();
  const name = toBot ? token.slice(0, at) : token;
  const shown = known.has(name.toLowerCase()) ? name.toLowerCase() : name;
  return rest === "" ? shown : `${shown} ${rest}`;
}

/** Of what was written only mentions before it go; one further on belongs to the message. */
function withoutLeadingMentions(text: string, mentions: readonly string[]): string {
  let rest = text;
  for (;;) {
    const [number] = /^@[0-9+]{5,}/.exec(rest) ?? [];
    const mention = number ?? mentions.find((each) => each !== "" && rest.startsWith(each));
    if (mention === undefined) return rest;
    rest = rest.slice(mention.length).trimStart();
  }
}

type Reading = (text: string, facts: ResetTriggerFacts) => CommandText;

function isRoom({ chatType }: ResetTriggerFacts): boolean {
  return chatType !== undefined && chatType !== "direct";
}

/** Since 2026.8.1: only what is known to be no part of the message is taken away. */
const keeping: Reading = (text, facts) => {
  const { botUsername, mentions = [] } = facts;
  const body = stripEnvelope(text, facts.sender).trim();
  const seen = isRoom(facts) ? onOneLine(withoutMentions(body, mentions)) : body;
  const written = isRoom(facts) ? withoutLeadingMentions(body, mentions) : body;
  const command = asCommand(onOneLine(seen), botUsername);
  return { written: startsWithHistory(text) ? "" : written, seen, command };
};

function collapsing(toBot: boolean): Reading {
  return (text, facts) => {
    const line = onOneLine(stripEveryWrapper(text));
    const seen = isRoom(facts) ? onOneLine(withoutMentions(line, facts.mentions ?? [])) : line;
    return { written: text.trim(), seen, command: toBot ? asCommand(seen, facts.botUsername) : seen };
  };
}

const readings = perEdition((behaviours): { readonly read: Reading } => ({
  read: behaviours.has("trigger-text-kept") ? keeping : collapsing(behaviours.has("trigger-to-bot")),
}));

/** Reads a message as a command, as an edition does. */
export function readCommandText(text: string, facts: ResetTriggerFacts, behaviours: Behaviours): CommandText {
  return readings(behaviours).read(text, facts);
}
