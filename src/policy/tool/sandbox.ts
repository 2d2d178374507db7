import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { workspaceWriters } from "./catalog.ts";
import { namesInForce } from "./groups.ts";
import {
  compileToolList,
  listsOf,
  type ToolList,
  type ToolListSource,
  type ToolMeanings,
  type ToolSection,
} from "./list.ts";
import { deniedChannels, earlyDeniedChannels, sandboxAllows, sandboxDenies } from "./sandbox-defaults.ts";
import { namingEntries, type ToolNames } from "./tool-rule.ts";
import { change, type ChangeSet } from "../trace.ts";

/** What a config says of the tools of a sandboxed session. */
export interface Confinement {
  /** The sections that list tools, the nearest first. */
  readonly tools: readonly ToolSection[];
  /** The setting by which the workspace may only be read; see `readOnlyWorkspace`. */
  readonly readOnly?: string | undefined;
}

/** What a sandboxed session may use. */
export interface SandboxTools {
  readonly allow: ToolList;
  readonly deny: ToolList;
  /** The section that has the allow list, or would have it; the releases always name the one for everybody. */
  readonly path: string;
  /** The paths under which lists of the edition stand, which no setting writes. */
  readonly unwritten: ReadonlySet<string>;
}

const defaults = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  const channels = behaviours.has("sandbox-denies-bundled-channels") ? deniedChannels : earlyDeniedChannels;
  return {
    allow: namesInForce(sandboxAllows, behaviours),
    deny: namesInForce([...sandboxDenies, ...channels], behaviours),
    picture: behaviours.has("tools-of-2026-8") ? "view_image" : "image",
    emptyStays: behaviours.has("sandbox-empty-list-stays"),
    adds: behaviours.has("sandbox-denials-add"),
    lifts: behaviours.has("sandbox-allow-lifts-denial"),
  };
});

const ofAll = "tools.sandbox.tools";

/**
 * Tells what a sandboxed session may use. The nearest section that writes a list decides it. In
 * the releases a configured denial replaces the default ones; under `2026-11` denials add up.
 * Pictures are always let in unless denied. What writes a workspace that may only be read is denied
 * whatever the lists say.
 */
export function sandboxTools(
  { tools: sections, readOnly }: Confinement,
  policy: Policy,
  meanings?: ToolMeanings,
): SandboxTools {
  const { allow, deny, picture, lifts, emptyStays, adds } = defaults(policy);
  const compile = (sources: readonly ToolListSource[]) => compileToolList(sources, policy, meanings);
  const written = listsOf(sections, "allow")[0];
  const empty = written?.entries.length === 0;
  const also = lifts && !empty ? listsOf(sections, "alsoAllow")[0] : undefined;
  const extra = also ? [also] : [];
  const allowed = [written ?? { entries: allow, path: `${ofAll}.allow`, builtIn: true }, ...extra];
  const lifted = compileToolList(lifts && written ? [written, ...extra] : extra, policy);
  const byDefault: ToolListSource = {
    entries: deny.filter((tool) => lifted.match(tool) === undefined),
    path: `${ofAll}.deny`,
    builtIn: true,
  };
  const writers =
    readOnly === undefined ? [] : [{ entries: workspaceWriters, path: readOnly, builtIn: true }];
  const denied = adds
    ? [...writers, ...listsOf(sections, "deny"), byDefault]
    : [listsOf(sections, "deny")[0] ?? byDefault];
  const pictures = { entries: [picture], path: `${ofAll}.deny`, builtIn: true };
  const asDenied = compile(denied);
  // Pictures were named `image` once; whoever denies that name means both.
  const former = asDenied.match(picture) === undefined ? asDenied.match("image") : undefined;
  const denyList =
    former === undefined ? asDenied : compile([...denied, adds ? { ...pictures, path: former } : pictures]);
  const allowList = compile(allowed);
  const needsPicture =
    !denyList.names.includes(picture) &&
    !allowList.names.includes(picture) &&
    !(emptyStays && allowList.names.length === 0);
  const ofEdition = [
    ...(denied.includes(byDefault) ? [byDefault.path] : []),
    ...(written === undefined ? [ofAll, `${ofAll}.allow`] : []),
  ];
  return {
    allow: needsPicture ? compile([...allowed, pictures]) : allowList,
    deny: denyList,
    path: adds && written !== undefined ? written.path.slice(0, -".allow".length) : ofAll,
    unwritten: new Set(ofEdition),
  };
}

/** What a config says of a sandbox, the sections that list tools among it. */
interface WithTools {
  readonly tools: readonly ToolSection[];
}

/** A change to the lists of a sandbox, and all that is said of it after that. */
interface ToolListStep {
  readonly changes: ChangeSet;
  readonly after: <State extends WithTools>(state: State) => State;
}

function listStep(
  changes: ChangeSet,
  replace: (sections: WithTools["tools"]) => WithTools["tools"],
): ToolListStep {
  return { changes, after: (state) => ({ ...state, tools: replace(state.tools) }) };
}

/** The step that adds a tool to a list: the nearest one of that name, or else of the nearest section. */
function add(name: "alsoAllow" | "deny", tool: string, sections: readonly ToolSection[]): ToolListStep {
  const nearest = sections[0] ?? { config: {}, path: ofAll };
  const { config, path } = sections.find((section) => section.config[name] !== undefined) ?? nearest;
  const written = config[name] ?? [];
  const longer = [...written, tool];
  return listStep([change(`${path}.${name}[${written.length}]`, tool)], (changed) =>
    (changed.length === 0 ? [nearest] : changed).map((section) =>
      section.path === path ? { path, config: { ...section.config, [name]: longer } } : section,
    ),
  );
}

/** The step that takes the entries away by which a section denies a tool; none where it has none. */
function clear(tool: ToolNames, { config, path }: ToolSection, policy: Policy): readonly ToolListStep[] {
  const { deny = [], ...rest } = config;
  const list = compileToolList([{ entries: deny, path: `${path}.deny` }], policy);
  const naming = namingEntries(list, tool, tool.refusedWith);
  if (naming.length === 0) return [];
  const left = deny.filter((_, index) => !naming.includes(`${path}.deny[${index}]`));
  const cleared = { path, config: { ...rest, ...(left.length > 0 && { deny: left }) } };
  const changes = naming.map((setting) => [{ setting, to: null }]);
  return [listStep(changes, (changed) => changed.map((each) => (each.path === path ? cleared : each)))];
}

/** What has a sandbox deny a tool. */
export function denyingStep(tool: string, sections: readonly ToolSection[]): ToolListStep {
  return add("deny", tool, sections);
}

/** What may have a sandbox let a tool through, together or one by one. */
export function admittingSteps(
  tool: ToolNames,
  sections: readonly ToolSection[],
  policy: Policy,
): readonly (readonly ToolListStep[])[] {
  return [
    ...sections.map((section) => clear(tool, section, policy)),
    [add("alsoAllow", tool.name, sections)],
  ];
}
