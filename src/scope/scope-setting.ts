import { formatPath } from "../config/path.ts";
import type { Policy } from "../config/policy.ts";
import type { Resolved } from "./resolution.ts";

/** The scope that a kind of chat has. */
export type ScopeField = "dmScope" | "groupScope";

/** Where the binding of a message writes a scope. */
export function boundScope(field: ScopeField, { binding }: Resolved, { config }: Policy): string | undefined {
  if (binding === undefined || config.bindings?.[binding.index]?.session?.[field] === undefined)
    return undefined;
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
