import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { explainFacts } from "../facts/explain.ts";
import type { Named, Task, TaskRefusal, TaskSession } from "./task.ts";

const tasks: Readonly<Record<Task["kind"], string>> = {
  heartbeat: "The heartbeat",
  cron: "The scheduled job",
  hook: "The hook",
  http: "The request",
};

const named: Readonly<Record<Named, string>> = {
  nothing: "no part of it was named from outside",
  part: "part of it was named from outside",
  session: "it was named from outside",
};

const causes: Readonly<Record<TaskRefusal, string>> = {
  "request-key-refused": "a request may not name a session",
  "prefix-refused": "the session's key does not begin as it must",
  "hooks-contradictory": "the prefixes that keys must have leave out the hooks' own keys",
  "reserved-key": "the session is one of the host's own",
  "foreign-agent": "the session is another agent's",
  "foreign-conversation": "people write in that session",
  "malformed-key": "the key cannot be read",
  "malformed-target": "a job's session needs a name, without NUL",
  "wrong-payload": "a job's payload does not fit its target",
  "unknown-agent": "there is no such agent",
  "agent-not-allowed": "the agent may not be named from outside",
  "ambiguous-agent": "it is not clear which agent it is for",
  "unknown-model": "the model does not name an agent",
  "malformed-task": "something in the task cannot be read",
};

/**
 * Says in a sentence which session a task has, and how much of it was named from outside, or why it has none.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * explainTaskSession(resolveTaskSession({ kind: "cron", agentId: "main", job: "daily", payload: "agentTurn" }, policy));
 * //=> "The scheduled job has the session agent:main:cron:daily: no part of it was named from outside."
 * ```
 */
export function explainTaskSession(session: TaskSession): string {
  if (isPolluted()) return unpolluted(explainTaskSession, session);
  return said(session, sentenceOf);
}

function sentenceOf(session: TaskSession): string {
  const place = session.path === undefined ? "" : ` (${session.path})`;
  const what = session.task === undefined ? "It" : tasks[session.task];
  return session.ok
    ? `${what} has the session ${session.key}: ${named[session.named]}${place}.`
    : `${what} has no session: ${causes[session.reason]}${explainFacts(session)}${place}.`;
}
