import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isObject } from "../../config/is-object.ts";
import type { Policy } from "../../config/policy.ts";
import { isRefused, readFacts, type FactReading, type FactRefusal } from "../facts/read-facts.ts";
import { cronSession } from "./cron.ts";
import { heartbeatSession } from "./heartbeat.ts";
import { hookSession } from "./hook.ts";
import { httpSession } from "./http.ts";
import type { Task, TaskSession } from "./task.ts";

/** How the facts of each kind of task may be told, and those that it must have. */
const kinds = {
  heartbeat: { readings: { agentId: "text", forced: "text" }, needed: ["agentId"] },
  cron: {
    readings: {
      agentId: "text",
      job: "text",
      target: "text",
      payload: "text",
      sessionKey: "text",
      context: "text",
    },
    needed: ["agentId", "job", "payload"],
  },
  hook: {
    readings: {
      id: "text",
      sessionKey: "text",
      source: ["request", "mapping", "mapping-static", "mapping-templated"],
      agentId: "text",
    },
    needed: ["id", "source"],
  },
  http: {
    readings: { id: "text", prefix: "text", headers: "object", model: "text", user: "text" },
    needed: ["id", "prefix"],
  },
} as const satisfies {
  readonly [Kind in Task["kind"]]: {
    readonly readings: Readonly<
      Record<Exclude<keyof Extract<Task, { readonly kind: Kind }>, "kind">, FactReading>
    >;
    readonly needed: readonly (keyof Extract<Task, { readonly kind: Kind }>)[];
  };
};

function isKind(kind: unknown): kind is Task["kind"] {
  return typeof kind === "string" && Object.hasOwn(kinds, kind);
}

/** Reads a task, by whatever types it is told; or names what is wrong with it. */
function readTask(given: unknown): Task | FactRefusal {
  const refuse = (...facts: readonly string[]): FactRefusal => ({ reason: "malformed-request", facts });
  if (!isObject(given)) return refuse("task");
  const { kind } = given;
  if (!isKind(kind)) return refuse("kind");
  const { needed, readings } = kinds[kind];
  const read = readFacts<Task>(given, readings, needed);
  return isRefused(read) ? read : read.facts;
}

/**
 * Tells which session something writes to that no message makes: a heartbeat, a scheduled job, a request to a hook, a
 * request over HTTP. The answer has the key and the agent, and tells how much of the session whoever asks has named
 * (`named`); or why there is none.
 *
 * Under `2026-11` nothing from outside names another agent's session or one in which people write, unless the config says
 * so: `hooks.allowedSessionKeyPrefixes`, a mapping's own key, `heartbeat.session`. Under an `openclaw@` edition the key is
 * what that release hands on; many take any key of any agent.
 *
 * Source: the releases' sessions of heartbeats, cron, hooks and the gateway's HTTP, 2026.1.29 to 2026.9.6.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * const headers = { "x-openclaw-session-key": "agent:main:telegram:direct:7" };
 * resolveTaskSession({ kind: "http", id: "1", prefix: "openai", user: "ann" }, policy).key; //=> "agent:main:openai-user:ann"
 * resolveTaskSession({ kind: "http", id: "1", prefix: "openai", headers }, policy).reason; //=> "foreign-conversation"
 * const old = parsePolicy({}, { edition: "openclaw@2026.9.6" });
 * resolveTaskSession({ kind: "http", id: "1", prefix: "openai", headers }, old).key; //=> "agent:main:telegram:direct:7"
 * ```
 */
export function resolveTaskSession(given: Task, policy: Policy): TaskSession {
  if (isPolluted()) return unpolluted(resolveTaskSession, given, policy);
  demandPolicy(policy);
  const task = readTask(given);
  if (isRefused(task))
    return {
      kind: "task-session",
      ok: false,
      task: undefined,
      reason: "malformed-task",
      facts: task.facts,
    };
  switch (task.kind) {
    case "heartbeat":
      return heartbeatSession(task, policy);
    case "cron":
      return cronSession(task, policy);
    case "hook":
      return hookSession(task, policy);
    case "http":
      return httpSession(task, policy);
  }
}
