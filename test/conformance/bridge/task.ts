import { cronSessionKey } from "../../../src/scope/task/cron.ts";
import type { Task } from "../../../src/scope/task/task.ts";
import { resolveTaskSession } from "../../../src/scope/task/task-session.ts";
import { isOutOfContract, policyOf, type Bridge, type VectorInput } from "./bridge.ts";

/** What OpenClaw calls the errors by which its gateway refuses a request. */
const gatewayErrors: Readonly<Record<string, string>> = {
  "reserved-key": "GatewaySessionKeyOverrideError",
  "unknown-agent": "UnknownGatewayAgentError",
  "unknown-model": "InvalidGatewayModelError",
  "ambiguous-agent": "AgentSelectionRequiredError",
};

/** A task without the facts that its input leaves out. */
function taskOf(facts: VectorInput): Task {
  // The vectors' inputs have what a task must have.
  return Object.fromEntries(
    Object.entries(facts as object).filter(([, fact]) => fact != null),
  ) as unknown as Task;
}

/** Translations of the upstream functions that concern sessions which no message makes. */
export const taskBridge: Bridge = {
  "heartbeat.session": ({ agentId, config, forced, heartbeat }, circumstances) => {
    const agents = { ...config.agents, defaults: { ...config.agents?.defaults, heartbeat } };
    const policy = policyOf({ ...config, agents }, circumstances);
    if (isOutOfContract(policy)) return policy;
    const session = resolveTaskSession(taskOf({ kind: "heartbeat", agentId, forced }), policy);
    if (!session.ok) throw new Error(session.reason);
    return {
      sessionKey: session.key,
      isolated: session.isolatedKey,
      suppressOriginatingContext: session.withoutOrigin,
    };
  },
  "cron.session": ({ agentId, config, job, sessionContext: context }, circumstances) => {
    const policy = policyOf(config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { id, payload, sessionKey, sessionTarget: target } = job;
    const session = resolveTaskSession(
      taskOf({ kind: "cron", agentId, job: id, target, payload: payload.kind, sessionKey, context }),
      policy,
    );
    const schema = session.unstorable === true ? "refused" : undefined;
    if (!session.ok)
      return {
        target: session.target,
        schema,
        refused: session.reason === "wrong-payload" ? "spec" : "normalize",
      };
    const { key, source } = session;
    // The recorded function has no key where a job runs in the main session.
    return { target: session.target, schema, source, ...(session.target !== "main" && { key }) };
  },
  "cron.sessionKey": ({ agentId, config, sessionKey }, circumstances) => {
    const policy = policyOf(config, circumstances);
    return isOutOfContract(policy) ? policy : cronSessionKey(sessionKey, agentId, policy);
  },
  "hooks.sessionKey": ({ hooks, sessionKey, source }, circumstances) => {
    const policy = policyOf({ hooks }, circumstances);
    if (isOutOfContract(policy)) return policy;
    const session = resolveTaskSession(taskOf({ kind: "hook", id: "ID", sessionKey, source }), policy);
    if (!session.ok && session.reason === "hooks-contradictory") throw new Error(session.reason);
    return session.ok ? { ok: true, key: session.key } : { ok: false };
  },
  "http.sessionKey": ({ config, headers, model, prefix, user }, circumstances) => {
    const policy = policyOf(config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const session = resolveTaskSession(
      taskOf({ kind: "http", id: "<uuid>", headers, model, prefix, user }),
      policy,
    );
    return session.ok
      ? { agentId: session.agentId, sessionKey: session.key }
      : { refused: gatewayErrors[session.reason] };
  },
};
