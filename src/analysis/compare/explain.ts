import type { NotRead } from "../../config/keys/not-read.ts";
import { explainIsolation } from "../../scope/isolation/explain.ts";
import type { Isolation } from "../../scope/isolation/isolation.ts";
import { explainDecision, type Decision } from "../explain-decision.ts";
import type { Comparison } from "./compare.ts";
import type { Difference, KindComparison, UnprovenCause } from "./verdict.ts";

function explainAnswer(answer: Decision | Isolation): string {
  return answer.kind === "isolation" ? explainIsolation(answer) : explainDecision(answer);
}

/** The fields in which two answers differ: those that are one value, and where there is none of them, all. */
function fieldsApart(one: object, other: object): readonly string[] {
  const [before, after] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  const apart = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
  );
  const plain = apart.filter((name) =>
    [before, after].every((fields) => typeof fields.get(name) !== "object"),
  );
  return plain.length > 0 ? plain : apart;
}

/** Says what two policies answer. Where both sentences are the same, the fields in which the answers differ follow. */
export function explainBoth(
  one: Decision | Isolation,
  other: Decision | Isolation,
): readonly [was: string, now: string] {
  const [was, now] = [explainAnswer(one), explainAnswer(other)];
  if (was !== now) return [was, now];
  const names = fieldsApart(one, other);
  const withFields = (answer: object) => {
    const fields = new Map(Object.entries(answer));
    const told = names.map(
      (name) => `${name}: ${fields.has(name) ? JSON.stringify(fields.get(name)) : "none"}`,
    );
    return `${was.replace(/\.$/, "")} (${told.join(", ")}).`;
  };
  return [withFields(one), withFields(other)];
}

function witness(
  direction: "stricter" | "looser",
  difference: Difference<unknown, Decision | Isolation> | undefined,
): readonly string[] {
  if (difference === undefined) return [];
  const { from, request, to } = difference;
  const [before, after] = explainBoth(from, to);
  return [`  ${direction}: ${JSON.stringify(request)}`, `    before: ${before}`, `    after: ${after}`];
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
  "editions-differ": "each edition reads questions in its own way",
  "too-many-patterns": "there are too many names and patterns to check them all",
  "too-many-rooms": "there are too many rooms and people to check every combination",
  "days-out-of-step": "the hours at which their days begin are not the same distance apart all year",
  "facts-differ": "one of them asks only the key, the other also what the host says",
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
