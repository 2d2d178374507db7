import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { configuredAgent } from "../routing/agent-choice.ts";
import { agentKeyPrefix, splitAgentKey } from "../key/agent-key.ts";
import { toStoreKey } from "../key/request-key.ts";
import { formatSessionKey } from "../key/session-key.ts";
import { ownTaskKey } from "./own-session.ts";
import type { HookTask, TaskRefusal, TaskSession } from "./task.ts";

/** What the config says of the sessions of hooks. */
interface HookRules {
  readonly usual: string | undefined;
  readonly mayName: boolean;
  /** What keys must begin with, in lower case; undefined where they may begin with anything. */
  readonly prefixes: readonly string[] | undefined;
  readonly limited: boolean;
  readonly templatesLimited: boolean;
  readonly closed: boolean;
  /** The agents that may be named; undefined for all. */
  readonly agents: readonly string[] | undefined;
}

const hookRules = /* @__PURE__ */ once(({ behaviours, config: { hooks = {} } }: Policy): HookRules => {
  const prefixes = (hooks.allowedSessionKeyPrefixes ?? []).map(fold).filter((prefix) => prefix !== "");
  const usual = hooks.defaultSessionKey?.trim() ?? "";
  const agents = hooks.allowedAgentIds;
  const all = agents === undefined || agents.some((agent) => agent.trim() === "*");
  return {
    usual: usual === "" ? undefined : usual,
    mayName: hooks.allowRequestSessionKey === true,
    prefixes: prefixes.length === 0 ? undefined : prefixes,
    limited: behaviours.has("hook-keys-limited"),
    templatesLimited: behaviours.has("templated-hook-keys-limited"),
    closed: behaviours.has("tasks-closed"),
    agents: all ? undefined : agents.map(normalizeAgentId),
  };
});

function begins(key: string, prefixes: readonly string[] | undefined): boolean {
  return prefixes?.some((prefix) => fold(key).startsWith(prefix)) ?? true;
}

/** Why hooks could not work as they are configured: what they must begin with leaves out their own sessions. */
export function contradictionOfHooks(policy: Policy): string | undefined {
  const { limited, prefixes, usual } = hookRules(policy);
  if (!limited || begins(usual ?? "hook:example", prefixes)) return undefined;
  return usual === undefined ? "hooks.allowedSessionKeyPrefixes" : "hooks.defaultSessionKey";
}

/** The session that a request to a hook writes to. */
export function hookSession(task: HookTask, policy: Policy): TaskSession {
  const rule = hookRules(policy);
  const refuse = (reason: TaskRefusal, path?: string): TaskSession => ({
    kind: "task-session",
    ok: false,
    task: "hook",
    reason,
    ...(path !== undefined && { path }),
  });
  const contradiction = contradictionOfHooks(policy);
  if (contradiction !== undefined) return refuse("hooks-contradictory", contradiction);
  const wanted = task.agentId?.trim() ?? "";
  if (wanted !== "" && rule.agents?.includes(normalizeAgentId(wanted)) === false)
    return refuse("agent-not-allowed", "hooks.allowedAgentIds");
  const agent = configuredAgent(wanted, policy);
  if (!agent.ok && rule.closed)
    return refuse(agent.reason === "unknown-agent" ? "unknown-agent" : "ambiguous-agent");
  // A release finds the agent later, or takes the name at its word.
  const agentId = agent.ok ? agent.agentId : normalizeAgentId(wanted);
  const place = (key: string, named: "nothing" | "session", path?: string): TaskSession => ({
    kind: "task-session",
    ok: true,
    task: "hook",
    key,
    agentId,
    named,
    ...(path !== undefined && { path }),
  });

  const requested = task.sessionKey?.trim() ?? "";
  if (requested === "") {
    if (rule.limited && rule.usual !== undefined) {
      const usual = rule.closed
        ? (toStoreKey({ key: rule.usual, agentId }, policy) ?? rule.usual)
        : rule.usual;
      return place(usual, "nothing", "hooks.defaultSessionKey");
    }
    return place(
      rule.closed ? formatSessionKey({ kind: "hook", agentId, id: task.id }) : `hook:${task.id}`,
      "nothing",
    );
  }
  const byRequest =
    task.source === "request" || (task.source === "mapping-templated" && rule.templatesLimited);
  if (rule.limited && byRequest && !rule.mayName)
    return refuse("request-key-refused", "hooks.allowRequestSessionKey");
  if (rule.limited && !begins(requested, rule.prefixes))
    return refuse("prefix-refused", "hooks.allowedSessionKeyPrefixes");
  const named = byRequest || task.source === "mapping-templated" ? "session" : "nothing";
  if (!rule.closed) return place(requested, named);
  if (named === "nothing") {
    // The config itself names it.
    const split = splitAgentKey(requested, policy.behaviours);
    const key = toStoreKey({ key: requested, agentId: split?.agentId ?? agentId }, policy);
    return key === undefined ? refuse("malformed-key") : place(key, named, "hooks.mappings");
  }
  // A prefix that is written lets requests name what begins with it, be it a person's conversation.
  if (rule.prefixes !== undefined) {
    const key = toStoreKey({ key: requested, agentId }, policy);
    if (key !== undefined) return place(key, named, "hooks.allowedSessionKeyPrefixes");
    const foreign = begins(
      requested,
      rule.prefixes.filter((prefix) => prefix.startsWith(agentKeyPrefix("").slice(0, 6))),
    );
    return foreign ? place(requested, named, "hooks.allowedSessionKeyPrefixes") : refuse("malformed-key");
  }
  const own = ownTaskKey(requested, agentId, policy);
  return "key" in own ? place(own.key, named) : refuse(own.refusal);
}
