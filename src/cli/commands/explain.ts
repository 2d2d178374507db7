import * as z from "zod/mini";
import * as channels from "../../channels/index.ts";
import type { Reading, WhatsAppWebhook } from "../../channels/index.ts";
import { isObject } from "../../config/is-object.ts";
import { readSource } from "../../config/read-source.ts";
import type { Unread } from "../../scope/unread.ts";
import { explain } from "../../explain.ts";
import type { Decision } from "../../analysis/explain-decision.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateReset } from "../../lifecycle/reset/evaluate-reset.ts";
import type { ResetDecision } from "../../lifecycle/reset/decision.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import { evaluateMemorySearch } from "../../policy/memory/memory-search.ts";
import { evaluateSend } from "../../policy/send/send.ts";
import { explainResolution } from "../../scope/session/explain.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { traceRouting } from "../../scope/session/trace-routing.ts";
import { defineCommand } from "../command.ts";
import { readList } from "../data-file.ts";
import { inboundOf, messageSchema, type WrittenMessage } from "../question-schema.ts";
import { issueLines, spaced, type Line, type Span } from "../page.ts";
import { configParameter, policyOptions, readPolicy } from "../policy-file.ts";
import { watched } from "../progress.ts";
import { UsageError } from "../fault.ts";
import { printInstant, readInstant } from "../instant.ts";

/** A message to explain, and when it came where that is told; or why there is none in what came. */
type Explained = { readonly message: WrittenMessage; readonly at?: number } | { readonly unread: Unread };

/** Every reader by the name that its function bears: `readGoogleChat` is that of `googlechat`. */
const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries(channels).flatMap(([name, reader]) =>
    // Each reader judges by itself whatever comes from outside.
    /^read[A-Z]/.test(name) ? [[name.slice("read".length).toLowerCase(), reader as Reader]] : [],
  ),
);

type Reader = (payload: unknown, told: Readonly<Record<string, unknown>>) => Reading<unknown>;

/** Reads payloads as their platform sent them; one webhook may hold several messages. */
function readPayloads(
  reader: Reader,
  payloads: readonly unknown[],
  told: string | undefined,
): readonly Explained[] {
  const facts = told === undefined ? {} : factsIn(told);
  const each = payloads.flatMap((payload) => {
    // Any payload may be asked: what is no webhook holds none.
    const within: readonly unknown[] = channels.whatsAppMessages(payload as WhatsAppWebhook);
    return within.length === 0 ? [payload] : within;
  });
  return each.map((payload): Explained => {
    const read = reader(payload, facts);
    if (!read.ok) return { unread: read };
    const { access, at, inbound, mentioned } = read;
    const told = mentioned === undefined ? {} : { mentioned };
    return { message: { ...inbound, ...told, ...access }, ...(at !== undefined && { at }) };
  });
}

function factsIn(told: string): Readonly<Record<string, unknown>> {
  const read = readSource(told);
  if ("value" in read && isObject(read.value)) return read.value;
  throw new UsageError(`--with is not a JSON object: ${JSON.stringify(told)}; write {"self": "123"}`);
}

/** Everything that is decided about a message whose session begins with it. */
function decideAll(message: WrittenMessage, policy: Policy, now: number, trace: boolean) {
  const inbound = inboundOf(message);
  const resolution = resolveSession(inbound, policy);
  const times = { sessionStartedAt: now, lastInteractionAt: now, updatedAt: now };
  return {
    inbound: message,
    resolution,
    ...(trace && { lost: traceRouting(inbound, policy) }),
    access: evaluateAccess(message, policy, { trace }),
    reset: evaluateReset(times, resolution, policy, now),
    send: evaluateSend(resolution, policy, { trace }),
    memorySearch: evaluateMemorySearch(resolution, policy, { trace }),
  };
}

type Decided = ReturnType<typeof decideAll>;

function field(title: string, ...spans: readonly Span[]): Line {
  return ["  ", { text: title.padEnd("session  ".length), style: "dim" }, ...spans];
}

function mayField(title: string, decision: Decision & { readonly allowed: boolean }): Line {
  const answer: Span = decision.allowed ? { text: "yes", style: "green" } : { text: "no ", style: "red" };
  return field(title, answer, "  ", explain(decision));
}

function nextReset({ nextResetAt, policy }: ResetDecision): string {
  return nextResetAt === undefined ? "-" : printInstant(nextResetAt, policy.timeZone);
}

function blockOf(decided: Decided | { readonly unread: Unread }): readonly Line[] {
  if ("unread" in decided)
    return [[{ text: "no message", style: "bold" }], field("why", explain(decided.unread))];
  const { access, inbound, lost, memorySearch, reset, resolution, send } = decided;
  const { channel, chatType, peer, thread } = inbound;
  const where = [channel, chatType, peer, thread === undefined ? undefined : `thread ${thread}`];
  const heading = where.filter((part) => part !== undefined).join(" ");
  return [
    [{ text: heading, style: "bold" }],
    field("session", resolution.ok ? resolution.key : "-"),
    field("agent", resolution.ok ? resolution.agentId : "-"),
    field("why", explainResolution(resolution, lost)),
    field("reset", nextReset(reset), "  ", explain(reset)),
    mayField("let in", access),
    mayField("send", send),
    mayField("memory", memorySearch),
  ];
}

/** `keyscope explain`. */
export const explainCommand = defineCommand({
  name: "explain",
  summary: "Shows which session each message belongs to, when it resets, what it may do, and why.",
  details: [
    "Each message begins a session, so the reset shown is the next one if nobody writes again.",
    'A message: { "channel": "telegram", "chatType": "direct", "peer": "111222333" }; further facts are account,',
    "aliases, party, thread, parent, sender, guild, team, roles, messageId, root, reply, room, forum, startsThread; for admission",
    "mentioned, othersMentioned, ownThread, bot, ownerPresent, guildUnavailable, orgWide, paired; and the names of places and",
    "people: roomName, parentName, guildName, teamName, senderName, senderUsername, senderEmail.",
    "With --from it reads what the platform sent, such as a Telegram update, as the bot would.",
  ],
  parameters: {
    config: configParameter,
    messages: { about: "a JSON list of messages, or one message per line" },
  },
  options: {
    ...policyOptions,
    from: {
      type: "string",
      value: "<platform>",
      words: [...readers.keys()],
      about: "the messages are payloads of this platform, as it sends them",
    },
    with: {
      type: "string",
      value: "<json>",
      about: 'with --from, what the payload does not say: {"self": "123", "account": "work", "direct": true}',
    },
    now: {
      type: "string",
      value: "<instant>",
      about: "when the messages arrive: 2026-03-02T10:00:00Z; when absent, the time that they give, or now",
    },
    trace: {
      type: "boolean",
      about: "also say why every other binding lost; in JSON, how each decision came about",
    },
  },
  examples: [
    "keyscope explain openclaw.json5 messages.json --edition 2026-11 --time-zone Europe/Berlin",
    "keyscope explain --from telegram update.json",
    "tail -n 1 messages.jsonl | keyscope explain openclaw.json5 - --edition openclaw@2026.3.7 --json",
  ],
  run: async ({ config, messages }, chosen) => {
    const { from, now: written, trace = false, with: told } = chosen;
    const now = written === undefined ? undefined : readInstant("now", written);
    if (told !== undefined && from === undefined)
      throw new UsageError("--with is only for use with --from: messages already say everything");
    const { policy } = await readPolicy(config, chosen);
    const reader = from === undefined ? undefined : readers.get(from);
    const read: readonly Explained[] =
      reader === undefined
        ? (await readList(messages, () => messageSchema)).map((message) => ({ message }))
        : readPayloads(reader, await readList(messages, () => z.unknown()), told);
    const decisions = Array.from(watched(read, "messages"), (one) =>
      "unread" in one ? one : decideAll(one.message, policy, now ?? one.at ?? Date.now(), trace),
    );
    const { warnings } = policy;
    return {
      json: { decisions, warnings },
      page: spaced([...decisions.map(blockOf), ...warnings.map(issueLines)]),
    };
  },
});
