import type { Resolution } from "../../scope/resolution.ts";

/** What a session wants to do with another one. */
export type VisibilityAction = "list" | "history" | "send" | "status";

/** The session that asks; a `Resolution` is one. */
export interface Requester {
  readonly key: string;
  /** The agent that owns it; read from the key when absent. */
  readonly agentId?: string;
  /** The key of its agent's main session. */
  readonly mainKey?: string;
  /** Whether it runs in the sandbox. */
  readonly sandboxed?: boolean;
  /** The keys of the sessions that it spawned. A set is looked up, a list is searched. */
  readonly spawned?: ReadonlySet<string> | readonly string[];
}

/** A session with what the host's store tells about it. */
export interface SessionRow {
  readonly key: string;
  /** The agent that owns it; read from the key when absent. */
  readonly agentId?: string;
  /** The keys of the sessions that it belongs to, as far as the store has them. */
  readonly spawnedBy?: string;
  readonly owner?: string;
  readonly parent?: string;
}

/** What the host knows about all sessions. */
export interface SessionWorld {
  /** By the key of a session, the key of the one that spawned it. */
  readonly spawnedBy?: ReadonlyMap<string, string> | Readonly<Record<string, string>>;
  /** The agent that keys without an agent belong to. */
  readonly defaultAgentId?: string;
}

/** Whether one session may see another. */
export interface VisibilityRequest extends SessionWorld {
  readonly action: VisibilityAction;
  readonly requester: string | Requester | Resolution;
  readonly target: string | SessionRow;
}

function isMap(spawners: NonNullable<SessionWorld["spawnedBy"]>): spawners is ReadonlyMap<string, string> {
  return spawners instanceof Map;
}

/** The one that spawned a session. */
export function spawnerOf(key: string, { spawnedBy }: SessionWorld): string | undefined {
  if (spawnedBy === undefined) return undefined;
  if (isMap(spawnedBy)) return spawnedBy.get(key);
  return Object.hasOwn(spawnedBy, key) ? spawnedBy[key] : undefined;
}
