import type { RuleListConfig } from "../../config/config.ts";
import type { DefaultSetting } from "../../config/default-setting.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";

const directChatsOnly: RuleListConfig = {
  default: "deny",
  rules: [{ action: "allow", match: { chatType: "direct" } }],
};

/** Where an edition searches memory if no `memorySearch.scope` is written; undefined where it searches everywhere. */
export function defaultMemoryScope(behaviours: Behaviours): RuleListConfig | undefined {
  return behaviours.has("memory-direct-only") ? directChatsOnly : undefined;
}

/** The settings about memory that go without saying. */
export function memoryDefaults({ behaviours }: Policy): readonly DefaultSetting[] {
  const scope = defaultMemoryScope(behaviours);
  return scope === undefined ? [] : [{ path: ["agents", "defaults", "memorySearch", "scope"], value: scope }];
}
