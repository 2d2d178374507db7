import { once } from "../../edition/once.ts";
import type { ChannelConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import {
  defaultAccountId,
  normalizeAccountId,
  normalizeOptionalAccountId,
} from "../../identity/account-id.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { defaultAgent, noDefaultAgent, type AgentChoice } from "./agent-choice.ts";
import { agentRoster } from "./agent-roster.ts";
import type { Unresolved } from "../resolution.ts";

/** What Telegram's adapter learns when it asks for its default account. */
interface DefaultAccount {
  readonly account: string;
  /** Why it learns nothing, and answers no message. */
  readonly refusal?: Unresolved;
}

/** The settings from which Telegram's adapter learns that a bot is configured beside the accounts. */
type TelegramConfig = ChannelConfig & { readonly botToken?: unknown; readonly tokenFile?: unknown };

/** An account of Telegram that a binding names, and for whom. */
interface BoundAccount {
  readonly account: string;
  readonly agentId: string;
}

function boundAccountsOf({ config, behaviours }: Policy): readonly BoundAccount[] {
  return (config.bindings ?? []).flatMap(({ agentId, match }) => {
    const pattern = match.accountId?.trim() ?? "";
    if (channelIdOf(match.channel, behaviours) !== "telegram" || pattern === "" || pattern === "*") return [];
    return [{ account: normalizeAccountId(pattern, behaviours), agentId: normalizeAgentId(agentId) }];
  });
}

/** The agent whose first bound account is the default one; undefined where several agents own what is theirs. */
function ownerOfDefault(policy: Policy): AgentChoice | undefined {
  const { agents } = agentRoster(policy);
  const severalOwners = policy.behaviours.has("one-clear-owner") && agents.length !== 1;
  if (policy.config.agents?.ownership === "explicit" && severalOwners) return undefined;
  // In 2026.8.1 and 2026.8.2 the loader took the mark away, and what it kept beside the config was not asked here.
  const forgotten = policy.loader !== undefined && policy.behaviours.has("telegram-needs-default-agent");
  return forgotten && agents.length > 1 ? noDefaultAgent : defaultAgent(policy);
}

function isSet(value: unknown): boolean {
  return typeof value === "string" ? value.trim() !== "" : value != null;
}

/**
 * The account that Telegram's adapter takes for the default one: from 2026.4.22 on the one that is bound to
 * the default agent, else `channels.telegram.defaultAccount`, else the one called `default`, else the first
 * in the alphabet. Before, and under `2026-11`, the one called `default`.
 */
export const telegramDefaultAccount = /* @__PURE__ */ once((policy: Policy): DefaultAccount => {
  const { behaviours, config } = policy;
  if (!behaviours.has("telegram-default-account-chosen")) return { account: defaultAccountId };
  // `channels` has no type of its own for Telegram, whose tokens decide nothing else here.
  const telegram = config.channels?.["telegram"] as TelegramConfig | undefined;
  const bound = boundAccountsOf(policy);
  const hasOwnBot = isSet(telegram?.botToken) || isSet(telegram?.tokenFile);
  const listed = new Set([
    ...Object.keys(telegram?.accounts ?? {}).map((name) => normalizeAccountId(name, behaviours)),
    ...bound.map(({ account }) => account),
    ...(hasOwnBot && behaviours.has("telegram-bot-beside-accounts") ? [defaultAccountId] : []),
  ]);
  const named = normalizeOptionalAccountId(telegram?.defaultAccount, behaviours);
  const first = listed.has(defaultAccountId) ? defaultAccountId : [...listed].sort()[0];
  const listedDefault = named !== undefined && listed.has(named) ? named : first;
  const account = listedDefault ?? defaultAccountId;
  const owner = ownerOfDefault(policy);
  if (owner === undefined) return { account };
  if (!owner.ok)
    return behaviours.has("telegram-needs-default-agent") ? { account, refusal: owner } : { account };
  return { account: bound.find(({ agentId }) => agentId === owner.agentId)?.account ?? account };
});
