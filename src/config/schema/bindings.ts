import * as z from "zod";
import { dmScope, groupScope } from "./session.ts";

/** One entry of `bindings`: messages that match go to this agent. */
export const bindingSchema = z.looseObject({
  type: z.string().optional(),
  agentId: z.string(),
  comment: z.string().optional(),
  match: z.strictObject({
    channel: z.string(),
    accountId: z.string().optional(),
    peer: z.strictObject({ kind: z.enum(["direct", "dm", "group", "channel"]), id: z.string() }).optional(),
    guildId: z.string().optional(),
    teamId: z.string().optional(),
    roles: z.array(z.string()).optional(),
  }),
  session: z.strictObject({ dmScope: dmScope.optional(), groupScope: groupScope.optional() }).optional(),
});

export const bindingsSchema = z.array(bindingSchema);
