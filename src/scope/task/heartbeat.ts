import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { agentRoster } from "../routing/agent-roster.ts";
import { splitAgentKey } from "../key/agent-key.ts";
import { isSubagentKey } from "../key/kind.ts";
import { mainSessionKey } from "../key/main-key.ts";
import { toStoreKey } from "../key/request-key.ts";
import { canonicalizeMainAlias } from "../session/main-session.ts";
import type { HeartbeatTask, TaskRefusal, TaskSession } from "./task.ts";

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  mayForce: behaviours.has("heartbeats-may-be-forced"),
  mayIsolate: behaviours.has("heartbeats-may-be-isolated"),
  avoidsSubagents: behaviours.has("heartbeats-avoid-subagents"),
  refusesMalformed: behaviours.has("malformed-heartbeat-keys-refused"),
  closed: behaviours.has("tasks-closed"),
}));

/** What the config says of an agent's heartbeat, and where. */
function settingsOf(agentId: string, policy: Policy) {
  const agent = agentRoster(policy).agents.find(({ id }) => id === agentId);
  const own = agent?.config.heartbeat;
  const shared = policy.config.agents?.defaults?.heartbeat;
  const session = own?.session ?? shared?.session;
  return {
    session,
    path:
      own?.session === undefined
        ? "agents.defaults.heartbeat.session"
        : `${agent?.path ?? ""}.heartbeat.session`,
    isolated: own?.isolatedSession ?? shared?.isolatedSession ?? false,
  };
}

type Read = { readonly key: string } | { readonly refusal: TaskRefusal } | "main" | "subagent" | "foreign";

/** A session that is named for a heartbeat, as one of its agent. */
function readNamed(named: string, agentId: string, policy: Policy): Read {
  const { behaviours } = policy;
  const { avoidsSubagents, refusesMalformed } = rules(policy);
  if (avoidsSubagents && isSubagentKey(named, behaviours)) return "subagent";
  const split = splitAgentKey(named, behaviours);
  const startsLikeOne = fold(named).startsWith("agent:");
  if (startsLikeOne && split === undefined && refusesMalformed) return { refusal: "malformed-key" };
  if (split !== undefined && normalizeAgentId(split.agentId) !== agentId) return "foreign";
  const key = toStoreKey({ key: named, agentId }, policy);
  if (key === undefined) return { refusal: "malformed-key" };
  return avoidsSubagents && isSubagentKey(key, behaviours)
    ? "subagent"
    : { key: canonicalizeMainAlias(key, agentId, policy) };
}

/** The session of an agent's heartbeat. */
export function heartbeatSession(task: HeartbeatTask, policy: Policy): TaskSession {
  const { behaviours, config } = policy;
  const { closed, mayForce, mayIsolate } = rules(policy);
  const agentId = normalizeAgentId(task.agentId);
  const base = { kind: "task-session", ok: true, task: "heartbeat", agentId } as const;
  if (config.session?.scope === "global")
    return { ...base, key: "global", named: "nothing", path: "session.scope" };
  const main = mainSessionKey(agentId, config.session?.mainKey, behaviours);
  const { isolated, path, session = "" } = settingsOf(agentId, policy);
  const refuse = (reason: TaskRefusal, at?: string): TaskSession => ({
    kind: "task-session",
    ok: false,
    task: "heartbeat",
    reason,
    ...(at !== undefined && { path: at }),
  });

  const usual = session.trim();
  const namesMain = usual === "" || fold(usual) === "main" || fold(usual) === "global";
  const read = namesMain ? "main" : readNamed(usual, agentId, policy);
  if (typeof read === "object" && "refusal" in read) return refuse(read.refusal, path);
  // Releases take the main session in its place, and say nothing.
  if (closed && read === "foreign") return refuse("foreign-agent", path);
  const configured = typeof read === "object" ? read.key : main;

  const isolatedKey = (key: string) => {
    if (!mayIsolate || !isolated) return undefined;
    const suffix = key.startsWith(configured) ? key.slice(configured.length) : "";
    const isIsolated = /^(?::heartbeat)+$/.test(suffix) && !configured.endsWith(":heartbeat");
    return isIsolated ? `${configured}:heartbeat` : `${key}:heartbeat`;
  };
  const place = (key: string, named: "nothing" | "session", extra: object = {}): TaskSession => {
    const beside = isolatedKey(key);
    return {
      ...base,
      key,
      named,
      ...(named === "nothing" && read !== "main" && { path }),
      ...(beside !== undefined && { isolatedKey: beside }),
      ...extra,
    };
  };

  const forced = mayForce ? (task.forced?.trim() ?? "") : "";
  if (forced === "") return place(configured, "nothing");
  const wanted = readNamed(forced, agentId, policy);
  if (wanted === "subagent") return place(main, "nothing", { withoutOrigin: true });
  if (typeof wanted === "object")
    return "refusal" in wanted ? refuse(wanted.refusal) : place(wanted.key, "session");
  return closed ? refuse("foreign-agent") : place(configured, "nothing");
}
