import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isStream, membersOf, optionsOf } from "../../config/given.ts";
import type { LogRecord } from "../log-event.ts";
import { follow } from "./followed.ts";
import type { LogEvidence, LogFinding } from "./log-finding.ts";
import { isLogRecord, readRecord, type ReadRecord } from "./read-record.ts";

/** What counts as unusual; whole numbers from 1 on, and the default for anything else. */
export interface ScanOptions {
  /** From how many denials in a row on they are told; 5 when absent. */
  readonly denialsInARow?: number;
  /** After how many uses of tools it is known which are usual; 20 when absent. */
  readonly usualAfter?: number;
}

/** What was found in a log, and what could not be looked at. */
export interface LogScan {
  /** Which of the library's answers this is. */
  readonly kind: "log-scan";
  /** In the order in which they begin. */
  readonly findings: readonly LogFinding[];
  /** How many findings there are beyond the first thousand, which are told. */
  readonly more: number;
  /** How many records were read. */
  readonly read: number;
  /** What is no record: how many, and the places of the first ten. */
  readonly unread: {
    /** How many there are. */
    readonly count: number;
    /** The places of the first ten, from 0. */
    readonly first: readonly number[];
  };
  /** How many records name neither a session nor a sender nor an agent, so that nobody knows whose they are. */
  readonly nameless: number;
  /** How many sessions, senders and agents were lost sight of, because more than ten thousand were followed at once. */
  readonly forgotten: number;
}

const mostFollowed = 10_000;
const mostFindings = 1_000;
const mostRecords = 10;
const mostTools = 1_000;

type Draft<Finding> = Finding extends unknown ? { -readonly [Name in keyof Finding]: Finding[Name] } : never;

/** A finding while records are still added to it. */
type OpenFinding = Draft<LogFinding> & { records: LogEvidence[] };

/** What is new about a finding, beside how often it was seen. */
type Beginning = LogFinding extends infer Finding
  ? Finding extends LogFinding
    ? Omit<Finding, "kind" | "count" | "records">
    : never
  : never;

/** Collects findings, each with its records. */
function collector() {
  const findings = new Map<string, OpenFinding>();
  let more = 0;
  return {
    /** Adds records to a finding that is called by a name, or begins it. */
    add(name: string, beginning: Beginning, evidence: readonly LogEvidence[]) {
      let finding = findings.get(name);
      if (finding === undefined) {
        if (findings.size >= mostFindings) {
          more += 1;
          return;
        }
        finding = { kind: "log-finding", ...beginning, count: 0, records: [] };
        findings.set(name, finding);
      }
      finding.count += evidence.length;
      finding.records.push(...evidence.slice(0, mostRecords - finding.records.length));
      if (finding.id === "denials-in-a-row" && beginning.id === finding.id)
        finding.reasons = beginning.reasons;
    },
    findings: (): readonly LogFinding[] => [...findings.values()],
    more: () => more,
  };
}

/** The tools that somebody has used. */
interface UsedTools {
  readonly names: Set<string>;
  count: number;
}

/** The denials of somebody since something was allowed. */
interface Denials {
  /** Which run of denials it is. */
  run: number;
  count: number;
  first: LogEvidence[];
  reasons: string[];
}

function countOr(given: unknown, byDefault: number): number {
  return typeof given === "number" && Number.isInteger(given) && given >= 1 ? given : byDefault;
}

/** Begins to look through a log, record by record. */
function scanner(options: ScanOptions) {
  const { denialsInARow, usualAfter } = optionsOf(options);
  const enough = countOr(denialsInARow, 5);
  const usual = countOr(usualAfter, 20);
  const found = collector();
  const tools = follow(mostFollowed, (): UsedTools => ({ names: new Set(), count: 0 }));
  const denied = follow(mostFollowed, (): Denials => ({ run: 0, count: 0, first: [], reasons: [] }));
  const unread: number[] = [];
  let index = -1;
  let unreadCount = 0;
  let nameless = 0;

  function use(used: UsedTools, tool: string) {
    used.count += 1;
    if (used.names.size < mostTools) used.names.add(tool);
  }

  function lookAtTool({ agentId, session, tool }: ReadRecord, evidence: LogEvidence) {
    if (tool === undefined || session === undefined) return;
    const own = tools.of(`session ${session}`);
    const shared = agentId === undefined ? own : tools.of(`agent ${agentId}`);
    const usualOf = own.count >= usual ? "session" : "agent";
    const known = usualOf === "session" ? own : shared;
    const name = JSON.stringify(["tool", session, tool]);
    if (known.count >= usual && !known.names.has(tool))
      found.add(name, { id: "unusual-tool", who: session, tool, usualOf, after: known.count }, [evidence]);
    use(own, tool);
    if (shared !== own) use(shared, tool);
  }

  function lookAtAnswer({ allowed, reason, who }: ReadRecord, evidence: LogEvidence) {
    if (allowed === undefined || who === undefined) return;
    const denials = denied.of(who);
    if (allowed) {
      if (denials.count > 0)
        Object.assign(denials, { run: denials.run + 1, count: 0, first: [], reasons: [] });
      return;
    }
    denials.count += 1;
    if (reason !== undefined && denials.reasons.length < mostRecords && !denials.reasons.includes(reason))
      denials.reasons.push(reason);
    if (denials.count < enough) {
      denials.first.push(evidence);
      return;
    }
    // What came before it was known to be a run belongs to it.
    const evidences = denials.count === enough ? [...denials.first, evidence] : [evidence];
    denials.first = [];
    const name = JSON.stringify(["denials", who, denials.run]);
    found.add(name, { id: "denials-in-a-row", who, reasons: [...denials.reasons] }, evidences);
  }

  function look(given: unknown) {
    index += 1;
    if (!isLogRecord(given)) {
      unreadCount += 1;
      if (unread.length < mostRecords) unread.push(index);
      return;
    }
    const evidence: LogEvidence = { index, record: given };
    const record = readRecord(given);
    if (record.who === undefined) nameless += 1;
    const { readSession: target, session } = record;
    if (target !== undefined && session !== undefined && target !== session) {
      const name = JSON.stringify(["read", session, target]);
      found.add(name, { id: "cross-session-read", who: session, target }, [evidence]);
    }
    lookAtTool(record, evidence);
    lookAtAnswer(record, evidence);
  }

  return {
    look,
    end: (): LogScan => ({
      kind: "log-scan",
      findings: found.findings(),
      more: found.more(),
      read: index + 1 - unreadCount,
      unread: { count: unreadCount, first: unread },
      nameless,
      forgotten: tools.forgotten() + denied.forgotten(),
    }),
  };
}

/**
 * Looks through the log that `evaluateLogEvent` asked for, and tells what deserves a look, each finding with the records
 * that prove it:
 *
 * - `cross-session-read`: a session read the history of another one, not its own and none that it started;
 * - `unusual-tool`: a session used a tool that it had never used in its first twenty uses of tools, or, as long as it is
 *   young, that no session of its agent had;
 * - `denials-in-a-row`: a session or a sender was denied five times in a row, with nothing allowed in between.
 *
 * A log tells what was written into it: what `logging.events` leaves out is not found. It is gone through once, from a list
 * or a stream, and needs the same memory however long it is: ten records are kept of each finding, a thousand findings, and
 * of ten thousand sessions, senders and agents at once what they did before; what goes beyond that is counted (`more`,
 * `forgotten`). What is no record is counted and its place told (`unread`).
 *
 * @param records - The records in the order in which they were written; each may have more fields than it needs.
 * @returns What was found; of a stream, promised.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ tools: { profile: "messaging" }, logging: { events: { toolExecution: true } } }, { edition: "2026-11" });
 * const attempt = { tool: "exec", agentId: "main", key: "agent:main:telegram:direct:7" };
 * const { record } = evaluateLogEvent({ event: "toolExecution", inputs: attempt, decision: evaluateTool(attempt, policy) }, policy);
 * const { findings } = scanLog(record ? Array(6).fill(record) : []);
 * findings.map(({ id, who, count }) => [id, who, count]);
 * //=> [["denials-in-a-row", "agent:main:telegram:direct:7", 6]]
 * ```
 */
export function scanLog(records: AsyncIterable<LogRecord>, options?: ScanOptions): Promise<LogScan>;
export function scanLog(records: Iterable<LogRecord>, options?: ScanOptions): LogScan;
export function scanLog(
  records: Iterable<LogRecord> | AsyncIterable<LogRecord>,
  options: ScanOptions = {},
): LogScan | Promise<LogScan> {
  if (isPolluted()) return unpolluted(scan, records, options);
  return scan(records, options);
}

function scan(
  records: Iterable<LogRecord> | AsyncIterable<LogRecord>,
  options: ScanOptions,
): LogScan | Promise<LogScan> {
  const { end, look } = scanner(options);
  if (isStream(records)) return lookAtStream(records, look).then(end);
  for (const record of membersOf(records)) look(record);
  return end();
}

async function lookAtStream(
  records: AsyncIterable<LogRecord>,
  look: (record: LogRecord) => void,
): Promise<void> {
  for await (const record of records)
    if (isPolluted()) unpolluted(look, record);
    else look(record);
}
