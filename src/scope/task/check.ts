import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { contradictionOfHooks } from "./hook.ts";

/** Finds settings of hooks that contradict each other: with them a release does not start. */
export function checkHooks(policy: Policy): readonly Issue[] {
  const path = contradictionOfHooks(policy);
  if (path === undefined) return [];
  const closed = policy.behaviours.has("tasks-closed");
  return [
    {
      severity: closed ? "error" : "warning",
      code: "conflicting-settings",
      path,
      message: "leaves out the sessions of hooks themselves, so no hook would have one",
      hint: 'let hooks.allowedSessionKeyPrefixes have "hook:", or what hooks.defaultSessionKey begins with',
    },
  ];
}
