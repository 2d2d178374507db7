import type { Policy } from "../../config/policy.ts";
import type { ChangeSet } from "../trace.ts";
import type { LayerVerdict, ToolLayerName } from "./layers.ts";
import { denyingEntries, oppositeTool } from "./opposite.ts";
import type { ToolNames } from "./tool-rule.ts";

/** One layer that a tool had to pass. */
export interface ToolLayerTrace {
  /** Which layer it is. */
  readonly layer: ToolLayerName;
  /** Where the layer is configured. */
  readonly path: string;
  /** Whether it lets the tool through. */
  readonly allowed: boolean;
  /** Why it does, or does not. */
  readonly reason: LayerVerdict["verdict"]["reason"];
  /** The entries that denied the tool, or the one that listed it. */
  readonly entries: readonly string[];
}

/** How a decision about a tool came about. */
export interface ToolTrace {
  /** The name under which the tool is compared. */
  readonly tool: string;
  /** Every layer in force, in the order in which they are asked. */
  readonly layers: readonly ToolLayerTrace[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

function traceLayer({ layer, verdict }: LayerVerdict, tool: ToolNames): ToolLayerTrace {
  const listed = verdict.reason === "listed" ? [verdict.path] : [];
  return {
    layer: layer.name,
    path: layer.path,
    allowed: verdict.allowed,
    reason: verdict.reason,
    entries: verdict.reason === "denied" ? denyingEntries(layer, tool) : listed,
  };
}

/** Tells how a decision about a tool came about; where a fact is missing, no setting is at fault. */
export function traceTool(
  tool: ToolNames,
  verdicts: readonly LayerVerdict[],
  policy: Policy,
  lacksFacts: boolean,
): ToolTrace {
  return {
    tool: tool.name,
    layers: verdicts.map((verdict) => traceLayer(verdict, tool)),
    opposite: lacksFacts ? [] : oppositeTool(tool, verdicts, policy),
  };
}
