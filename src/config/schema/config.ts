import * as z from "zod";
import { agentsSchema } from "./agents.ts";
import { bindingsSchema } from "./bindings.ts";
import { channelsSchema } from "./channels.ts";
import { loggingSchema } from "./logging.ts";
import { ruleListSchema } from "./rule.ts";
import { sessionSchema } from "./session.ts";
import { toolsSchema } from "./tools.ts";

/** `openclaw.json`: the sections that decide anything; the others pass through untouched. */
export const configSchema = z.looseObject({
  session: sessionSchema.optional(),
  agents: agentsSchema.optional(),
  bindings: bindingsSchema.optional(),
  channels: channelsSchema.optional(),
  tools: toolsSchema.optional(),
  memory: z.looseObject({ qmd: z.looseObject({ scope: ruleListSchema.optional() }).optional() }).optional(),
  logging: loggingSchema.optional(),
  accessGroups: z
    .record(
      z.string(),
      z.looseObject({ type: z.string(), members: z.record(z.string(), z.array(z.string())).optional() }),
    )
    .optional(),
});
