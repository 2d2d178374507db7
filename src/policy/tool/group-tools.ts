import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { ChannelAccess, GroupEntry } from "../access/channel-access.ts";
import { findGroup } from "../access/room.ts";
import { findSenderTools, type ToolSender } from "./sender.ts";
import type { ToolSection } from "./list.ts";

/** A group, under every id it has, the nearest first. */
export interface GroupToolsRequest extends ToolSender {
  readonly groups: readonly string[];
  readonly caseInsensitive?: boolean | undefined;
}

function toolsOf(entry: GroupEntry | undefined, sender: ToolSender, policy: Policy): ToolSection | undefined {
  if (entry === undefined) return undefined;
  const { tools, toolsBySender } = entry.config;
  return (
    findSenderTools(toolsBySender, `${entry.path}.toolsBySender`, sender, policy) ??
    (tools && { config: tools, path: `${entry.path}.tools` })
  );
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  mostIds: behaviours.has("group-has-several-ids") ? Infinity : 1,
}));

/** Finds the tool lists of a group: the group's own before those of `*`, a sender's before everybody's. */
export function groupTools(
  access: ChannelAccess | undefined,
  request: GroupToolsRequest,
  policy: Policy,
): ToolSection | undefined {
  const entry = request.groups
    .slice(0, rules(policy).mostIds)
    .map((group) => findGroup(access, { group, caseInsensitive: request.caseInsensitive }, policy))
    .find(({ listed }) => listed)?.entry;
  return toolsOf(entry, request, policy) ?? toolsOf(access?.groups?.fallback, request, policy);
}
