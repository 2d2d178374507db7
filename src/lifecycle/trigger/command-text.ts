import { isRefused, readFacts, type FactReading } from "../../scope/facts/read-facts.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { envelopeStripper, stripEveryWrapper, type SenderNames } from "./message-envelope.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import type { ModelChoice } from "./model-argument.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** What a host knows about a message that may be a reset trigger. Nothing is required. */
export interface ResetTriggerFacts {
  /** In a group or channel, mentions of the bot are skipped. */
  readonly chatType?: ChatType;
  /** The name after which `/new@name` is meant for this bot. */
  readonly botUsername?: string;
  /** How the text mentions the bot: `"@mybot"`, `"<@U123>"`. */
  readonly mentions?: readonly string[];
  /** How the sender is called; their name before a trigger is skipped. */
  readonly sender?: SenderNames;
  /** The text is nothing but a transcript of speech, which triggers nothing from 2026.8.1 on. */
  readonly transcript?: boolean;
  /** Whether the sender may reset, as `evaluateCommand` decides (`resets`); a host that does not tell lets everybody. */
  readonly authorized?: boolean;
  /** The models that a person may choose after the trigger: `/new gpt-5 hello`. */
  readonly models?: readonly ModelChoice[];
}

const factReadings = {
  chatType: "chat-type",
  botUsername: "text",
  mentions: "texts",
  sender: { name: "text", tag: "text", username: "text" },
  transcript: "flag",
  authorized: "flag",
  models: "list",
} as const satisfies Readonly<Record<keyof ResetTriggerFacts, FactReading>>;

const modelReadings = { provider: "text", model: "text", aliases: "texts" } as const satisfies Readonly<
  Record<keyof ModelChoice, FactReading>
>;

/** Reads what is told of a message beside its text; undefined where it cannot be read. A model that cannot be is none. */
export function readTriggerFacts(given: unknown): ResetTriggerFacts | undefined {
  const read = readFacts<ResetTriggerFacts>(given, factReadings);
  if (isRefused(read)) return undefined;
  const { models } = read.facts;
  return models === undefined
    ? read.facts
    : {
        ...read.facts,
        models: models.filter(
          (model) => !isRefused(readFacts<ModelChoice>(model, modelReadings, ["provider", "model"])),
        ),
      };
}

/** A message read as a command. */
export interface CommandText {
  /** What was written, without what channels put before it; empty for injected history. */
  readonly written: string;
  /** The same as it is looked at: in rooms without mentions of the bot, on one line. */
  readonly seen: string;
  /** The same in the form of a command: `/cmd@bot` and `/cmd:` as `/cmd`. */
  readonly command: string;
}

/** Channels also send line breaks as a backslash and an `n`. */
function withoutWrittenBreaks(text: string): string {
  return text.replaceAll("\\n", " ");
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** On one line, because what stood around a mention must not begin another. */
function withoutMentions(text: string, mentions: readonly string[]): string {
  let rest = text;
  for (const mention of mentions) if (mention !== "") rest = rest.replaceAll(mention, " ");
  return onOneLine(rest.replace(/@[0-9+]{5,}/g, " "));
}

/** `/cmd: rest` as `/cmd rest`, and `/cmd@bot` as `/cmd` for the bot of that name. */
function withoutMarks(line: string, botUsername: string | undefined): string {
  const named = /^\/[^\s:]+(?=\s*:)/.exec(line)?.[0];
  const spaced =
    named === undefined ? line : `${named} ${line.slice(line.indexOf(":") + 1).trimStart()}`.trim();
  const [token = ""] = /^\S+/.exec(spaced) ?? [];
  const at = token.indexOf("@");
  const isNamed =
    botUsername !== undefined && lowerCase(token.slice(at + 1)) === lowerCase(botUsername.trim());
  const toBot = at > 1 && isNamed;
  return toBot ? token.slice(0, at) + spaced.slice(token.length) : spaced;
}

/**
 * A text in the form of a command. Of several lines the first is read; those below follow `/reset` in one
 * line, are no part of `/new`, and are kept as they are for any other.
 */
export function asCommand(text: string, botUsername?: string): string {
  if (!text.startsWith("/")) return text;
  const end = text.indexOf("\n");
  const line = withoutMarks(end === -1 ? text : text.slice(0, end).trim(), botUsername);
  const below = end === -1 ? "" : text.slice(end + 1).trimStart();
  const [written = ""] = /^\S+/.exec(line) ?? [];
  const name = lowerCase(written);
  const rest = line.slice(written.length).trimStart();
  if (name === "/reset") return onOneLineAfter(name, rest, below);
  if (name === "/new") return rest === "" ? name : `${name} ${rest}`;
  return below === "" ? line : `${line}\n${below}`;
}

function onOneLineAfter(name: string, rest: string, below: string): string {
  return [name, rest, onOneLine(below)].filter((part) => part !== "").join(" ");
}

/** Of what was written only mentions before it, on its line, go; one further on belongs to the message. */
function withoutLeadingMentions(text: string, mentions: readonly string[]): string {
  let rest = text;
  for (;;) {
    const [number] = /^@[0-9+]{5,}/.exec(rest) ?? [];
    const mention = number ?? mentions.find((each) => each !== "" && rest.startsWith(each));
    if (mention === undefined) return rest;
    rest = rest.slice(mention.length).replace(/^[^\S\n]+/, "");
  }
}

type Reading = (text: string, facts: ResetTriggerFacts) => CommandText;

function isRoom({ chatType }: ResetTriggerFacts): boolean {
  return chatType !== undefined && chatType !== "direct";
}

/** Since 2026.8.1: only what is known to be no part of the message is taken away. */
function keeping(behaviours: Behaviours): Reading {
  const stripEnvelope = envelopeStripper(behaviours);
  return (text, facts) => {
    const { botUsername, mentions = [] } = facts;
    const body = stripEnvelope(text, facts.sender);
    const whole = body ?? text.trim();
    const seen = withoutWrittenBreaks(isRoom(facts) ? withoutMentions(whole, mentions) : whole).trim();
    const written = body !== undefined && isRoom(facts) ? withoutLeadingMentions(body, mentions) : body;
    return { written: written ?? "", seen, command: asCommand(seen, botUsername) };
  };
}

/** Since 2026.6.11 the lines below a command stay; those of other texts become one. */
function commandLines(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith("/") ? trimmed.replace(/[ \t]+/g, " ") : onOneLine(trimmed);
}

function collapsing(toBot: boolean, keepsLines: boolean): Reading {
  return (text, facts) => {
    const bare = withoutWrittenBreaks(stripEveryWrapper(text, keepsLines));
    const line = keepsLines ? commandLines(bare) : onOneLine(bare);
    const seen = isRoom(facts) ? withoutMentions(line, facts.mentions ?? []) : line;
    return { written: text.trim(), seen, command: toBot ? asCommand(seen, facts.botUsername) : seen };
  };
}

const readings = /* @__PURE__ */ once((behaviours: Behaviours): { readonly read: Reading } => ({
  read: behaviours.has("trigger-text-kept")
    ? keeping(behaviours)
    : collapsing(behaviours.has("trigger-to-bot"), behaviours.has("lines-below-commands-kept")),
}));

/** Whether only what is known to be no part of a message is taken from before a reset trigger. */
export function triggerTextKept(behaviours: Behaviours): boolean {
  return behaviours.has("trigger-text-kept");
}

/** Reads a message as a command, as an edition does. */
export function readCommandText(text: string, facts: ResetTriggerFacts, behaviours: Behaviours): CommandText {
  return readings(behaviours).read(text, facts);
}
