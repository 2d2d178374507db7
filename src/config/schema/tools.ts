import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { text, texts } from "./text.ts";

/** A layer that only selects: a group's `tools`, one of `toolsBySender`, the sandbox's, the sub-agents'. */
export const toolSelectionSchema = perEdition((behaviours) => {
  const names = texts(behaviours).optional();
  return z.looseObject({
    profile: text(behaviours).optional(),
    allow: names,
    alsoAllow: names,
    deny: names,
  });
});

/** Tools by who asks; the releases read past a sender with nothing beside it. */
export const toolsBySenderSchema = perEdition((behaviours) => {
  const selection = toolSelectionSchema(behaviours);
  return z.record(text(behaviours), behaviours.has("strict-settings") ? selection : selection.nullable());
});

/** `tools` at the top, and (as far as it goes) `agents.list[].tools`. */
export const toolsSchema = perEdition((behaviours) => {
  const selection = toolSelectionSchema(behaviours);
  const names = texts(behaviours).optional();
  return z.looseObject({
    ...selection.shape,
    byProvider: z.record(text(behaviours), selection).optional(),
    toolsBySender: toolsBySenderSchema(behaviours).optional(),
    sessions: z.strictObject({ visibility: z.enum(["self", "tree", "agent", "all"]).optional() }).optional(),
    agentToAgent: z.strictObject({ enabled: z.boolean().optional(), allow: names }).optional(),
    exec: z
      .looseObject({
        approvals: z
          .strictObject({
            enabled: z.boolean().optional(),
            policy: z.enum(["allowlist", "always", "never"]).optional(),
            allowlist: names,
          })
          .optional(),
        security: z.enum(["deny", "allowlist", "full"]).optional(),
        ask: z.enum(["off", "on-miss", "always"]).optional(),
      })
      .optional(),
    fs: z.looseObject({}).optional(),
    sandbox: z.looseObject({ tools: selection.optional() }).optional(),
    subagents: z.looseObject({ tools: selection.optional() }).optional(),
  });
});
