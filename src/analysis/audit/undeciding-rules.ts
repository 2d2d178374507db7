import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { checkReach } from "../../policy/check-rules.ts";
import { memoryRules } from "../../policy/memory/memory-search.ts";
import type { RuleList } from "../../policy/rule/rule-list.ts";
import { askedFields, type Rule } from "../../policy/rule/rule.ts";
import { sendPolicy } from "../../policy/send/send.ts";

function check(rule: Rule, list: RuleList): readonly Issue[] {
  const { path } = rule.reference;
  // A release's keys need not begin with an agent, so that no prefix is out of reach there.
  const shadowed = checkReach(rule, list).filter(({ code }) => code === "shadowed-rule");
  if (askedFields(rule).length > 0 || shadowed.length > 0) return shadowed;
  const message = "asks nothing that this edition reads, so that it matches every session";
  return [{ severity: "warning", code: "rule-matches-everything", path, message }];
}

/** Looks at rules under the openclaw@ editions, whose parsing takes them as they are. */
export function undecidingRules(policy: Policy): readonly Issue[] {
  if (policy.behaviours.has("strict-settings")) return [];
  return [sendPolicy(policy).list, ...memoryRules(policy)].flatMap((list) =>
    list.rules.flatMap((rule) => check(rule, list)),
  );
}
