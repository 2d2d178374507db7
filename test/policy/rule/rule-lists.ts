import fc from "fast-check";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { inReleases, RuleField } from "../../../src/config/rule-fields.ts";

const channels = ["telegram", "discord"] as const;
const chatTypes = ["direct", "group"] as const;
const ids = ["1", "22"] as const;

/** Keys that do not tell the channel, or neither the chat, nor even the agent. */
export const quietKeys = fc.constantFrom(
  "agent:main:main",
  "agent:work:direct:22",
  "agent:main:cron:1",
  "global",
);

/** Keys that every edition reads alike, each with what it says. */
export const sessions = fc
  .record({
    agentId: fc.constantFrom("main", "work"),
    channel: fc.constantFrom(...channels),
    chatType: fc.constantFrom(...chatTypes),
    peer: fc.constantFrom(...ids),
  })
  .map((facts) => {
    const scopedKey = `${facts.channel}:${facts.chatType}:${facts.peer}`;
    return { ...facts, scopedKey, key: `agent:${facts.agentId}:${scopedKey}` };
  });

type ReleaseField = {
  [Field in RuleField]: (typeof inReleases)[Field] extends true ? Field : never;
}[RuleField];

const match = fc
  .record(
    {
      channel: fc.constantFrom(...channels),
      chatType: fc.constantFrom(...chatTypes),
      keyPrefix: fc.constantFrom("telegram:", "discord:gr", "discord:direct:2", "agent:main:"),
      rawKeyPrefix: fc.constantFrom("agent:", "agent:work:", "agent:main:telegram:group:1"),
    } satisfies Record<ReleaseField, unknown>,
    { requiredKeys: [] },
  )
  .filter((fields) => Object.keys(fields).length > 0);

const rule = fc.record({ action: fc.constantFrom("allow", "deny"), match });

/** Rule lists in which the first rules match often. */
export const ruleLists = fc.record(
  { default: fc.constantFrom("allow", "deny"), rules: fc.array(rule, { minLength: 1, maxLength: 5 }) },
  { requiredKeys: ["rules"] },
);

export const sendConfigs = ruleLists.map((sendPolicy): ConfigInput => ({ session: { sendPolicy } }));
