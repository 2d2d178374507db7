import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { toolTables } from "./groups.ts";
import type { ToolList } from "./list.ts";
import type { ToolRule } from "./rule.ts";

const core = once((policy: Policy) => {
  const { groups } = toolTables(policy);
  return {
    applies: !policy.behaviours.has("unknown-allow-entries-restrict"),
    catalog: new Set([...groups.values()].flat()),
    // Per set of tools, whether a list names one of them.
    named: new WeakMap<ReadonlySet<string>, WeakMap<ToolList, boolean>>(),
  };
});

/**
 * The rule as releases up to 2026.4.2 apply it: they drop an allow list that names none of the
 * agent's own tools, only plugins and names they do not know.
 */
export function withoutForeignList(
  rule: ToolRule,
  ownTools: ReadonlySet<string> | undefined,
  policy: Policy,
): ToolRule {
  const { applies, catalog, named } = core(policy);
  const { allow, deny } = rule;
  if (!applies || allow === undefined || allow.unreadable) return rule;
  const tools = ownTools ?? catalog;
  let known = named.get(tools);
  if (known === undefined) named.set(tools, (known = new WeakMap()));
  let own = known.get(allow);
  if (own === undefined)
    known.set(allow, (own = allow.names.some((name) => name === "*" || tools.has(name ?? ""))));
  if (own) return rule;
  return deny === undefined ? {} : { deny };
}
