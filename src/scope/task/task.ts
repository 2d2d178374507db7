/** A heartbeat of an agent. */
export interface HeartbeatTask {
  readonly kind: "heartbeat";
  readonly agentId: string;
  /** The session that a wake names; counts from 2026.2.17 on. */
  readonly forced?: string;
}

/** A run of a scheduled job. */
export interface CronTask {
  readonly kind: "cron";
  readonly agentId: string;
  /** The job's own id. */
  readonly job: string;
  /** Where it runs: `"main"`, `"isolated"`, `"current"` or `"session:<name>"`. */
  readonly target?: string;
  readonly payload: "systemEvent" | "agentTurn";
  /** The session key that the job has. */
  readonly sessionKey?: string;
  /** The session in which it was made. */
  readonly context?: string;
}

/** A request from outside to a hook. */
export interface HookTask {
  readonly kind: "hook";
  /** A fresh id, for a session of its own. */
  readonly id: string;
  /** The key that is named, and by whom: the request, a mapping of the config, or a mapping out of the request. */
  readonly sessionKey?: string;
  readonly source: "request" | "mapping" | "mapping-static" | "mapping-templated";
  /** The agent that is named. */
  readonly agentId?: string;
}

/** A request over HTTP, as clients of a model make it. */
export interface HttpTask {
  readonly kind: "http";
  /** A fresh id, for a session of its own. */
  readonly id: string;
  /** `"openai"`, `"openresponses"`, …: what the sessions of the surface begin with. */
  readonly prefix: string;
  /** The headers, by their names in lower case. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly model?: string;
  readonly user?: string;
}

/** What has a session though no message makes it. */
export type Task = HeartbeatTask | CronTask | HookTask | HttpTask;

/** Why something has no session. */
export type TaskRefusal =
  /** A request names a session, and may not. */
  | "request-key-refused"
  /** The session's key begins otherwise than it must. */
  | "prefix-refused"
  /** Settings of hooks contradict each other. */
  | "hooks-contradictory"
  /** The session is one of the host's own. */
  | "reserved-key"
  /** The session is another agent's (`2026-11`). */
  | "foreign-agent"
  /** The session is a person's conversation, or a room's (`2026-11`). */
  | "foreign-conversation"
  /** The key cannot be read. */
  | "malformed-key"
  /** A job's target has no name, or one that it may not have. */
  | "malformed-target"
  /** A job's payload does not fit its target. */
  | "wrong-payload"
  /** There is no such agent. */
  | "unknown-agent"
  /** The agent may not be named from outside. */
  | "agent-not-allowed"
  /** It is not certain for which agent it is. */
  | "ambiguous-agent"
  /** A model is named that is no agent. */
  | "unknown-model"
  /** What was asked is no task, or facts of it cannot be read; see `facts`. */
  | "malformed-task";

/** How much of its session something from outside has named. */
export type Named =
  /** Nothing: the session is one of its own, or the config names it. */
  | "nothing"
  /** A part of a session of its own. */
  | "part"
  /** The whole session. */
  | "session";

/** The session of a task. */
export interface PlacedTask {
  readonly kind: "task-session";
  readonly ok: true;
  readonly task: Task["kind"];
  readonly reason?: never;
  /** The session key; where a release hands on what was named, that. */
  readonly key: string;
  readonly agentId: string;
  readonly named: Named;
  /** The setting that named it. */
  readonly path?: string;
  /** Where a heartbeat happens that is to happen beside its session. */
  readonly isolatedKey?: string;
  /** A heartbeat must not be told where the wake came from. */
  readonly withoutOrigin?: true;
  /** What a job's target was read as. */
  readonly target?: string;
  /** The session that a job is about, where it runs in one of its own. */
  readonly source?: string;
  /** The release would refuse to store such a job. */
  readonly unstorable?: true;
}

/** No session, and why. */
export interface RefusedTask {
  readonly kind: "task-session";
  readonly ok: false;
  readonly task: Task["kind"] | undefined;
  readonly key?: never;
  readonly reason: TaskRefusal;
  /** The facts of the task that are at fault. */
  readonly facts?: readonly string[];
  /** What a job's target was read as. */
  readonly target?: string;
  /** The setting that refuses. */
  readonly path?: string;
  /** The release would refuse to store such a job. */
  readonly unstorable?: true;
}

/** Which session a task has, or why it has none. */
export type TaskSession = PlacedTask | RefusedTask;
