import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { toolName, type ToolList } from "./tool-list.ts";

/** A pair of compiled lists; an absent one says nothing. */
export interface ToolRule {
  readonly allow?: ToolList;
  readonly deny?: ToolList;
}

/** What one pair of lists says of one tool. */
export type ToolVerdict =
  | { readonly allowed: true; readonly reason: "no-list" | "empty-list" }
  | { readonly allowed: true; readonly reason: "listed" | "implied"; readonly path: string }
  | { readonly allowed: false; readonly reason: "denied"; readonly path: string }
  | { readonly allowed: false; readonly reason: "not-listed" | "unreadable" };

const patch = "apply_patch";

const implications = perPolicy(({ behaviours }) => ({
  patchGrantedBy: behaviours.has("write-grants-patch") ? "write" : "exec",
  denialCoversPatch: behaviours.has("write-denial-covers-patch"),
  emptyAllows: !behaviours.has("empty-tool-list-allows-nothing"),
}));

/** Decides one pair of lists: what is denied is denied, and an allow list with entries is all there is. */
export function judgeTool(tool: string, { allow, deny }: ToolRule, policy: Policy): ToolVerdict {
  const { patchGrantedBy, denialCoversPatch, emptyAllows } = implications(policy);
  if (allow?.unreadable === true || deny?.unreadable === true)
    return { allowed: false, reason: "unreadable" };
  const name = toolName(tool, policy) ?? tool;
  const denied =
    deny?.match(name) ?? (denialCoversPatch && name === patch ? deny?.match("write") : undefined);
  if (denied !== undefined) return { allowed: false, reason: "denied", path: denied };
  if (allow === undefined) return { allowed: true, reason: "no-list" };
  if (allow.empty && emptyAllows) return { allowed: true, reason: "empty-list" };
  const listed = allow.match(name);
  if (listed !== undefined) return { allowed: true, reason: "listed", path: listed };
  const implied = name === patch ? allow.match(patchGrantedBy) : undefined;
  if (implied !== undefined) return { allowed: true, reason: "implied", path: implied };
  return { allowed: false, reason: "not-listed" };
}
