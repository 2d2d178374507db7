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
import { policyOptions, readPolicy } from "../policy-file.ts";
import { watched } from "../progress.ts";
import { formatInTimeZone } from "date-fns-tz";
import { UsageError } from "../fault.ts";

// date-fns-tz prints some instants near offset changes wrongly unless the process's own zone is UTC.
process.env["TZ"] = "UTC";

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Reads an instant: ISO 8601 with its offset, or milliseconds since 1970. */
export function readInstant(option: string, text: string): number {
  const instant = /^\d+$/.test(text) ? Number(text) : written.test(text) ? Date.parse(text) : NaN;
  if (Math.abs(instant) <= 8.64e15) return instant;
  throw new UsageError(
    `--${option} is no instant: ${JSON.stringify(text)}; write 2026-03-02T10:00:00Z, or milliseconds since 1970`,
  );
}

/** Prints an instant as clocks in a zone show it. */
export function printInstant(instant: number, timeZone: string): string {
  if (Math.abs(instant) > 8.64e15) return "beyond all dates";
  return `${formatInTimeZone(instant, timeZone, "EEE yyyy-MM-dd HH:mm")} ${timeZone}`;
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

function blockOf({ access, inbound, lost, memorySearch, reset, resolution, send }: Decided): readonly Line[] {
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
  summary: "Tells which session messages belong to, when it resets, what it may do, and why.",
  details: [
    "Each message begins a session, so that the reset is the next one if nobody writes again.",
    'A message: { "channel": "telegram", "chatType": "direct", "peer": "111222333" }; further facts are account,',
    "aliases, party, thread, parent, sender, guild, team, roles, messageId, root, reply, room, forum, startsThread; for admission",
    "mentioned, othersMentioned, ownThread, bot, ownerPresent, guildUnavailable, orgWide, paired; and what places and",
    "people are called: roomName, parentName, guildName, teamName, senderName, senderUsername, senderEmail.",
  ],
  parameters: {
    config: { about: "the config: openclaw.json" },
    messages: { about: "a JSON list of messages, or one message a line" },
  },
  options: {
    ...policyOptions,
    now: {
      type: "string",
      value: "<instant>",
      about: "when the messages come: 2026-03-02T10:00:00Z; now when absent",
    },
    trace: {
      type: "boolean",
      about: "also say why each other binding lost; in JSON, how each decision came about",
    },
  },
  examples: [
    "keyscope explain openclaw.json5 messages.json --edition 2026-11 --time-zone Europe/Berlin",
    "tail -n 1 messages.jsonl | keyscope explain openclaw.json5 - --edition openclaw@2026.3.7 --json",
  ],
  run: async ({ config, messages }, chosen) => {
    const { now: written, trace = false } = chosen;
    const now = written === undefined ? Date.now() : readInstant("now", written);
    const { policy } = await readPolicy(config, chosen);
    const read = await readList(messages, () => messageSchema);
    const decisions = Array.from(watched(read, "messages"), (message) =>
      decideAll(message, policy, now, trace),
    );
    const { warnings } = policy;
    return {
      json: { decisions, warnings },
      page: spaced([...decisions.map(blockOf), ...warnings.map(issueLines)]),
    };
  },
});
