/** A heartbeat of an agent. */
export interface HeartbeatTask {
  /** A heartbeat, which an agent has of itself. */
  readonly kind: "heartbeat";
  /** The agent whose heartbeat it is. */
  readonly agentId: string;
  /** The session that a wake names; counts from 2026.2.17 on. */
  readonly forced?: string;
}

/** A run of a scheduled job. */
export interface CronTask {
  /** A scheduled job. */
  readonly kind: "cron";
  /** The agent that runs the job. */
  readonly agentId: string;
  /** The job's own id. */
  readonly job: string;
  /** Where it runs: `"main"`, `"isolated"`, `"current"` or `"session:<name>"`. */
  readonly target?: string;
  /** What the run does: note an event in the session, or have the agent take a turn. */
  readonly payload: "systemEvent" | "agentTurn";
  /** The session key that the job has. */
  readonly sessionKey?: string;
  /** The session in which it was made. */
  readonly context?: string;
}

/** A request from outside to a hook. */
export interface HookTask {
  /** A hook that was called. */
  readonly kind: "hook";
  /** A fresh id, for a session of its own. */
  readonly id: string;
  /** The key that is named, and by whom: the request, a mapping of the config, or a mapping out of the request. */
  readonly sessionKey?: string;
  /**
   * Who names the key: the request, or a mapping; a release that tells these apart asks whether its text is
   * fixed (`mapping-static`) or filled from the request (`mapping-templated`).
   */
  readonly source: "request" | "mapping" | "mapping-static" | "mapping-templated";
  /** The agent that is named. */
  readonly agentId?: string;
}

/** A request over HTTP, as clients of a model make it. */
export interface HttpTask {
  /** A request over HTTP. */
  readonly kind: "http";
  /** A fresh id, for a session of its own. */
  readonly id: string;
  /** `"openai"`, `"openresponses"`, …: what the sessions of the surface begin with. */
  readonly prefix: string;
  /** The headers, by their names in lower case. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** The model that the request asks for; `openclaw/<agentId>` names an agent. */
  readonly model?: string;
  /**
   * The `user` of the request, by which a caller keeps one session; absent where each request has its own.
   */
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
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "task-session";
  /** True: the task has a session. */
  readonly ok: true;
  /** What kind of task it is. */
  readonly task: Task["kind"];
  /** Absent where the task has a session. */
  readonly reason?: never;
  /** The session key; where a release hands on what was named, that. */
  readonly key: string;
  /** The agent that runs it. */
  readonly agentId: string;
  /** How much of the session was named from outside. */
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
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "task-session";
  /** False: the task has no session. */
  readonly ok: false;
  /** What kind of task it is; undefined where what was asked is none. */
  readonly task: Task["kind"] | undefined;
  /** Absent where the task has no session. */
  readonly key?: never;
  /** Why it has none. */
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
