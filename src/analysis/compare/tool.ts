import type { Policy } from "../../config/policy.ts";
import { evaluateTool, type ToolDecision, type ToolRequest, layersInForce } from "../../policy/tool/tool.ts";
import { askBoth, readAlike, startComparison } from "./requests.ts";
import type { KindComparison } from "./verdict.ts";
import { representativeToolPlaces } from "../representative/tool-places.ts";
import { toolCatalog } from "../../policy/tool/catalog.ts";
import type { ToolList } from "../../policy/tool/list.ts";
import { namesByPatterns } from "../representative/names.ts";
import { freshLetter, freshText } from "../representative/representative.ts";

/** Tools that stand for all in one place, each with the plugin that brings it. */
export interface RepresentativeTools {
  readonly tools: readonly Pick<ToolRequest, "tool" | "plugin">[];
  /** Whether every kind of tool is among them. */
  readonly complete: boolean;
}

/** Tools that come with others: a list that names only those decides about them too. */
const implied = ["apply_patch", "exec", "write"];

/** Names that are no plugin's. */
const known: ReadonlySet<string> = new Set(toolCatalog.map(({ name }) => name));

/** More tools of plugins than this are not tried in one place. */
const mostBrought = 5_000;

function listsInForce(request: ToolRequest, policies: readonly Policy[]): readonly ToolList[] {
  return policies
    .flatMap((policy) => layersInForce(request, policy))
    .flatMap(({ rule: { allow, deny } }) => [allow, deny])
    .filter((list) => list !== undefined);
}

/** Of names that a kind tells alike, the shortest. */
function oneOfEach(names: readonly string[], kindOf: (name: string) => string): readonly string[] {
  const byKind = new Map<string, string>();
  for (const name of names) {
    const kind = kindOf(name);
    const before = byKind.get(kind);
    if (before === undefined || name.length < before.length) byKind.set(kind, name);
  }
  return [...byKind.values()];
}

/** One tool for each way in which the lists in force can tell tools apart, each also as brought by a plugin that they name. */
export function toolsToldApart(
  place: Omit<ToolRequest, "tool">,
  policies: readonly Policy[],
): RepresentativeTools {
  const lists = listsInForce({ ...place, tool: "" }, policies);
  const entries = new Set(lists.flatMap(({ names }) => names).filter((name) => name !== undefined));
  const patterns = [...entries].filter((name) => name.includes("*"));
  const named = [...entries].filter((name) => !name.includes("*"));
  const other = freshText((text) => entries.has(text));
  const letter = freshLetter((each) => patterns.some((pattern) => pattern.includes(each)));
  const kindOf = (tool: string) => lists.map((list) => (list.match(tool) === undefined ? "0" : "1")).join("");
  const pluginKindOf = (plugin: string) =>
    lists.map((list) => (list.findAll(plugin).length > 0 ? "1" : "0")).join("");
  const matched = namesByPatterns(patterns, kindOf, letter, 1);
  const tools = [...new Set([...oneOfEach([other, ...named, ...matched.names], kindOf), ...implied])];
  const plugins = oneOfEach([other, ...named.filter((name) => !known.has(name))], pluginKindOf);
  const brought = tools.flatMap((tool) => plugins.map((plugin) => ({ tool, plugin })));
  return {
    tools: [...tools.map((tool) => ({ tool })), ...brought.slice(0, mostBrought)],
    complete: matched.complete && brought.length <= mostBrought,
  };
}

/** Compares which tools may be used; which tools an agent has of its own is left to the edition. */
export function compareTool(from: Policy, to: Policy): KindComparison<ToolRequest, ToolDecision> {
  const comparison = startComparison<ToolRequest, ToolDecision>(askBoth(evaluateTool, from, to));
  let allFollowed = true;
  for (const place of representativeToolPlaces(from, to)) {
    const { tools, complete } = toolsToldApart(place, [from, to]);
    allFollowed &&= complete;
    for (const { tool, plugin } of tools)
      comparison.consider({ core: { tool }, extra: { ...place, ...(plugin !== undefined && { plugin }) } });
  }
  return comparison.conclude({
    "editions-differ": !readAlike(from, to, ["tools", "access", "routing"]),
    "too-many-patterns": !allFollowed,
  });
}
