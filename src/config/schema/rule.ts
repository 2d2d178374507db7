import * as z from "zod";

export const action = z.enum(["allow", "deny"]);

/** What a rule asks of a session; every field that is written must hold. */
export const matchSchema = z.strictObject({
  channel: z.string().optional(),
  account: z.string().optional(),
  chatType: z.enum(["direct", "dm", "group", "channel"]).optional(),
  peer: z.string().optional(),
  agent: z.string().optional(),
  thread: z.string().optional(),
  keyPrefix: z.string().optional(),
  rawKeyPrefix: z.string().optional(),
});

export const ruleSchema = z.strictObject({
  id: z.string().optional(),
  reason: z.string().optional(),
  action,
  match: matchSchema.optional(),
});

/** `session.sendPolicy`, `memorySearch.scope`, `memory.qmd.scope`. */
export const ruleListSchema = z.strictObject({
  default: action.optional(),
  rules: z.array(ruleSchema).optional(),
});
