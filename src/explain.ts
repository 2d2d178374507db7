import { isPolluted, unpolluted } from "./edition/unpolluted.ts";
import { said } from "./config/given.ts";
import { explainUnread, type Unread } from "./scope/unread.ts";
import { explainCollision, explainIsolation } from "./scope/isolation/explain.ts";
import type { Collision } from "./scope/isolation/collisions.ts";
import type { Isolation } from "./scope/isolation/isolation.ts";
import type { Finding } from "./analysis/audit/finding.ts";
import type { Comparison } from "./analysis/compare/compare.ts";
import { explainComparison } from "./analysis/compare/explain.ts";
import { explainDecision, isDecision, type Decision } from "./analysis/explain-decision.ts";
import { explainMigration, type Migration } from "./analysis/migration/migration.ts";
import type { Statement } from "./analysis/describe/statement.ts";
import type { Door } from "./analysis/doors/door.ts";
import { explainDoor } from "./analysis/doors/explain.ts";
import { explainExposedSession, explainExposure, explainNotice } from "./analysis/exposure/explain.ts";
import type { ExposedSession, Exposure, Notice } from "./analysis/exposure/exposure.ts";
import { explainLogFinding, type LogFinding } from "./analysis/log/log-finding.ts";
import type { Drift } from "./analysis/pin/check-pins.ts";
import type { MalformedTimes } from "./lifecycle/session-times-of.ts";
import { explainStore } from "./lifecycle/store/explain.ts";
import type { StoreReading } from "./lifecycle/store/read-store.ts";
import type { Admission } from "./loop/admit.ts";
import { explainAdmission, explainTimes, explainTurn } from "./loop/explain.ts";
import type { NoTurn, Turn } from "./loop/turn.ts";

/** Whatever the library answers: a decision, or what an analysis found. */
export type Explainable =
  | Decision
  | Isolation
  | Collision
  | Finding
  | Comparison
  | Migration
  | Drift
  | Door
  | ExposedSession
  | Exposure
  | LogFinding
  | Notice
  | Statement
  | Unread
  | Admission
  | Turn
  | NoTurn
  | MalformedTimes
  | StoreReading;

/**
 * Says in words, for a log or a person, whatever the library answers: what it is, and which setting, or which
 * edition's default, decided. The words may change with any release; programs read `reason` and its kin.
 *
 * @param answer - What an evaluation or an analysis returned, as it is.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { sendPolicy: { default: "deny" } } }, { edition: "2026-11" });
 * explain(evaluateSend({ key: "agent:main:main" }, policy));
 * //=> "The session may not send: no rule of session.sendPolicy matches it, and its default is to deny."
 * const senders = ["1", "2"].map((peer) => ({ channel: "irc", peer }));
 * audit(policy, { senders }).map(explain)[0];
 * //=> 'high: One session is shared by 2 people: each could be told what the others wrote, with the agent\'s private notes in it. Write session.dmScope: "per-channel-peer".'
 * ```
 */
export function explain(answer: Explainable): string {
  if (isPolluted()) return unpolluted(explain, answer);
  return said(answer, sentenceOf);
}

function sentenceOf(answer: Explainable): string {
  if (isDecision(answer)) return explainDecision(answer);
  switch (answer.kind) {
    case "isolation":
      return explainIsolation(answer);
    case "collision":
      return explainCollision(answer);
    case "finding":
      return `${answer.severity}: ${answer.message} ${answer.fix.sentence}`;
    case "comparison":
      return explainComparison(answer);
    case "migration":
      return explainMigration(answer);
    case "drift":
      return answer.message;
    case "door":
      return explainDoor(answer);
    case "exposed-session":
      return explainExposedSession(answer);
    case "exposure":
      return explainExposure(answer);
    case "notice":
      return explainNotice(answer);
    case "log-finding":
      return explainLogFinding(answer);
    case "statement":
      return answer.sentence;
    case "unread":
      return explainUnread(answer);
    case "admission":
      return explainAdmission(answer);
    case "turn":
      return explainTurn(answer);
    case "times":
      return explainTimes(answer);
    case "store":
      return explainStore(answer);
  }
}
