import type { Issue } from "keyscope";
import type { AuditWorld, Finding, FindingFix } from "keyscope/analysis";
import type { Said } from "./play.ts";

/** Something that is said about a config, at a line of it. */
export interface Remark {
  readonly severity: "error" | "warning" | "info";
  /** How much is at stake, of what an audit found. */
  readonly risk?: Finding["severity"];
  readonly path: string;
  /** From 1; absent where nothing in the text is at fault. */
  readonly line?: number;
  readonly message: string;
  readonly hint?: string;
  readonly fix?: FindingFix;
}

function ofIssue({ hint, line, message, path, severity }: Issue, lineOf: LineOf): Remark {
  const at = line ?? lineOf(path);
  return {
    severity,
    path,
    message,
    ...(at !== undefined && { line: at }),
    ...(hint !== undefined && { hint }),
  };
}

function ofFinding({ fix, message, path, severity }: Finding, lineOf: LineOf): Remark {
  const line = path === "" ? undefined : lineOf(path);
  const mild = severity === "low" || severity === "info";
  return {
    severity: mild ? "info" : "warning",
    risk: severity,
    path,
    message,
    hint: fix.sentence,
    ...(line !== undefined && { line }),
    ...(fix.changes.length > 0 && { fix }),
  };
}

/** Tells the line of a text in which a setting is written, or the nearest one that holds it. */
export type LineOf = (path: string) => number | undefined;

/** What is said about a config: what its reading found, then what the audit did, worst first. */
export function remarksOf(
  issues: readonly Issue[],
  findings: readonly Finding[],
  lineOf: LineOf,
): readonly Remark[] {
  return [
    ...issues.map((issue) => ofIssue(issue, lineOf)),
    ...findings.map((finding) => ofFinding(finding, lineOf)),
  ];
}

/** Who is there, as the script shows: whoever wrote to the bot alone and was let in, and the rooms in which somebody did. */
export function worldOf(said: readonly Said[]): AuditWorld {
  const known = said.flatMap(({ decided, who }) =>
    decided?.within === undefined ? [] : [{ inbound: decided.message.inbound, who }],
  );
  const unique = <Member>(members: readonly Member[]) => [
    ...new Map(members.map((member) => [JSON.stringify(member), member])).values(),
  ];
  return {
    senders: unique(
      known.flatMap(({ inbound: { channel, chatType, peer }, who }) =>
        chatType === "direct" && peer !== undefined ? [{ channel, peer, person: who }] : [],
      ),
    ),
    groups: unique(
      known.flatMap(({ inbound: { channel, chatType, peer } }) =>
        chatType !== "direct" && peer !== undefined ? [{ channel, peer, chatType }] : [],
      ),
    ),
  };
}
