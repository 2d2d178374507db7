import * as z from "zod";
import { resetSchema } from "./reset.ts";
import { ruleListSchema } from "./rule.ts";
import { toolSelectionSchema, toolsSchema } from "./tools.ts";

const memorySearchSchema = z.looseObject({ scope: ruleListSchema.optional() });

const sandboxSchema = z.looseObject({
  enabled: z.boolean().optional(),
  mode: z.enum(["off", "non-main", "all"]).optional(),
  sessionToolsVisibility: z.enum(["spawned", "all"]).optional(),
  workspaceAccess: z.enum(["none", "ro", "rw"]).optional(),
  network: z.string().optional(),
  tools: toolSelectionSchema.optional(),
});

const subagentsSchema = z.looseObject({ maxSpawnDepth: z.int().min(1).optional() });

/** One agent of the roster. */
export const agentSchema = z.looseObject({
  id: z.string(),
  default: z.boolean().optional(),
  memorySearch: memorySearchSchema.optional(),
  sandbox: sandboxSchema.optional(),
  subagents: subagentsSchema.optional(),
  tools: toolsSchema.optional(),
  reset: resetSchema.optional(),
});

export const agentsSchema = z.looseObject({
  ownership: z.string().optional(),
  defaults: z
    .looseObject({
      memorySearch: memorySearchSchema.optional(),
      sandbox: sandboxSchema.optional(),
      subagents: subagentsSchema.optional(),
      systemAgent: z.looseObject({ agentId: z.string().optional() }).optional(),
    })
    .optional(),
  list: z.array(agentSchema).optional(),
  entries: z.record(z.string(), agentSchema.partial({ id: true })).optional(),
});
