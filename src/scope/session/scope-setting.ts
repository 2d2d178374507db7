import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import type { Resolved } from "../resolution.ts";

/** The scope that a kind of chat has. */
export type ScopeField = "dmScope" | "groupScope";

/** With which behaviour a binding's word counts. */
const boundWith = {
  dmScope: "binding-dm-scope",
  groupScope: "group-scope",
} as const satisfies Readonly<Record<ScopeField, BehaviourId>>;

/** Where the binding of a message writes a scope. */
export function boundScope(
  field: ScopeField,
  { binding }: Resolved,
  { behaviours, config }: Policy,
): string | undefined {
  if (binding === undefined || !behaviours.has(boundWith[field])) return undefined;
  if (config.bindings?.[binding.index]?.session?.[field] === undefined) return undefined;
  return formatPath(["bindings", binding.index, "session", field]);
}

/** Where the scope of a message was written; undefined for the edition's default. */
export function scopeSetting(field: ScopeField, resolution: Resolved, policy: Policy): string | undefined {
  const general = policy.config.session?.[field] === undefined ? undefined : formatPath(["session", field]);
  return boundScope(field, resolution, policy) ?? general;
}

/** The scope that a message is under. */
export function scopeField({ chatType }: Resolved): ScopeField {
  return chatType === "direct" ? "dmScope" : "groupScope";
}
