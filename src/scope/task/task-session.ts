import { isObject } from "../../config/is-object.ts";
import type { Policy } from "../../config/policy.ts";
import { cronSession } from "./cron.ts";
import { heartbeatSession } from "./heartbeat.ts";
import { hookSession } from "./hook.ts";
import { httpSession } from "./http.ts";
import type { Task, TaskSession } from "./task.ts";

/** The texts of each kind of task, those that it must have first. */
const texts = {
  heartbeat: [["agentId"], ["forced"]],
  cron: [
    ["agentId", "job", "payload"],
    ["target", "sessionKey", "context"],
  ],
  hook: [
    ["id", "source"],
    ["sessionKey", "agentId"],
  ],
  http: [
    ["id", "prefix"],
    ["model", "user"],
  ],
} as const satisfies Readonly<Record<Task["kind"], readonly [readonly string[], readonly string[]]>>;

/** Whether what JavaScript hands over is a task. */
function isSound(task: unknown): task is Task {
  if (!isObject(task) || typeof task["kind"] !== "string" || !Object.hasOwn(texts, task["kind"]))
    return false;
  // It is the name of a kind, as has been asked.
  const [required, optional] = texts[task["kind"] as Task["kind"]];
  const headers = task["headers"];
  return (
    required.every((name) => typeof task[name] === "string") &&
    optional.every(
      (name) => task[name] === undefined || task[name] === null || typeof task[name] === "string",
    ) &&
    (headers === undefined || headers === null || isObject(headers))
  );
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
export function resolveTaskSession(task: Task, policy: Policy): TaskSession {
  if (!isSound(task)) return { kind: "task-session", ok: false, task: undefined, reason: "malformed-task" };
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
