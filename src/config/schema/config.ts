import * as z from "zod/mini";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { agentsSchema } from "./agents.ts";
import { bindingsSchema } from "./bindings.ts";
import { channelsSchema } from "./channels.ts";
import { commandsSchema } from "./commands.ts";
import { messagesSchema } from "./messages.ts";
import { ruleListSchema } from "./rule.ts";
import { sessionSchema } from "./session.ts";
import { openSettings, closedSettings } from "./settings.ts";
import { text, texts } from "./text.ts";
import { hooksSchema } from "./tasks.ts";
import { toolsSchema } from "./tools.ts";

/** `openclaw.json`: the sections that decide anything; the others pass through untouched. */
export const configSchema = once((behaviours: Behaviours) =>
  openSettings({
    session: sessionSchema(behaviours),
    agents: agentsSchema(behaviours),
    bindings: bindingsSchema(behaviours),
    channels: channelsSchema(behaviours),
    tools: toolsSchema(behaviours),
    commands: commandsSchema(behaviours),
    messages: messagesSchema(behaviours),
    hooks: hooksSchema(behaviours),
    memory: openSettings({ qmd: openSettings({ scope: ruleListSchema(behaviours) }) }),
    logging: loggingSchema,
    accessGroups: z.record(
      text(behaviours),
      z.looseObject({
        type: z.string(),
        members: z.optional(z.record(text(behaviours), texts(behaviours))),
      }),
    ),
  }),
);

const loggingSchema = openSettings({
  level: z.string(),
  events: closedSettings({
    sessionCreate: z.boolean(),
    sessionAccess: z.boolean(),
    toolExecution: z.boolean(),
    approvalRequests: z.boolean(),
  }),
});
