import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../policy.ts";
import type { Issue } from "../issue.ts";
import { formatPath } from "../path.ts";
import type { Policy } from "../policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { roomsNotKnown } from "./rooms-not-known.ts";
import { patternsOf, type Patterns, type Steps } from "../patterns.ts";
import { undecided, type DecisionKind, type Undecided } from "./undecided.ts";

/** A setting of a config that decides something in OpenClaw, and that no decision here reads. */
export interface NotRead {
  /** Where it stands. */
  readonly path: string;
  /** What it would decide, as the end of a sentence. */
  readonly decides: string;
  /** The kinds of decision that it would touch. */
  readonly kinds: readonly DecisionKind[];
}

function isRead(path: Steps, { readWith, readOn = [] }: Undecided, behaviours: Behaviours): boolean {
  return readOn.includes(String(path[1])) || (readWith !== undefined && behaviours.has(readWith));
}

let patterns: Patterns<Undecided> | undefined;

/**
 * Lists the settings of a config that would decide something and that no decision reads: what is answered about them is
 * answered as if they were not there.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ broadcast: { "120363@g.us": ["main"] } }, { edition: "openclaw@2026.9.6" });
 * notRead(policy); //=> [{ path: "broadcast", decides: "which messages go to several agents, each in a session of its own", kinds: ["resolution"] }]
 * ```
 */
export function notRead(policy: Pick<Policy, "config" | "behaviours">): readonly NotRead[] {
  if (isPolluted()) return unpolluted(notRead, policy);
  demandPolicy(policy);
  return [...unread(policy), ...roomsNotKnown(policy)];
}

function unread({ config, behaviours }: Pick<Policy, "config" | "behaviours">): readonly NotRead[] {
  patterns ??= patternsOf(undecided);
  return patterns
    .within(config)
    .filter(([path, row]) => !isRead(path, row, behaviours))
    .map(([path, { decides, kinds }]) => ({ path: formatPath(path), decides, kinds }));
}

/** Names the settings that would decide something and are not read. */
export function checkNotRead(policy: Policy): readonly Issue[] {
  const severity = "warning" as const;
  return [
    ...unread(policy).map(({ path, decides, kinds }) => ({
      severity,
      code: "not-read" as const,
      path,
      message: `not read here, although it decides ${decides}`,
      hint: `decisions about ${kinds.join(" and ")} are made as if it were not there`,
    })),
    ...roomsNotKnown(policy).map(({ path, decides }) => ({
      severity,
      code: "rooms-not-known" as const,
      path,
      message: `decides ${decides}, and how this release reads it is not on record`,
      hint: "every decision about its rooms is `unknown` under this release",
    })),
  ];
}
