import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { openSettings } from "./settings.ts";
import { text, texts } from "./text.ts";

/** `heartbeat` of one agent, or of all under `agents.defaults`. */
export const heartbeatSchema = openSettings({
  session: z.string(),
  isolatedSession: z.boolean(),
});

/** `hooks`: of it, which sessions and agents requests from outside may name. */
export const hooksSchema = once((behaviours: Behaviours) =>
  openSettings({
    enabled: z.boolean(),
    defaultSessionKey: text(behaviours),
    allowRequestSessionKey: z.boolean(),
    allowedSessionKeyPrefixes: behaviours.has("strict-settings") ? texts(behaviours) : z.array(z.string()),
    allowedAgentIds: z.array(text(behaviours)),
    mappings: z.array(openSettings({ agentId: text(behaviours), sessionKey: text(behaviours) })),
  }),
);
