import type * as z from "zod";
import type { DeepReadonly } from "./deep-readonly.ts";
import type { agentSchema } from "./schema/agents.ts";
import type { bindingSchema } from "./schema/bindings.ts";
import type { channelSchema } from "./schema/channels.ts";
import type { configSchema } from "./schema/config.ts";
import type { resetSchema } from "./schema/reset.ts";
import type { matchSchema, ruleListSchema, ruleSchema } from "./schema/rule.ts";
import type { sessionSchema } from "./schema/session.ts";
import type { toolSelectionSchema, toolsSchema } from "./schema/tools.ts";

/** What a host may write: `openclaw.json` as an object. */
export type ConfigInput = DeepReadonly<z.input<typeof configSchema>>;

/** A validated config. Every part is optional; defaults belong to the edition, not to the config. */
export type Config = DeepReadonly<z.output<typeof configSchema>>;

export type SessionConfig = DeepReadonly<z.output<typeof sessionSchema>>;
export type ResetConfig = DeepReadonly<z.output<typeof resetSchema>>;
export type RuleListConfig = DeepReadonly<z.output<typeof ruleListSchema>>;
export type RuleConfig = DeepReadonly<z.output<typeof ruleSchema>>;
export type MatchConfig = DeepReadonly<z.output<typeof matchSchema>>;
export type AgentConfig = DeepReadonly<z.output<typeof agentSchema>>;
export type BindingConfig = DeepReadonly<z.output<typeof bindingSchema>>;
export type ChannelConfig = DeepReadonly<z.output<typeof channelSchema>>;
export type ToolsConfig = DeepReadonly<z.output<typeof toolsSchema>>;
export type ToolSelectionConfig = DeepReadonly<z.output<typeof toolSelectionSchema>>;
