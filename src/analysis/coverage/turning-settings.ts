import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { applyFix } from "../audit/apply-fix.ts";
import { answer, openness, type Question } from "../question.ts";
import { writtenSettings, type SettingKind } from "./deciding-settings.ts";

/** A setting that no decision names, and policies in which another word stands there. */
interface Turning {
  readonly path: string;
  readonly kinds: readonly SettingKind[];
  readonly others: readonly Policy[];
}

const turning = once((policy: Policy): readonly Turning[] =>
  writtenSettings(policy).flatMap(({ kinds, path, value, words }) => {
    const others = words
      ?.filter((word) => word !== value)
      .map((set): Policy => {
        const config = applyFix(policy.config, { sentence: "", changes: [{ path, set }] });
        return { ...policy, config };
      });
    return others === undefined ? [] : [{ path, kinds, others }];
  }),
);

/** What comes of a question: the session of a message, and of anything else how much is let through. */
function outcomeOf(question: Exclude<Question, { ask: "reset" }>, policy: Policy): string {
  const decision = answer(question, policy);
  if (decision.kind === "resolution") return JSON.stringify([decision.key, decision.reason]);
  return decision.kind === "reset" ? "" : String(openness(decision));
}

/** The settings named by no decision of which another word would turn the answer to a question. */
export function turningSettings(
  question: Exclude<Question, { ask: "reset" }>,
  policy: Policy,
): readonly string[] {
  const asked = turning(policy).filter(({ kinds }) => kinds.includes(question.ask));
  if (asked.length === 0) return [];
  const before = outcomeOf(question, policy);
  return asked
    .filter(({ others }) => others.some((other) => outcomeOf(question, other) !== before))
    .map(({ path }) => path);
}
