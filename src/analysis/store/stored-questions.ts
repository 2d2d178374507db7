import { demandPolicy, type Policy } from "../../config/policy.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { areTimes, sessionTimesOf } from "../../lifecycle/session-times-of.ts";
import { rowsOf, type StoredSessions } from "../../lifecycle/store/read-store.ts";
import type { StoreRow } from "../../lifecycle/store/store-row.ts";
import { sessionTimeNames, type SessionTimes } from "../../lifecycle/session-entry.ts";
import type { SessionFacts } from "../../policy/session-facts.ts";
import { isQuestion, type Question } from "../question.ts";
import { factsOfRow, type StoredInbound } from "./inbound-of-entry.ts";

/** What an analysis asks a policy about: questions, stored sessions, which pose some, or both. */
export type Inputs = Iterable<Question | string | object> | Readonly<Record<string, object>>;

function timesOf(row: StoreRow): SessionTimes | undefined {
  const times = sessionTimesOf(row);
  return areTimes(times) && Object.keys(times).length > 0 ? times : undefined;
}

/** What a session is asked about by its key, with the facts of its last message. */
function factsOf(key: string, inbound: StoredInbound | undefined): SessionFacts {
  if (inbound === undefined) return { key };
  const { account, channel, chatType, peer, thread } = inbound;
  return {
    key,
    channel,
    chatType,
    ...(account !== undefined && { account }),
    ...(peer !== undefined && { peer }),
    ...(thread !== undefined && { thread }),
  };
}

function questionsOfRow(row: StoreRow, policy: Policy, now: number): readonly Question[] {
  const read = factsOfRow(row, policy);
  const inbound = "reason" in read ? undefined : read.inbound;
  const facts = factsOf(row.key, inbound);
  const times = timesOf(row);
  const { sendPolicy } = row;
  const isDecided = sendPolicy === "allow" || sendPolicy === "deny";
  return [
    ...(inbound === undefined
      ? []
      : ([
          { ask: "resolution", request: inbound },
          { ask: "access", request: inbound },
        ] as const)),
    ...(times === undefined ? [] : [{ ask: "reset", request: facts, times, now } as const]),
    { ask: "send", request: isDecided ? { ...facts, override: sendPolicy } : facts },
    { ask: "memory-search", request: facts },
  ];
}

/** The latest time that a store tells. */
function latestOf(rows: readonly StoreRow[]): number {
  let latest = 0;
  for (const row of rows)
    for (const name of sessionTimeNames) latest = Math.max(latest, timesOf(row)?.[name] ?? 0);
  return latest;
}

/**
 * The questions that stored sessions pose to a policy, for `coverage`, `recordPins` and whoever else asks many: of each where
 * its last message belongs and whether that is let in, as far as its entry tells it (`inboundOfEntry`), whether it begins anew,
 * whether it may be answered, and whether its memory may be searched.
 *
 * @param store - Keys, entries with their keys, or entries by key as in `sessions.json`.
 * @param policy - The policy under which the sessions were stored.
 * @param now - The instant at which they are asked about, in epoch milliseconds; the latest that the store tells when absent.
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * const store = { "agent:main:telegram:direct:5": { updatedAt: 1795953600000, lastTo: "telegram:5" } };
 * storedQuestions(store, policy).map(({ ask }) => ask);
 * //=> ["resolution", "access", "reset", "send", "memory-search"]
 * ```
 */
export function storedQuestions(store: StoredSessions, policy: Policy, now?: number): readonly Question[] {
  if (isPolluted()) return unpolluted(storedQuestions, store, policy, now);
  demandPolicy(policy);
  const rows = rowsOf(store);
  const instant = now ?? latestOf(rows);
  return rows.flatMap((row) => questionsOfRow(row, policy, instant));
}

function isList(inputs: Inputs): inputs is Iterable<string | object> {
  const given: unknown = inputs;
  return typeof given === "object" && given !== null && Symbol.iterator in given;
}

/** The questions among some inputs as they come, and then those that the stored sessions among them pose. */
export function* questionsIn(inputs: Inputs, policy: Policy): Generator<Question, void, undefined> {
  const sessions: (string | object)[] = [];
  if (isList(inputs))
    for (const input of inputs)
      if (isQuestion(input)) yield input;
      else sessions.push(input);
  yield* storedQuestions(isList(inputs) ? sessions : inputs, policy);
}
