import type * as z from "zod/mini";
import type { agentSchema } from "./schema/agents.ts";
import type { bindingSchema } from "./schema/bindings.ts";
import type { channelSchema } from "./schema/channels.ts";
import type { configSchema } from "./schema/config.ts";
import type { resetSchema } from "./schema/reset.ts";
import type { matchSchema, ruleListSchema, ruleSchema } from "./schema/rule.ts";
import type { sessionSchema } from "./schema/session.ts";
import type { toolSelectionSchema, toolsSchema } from "./schema/tools.ts";

/** What any edition's schema accepts; one edition may know less. */
type Accepted<SchemaOf extends (...inputs: never) => z.core.$ZodType> = DeepReadonly<
  z.output<ReturnType<SchemaOf>>
>;

/** What a host may write: `openclaw.json` as an object. */
export type ConfigInput = DeepReadonly<z.input<ReturnType<typeof configSchema>>>;

/** A validated config. Every part is optional; defaults belong to the edition, not to the config. */
export type Config = Accepted<typeof configSchema>;

/** The `session` section. */
export type SessionConfig = Accepted<typeof sessionSchema>;
/** When a session ends: `session.reset`, or what overrides it. */
export type ResetConfig = Accepted<typeof resetSchema>;
/** Rules and what holds when none matches, such as `session.sendPolicy`. */
export type RuleListConfig = Accepted<typeof ruleListSchema>;
/** One rule. */
export type RuleConfig = Accepted<typeof ruleSchema>;
/** What a rule asks of a session. */
export type MatchConfig = Accepted<typeof matchSchema>;
/** One agent of the roster. */
export type AgentConfig = Accepted<typeof agentSchema>;
/** One entry of `bindings`. */
export type BindingConfig = Accepted<typeof bindingSchema>;
/** One entry of `channels`. */
export type ChannelConfig = Accepted<typeof channelSchema>;
/** `tools`, at the top or of one agent. */
export type ToolsConfig = Accepted<typeof toolsSchema>;
/** The lists that select tools, the same shape at every layer. */
export type ToolSelectionConfig = Accepted<typeof toolSelectionSchema>;

/** The same data, with every property and element read-only. */
type DeepReadonly<T> = T extends readonly (infer Element)[]
  ? readonly DeepReadonly<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
