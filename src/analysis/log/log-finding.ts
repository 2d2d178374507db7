import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { enumerated } from "../enumeration.ts";
import type { LogRecord } from "../log-event.ts";

/** A record of the log, and its place there, from 0. */
export interface LogEvidence {
  /** The place of the record in the log, from 0. */
  readonly index: number;
  /** The record as it stands there. */
  readonly record: LogRecord;
}

/** What every finding in a log tells. */
interface Found {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "log-finding";
  /** Who did it: the key of a session, or a sender at the door, `telegram:7`. */
  readonly who: string;
  /** How often. */
  readonly count: number;
  /** The records that prove it, ten at most, the first first. */
  readonly records: readonly LogEvidence[];
}

/** Something in a log that deserves a look. */
export type LogFinding = Found &
  (
    | {
        /** A session read the history of another one that it did not start. */
        readonly id: "cross-session-read";
        /** The key of the session that was read. */
        readonly target: string;
      }
    | {
        /** A session used a tool that was not usual there. */
        readonly id: "unusual-tool";
        /** The tool, by the name that was asked for. */
        readonly tool: string;
        /** Whose usual tools these are: the session's own, or where it is young those of its agent. */
        readonly usualOf: "session" | "agent";
        /** How many uses of other tools came before. */
        readonly after: number;
      }
    | {
        /** Somebody was denied again and again, with nothing allowed in between. */
        readonly id: "denials-in-a-row";
        /** What they were denied for, each reason once, ten at most. */
        readonly reasons: readonly string[];
      }
  );

/** What `LogFinding` may be called. */
export type LogFindingId = LogFinding["id"];

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/**
 * Says in a sentence what was found in a log, and in which records.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ tools: { sessions: { visibility: "agent" } } }, { edition: "2026-11" });
 * const inputs = { action: "history", requester: "agent:main:irc:direct:bob", target: "agent:main:irc:direct:alice" } as const;
 * const record = { event: "sessionAccess", edition: policy.edition, policy: "", inputs, decision: evaluateVisibility(inputs, policy) } as const;
 * scanLog([record]).findings.map(explainLogFinding);
 * //=> ["agent:main:irc:direct:bob read agent:main:irc:direct:alice once (record 0)."]
 * ```
 */
export function explainLogFinding(finding: LogFinding): string {
  if (isPolluted()) return unpolluted(explainLogFinding, finding);
  return said(finding, sentenceOf);
}

function sentenceOf(finding: LogFinding): string {
  const { count, records, who } = finding;
  const places = records.map(({ index }) => String(index));
  const others = count > records.length ? [...places, `${count - records.length} others`] : places;
  const where = `(record${count === 1 ? "" : "s"} ${enumerated(others, "and", 11)})`;
  switch (finding.id) {
    case "cross-session-read":
      return `${who} read ${finding.target} ${times(count)} ${where}.`;
    case "unusual-tool": {
      const whose = finding.usualOf === "session" ? "it" : "its agent";
      return `${who} used ${finding.tool} ${times(count)}, which ${whose} had never done in ${finding.after} uses of tools ${where}.`;
    }
    case "denials-in-a-row":
      return `${who} was denied ${times(count)} in a row: ${enumerated(finding.reasons)} ${where}.`;
  }
}
