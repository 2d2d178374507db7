import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { mainAgentId, normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { chosenAgent, ownerAgent, type AgentChoice } from "../routing/agent-choice.ts";
import { splitAgentKey } from "../key/agent-key.ts";
import { agentRoster } from "../routing/agent-roster.ts";
import { defaultMainKey, mainSessionKey, normalizeMainKey } from "../key/main-key.ts";
import type { SessionKey, Unresolved } from "../resolution.ts";
import { storedForm } from "../key/stored-form.ts";

/** A key, or why there is no agent to whom it could belong. */
export type OwnedKey = { readonly ok: true; readonly key: SessionKey } | Unresolved;

const owned = (key: SessionKey): OwnedKey => ({ ok: true, key });

const sentinels: ReadonlySet<string> = new Set(["global", "unknown"]);

function mainKeyOf(agentId: string, { behaviours, config }: Policy): SessionKey {
  return mainSessionKey(agentId, config.session?.mainKey, behaviours);
}

function sharedMainKey(agentId: string, policy: Policy): SessionKey {
  return policy.config.session?.scope === "global" ? "global" : mainKeyOf(agentId, policy);
}

/**
 * The agent whose main session is meant where none is named: from 2026.8.1 to 2026.9.6 the system's own agent,
 * taken at its word, whomever unclaimed messages go to; else the one that they go to.
 */
function agentMeant(policy: Policy): AgentChoice {
  const system = policy.config.agents?.defaults?.systemAgent?.agentId?.trim() ?? "";
  return system !== "" && policy.behaviours.has("system-agent-is-meant")
    ? chosenAgent(normalizeAgentId(system), policy)
    : ownerAgent(policy);
}

/** The main session that is meant where no agent is named; `"global"` where one session is for all. */
export const mainSession = /* @__PURE__ */ once((policy: Policy): OwnedKey => {
  const agent = agentMeant(policy);
  return agent.ok ? owned(sharedMainKey(agent.agentId, policy)) : agent;
});

/**
 * The main session that a name of an agent's main session means; any other key as it is, which OpenClaw trims.
 * From 2026.3.31 on the main session of the agent `main` is a name of every agent's, which `2026-11` takes back.
 */
export function canonicalizeMainAlias(key: string, agentId: string, policy: Policy): SessionKey {
  const { behaviours, config } = policy;
  const agents = [agentId, ...(behaviours.has("main-is-everyones-alias") ? [mainAgentId] : [])];
  const names = [defaultMainKey, config.session?.mainKey];
  const aliases = agents.flatMap((agent) => names.map((name) => mainSessionKey(agent, name, behaviours)));
  const named = key.trim();
  const isAlias =
    named === defaultMainKey ||
    named === normalizeMainKey(config.session?.mainKey) ||
    aliases.includes(named);
  if (isAlias) return sharedMainKey(agentId, policy);
  return behaviours.has("ids-kept") ? key : named;
}

/** Whether a key is the main session of an agent `main` that is not configured: from 2026.4.20 on it is the owner's. */
function isOrphanedMain(agentId: string, rest: string, policy: Policy): boolean {
  const isMain = rest === defaultMainKey || rest === normalizeMainKey(policy.config.session?.mainKey);
  const { listed, agents, ids } = agentRoster(policy);
  const { behaviours } = policy;
  // Where no agents are configured there is one, `main`; since 2026.8.1 an empty list has none.
  const implied = behaviours.has("one-clear-owner") ? !listed : agents.length === 0;
  const configured = implied || ids.has(mainAgentId);
  return agentId === mainAgentId && isMain && !configured && behaviours.has("orphaned-main-rehomed");
}

/**
 * The key under which the store keeps a session that a client names: keys of an agent in their stored
 * form, anything else as a session of the agent that owns what no binding claims.
 */
export function storeKeyOfOwner(key: string, policy: Policy): OwnedKey {
  const { behaviours } = policy;
  const folds = behaviours.has("stores-fold-keys");
  const trimmed = folds && !behaviours.has("keys-read-in-any-case") ? fold(key) : key.trim();
  const stored = folds ? storedForm(trimmed, behaviours) : trimmed;
  const sentinel = folds ? fold(stored) : stored;
  if (stored === "" || sentinels.has(sentinel)) return owned(sentinel);
  const own = splitAgentKey(stored, behaviours);
  const owner = ownerAgent(policy);
  if (own !== undefined) {
    const agentId = normalizeAgentId(own.agentId);
    if (!isOrphanedMain(agentId, own.rest, policy))
      return owned(canonicalizeMainAlias(stored, agentId, policy));
    return owner.ok ? owned(sharedMainKey(owner.agentId, policy)) : owner;
  }
  const isMain = stored === defaultMainKey || stored === normalizeMainKey(policy.config.session?.mainKey);
  // The session that is everybody's needs no owner.
  if (isMain && policy.config.session?.scope === "global") return owned("global");
  if (!owner.ok) return owner;
  if (isMain) return owned(mainKeyOf(owner.agentId, policy));
  return owned(stored.startsWith("agent:") ? stored : owner.keyPrefix + stored);
}
