import { once } from "../../edition/once.ts";
import type { ChannelConfig } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { chosenAgent, configuredAgent, type AgentChoice } from "./agent-choice.ts";
import { mainSessionKey } from "../key/main-key.ts";
import { routingTerms } from "./routing-terms.ts";

/** An agent that a topic names. */
export interface TopicAgent {
  readonly choice: AgentChoice;
  /** Where it is configured; absent when the caller named the agent. */
  readonly path?: string;
}

type Topics = ReadonlyMap<string, TopicAgent>;
type Groups = ReadonlyMap<string, Topics>;

/** The agent that a topic of a group names, as its channel or one of the channel's accounts configures it. */
export type TopicAgentLookup = (
  channel: string,
  account: string,
  group: string,
  topic: string,
) => TopicAgent | undefined;

/** The agent that a topic's `agentId` means under an edition; undefined where topics name none. */
export function topicAgent(name: string | undefined, policy: Policy): TopicAgent | undefined {
  const { behaviours } = policy;
  if (name === undefined || name.trim() === "" || !behaviours.has("topic-agents")) return undefined;
  const choice = behaviours.has("topic-agents-taken-at-their-word")
    ? chosenAgent(normalizeAgentId(name), policy)
    : configuredAgent(name, policy);
  if (!choice.ok || behaviours.has("topic-agents-honour-main-key")) return { choice };
  return { choice: { ...choice, mainKey: mainSessionKey(choice.agentId, undefined, behaviours) } };
}

function readGroups(
  groups: NonNullable<ChannelConfig["groups"]>,
  place: readonly string[],
  policy: Policy,
): Groups {
  return new Map(
    Object.entries(groups).map(([group, { topics = {} }]) => {
      const agents = Object.entries(topics).flatMap(([topic, { agentId }]) => {
        const named = topicAgent(agentId, policy);
        const path = formatPath([...place, "groups", group, "topics", topic, "agentId"]);
        return named === undefined ? [] : [[topic, { ...named, path }] as const];
      });
      return [group, new Map(agents)];
    }),
  );
}

const none: TopicAgentLookup = () => undefined;

/** The agents that a policy's topics name. A group that is not configured is looked up as `*`. */
export const topicAgents = /* @__PURE__ */ once((policy: Policy): TopicAgentLookup => {
  const { behaviours, config } = policy;
  if (!behaviours.has("topic-agents")) return none;
  const terms = routingTerms(policy);
  // What the channel itself configures stands under no account.
  const channels = new Map<string, Map<string | undefined, Groups>>();
  for (const [name, channel] of Object.entries(config.channels ?? {})) {
    const id = channelIdOf(name, behaviours);
    const hasTopics = id === "telegram" || behaviours.has("topic-agents-on-any-channel");
    if (name === "defaults" || !hasTopics) continue;
    // `channels` also takes keys that are no channels; only `defaults` is known to be one.
    const { accounts = {}, groups = {} } = channel as ChannelConfig;
    const place = ["channels", name];
    const byAccount = new Map<string | undefined, Groups>([[undefined, readGroups(groups, place, policy)]]);
    for (const [account, { groups: own }] of Object.entries(accounts))
      if (own !== undefined)
        byAccount.set(terms.account(account), readGroups(own, [...place, "accounts", account], policy));
    channels.set(id, byAccount);
  }
  if (channels.size === 0) return none;
  return (channel, account, group, topic) => {
    const byAccount = channels.get(channel);
    const groups = byAccount?.get(account) ?? byAccount?.get(undefined);
    return (groups?.get(group) ?? groups?.get("*"))?.get(topic);
  };
});
