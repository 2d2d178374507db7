import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { groupChatSchema, identitySchema } from "./messages.ts";
import { resetSchema } from "./reset.ts";
import { ruleListSchema } from "./rule.ts";
import { openSettings } from "./settings.ts";
import { heartbeatSchema } from "./tasks.ts";
import { text } from "./text.ts";
import { agentToolsSchema, toolSelectionSchema } from "./tools.ts";
import { wholeNumber } from "./whole-number.ts";
import { word } from "./word.ts";

const memorySearchSchema = once((behaviours: Behaviours) =>
  openSettings({ scope: ruleListSchema(behaviours) }),
);

/** How far a sandbox reaches, and what else people write for it. */
const network = word(
  ["full", "restricted", "none"],
  new Map([
    ...["off", "false", "no", "never", "disabled", "deny", "isolated", "offline"].map(
      (text) => [text, "none"] as const,
    ),
    ...["on", "true", "yes", "open", "enabled", "all", "any", "allow", "unrestricted", "host", "bridge"].map(
      (text) => [text, "full"] as const,
    ),
    ...["limited", "partial", "filtered", "allowlist", "internal"].map(
      (text) => [text, "restricted"] as const,
    ),
  ]),
);

const sandboxSchema = once((behaviours: Behaviours) =>
  openSettings({
    enabled: z.boolean(),
    mode: z.enum(["off", "non-main", "all"]),
    // Any text but "spawned" means all sessions there.
    sessionToolsVisibility: behaviours.has("strict-settings") ? z.enum(["spawned", "all"]) : z.string(),
    workspaceAccess: z.enum(["none", "ro", "rw"]),
    // Any text but "none" and "restricted" opens it there.
    network: behaviours.has("sandbox-network-words") ? network : text(behaviours),
    scope: z.enum(["session", "agent", "shared"]),
    // What `scope` was before.
    perSession: z.boolean(),
    backend: text(behaviours),
    docker: openSettings({
      // A network of any name.
      network: text(behaviours),
      dangerouslyAllowContainerNamespaceJoin: z.boolean(),
      readOnlyRoot: z.boolean(),
      binds: z.array(text(behaviours)),
    }),
    tools: toolSelectionSchema(behaviours),
  }),
);

const subagentsSchema = openSettings({ maxSpawnDepth: wholeNumber(1) });

/** One agent of the roster. */
export const agentSchema = once((behaviours: Behaviours) =>
  z.looseObject({
    id: text(behaviours),
    default: z.optional(z.boolean()),
    memorySearch: z.optional(memorySearchSchema(behaviours)),
    sandbox: z.optional(sandboxSchema(behaviours)),
    tools: z.optional(agentToolsSchema(behaviours)),
    reset: z.optional(resetSchema(behaviours)),
    groupChat: z.optional(groupChatSchema(behaviours)),
    identity: z.optional(identitySchema),
    heartbeat: z.optional(heartbeatSchema),
  }),
);

export const agentsSchema = once((behaviours: Behaviours) =>
  openSettings({
    ownership: text(behaviours),
    defaults: openSettings({
      memorySearch: memorySearchSchema(behaviours),
      sandbox: sandboxSchema(behaviours),
      elevatedDefault: z.enum(["off", "on", "ask", "full"]),
      subagents: subagentsSchema,
      heartbeat: heartbeatSchema,
      systemAgent: openSettings({ agentId: text(behaviours) }),
    }),
    list: z.array(agentSchema(behaviours)),
    entries: z.record(text(behaviours), z.partial(agentSchema(behaviours), { id: true })),
  }),
);
