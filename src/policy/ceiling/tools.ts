import type { ToolSelectionConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { type Note, commonNames, type Names } from "./meet.ts";
import { layerMeanings, type ToolLayer } from "../tool/layers.ts";
import { toolTables } from "../tool/groups.ts";
import { compileToolList, type ToolList } from "../tool/list.ts";
import { judgeTool, toolNames, type ToolRule } from "../tool/tool-rule.ts";

/** The names of a list, those that nobody can read left out. */
export function namesIn(list: ToolList): readonly string[] {
  return list.names.filter((name) => name !== undefined);
}

/** What an allow list comes to; `"all"` where it is empty and the release takes that for everything. */
function allowed({ allow }: ToolRule, policy: Policy): Names {
  if (allow === undefined) return "all";
  if (allow.empty && !policy.behaviours.has("empty-tool-list-allows-nothing")) return "all";
  return namesIn(allow);
}

/** The rules of layers; a layer that lets nothing through is a denial of everything. */
export function rulesOf(layers: readonly ToolLayer[], policy: Policy): readonly ToolRule[] {
  const everything = compileToolList([{ entries: ["*"], path: "" }], policy);
  return layers.map(({ rule, unknownProfile }) => {
    const unreadable = rule.allow?.unreadable === true || rule.deny?.unreadable === true;
    return unknownProfile === true || unreadable ? { deny: everything } : rule;
  });
}

/** The names that every rule allows, and all that some rule denies. */
export function meetLists(
  rules: readonly ToolRule[],
  policy: Policy,
  note: Note,
): { readonly allow: Names; readonly deny: readonly string[] } {
  const known = new Set([...toolTables(policy).groups.values()].flat());
  const allow = rules
    .map((rule) => allowed(rule, policy))
    .reduce((common, names) => commonNames(common, names, (name) => known.has(name)), "all");
  const lost = rules
    .flatMap((rule) => allowed(rule, policy))
    .filter((name) => name !== "all" && !name.includes("*") && !known.has(name) && !allow.includes(name));
  if (lost.length > 0)
    note("tools", `a plugin and its tools are told apart by name: ${lost.join(", ")} is not in both`);
  const deny = new Set(rules.flatMap((rule) => (rule.deny === undefined ? [] : namesIn(rule.deny))));
  return { allow, deny: [...deny] };
}

// Every release's profiles contain what `minimal` does, so that any list can be written as an extension of it.
const base = "minimal";

/** What the sections `tools.exec` and `tools.fs` grant in the releases in which they do. */
const sectionTools = ["exec", "process", "read", "write", "edit"];

/** Writes rules that must all let a tool through as one selection, denying what the words for it grant beside. */
export function meetRules(rules: readonly ToolRule[], policy: Policy, note: Note): ToolSelectionConfig {
  const { allow, deny } = meetLists(rules, policy, note);
  if (allow === "all") return { profile: "full", ...(deny.length > 0 && { deny }) };
  // Nothing is left; an `alsoAllow` that is not written would be inherited.
  if (allow.length === 0) return { profile: base, deny: ["*"] };
  const minimal = toolTables(policy).profiles.get(base) ?? [];
  const bySection = policy.behaviours.has("section-grants-tools") ? sectionTools : [];
  const granted = compileToolList(
    [minimal, allow, bySection].map((entries) => ({ entries, path: "" })),
    policy,
    layerMeanings(policy),
  );
  const lists = rules.map(({ allow: list }): ToolRule => (list === undefined ? {} : { allow: list }));
  const beside = namesIn(granted).filter(
    (name) =>
      !name.includes("*") &&
      !lists.every((rule) => judgeTool(toolNames(name, undefined, policy), rule, policy).allowed),
  );
  const denied = [...new Set([...deny, ...beside])];
  return { profile: base, alsoAllow: allow, ...(denied.length > 0 && { deny: denied }) };
}
