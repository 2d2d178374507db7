import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { agentsSchema } from "./agents.ts";
import { bindingsSchema } from "./bindings.ts";
import { channelsSchema } from "./channels.ts";
import { loggingSchema } from "./logging.ts";
import { ruleListSchema } from "./rule.ts";
import { sessionSchema } from "./session.ts";
import { text, texts } from "./text.ts";
import { toolsSchema } from "./tools.ts";

/** `openclaw.json`: the sections that decide anything; the others pass through untouched. */
export const configSchema = perEdition((behaviours) =>
  z.looseObject({
    session: sessionSchema(behaviours).optional(),
    agents: agentsSchema(behaviours).optional(),
    bindings: bindingsSchema(behaviours).optional(),
    channels: channelsSchema(behaviours).optional(),
    tools: toolsSchema(behaviours).optional(),
    memory: z
      .looseObject({ qmd: z.looseObject({ scope: ruleListSchema(behaviours).optional() }).optional() })
      .optional(),
    logging: loggingSchema.optional(),
    accessGroups: z
      .record(
        text(behaviours),
        z.looseObject({
          type: z.string(),
          members: z.record(text(behaviours), texts(behaviours)).optional(),
        }),
      )
      .optional(),
  }),
);
