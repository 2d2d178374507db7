import * as z from "zod";
import { resetSchema } from "./reset.ts";
import { toolSelectionSchema, toolsBySenderSchema } from "./tools.ts";

const ids = z.array(z.union([z.string(), z.number()]));
const dmPolicy = z.enum(["pairing", "allowlist", "open", "disabled"]);
const groupPolicy = z.enum(["open", "allowlist", "disabled"]);

const topicSchema = z.looseObject({
  agentId: z.string().optional(),
  enabled: z.boolean().optional(),
  requireMention: z.boolean().optional(),
  allowFrom: ids.optional(),
  groupPolicy: groupPolicy.optional(),
});

const groupSchema = z.looseObject({
  enabled: z.boolean().optional(),
  requireMention: z.boolean().optional(),
  allowFrom: ids.optional(),
  groupPolicy: groupPolicy.optional(),
  tools: toolSelectionSchema.optional(),
  toolsBySender: toolsBySenderSchema.optional(),
  topics: z.record(z.string(), topicSchema).optional(),
  reset: resetSchema.optional(),
});

/** What a channel, and each of its accounts, may say about who gets in. */
const access = {
  enabled: z.boolean().optional(),
  dmPolicy: dmPolicy.optional(),
  allowFrom: ids.optional(),
  groupPolicy: groupPolicy.optional(),
  groupAllowFrom: ids.optional(),
  requireMention: z.boolean().optional(),
  groups: z.record(z.string(), groupSchema).optional(),
};

/** `channels.<id>`. */
export const channelSchema = z.looseObject({
  ...access,
  accounts: z.record(z.string(), z.looseObject(access)).optional(),
  defaultAccount: z.string().optional(),
  execApprovals: z
    .strictObject({
      enabled: z.boolean().optional(),
      approvers: ids.optional(),
      target: z.enum(["dm", "channel", "both"]).optional(),
    })
    .optional(),
});

export const channelsSchema = z
  .looseObject({ defaults: z.looseObject({ groupPolicy: groupPolicy.optional() }).optional() })
  .catchall(channelSchema);
