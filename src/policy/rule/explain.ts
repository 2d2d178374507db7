import { nameSource } from "../../config/source-of.ts";
import type { Edition } from "../../edition/edition.ts";
import { factCauses } from "../../scope/facts/explain.ts";
import type { RuleReference } from "./rule.ts";

/** What a decision by rules tells of why it is so. */
interface RuledDecision<Reason> {
  readonly allowed: boolean;
  readonly reason: Reason;
  readonly rule?: RuleReference;
  readonly missing?: readonly string[];
  readonly defaultOf?: Edition;
}

/** Why a session is denied whatever the rules allow. */
export const sessionDoubts = {
  ...factCauses,
  "ambiguous-key": "its key can be read in two ways",
  "malformed-key": "its key cannot be read",
  "missing-fact": "a rule could deny it, and the fact that it asks for was not given",
  "unresolved-session": "the message has no session",
} as const;

/** Names a rule as a person would look for it, with what its author says about it. */
function nameRule({ path, id, reason }: RuleReference): string {
  const named = id === undefined ? path : `${path} (${id})`;
  return reason === undefined ? named : `${named}, which says: ${reason}`;
}

/** Names what decided: a rule; or why none did, and whose default is to allow or deny. */
export function explainRules<Reason extends string>(
  { allowed, reason, rule, missing, defaultOf }: RuledDecision<Reason>,
  causes: Readonly<Record<Reason, string>>,
): string {
  if (missing !== undefined) {
    const given = `its ${missing.join(" and ")} ${missing.length === 1 ? "was" : "were"} not given`;
    return rule === undefined
      ? `${given}, and the answer depends on that`
      : `${given}, and a rule that could deny it asks for that: ${nameRule(rule)}`;
  }
  if (rule !== undefined) return nameRule(rule);
  if (reason !== "default" && defaultOf === undefined) return causes[reason];
  const whose = defaultOf === undefined ? "its default" : nameSource(defaultOf);
  return `${causes[reason]}, and ${whose} is to ${allowed ? "allow" : "deny"}`;
}
