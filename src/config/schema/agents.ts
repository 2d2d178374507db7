import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { resetSchema } from "./reset.ts";
import { ruleListSchema } from "./rule.ts";
import { text } from "./text.ts";
import { toolSelectionSchema, toolsSchema } from "./tools.ts";
import { wholeNumber } from "./whole-number.ts";

const memorySearchSchema = perEdition((behaviours) =>
  z.looseObject({ scope: ruleListSchema(behaviours).optional() }),
);

const sandboxSchema = perEdition((behaviours) =>
  z.looseObject({
    enabled: z.boolean().optional(),
    mode: z.enum(["off", "non-main", "all"]).optional(),
    // Any text but "spawned" means all sessions there.
    sessionToolsVisibility: (behaviours.has("strict-settings")
      ? z.enum(["spawned", "all"])
      : z.string()
    ).optional(),
    workspaceAccess: z.enum(["none", "ro", "rw"]).optional(),
    network: text(behaviours).optional(),
    tools: toolSelectionSchema(behaviours).optional(),
  }),
);

const subagentsSchema = z.looseObject({ maxSpawnDepth: wholeNumber(1).optional() });

/** One agent of the roster. */
export const agentSchema = perEdition((behaviours) =>
  z.looseObject({
    id: text(behaviours),
    default: z.boolean().optional(),
    memorySearch: memorySearchSchema(behaviours).optional(),
    sandbox: sandboxSchema(behaviours).optional(),
    subagents: subagentsSchema.optional(),
    tools: toolsSchema(behaviours).optional(),
    reset: resetSchema(behaviours).optional(),
  }),
);

export const agentsSchema = perEdition((behaviours) =>
  z.looseObject({
    ownership: text(behaviours).optional(),
    defaults: z
      .looseObject({
        memorySearch: memorySearchSchema(behaviours).optional(),
        sandbox: sandboxSchema(behaviours).optional(),
        subagents: subagentsSchema.optional(),
        systemAgent: z.looseObject({ agentId: text(behaviours).optional() }).optional(),
      })
      .optional(),
    list: z.array(agentSchema(behaviours)).optional(),
    entries: z.record(text(behaviours), agentSchema(behaviours).partial({ id: true })).optional(),
  }),
);
