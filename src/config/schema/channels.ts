import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { resetSchema } from "./reset.ts";
import { ids, text } from "./text.ts";
import { toolSelectionSchema, toolsBySenderSchema } from "./tools.ts";

const dmPolicy = z.enum(["pairing", "allowlist", "open", "disabled"]);
const groupPolicy = z.enum(["open", "allowlist", "disabled"]);

const topicSchema = perEdition((behaviours) =>
  z.looseObject({
    agentId: text(behaviours).optional(),
    enabled: z.boolean().optional(),
    requireMention: z.boolean().optional(),
    allowFrom: ids(behaviours).optional(),
    groupPolicy: groupPolicy.optional(),
  }),
);

const groupSchema = perEdition((behaviours) =>
  z.looseObject({
    enabled: z.boolean().optional(),
    requireMention: z.boolean().optional(),
    allowFrom: ids(behaviours).optional(),
    groupPolicy: groupPolicy.optional(),
    tools: toolSelectionSchema(behaviours).optional(),
    toolsBySender: toolsBySenderSchema(behaviours).optional(),
    topics: z.record(text(behaviours), topicSchema(behaviours)).optional(),
    reset: resetSchema(behaviours).optional(),
  }),
);

/** What a channel, and each of its accounts, may say about who gets in. */
const accessSchema = perEdition((behaviours) =>
  z.looseObject({
    enabled: z.boolean().optional(),
    dmPolicy: dmPolicy.optional(),
    allowFrom: ids(behaviours).optional(),
    groupPolicy: groupPolicy.optional(),
    groupAllowFrom: ids(behaviours).optional(),
    requireMention: z.boolean().optional(),
    groups: z.record(text(behaviours), groupSchema(behaviours)).optional(),
  }),
);

/** `channels.<id>`. */
export const channelSchema = perEdition((behaviours) =>
  z.looseObject({
    ...accessSchema(behaviours).shape,
    accounts: z.record(text(behaviours), accessSchema(behaviours)).optional(),
    defaultAccount: text(behaviours).optional(),
    execApprovals: z
      .strictObject({
        enabled: z.boolean().optional(),
        approvers: ids(behaviours).optional(),
        target: z.enum(["dm", "channel", "both"]).optional(),
      })
      .optional(),
  }),
);

export const channelsSchema = perEdition((behaviours) =>
  z
    .looseObject({ defaults: z.looseObject({ groupPolicy: groupPolicy.optional() }).optional() })
    .catchall(channelSchema(behaviours)),
);
