import { once } from "../../edition/once.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { configuredChannels } from "../access/configured-channels.ts";

/** Who is asked to approve a command, and where. */
export interface ExecApproval {
  /** Their ids on the channel, as the config writes them. */
  readonly approvers: readonly string[];
  /** In a direct chat with them, in the chat that the command came from, or in both. */
  readonly target: "dm" | "channel" | "both";
  readonly path: string;
}

const approvals = once(({ config }: Policy): ReadonlyMap<string, ExecApproval> => {
  return new Map(
    [...configuredChannels(config)].flatMap(([channel, { execApprovals }]) => {
      if (execApprovals?.enabled !== true) return [];
      const { approvers = [], target = "dm" } = execApprovals;
      const path = `${extendPath("channels", channel)}.execApprovals`;
      return [[channel, { approvers: approvers.map(String), target, path }] as const];
    }),
  );
});

/** Who is asked on a channel; undefined where nobody is. */
export function execApproval(channel: string | undefined, policy: Policy): ExecApproval | undefined {
  return channel === undefined ? undefined : approvals(policy).get(channel);
}
