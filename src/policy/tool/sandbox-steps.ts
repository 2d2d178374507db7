import type { Policy } from "../../config/policy.ts";
import { compileToolList } from "./list.ts";
import { namingEntries, type ToolNames } from "./rule.ts";
import type { ToolSection } from "./section.ts";
import type { Step } from "../trace.ts";

/** A change to the lists of a sandbox, and the sections after it. */
export interface SandboxToolStep extends Step {
  readonly after: (sections: readonly ToolSection[]) => readonly ToolSection[];
}

/** The step that adds a tool to a list: the nearest one of that name, or else of the nearest section. */
function add(name: "alsoAllow" | "deny", tool: string, sections: readonly ToolSection[]): SandboxToolStep {
  const nearest = sections[0] ?? { config: {}, path: "tools.sandbox.tools" };
  const { config, path } = sections.find((section) => section.config[name] !== undefined) ?? nearest;
  const written = config[name] ?? [];
  const longer = [...written, tool];
  return {
    changes: [[{ setting: `${path}.${name}[${written.length}]`, to: tool }]],
    after: (changed) =>
      (changed.length === 0 ? [nearest] : changed).map((section) =>
        section.path === path ? { path, config: { ...section.config, [name]: longer } } : section,
      ),
  };
}

/** The step that takes the entries away by which a section denies a tool; none where it has none. */
function clear(tool: ToolNames, { config, path }: ToolSection, policy: Policy): readonly SandboxToolStep[] {
  const { deny = [], ...rest } = config;
  const list = compileToolList([{ entries: deny, path: `${path}.deny` }], policy);
  const naming = namingEntries(list, tool, tool.refusedWith);
  if (naming.length === 0) return [];
  const left = deny.filter((_, index) => !naming.includes(`${path}.deny[${index}]`));
  const cleared = { path, config: { ...rest, ...(left.length > 0 && { deny: left }) } };
  return [
    {
      changes: naming.map((setting) => [{ setting, to: null }]),
      after: (changed) => changed.map((section) => (section.path === path ? cleared : section)),
    },
  ];
}

/** What has a sandbox deny a tool. */
export function denyingStep(tool: string, sections: readonly ToolSection[]): SandboxToolStep {
  return add("deny", tool, sections);
}

/** What may have a sandbox let a tool through, together or one by one. */
export function admittingSteps(
  tool: ToolNames,
  sections: readonly ToolSection[],
  policy: Policy,
): readonly (readonly SandboxToolStep[])[] {
  return [
    ...sections.map((section) => clear(tool, section, policy)),
    [add("alsoAllow", tool.name, sections)],
  ];
}
