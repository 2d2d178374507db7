import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { closedSettings, openSettings } from "./settings.ts";
import { ids, listOf, text, texts } from "./text.ts";

const selectionSettings = once((behaviours: Behaviours) => {
  const name = text(behaviours);
  const added = listOf(behaviours, name, "leave it out");
  return {
    profile: name,
    allow: listOf(behaviours, name, 'leave it out, or write `deny: ["*"]` to allow nothing'),
    alsoAllow: added,
    deny: added,
  };
});

/** A layer that only selects: a group's `tools`, one of `toolsBySender`, the sandbox's, the sub-agents'. */
export const toolSelectionSchema = once((behaviours: Behaviours) =>
  openSettings(selectionSettings(behaviours)),
);

/** Tools by who asks; the releases read past a sender with nothing beside it. */
export const toolsBySenderSchema = once((behaviours: Behaviours) => {
  const selection = toolSelectionSchema(behaviours);
  return z.record(text(behaviours), behaviours.has("strict-settings") ? selection : z.nullable(selection));
});

/** What `tools` of an agent may say, and `tools` at the top as well. */
const toolSettings = once((behaviours: Behaviours) => {
  const selection = toolSelectionSchema(behaviours);
  return {
    ...selectionSettings(behaviours),
    byProvider: z.record(text(behaviours), selection),
    toolsBySender: toolsBySenderSchema(behaviours),
    exec: openSettings({
      approvals: closedSettings({
        enabled: z.boolean(),
        policy: z.enum(["allowlist", "always", "never"]),
        allowlist: texts(behaviours),
      }),
      host: z.enum(["auto", "sandbox", "gateway", "node"]),
      node: text(behaviours),
      mode: z.enum(["deny", "allowlist", "ask", "auto", "full"]),
      security: z.enum(["deny", "allowlist", "full"]),
      ask: z.enum(["off", "on-miss", "always"]),
      // An empty list says that no program is safe.
      safeBins: z.array(text(behaviours)),
      safeBinTrustedDirs: z.array(text(behaviours)),
      strictInlineEval: z.boolean(),
    }),
    elevated: openSettings({
      enabled: z.boolean(),
      allowFrom: z.record(text(behaviours), ids(behaviours)),
    }),
    fs: z.looseObject({}),
    sandbox: openSettings({ tools: selection }),
  };
});

/** `tools` of one agent. */
export const agentToolsSchema = once((behaviours: Behaviours) => openSettings(toolSettings(behaviours)));

/** `tools` at the top. */
export const toolsSchema = once((behaviours: Behaviours) =>
  openSettings({
    ...toolSettings(behaviours),
    sessions: closedSettings({ visibility: z.enum(["self", "tree", "agent", "all"]) }),
    agentToAgent: closedSettings({ enabled: z.boolean(), allow: texts(behaviours) }),
    subagents: openSettings({ tools: toolSelectionSchema(behaviours) }),
  }),
);
