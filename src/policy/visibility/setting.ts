import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { unwrittenVisibility } from "./defaults.ts";

/** How far a session sees: itself; what it spawned; its agent; everyone. */
export type Visibility = "self" | "tree" | "agent" | "all";

/** `tools.sessions.visibility`; undefined where it is not written, or the edition does not read it. */
export function writtenVisibility({ behaviours, config }: Policy): Visibility | undefined {
  return behaviours.has("visibility-setting") ? config.tools?.sessions?.visibility : undefined;
}

/** `tools.sessions.visibility`, or what the edition has in its place. */
export function configuredVisibility(policy: Policy): Visibility {
  return writtenVisibility(policy) ?? unwrittenVisibility(policy.behaviours).visibility;
}

/** `agents.defaults.sandbox.sessionToolsVisibility`: only the exact word `spawned` narrows anything. */
export function sandboxVisibility({ behaviours, config }: Policy): string {
  return config.agents?.defaults?.sandbox?.sessionToolsVisibility ?? unwrittenVisibility(behaviours).sandbox;
}

type Clamp = (visibility: Visibility) => Visibility;

const clampRule = /* @__PURE__ */ once((behaviours: Behaviours): Clamp => {
  // Before the setting, the sandbox hid everything but what was spawned.
  if (!behaviours.has("visibility-setting")) return (visibility) => visibility;
  return behaviours.has("sandbox-never-widens")
    ? (visibility) => (visibility === "self" ? "self" : "tree")
    : () => "tree";
});

/** What remains of a visibility in a sandbox. */
export function clampVisibility(visibility: Visibility, sandbox: string, behaviours: Behaviours): Visibility {
  return sandbox === "spawned" ? clampRule(behaviours)(visibility) : visibility;
}

/** How far a session sees in or out of the sandbox. */
export function effectiveVisibility(sandboxed: boolean, policy: Policy): Visibility {
  const visibility = configuredVisibility(policy);
  return sandboxed ? clampVisibility(visibility, sandboxVisibility(policy), policy.behaviours) : visibility;
}
