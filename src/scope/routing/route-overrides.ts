import type { Policy } from "../../config/policy.ts";
import type { DmScope, GroupScope } from "../../config/scopes.ts";

/** What a caller decides for one message. */
interface RouteOverrides {
  readonly dmScope?: DmScope | undefined;
  readonly groupScope?: GroupScope | undefined;
  /** The agent of messages that no binding claims. */
  readonly defaultAgentId?: string | undefined;
}

/**
 * The policy as it would be if its config said what a caller decides. OpenClaw's routing takes that from
 * 2026.8.1 on, and earlier editions ignore it.
 */
export function withOverrides(policy: Policy, overrides: RouteOverrides): Policy {
  const { dmScope, groupScope, defaultAgentId } = overrides;
  const isSilent = (dmScope ?? groupScope ?? defaultAgentId) === undefined;
  if (isSilent || !policy.behaviours.has("call-overrides")) return policy;
  const { session } = policy.config;
  return {
    ...policy,
    ...(defaultAgentId !== undefined && { defaultAgentId }),
    config: {
      ...policy.config,
      session: {
        ...session,
        ...(dmScope !== undefined && { dmScope }),
        ...(groupScope !== undefined && { groupScope }),
      },
    },
  };
}
