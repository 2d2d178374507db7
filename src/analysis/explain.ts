import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { said } from "../config/given.ts";
import type { NotRead } from "../config/keys/not-read.ts";
import { explainUnread, type Unread } from "../scope/unread.ts";
import { explainCollision, explainIsolation } from "../scope/isolation/explain.ts";
import type { Collision } from "../scope/isolation/collisions.ts";
import type { Isolation } from "../scope/isolation/isolation.ts";
import type { Finding } from "./audit/finding.ts";
import type { Comparison } from "./compare/compare.ts";
import { explainDecision, isDecision, type Decision } from "./explain-decision.ts";
import { explainMigration, type Migration } from "./migration/migration.ts";
import type { Drift } from "./pin/check-pins.ts";
import type { Difference, KindComparison, UnprovenCause } from "./compare/verdict.ts";

function witness(
  direction: "stricter" | "looser",
  difference: Difference<unknown, Decision | Isolation> | undefined,
): readonly string[] {
  if (difference === undefined) return [];
  const { from, request, to } = difference;
  return [
    `  ${direction}: ${JSON.stringify(request)}`,
    `    before: ${explain(from)}`,
    `    after: ${explain(to)}`,
  ];
}

function ofKind(
  kind: string,
  {
    exact,
    looser,
    notRead = [],
    stricter,
    unproven = [],
    verdict,
  }: KindComparison<unknown, Decision | Isolation>,
): readonly string[] {
  if (verdict === "equivalent" && exact) return [];
  return [
    `${kind} is ${verdict}${proof(exact)}${doubts(unproven)}${reasons(notRead)}.`,
    ...witness("stricter", stricter),
    ...witness("looser", looser),
  ];
}

function proof(exact: boolean): string {
  return exact ? "" : ", not proven";
}

/** Why it is not proven; what is not read is named by itself. */
const doubt: Readonly<Record<UnprovenCause, string | undefined>> = {
  "editions-differ": "the editions read what they are asked each in its own way",
  "too-many-patterns": "there are more names and patterns than are followed to the end",
  "too-many-rooms": "there are more rooms and people than are asked about in every combination",
  "days-out-of-step": "the days of both do not begin at the same distance all year",
  "facts-differ": "one of them asks the key alone, the other what the host tells, too",
  "not-read": undefined,
};

function doubts(unproven: readonly UnprovenCause[]): string {
  const causes = unproven.flatMap((cause) => doubt[cause] ?? []);
  return causes.length === 0 ? "" : `: ${causes.join("; ")}`;
}

/** Why nothing is proven: what decides, and is not read. */
function reasons(notRead: readonly NotRead[]): string {
  const each = notRead.map(({ path, decides }) => `${path}, which decides ${decides}`);
  return each.length === 0 ? "" : `; not read: ${each.join("; ")}`;
}

/** What settings that are not read may decide, in kinds of which there is no verdict. */
function withoutVerdict({ byKind, notRead }: Comparison): readonly string[] {
  const kinds = new Set(notRead.flatMap((setting) => setting.kinds));
  return [...kinds]
    .filter((kind) => !Object.hasOwn(byKind, kind))
    .map((kind) => `${kind} is not compared${reasons(notRead.filter((each) => each.kinds.includes(kind)))}.`);
}

/**
 * Says what a move from one policy to another does: the verdict, then each kind of decision that changes, or of which
 * it is not proven that it does not, with the smallest request that shows it, and the settings that no decision reads.
 *
 * @example
 * ```ts
 * const from = parsePolicy({ tools: { deny: ["tts"] } }, { edition: "2026-11" });
 * const to = parsePolicy({}, { edition: "2026-11" });
 * explainComparison(comparePolicies(from, to)).split("\n").slice(0, 3);
 * //=> ["The move is looser.", "tool is looser.", '  looser: {"tool":"tts"}']
 * ```
 */
export function explainComparison(comparison: Comparison): string {
  const kinds: readonly (readonly [string, KindComparison<unknown, Decision | Isolation>])[] = Object.entries(
    comparison.byKind,
  );
  return [
    `The move is ${comparison.verdict}${proof(comparison.exact)}.`,
    ...kinds.flatMap(([kind, ofOne]) => ofKind(kind, ofOne)),
    ...withoutVerdict(comparison),
  ].join("\n");
}

/** Whatever the library answers: a decision, or what an analysis found. */
export type Explainable =
  Decision | Isolation | Collision | Finding | Comparison | Migration | Drift | Unread;

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
 * //=> 'high: One session is for 2 people: each could be told what the others wrote, with the agent\'s private notes in it. Write session.dmScope: "per-channel-peer".'
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
    case "unread":
      return explainUnread(answer);
  }
}
