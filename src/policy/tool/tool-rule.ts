import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import { compileToolList, toolName, type PickedLists, type ToolList, type ToolMeanings } from "./list.ts";
import { toolTables } from "./groups.ts";

/** A pair of compiled lists; an absent one says nothing. */
export interface ToolRule {
  /** The list outside which nothing is let through. */
  readonly allow?: ToolList;
  /** The list of what is not let through, whatever the other one says. */
  readonly deny?: ToolList;
}

/** What one pair of lists says of one tool. */
export type ToolVerdict =
  | {
      /** Lets the tool through. */
      readonly allowed: true;
      /** No such list is written, or one without entries where the edition takes that for all. */
      readonly reason: "no-list" | "empty-list";
    }
  | {
      /** Lets the tool through. */
      readonly allowed: true;
      /** An entry has it. */
      readonly reason: "listed";
      /** The entry. */
      readonly path: string;
    }
  | {
      /** Does not let the tool through. */
      readonly allowed: false;
      /** An entry denies it. */
      readonly reason: "denied";
      /** The entry. */
      readonly path: string;
    }
  | {
      /** Does not let the tool through. */
      readonly allowed: false;
      /** No entry has it, or what is written is no list. */
      readonly reason: "not-listed" | "unreadable-list";
    };

/** Compiles the lists of one layer. */
export function compileToolRule(
  { allow, deny }: PickedLists,
  policy: Policy,
  meanings?: ToolMeanings,
): ToolRule {
  return {
    ...(allow && { allow: compileToolList(allow, policy, meanings) }),
    ...(deny && { deny: compileToolList(deny, policy, meanings) }),
  };
}

const implications = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  grantsPatch: behaviours.has("write-grants-patch") ? "write" : "exec",
  refusesPatch: behaviours.has("write-denial-covers-patch"),
  emptyAllows: !behaviours.has("empty-tool-list-allows-nothing"),
}));

/** How lists may name a tool. */
export interface ToolNames {
  /** Its name, in the form in which it is compared. */
  readonly name: string;
  /** The other name under which it was asked for, in the same form; absent where it was asked for by its own. */
  readonly asked?: string;
  /** Entries that mean it beside its name: its plugin's, all plugins'. */
  readonly plugin: readonly string[];
  /** The tool whose permission includes it, and the one whose denial does. */
  readonly grantedWith?: string;
  readonly refusedWith?: string;
}

const noPlugin: readonly string[] = [];

/** Tells how lists may name a tool. */
export function toolNames(tool: string, plugin: string | undefined, policy: Policy): ToolNames {
  const { grantsPatch, refusesPatch } = implications(policy);
  const asked = fold(tool);
  const name = toolName(tool, policy) ?? asked;
  const brought = plugin === undefined ? noPlugin : [fold(plugin), "group:plugins"];
  const names = asked === name ? { name, plugin: brought } : { name, asked, plugin: brought };
  if (name !== "apply_patch") return names;
  return { ...names, grantedWith: grantsPatch, ...(refusesPatch && { refusedWith: "write" }) };
}

/** The config paths of all entries of a list that name a tool. */
export function namingEntries(list: ToolList, tool: ToolNames, also: string | undefined): readonly string[] {
  return [
    ...new Set([
      ...list.matchAll(tool.name),
      ...tool.plugin.flatMap(list.findAll),
      ...(also === undefined ? [] : list.matchAll(also)),
    ]),
  ];
}

function firstNaming(
  list: ToolList | undefined,
  tool: ToolNames,
  also: string | undefined,
): string | undefined {
  if (list === undefined) return undefined;
  const own = list.match(tool.name) ?? (also === undefined ? undefined : list.match(also));
  return own ?? tool.plugin.flatMap(list.findAll)[0];
}

/** Decides one pair of lists: what is denied is denied, and an allow list with entries is all there is. */
export function judgeTool(tool: ToolNames, { allow, deny }: ToolRule, policy: Policy): ToolVerdict {
  if (allow?.unreadable === true || deny?.unreadable === true)
    return { allowed: false, reason: "unreadable-list" };
  const denied = firstNaming(deny, tool, tool.refusedWith);
  if (denied !== undefined) return { allowed: false, reason: "denied", path: denied };
  if (allow === undefined) return { allowed: true, reason: "no-list" };
  if (allow.empty && implications(policy).emptyAllows) return { allowed: true, reason: "empty-list" };
  const listed = firstNaming(allow, tool, tool.grantedWith);
  return listed === undefined
    ? { allowed: false, reason: "not-listed" }
    : { allowed: true, reason: "listed", path: listed };
}

const foreign = /* @__PURE__ */ once((policy: Policy) => ({
  dropsLists: !policy.behaviours.has("unknown-allow-entries-restrict"),
  catalog: new Set([...toolTables(policy).groups.values()].flat()),
}));

/** Whether a list names one of some tools. */
const naming = /* @__PURE__ */ once((tools: ReadonlySet<string>) =>
  once(({ names }: ToolList) => ({
    any: names.some((name) => name === "*" || tools.has(name ?? "")),
  })),
);

/**
 * The rule as releases up to 2026.4.2 apply it: they drop an allow list that names none of the
 * agent's own tools, only plugins and names they do not know.
 */
export function withoutForeignList(
  rule: ToolRule,
  ownTools: ReadonlySet<string> | undefined,
  policy: Policy,
): ToolRule {
  const { dropsLists, catalog } = foreign(policy);
  const { allow, deny } = rule;
  if (!dropsLists || allow === undefined || allow.unreadable) return rule;
  if (naming(ownTools ?? catalog)(allow).any) return rule;
  return deny === undefined ? {} : { deny };
}
