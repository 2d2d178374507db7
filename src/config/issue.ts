import type { IssueCode } from "./issue-codes.ts";

/** One thing that is wrong, or doubtful, in what a host wrote. */
export interface Issue {
  /** `error`: the policy is refused. `warning`: it is read, and this deserves a look. */
  readonly severity: "error" | "warning";
  readonly code: IssueCode;
  /** Where: `session.sendPolicy.rules[1].match.chanel`; empty for the whole document. */
  readonly path: string;
  /** One line that says what is wrong and what was found. */
  readonly message: string;
  /** What to write instead, when that is known. */
  readonly hint?: string;
  /** Line in the source text, from 1; only where text could not be read at all, or repeats a key. */
  readonly line?: number;
  /** Column in the source text, from 1. */
  readonly column?: number;
}

/** An issue, and its path step by step. */
export interface LocatedIssue {
  readonly path: readonly PropertyKey[];
  readonly issue: Issue;
}

/**
 * Thrown by `parsePolicy`; carries every issue, not just the first.
 *
 * @example
 * ```ts
 * const hour = { severity: "error", code: "out-of-range", path: "session.reset.atHour", message: "found 24" } as const;
 * new PolicyError([hour]).message; //=> "session.reset.atHour: found 24"
 * ```
 */
export class PolicyError extends Error {
  readonly issues: readonly [Issue, ...Issue[]];

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(issues.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("\n"));
    this.name = "PolicyError";
    this.issues = issues;
  }
}
