import type { Config, RuleListConfig } from "./config.ts";

/** A list of rules in a config, and where it stands. */
interface WrittenRules {
  readonly list: RuleListConfig;
  readonly path: readonly (string | number)[];
}

/** Every list of rules about sessions that a config has. */
export function ruleListsOf({ session, agents, memory }: Config): readonly WrittenRules[] {
  const places: readonly (readonly [RuleListConfig | undefined, WrittenRules["path"]])[] = [
    [session?.sendPolicy, ["session", "sendPolicy"]],
    [memory?.qmd?.scope, ["memory", "qmd", "scope"]],
    [agents?.defaults?.memorySearch?.scope, ["agents", "defaults", "memorySearch", "scope"]],
    ...(agents?.list ?? []).map(
      ({ memorySearch }, index) =>
        [memorySearch?.scope, ["agents", "list", index, "memorySearch", "scope"]] as const,
    ),
    ...Object.entries(agents?.entries ?? {}).map(
      ([name, { memorySearch }]) =>
        [memorySearch?.scope, ["agents", "entries", name, "memorySearch", "scope"]] as const,
    ),
  ];
  return places.flatMap(([list, path]) => (list === undefined ? [] : [{ list, path }]));
}
