import type { IssueCode } from "./issue-codes.ts";
import { formatPath, parsePath } from "./path.ts";

/** One thing that is wrong, or doubtful, in what a host wrote. */
export interface Issue {
  /** `error`: the policy is refused. `warning`: it is read, and this deserves a look. */
  readonly severity: "error" | "warning";
  /**
   * What is wrong, as a word that no release rewrites; a host tells issues apart by it, never by `message`.
   */
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

/** So many issues of a kind are told in full, and the others counted. */
const toldOfAKind = 3;

/** What issues have in common that are alike: the values are left out of what they say. */
function kindOf({ code, path, message }: Issue): string {
  const said = message.replace(/"(?:[^"\\]|\\.)*"|\d+/g, "…");
  return `${code} ${/^\w*/.exec(path)?.[0] ?? ""} ${said}`;
}

function tell({ path, message, hint }: Issue): string {
  return `${path === "" ? "" : `${path}: `}${message}${hint === undefined ? "" : ` (${hint})`}`;
}

/** The place within which all issues are; empty where that is the whole. */
function commonPlace(issues: readonly Issue[]): string {
  const [first = [], ...others] = issues.map(({ path }) => parsePath(path) ?? []);
  const end = first.findIndex((step, index) => others.some((path) => path[index] !== step));
  return formatPath(first.slice(0, end < 0 ? -1 : end));
}

/** Tells issues in a line each; of many that are alike the first ones, and how many more there are and where. */
function tellAll(issues: readonly Issue[]): string {
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    const kind = kindOf(issue);
    const alike = kinds.get(kind);
    if (alike === undefined) kinds.set(kind, [issue]);
    else alike.push(issue);
  }
  const lines = [...kinds.values()].flatMap((alike) => {
    const more = alike.slice(toldOfAKind);
    if (more.length === 0) return alike.map(tell);
    const place = commonPlace(alike);
    const others = `and ${more.length} more like that${place === "" ? "" : ` in ${place}`}`;
    return [...alike.slice(0, toldOfAKind).map(tell), others];
  });
  return lines.join("\n");
}

/**
 * Thrown by `parsePolicy`; carries every issue, not just the first. Its message tells them in a line each, with their
 * hints; where many are alike, only the first ones.
 *
 * @example
 * ```ts
 * const hour = { severity: "error", code: "out-of-range", path: "session.reset.atHour", message: "found 24" } as const;
 * new PolicyError([{ ...hour, hint: "write `atHour: 0`" }]).message; //=> "session.reset.atHour: found 24 (write `atHour: 0`)"
 * ```
 */
export class PolicyError extends Error {
  /** Everything that is wrong, in the order of the config; at least one. */
  readonly issues: readonly [Issue, ...Issue[]];

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(tellAll(issues));
    this.name = "PolicyError";
    this.issues = issues;
  }
}
