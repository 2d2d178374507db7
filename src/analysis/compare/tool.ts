import type { Policy } from "../../config/policy.ts";
import { evaluateTool, type ToolDecision, type ToolRequest } from "../../policy/tool/tool.ts";
import { readAlike } from "./read-alike.ts";
import { startComparison } from "./requests.ts";
import type { KindComparison } from "./verdict.ts";
import { representativeToolPlaces } from "../representative/tool-places.ts";
import { toolsToldApart } from "../representative/tools.ts";

/** Compares which tools may be used; which tools an agent has of its own is left to the edition. */
export function compareTool(from: Policy, to: Policy): KindComparison<ToolRequest, ToolDecision> {
  const comparison = startComparison<ToolRequest, ToolDecision>({
    from: (request) => evaluateTool(request, from),
    to: (request) => evaluateTool(request, to),
    loosens: (before, after) => !before.allowed && after.allowed,
  });
  let exact = readAlike(from, to, ["tools", "access", "routing"]);
  for (const place of representativeToolPlaces(from, to)) {
    const { tools, complete } = toolsToldApart(place, [from, to]);
    exact &&= complete;
    for (const { tool, plugin } of tools)
      comparison.consider({ core: { tool }, extra: { ...place, ...(plugin !== undefined && { plugin }) } });
  }
  return comparison.conclude(exact);
}
