import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { resetSchema } from "./reset.ts";
import { closedSettings, openSettings } from "./settings.ts";
import { ids, text } from "./text.ts";
import { toolSelectionSchema, toolsBySenderSchema } from "./tools.ts";

const dmPolicy = z.enum(["pairing", "allowlist", "open", "disabled"]);
const groupPolicy = z.enum(["open", "allowlist", "disabled"]);

const topicSchema = once((behaviours: Behaviours) =>
  openSettings({
    agentId: text(behaviours),
    enabled: z.boolean(),
    requireMention: z.boolean(),
    allowFrom: ids(behaviours),
    groupPolicy,
  }),
);

const groupSchema = once((behaviours: Behaviours) =>
  openSettings({
    enabled: z.boolean(),
    requireMention: z.boolean(),
    allowFrom: ids(behaviours),
    groupPolicy,
    tools: toolSelectionSchema(behaviours),
    toolsBySender: toolsBySenderSchema(behaviours),
    topics: z.record(text(behaviours), topicSchema(behaviours)),
    reset: resetSchema(behaviours),
  }),
);

/** What a channel, and each of its accounts, may say about who gets in. */
const accessSettings = once((behaviours: Behaviours) => ({
  enabled: z.boolean(),
  dmPolicy,
  allowFrom: ids(behaviours),
  groupPolicy,
  groupAllowFrom: ids(behaviours),
  requireMention: z.boolean(),
  groups: z.record(text(behaviours), groupSchema(behaviours)),
}));

/** `channels.<id>`. */
export const channelSchema = once((behaviours: Behaviours) =>
  openSettings({
    ...accessSettings(behaviours),
    accounts: z.record(text(behaviours), openSettings(accessSettings(behaviours))),
    defaultAccount: text(behaviours),
    execApprovals: closedSettings({
      enabled: z.boolean(),
      approvers: ids(behaviours),
      target: z.enum(["dm", "channel", "both"]),
    }),
  }),
);

export const channelsSchema = once((behaviours: Behaviours) =>
  z.catchall(openSettings({ defaults: openSettings({ groupPolicy }) }), channelSchema(behaviours)),
);
