import { demandPolicy } from "../config/policy.ts";
import { differences, answer, type Answer, type Question } from "../analysis/question.ts";
import { explain } from "../explain.ts";
import type { Policy } from "../config/policy.ts";

/** Some of the fields of a decision, at any depth. */
export type Expected<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Name in keyof Value]?: Expected<Value[Name]> }
    : Value;

/** One line of a table: what to ask, and what must be answered. */
export type DecisionRow = Question & {
  /** Why it must be so; the title of the test. */
  readonly why: string;
  /** Those fields of the decision that matter. */
  readonly expect: Expected<Answer>;
};

/** What became of a line. */
export interface DecisionCheck {
  /** Whether the decision is the expected one. */
  readonly passed: boolean;
  /** What the policy answers to the question of the line. */
  readonly decision: Answer;
  /** What was asked and expected, what was answered, and why; empty where it passed. */
  readonly message: string;
}

/** A line as any test runner takes it. */
export interface DecisionTest {
  /** The title of the test: the line's `why`. */
  readonly title: string;
  /** Throws an error that explains the decision, unless it is the expected one. */
  readonly run: () => void;
  /** The same as data, for a host that prints its own report. */
  readonly check: () => DecisionCheck;
}

function checkRow({ why, expect, ...question }: DecisionRow, policy: Policy): DecisionCheck {
  const decision = answer(question, policy);
  const fields = differences(expect, decision);
  if (fields.length === 0) return { passed: true, decision, message: "" };
  const message = [
    why,
    `asked: ${JSON.stringify(question)}`,
    `expected: ${JSON.stringify(expect)}`,
    `decided: ${JSON.stringify(decision)}`,
    `differs in: ${fields.join(", ")}`,
    explain(decision),
  ].join("\n  ");
  return { passed: false, decision, message };
}

/**
 * Makes tests out of a table of questions and expected decisions, for any runner that takes a title and
 * a function. Nothing is evaluated before a test runs.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
 * const tests = decisionTable(policy, [
 *   {
 *     why: "a stranger has a conversation of their own",
 *     ask: "resolution",
 *     request: { channel: "telegram", chatType: "direct", peer: "7" },
 *     expect: { key: "agent:main:direct:7" },
 *   },
 *   { why: "answers are sent", ask: "send", request: { key: "agent:main:direct:7" }, expect: { allowed: true } },
 * ]);
 * // with vitest: for (const { title, run } of tests) it(title, run);
 * tests.map(({ title, check }) => [title, check().passed]);
 * //=> [["a stranger has a conversation of their own", true], ["answers are sent", true]]
 * ```
 */
export function decisionTable(policy: Policy, rows: Iterable<DecisionRow>): readonly DecisionTest[] {
  demandPolicy(policy);
  return Array.from(rows, (row) => {
    const check = () => checkRow(row, policy);
    return {
      title: row.why,
      check,
      run: () => {
        const { passed, message } = check();
        if (!passed) throw new Error(message);
      },
    };
  });
}
