import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { isValidAgentId, mainAgentId, normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { defaultAgent } from "../routing/agent-choice.ts";
import { agentRoster } from "../routing/agent-roster.ts";
import { agentKeyPrefix, splitAgentKey } from "../key/agent-key.ts";
import { isAcpKey, isCronKey, isSubagentKey } from "../key/kind.ts";
import { formatSessionKey } from "../key/session-key.ts";
import { ownTaskKey } from "./own-session.ts";
import type { HttpTask, TaskRefusal, TaskSession } from "./task.ts";
import { lowerCase } from "../../edition/lower-case.ts";

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  defaultAgent: behaviours.has("http-default-agent"),
  known: behaviours.has("http-agents-known"),
  reserved: behaviours.has("http-internal-keys-reserved"),
  modelsAreAgents: behaviours.has("http-models-are-agents"),
  closed: behaviours.has("tasks-closed"),
}));

function header({ headers = {} }: HttpTask, name: string): string {
  const found = Object.hasOwn(headers, name) ? headers[name] : undefined;
  const text: unknown = typeof found === "object" ? found[0] : found;
  return typeof text === "string" ? text.trim() : "";
}

const agentModel = /^(?:openclaw[:/]|agent:)([a-z0-9][a-z0-9_-]{0,63})$/i;

type Agent = { readonly agentId: string } | { readonly refusal: TaskRefusal };

function usualAgent(policy: Policy): Agent {
  if (!rules(policy).defaultAgent) return { agentId: mainAgentId };
  const agent = defaultAgent(policy);
  return agent.ok ? { agentId: agent.agentId } : { refusal: "ambiguous-agent" };
}

function knownAgent(name: string, policy: Policy): Agent {
  const agentId = normalizeAgentId(name);
  const { agents, ids } = agentRoster(policy);
  const isKnown = agents.length === 0 ? agentId === mainAgentId : ids.has(agentId);
  return rules(policy).known && !(isValidAgentId(name) && isKnown)
    ? { refusal: "unknown-agent" }
    : { agentId };
}

/** The agent that a request is for: of a header, of the model, or the usual one. */
function agentOf(task: HttpTask, policy: Policy): Agent {
  const rule = rules(policy);
  const model = task.model?.trim() ?? "";
  const meansDefault = rule.defaultAgent && ["openclaw", "openclaw/default"].includes(fold(model));
  const named = meansDefault ? undefined : agentModel.exec(model)?.[1];
  if (rule.modelsAreAgents && model !== "" && !meansDefault && named === undefined)
    return { refusal: "unknown-model" };
  const [byId, byName] = [header(task, "x-openclaw-agent-id"), header(task, "x-openclaw-agent")];
  const asked = byId === "" ? byName : byId;
  if (asked !== "") return knownAgent(asked, policy);
  return named === undefined ? usualAgent(policy) : knownAgent(named, policy);
}

/** Whether a key is one of the host's own sessions, which nobody may name from outside. */
function isReserved(key: string, policy: Policy): boolean {
  const { behaviours } = policy;
  const { modelsAreAgents, reserved } = rules(policy);
  if (!reserved) return false;
  const folded = fold(key);
  const name = fold(splitAgentKey(key, behaviours)?.rest ?? "");
  return (
    ["subagent:", "cron:", "acp:"].some((word) => folded.startsWith(word)) ||
    isSubagentKey(key, behaviours) ||
    isCronKey(key, behaviours) ||
    isAcpKey(key, behaviours) ||
    (modelsAreAgents && name.startsWith("harness:"))
  );
}

/** Surfaces whose sessions the grammar of keys knows. */
const surfaces = ["openai", "openai-user", "openresponses", "openresponses-user"] as const;

function isSurface(word: string): word is (typeof surfaces)[number] {
  return surfaces.some((surface) => surface === word);
}

/** The session that a request over HTTP writes to. */
export function httpSession(task: HttpTask, policy: Policy): TaskSession {
  const { closed } = rules(policy);
  const refuse = (reason: TaskRefusal): TaskSession => ({
    kind: "task-session",
    ok: false,
    task: "http",
    reason,
  });
  const agent = agentOf(task, policy);
  if ("refusal" in agent) return refuse(agent.refusal);
  const { agentId } = agent;
  const base = { kind: "task-session", ok: true, task: "http", agentId } as const;
  const named = header(task, "x-openclaw-session-key");
  if (named !== "") {
    if (isReserved(named, policy)) return refuse("reserved-key");
    if (!closed) return { ...base, key: named, named: "session" };
    const own = ownTaskKey(named, agentId, policy);
    return "key" in own ? { ...base, key: own.key, named: "session" } : refuse(own.refusal);
  }
  const user = task.user?.trim() ?? "";
  const [word, id] = user === "" ? [task.prefix, task.id] : [`${task.prefix}-user`, user];
  const key = policy.behaviours.has("key-grammar")
    ? formatSessionKey(
        isSurface(word) ? { kind: word, agentId, id } : { kind: "custom", agentId, segments: [word, id] },
      )
    : agentKeyPrefix(agentId) + lowerCase(`${word}:${id}`);
  return { ...base, key, named: user === "" ? "nothing" : "part" };
}
