import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { earlyToolGroups, earlyToolProfiles, toolCatalog, type NameWhen, type When } from "./catalog.ts";

/** The groups and profiles of an edition. */
export interface ToolTables {
  /** Tools by group, `group:fs` and so on. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** What each profile allows; undefined for a profile that restricts nothing (`full` before 2026.5.3). */
  readonly profiles: ReadonlyMap<string, readonly string[] | undefined>;
}

const profileNames = ["minimal", "coding", "messaging"] as const;

function holds({ since, until }: When, behaviours: Behaviours): boolean {
  return (since === undefined || behaviours.has(since)) && (until === undefined || !behaviours.has(until));
}

/** The names of a list that an edition has. */
export function namesInForce(list: readonly NameWhen[], behaviours: Behaviours): readonly string[] {
  return list.filter(([, when = {}]) => holds(when, behaviours)).map(([name]) => name);
}

function catalogTables(behaviours: Behaviours): ToolTables {
  const groups = new Map<string, string[]>();
  const profiles = new Map<string, string[]>(profileNames.map((profile) => [profile, []]));
  const join = (group: string, tool: string) => {
    const tools = groups.get(group);
    if (tools === undefined) groups.set(group, [tool]);
    else tools.push(tool);
  };
  for (const { name, group, when = {}, native = {}, profiles: belongs = {} } of toolCatalog) {
    if (!holds(when, behaviours)) continue;
    if (native !== false && holds(native, behaviours)) join("group:openclaw", name);
    if (group !== undefined) join(`group:${group}`, name);
    for (const [profile, since] of Object.entries(belongs))
      if (holds(since, behaviours)) profiles.get(profile)?.push(name);
  }
  return { groups, profiles };
}

function earlyTables(behaviours: Behaviours): ToolTables {
  const present = (tool: string) => tool !== "subagents" || behaviours.has("subagents-tool");
  return {
    groups: new Map(
      Object.entries(earlyToolGroups).map(([group, tools]) => [`group:${group}`, tools.filter(present)]),
    ),
    profiles: new Map(Object.entries(earlyToolProfiles)),
  };
}

/** The groups and profiles in force under a policy's edition. */
export const toolTables = /* @__PURE__ */ once(({ behaviours }: Policy): ToolTables => {
  const { groups, profiles } = behaviours.has("tool-catalog")
    ? catalogTables(behaviours)
    : earlyTables(behaviours);
  const full = behaviours.has("full-profile-lists-star") ? ["*"] : undefined;
  return { groups, profiles: new Map([...profiles, ["full", full] as const]) };
});
