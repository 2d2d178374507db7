import {
  explainStoreSummary,
  summarizeSessions,
  type SessionSummary,
} from "../../analysis/sessions/summarize-sessions.ts";
import { defineCommand } from "../command.ts";
import { nowOption, printInstant, readInstant } from "../instant.ts";
import { spaced, table, type Line, type Span, type Style } from "../page.ts";
import { configParameter, policyOptions, readPolicy } from "../policy-file.ts";
import { readSessions, unreadLines } from "../store-file.ts";

const states = [
  "unreadable",
  "unknown",
  "stale",
  "fresh",
] as const satisfies readonly SessionSummary["state"][];

const styles: Readonly<Record<SessionSummary["state"], Style>> = {
  unreadable: "red",
  unknown: "yellow",
  stale: "dim",
  fresh: "green",
};

function stateRow(session: SessionSummary, timeZone: string): Line {
  const { faults, key, label, maintenance, nextResetAt, reason, staleSince, state } = session;
  const ended = staleSince === undefined ? "" : `, since ${printInstant(staleSince, timeZone)}`;
  const next = nextResetAt === undefined ? "no reset ahead" : `until ${printInstant(nextResetAt, timeZone)}`;
  const why = state === "fresh" ? next : `${[reason, ...(faults ?? [])].join(" ")}${ended}`;
  const goes: readonly Span[] =
    maintenance === undefined
      ? []
      : [{ text: `${maintenance.action}: ${maintenance.reason}`, style: "yellow" }];
  const name = label === undefined ? key : `${key} (${label})`;
  return [{ text: state, style: styles[state] }, name, why, ...goes];
}

/** So many sessions are listed unless all are to be. */
const mostListed = 20;

/** `keyscope sessions`. */
export const sessionsCommand = defineCommand({
  name: "sessions",
  summary:
    "Shows the state of stored sessions: which go on, which start over, and which maintenance removes.",
  details: [
    "Sessions that cannot be judged come first, then those that have ended, then the others, the next to end first.",
    `${mostListed} are listed; --verbose lists them all.`,
  ],
  parameters: {
    config: configParameter,
    store: { about: "sessions.json, or a list of entries, in JSON or one a line" },
  },
  options: {
    ...policyOptions,
    now: nowOption,
    only: { type: "string", value: "<states>", words: states, many: true, about: "show only these" },
  },
  examples: [
    "keyscope sessions ~/.openclaw/agents/main/sessions/sessions.json",
    "keyscope sessions openclaw.json5 sessions.json --edition 2026-11 --only stale --verbose",
  ],
  run: async ({ config, store: file }, chosen) => {
    const { now, only = states, verbose = false } = chosen;
    const { policy } = await readPolicy(config, chosen);
    const store = await readSessions(file);
    const instant = now === undefined ? Date.now() : readInstant("now", now);
    const summary = summarizeSessions(store.rows, policy, instant);
    const sessions = summary.sessions
      .filter(({ state }) => only.includes(state))
      .toSorted(
        (a, b) =>
          states.indexOf(a.state) - states.indexOf(b.state) ||
          (a.nextResetAt ?? Infinity) - (b.nextResetAt ?? Infinity) ||
          0,
      );
    const listed = verbose ? sessions : sessions.slice(0, mostListed);
    const more = sessions.length - listed.length;
    return {
      json: { ...summary, sessions, unread: store.unread },
      page: spaced([
        table(listed.map((session) => stateRow(session, policy.timeZone))),
        more === 0 ? [] : [[{ text: `and ${more} more`, style: "dim" }]],
        [...unreadLines(store), [explainStoreSummary(summary)]],
      ]),
    };
  },
});
