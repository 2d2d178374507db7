import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import {
  asCommand,
  readCommandText,
  type CommandText,
  readTriggerFacts,
  type ResetTriggerFacts,
} from "./command-text.ts";
import { readModelArgument } from "./model-argument.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A message that resets its session. */
export interface ResetTrigger {
  /** Which of the library's answers this is. */
  readonly kind: "reset-trigger";
  /** `soft`: the session is kept, and only its instructions are loaded anew. */
  readonly command: "new" | "reset" | "soft";
  /** The trigger as the config has it, in lower case. */
  readonly trigger: string;
  /** What was written after it, for the agent. */
  readonly rest: string;
  /** The model that the text after the trigger began with, as `provider/model`. */
  readonly model?: string;
}

interface Trigger {
  /** Which one of the config's list it is. */
  readonly place: number;
  /** As it is compared with what was written; blanks around it count, as upstream. */
  readonly raw: string;
  readonly text: string;
  /** In the form of a command. */
  readonly command: string;
}

const usual = ["/new", "/reset"] as const;

/** The triggers of a policy by each of their spellings, so that a message is compared with those alone that it begins with. */
interface Triggers {
  readonly bySpelling: ReadonlyMap<string, readonly Trigger[]>;
  /** How many characters the longest spelling has. */
  readonly longest: number;
}

const triggersOf = /* @__PURE__ */ once(({ config, behaviours }: Policy): Triggers => {
  const configured = config.session?.resetTriggers;
  const none = configured?.length === 0 && !behaviours.has("empty-triggers-mean-none");
  const bySpelling = new Map<string, Trigger[]>();
  let longest = 0;
  for (const [place, raw] of (none ? usual : (configured ?? usual)).entries()) {
    const trigger = { place, raw, text: fold(raw), command: fold(asCommand(raw.trim())) };
    if (trigger.text === "") continue;
    for (const spelling of new Set([trigger.text, trigger.command, lowerCase(raw)])) {
      const others = bySpelling.get(spelling);
      if (others === undefined) bySpelling.set(spelling, [trigger]);
      else others.push(trigger);
      longest = Math.max(longest, spelling.length);
    }
  }
  return { bySpelling, longest };
});

/** What stands in a text before each of its blanks, and before its end, up to so many characters. */
function beginningsOf(text: string, longest: number): readonly string[] {
  let end = -1;
  return text
    .slice(0, longest + 1)
    .split(/\s/)
    .map((word) => text.slice(0, (end += word.length + 1)));
}

/** The triggers that a message may begin with, in the order of the config. */
function triggersFor({ command, written }: CommandText, policy: Policy): readonly Trigger[] {
  const { bySpelling, longest } = triggersOf(policy);
  const found = new Set<Trigger>();
  for (const text of new Set([fold(command), lowerCase(command), lowerCase(written)]))
    for (const beginning of beginningsOf(text, longest))
      for (const trigger of bySpelling.get(beginning) ?? []) found.add(trigger);
  return [...found].sort((one, other) => one.place - other.place);
}

function beginsWith(text: string, word: string): boolean {
  return text.startsWith(word) && /^(?:\s|$)/.test(text.slice(word.length));
}

/** Reads `/reset soft` and what follows it; undefined for any other command. */
export function softResetTail(command: string): string | undefined {
  // Found in the trimmed command and cut from the written one, as upstream.
  if (!beginsWith(fold(command), "/reset")) return undefined;
  const rest = command.slice("/reset".length + 1).trimStart();
  const isSoft = beginsWith(lowerCase(rest.slice(0, "soft".length + 1)), "soft");
  return isSoft ? rest.slice("soft".length).trimStart() : undefined;
}

interface Match {
  readonly trigger: string;
  readonly rest: string;
}

/** What follows a trigger that a text begins with: after `@` and the bot's name, a colon or blanks. */
function restAfter({ raw, text }: Trigger, written: string, facts: ResetTriggerFacts): string | undefined {
  if (fold(written.slice(0, raw.length)) !== text) return undefined;
  const after = written.slice(raw.length);
  const [mention = ""] = /^@[^\s:]*/.exec(after) ?? [];
  const { botUsername } = facts;
  const toBot =
    mention === "" ||
    (botUsername !== undefined && lowerCase(mention.slice(1)) === lowerCase(botUsername.trim())) ||
    facts.mentions?.includes(mention) === true;
  const rest = after.slice(mention.length);
  return toBot && /^(?:[\s:]|$)/.test(rest) ? rest.replace(/^:/, "").trimStart() : undefined;
}

type Matching = (trigger: Trigger, text: CommandText, facts: ResetTriggerFacts) => string | undefined;

/** Since 2026.8.1: the rest is taken from what was written. */
const matchWritten: Matching = (trigger, { written, command }, facts) =>
  `${fold(command)} `.startsWith(`${trigger.text} `) ? restAfter(trigger, written, facts) : undefined;

/** Since 2026.9.5: any blank may follow, and the trigger itself is read as a command. */
const matchWrittenCommand: Matching = (trigger, { written, command }, facts) => {
  const lowered = fold(command);
  const begins = beginsWith(lowered, trigger.text) || beginsWith(lowered, trigger.command);
  return begins ? restAfter(trigger, written, facts) : undefined;
};

const matchLine: Matching = ({ raw }, { written, command }) => {
  const texts = [lowerCase(written), lowerCase(command)];
  const lowered = lowerCase(raw);
  if (texts.includes(lowered)) return "";
  return texts.some((text) => text.startsWith(`${lowered} `))
    ? command.slice(raw.length).trimStart()
    : undefined;
};

function matchingOf(behaviours: Behaviours): Matching {
  if (behaviours.has("any-blank-after-trigger")) return matchWrittenCommand;
  return behaviours.has("trigger-text-kept") ? matchWritten : matchLine;
}

function findTrigger(text: CommandText, facts: ResetTriggerFacts, policy: Policy): Match | undefined {
  const match = matchingOf(policy.behaviours);
  for (const trigger of triggersFor(text, policy)) {
    const rest = match(trigger, text, facts);
    if (rest !== undefined) return { trigger: trigger.text, rest };
  }
  return undefined;
}

/**
 * Tells whether a message resets its session: it is one of `session.resetTriggers` (`/new` and
 * `/reset` unless others are configured), in any case, alone or before other text; the first that
 * fits counts. Undefined for ordinary text, which is also what a trigger is from somebody who may not,
 * and for what has no text, such as a photo.
 *
 * Since 2026.4.22 `/new@mybot` and `/new: hello` count and `/reset soft` keeps the session; since
 * 2026.8.1 the text that follows keeps its line breaks and only the sender's own name may stand before.
 *
 * @example
 * ```ts
 * const policy = parsePolicy("{}", { edition: "2026-11" });
 * matchResetTrigger("/NEW Hello", policy); //=> { kind: "reset-trigger", command: "new", trigger: "/new", rest: "Hello" }
 * matchResetTrigger("/new@mybot", policy, { botUsername: "mybot" })?.command; //=> "new"
 * matchResetTrigger("/newer", policy); //=> undefined
 * ```
 */
export function matchResetTrigger(
  text: string | null | undefined,
  policy: Policy,
  given: ResetTriggerFacts = {},
): ResetTrigger | undefined {
  if (isPolluted()) return unpolluted(matchResetTrigger, text, policy, given);
  demandPolicy(policy);
  if (typeof text !== "string") return undefined;
  const facts = readTriggerFacts(given);
  if (facts === undefined) return undefined;
  const { behaviours } = policy;
  if (facts.authorized === false) return undefined;
  if (facts.transcript === true && behaviours.has("trigger-text-kept")) return undefined;
  const read = readCommandText(text, facts, behaviours);
  const tail = behaviours.has("soft-reset") ? softResetTail(read.command) : undefined;
  if (tail !== undefined) return { kind: "reset-trigger", command: "soft", trigger: "/reset", rest: tail };
  const found = findTrigger(read, facts, policy);
  if (found === undefined) return undefined;
  const { trigger, rest } = found;
  const chosen = facts.models === undefined ? undefined : readModelArgument(rest, facts.models);
  const command = trigger === "/reset" ? "reset" : "new";
  return { kind: "reset-trigger", command, trigger, rest, ...chosen };
}
