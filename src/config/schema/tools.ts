import * as z from "zod";

const names = z.array(z.string());

/** The lists that select tools; the same shape at every layer. */
const selection = {
  profile: z.string().optional(),
  allow: names.optional(),
  alsoAllow: names.optional(),
  deny: names.optional(),
};

/** A layer that only selects: a group's `tools`, one of `toolsBySender`, the sandbox's, the sub-agents'. */
export const toolSelectionSchema = z.looseObject(selection);

export const toolsBySenderSchema = z.record(z.string(), toolSelectionSchema);

const approvalsSchema = z.strictObject({
  enabled: z.boolean().optional(),
  policy: z.enum(["allowlist", "always", "never"]).optional(),
  allowlist: names.optional(),
});

export const agentToAgentSchema = z.strictObject({
  enabled: z.boolean().optional(),
  allow: names.optional(),
});

/** `tools` at the top, and (as far as it goes) `agents.list[].tools`. */
export const toolsSchema = z.looseObject({
  ...selection,
  byProvider: z.record(z.string(), toolSelectionSchema).optional(),
  toolsBySender: toolsBySenderSchema.optional(),
  sessions: z.strictObject({ visibility: z.enum(["self", "tree", "agent", "all"]).optional() }).optional(),
  agentToAgent: agentToAgentSchema.optional(),
  exec: z
    .looseObject({
      approvals: approvalsSchema.optional(),
      security: z.enum(["deny", "allowlist", "full"]).optional(),
      ask: z.enum(["off", "on-miss", "always"]).optional(),
    })
    .optional(),
  fs: z.looseObject({}).optional(),
  sandbox: z.looseObject({ tools: toolSelectionSchema.optional() }).optional(),
  subagents: z.looseObject({ tools: toolSelectionSchema.optional() }).optional(),
});
