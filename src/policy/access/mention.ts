import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { ChannelAccess } from "./channel-access.ts";
import { findGroup, type GroupIdentity } from "./room.ts";

/** A group, and what its channel says about mentions beside the config. */
export interface MentionRequest extends GroupIdentity {
  /** What the channel would have it be, where the config does not say. */
  readonly override?: boolean | undefined;
  /** Whether the channel's word comes before the config's. */
  readonly overrideFirst?: boolean | undefined;
  /** The channel waives the mention in groups that are listed. */
  readonly listedWaives?: boolean | undefined;
}

/** Whether a message in a group must mention the bot, and who says so. */
export interface MentionRule {
  readonly required: boolean;
  readonly from: "group" | "any-group" | "channel" | "override" | "listed" | "default";
  readonly path?: string;
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  listedMayWaive: behaviours.has("listed-group-may-waive-mention"),
}));

/** Tells whether a message in a group must mention the bot: it must, unless something nearer says otherwise. */
export function mentionRule(
  access: ChannelAccess | undefined,
  request: MentionRequest,
  policy: Policy,
): MentionRule {
  const { override } = request;
  const found = findGroup(access, request, policy);
  const overridden: MentionRule | undefined =
    override === undefined ? undefined : { required: override, from: "override" };
  if (request.overrideFirst === true && overridden !== undefined) return overridden;
  const sources = [
    ["group", found.entry],
    ["any-group", access?.groups?.fallback],
  ] as const;
  for (const [from, entry] of sources)
    if (entry?.config.requireMention !== undefined)
      return { required: entry.config.requireMention, from, path: `${entry.path}.requireMention` };
  if (overridden !== undefined) return overridden;
  const waived = rules(policy).listedMayWaive && request.listedWaives === true && found.listed;
  return waived ? { required: false, from: "listed" } : { required: true, from: "default" };
}
