import { once } from "../../edition/once.ts";
import type { RuleListConfig } from "../../config/config.ts";
import { isPrefixField } from "../../config/rule-fields.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { compileRuleList, type RuleList } from "../rule/rule-list.ts";
import type { RuleReading } from "../rule/rule.ts";

/** The applied scope where the config has none. */
export const defaultQmdScope = /* @__PURE__ */ once((behaviours: Behaviours): RuleListConfig => ({
  default: "deny",
  rules: [
    { action: "allow", match: { chatType: "direct" } },
    ...(behaviours.has("memory-default-with-channels")
      ? [{ action: "allow" as const, match: { chatType: "channel" as const } }]
      : []),
  ],
}));

/** Channels and chat types are compared verbatim, so that `Discord` and `dm` never match. */
const qmdReading = /* @__PURE__ */ once((behaviours: Behaviours): RuleReading => {
  if (!behaviours.has("memory-scope-folded"))
    return { value: (_, written) => written || undefined, keyPrefixOf: () => "raw" };
  return {
    value: (field, written) => (isPrefixField(field) ? fold(written) : written) || undefined,
    keyPrefixOf: (prefix) => (prefix.startsWith("agent:") ? "raw" : "scoped"),
  };
});

/** Compiles a `memory.qmd.scope`: the first rule that matches decides. */
export function compileQmdScope(scope: RuleListConfig | undefined, behaviours: Behaviours): RuleList {
  return compileRuleList(scope, "memory.qmd.scope", qmdReading(behaviours), "first-match");
}
