import type { Policy } from "../../config/policy.ts";
import type { Resolution } from "../../scope/resolution.ts";
import { isToldSandboxed } from "../sandbox-settings.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { agentIdOfKey } from "../../scope/key/agent-key.ts";
import { isGiven } from "../../scope/facts/plain.ts";
import { isAcpKey, isSubagentKey } from "../../scope/key/kind.ts";
import { remember } from "../../edition/remember.ts";

/** What a session may want to do with another one. */
export const visibilityActions = ["list", "history", "send", "status"] as const;

/** What a session wants to do with another one. */
export type VisibilityAction = (typeof visibilityActions)[number];

/** The session that asks; a `Resolution` is one. */
export interface Requester {
  /** The session key, `agent:<agentId>:…`. */
  readonly key: string;
  /** The agent that owns it; read from the key when absent. */
  readonly agentId?: string;
  /** The key of its agent's main session. */
  readonly mainKey?: string;
  /** Whether it runs in the sandbox, beside what the config tells (`sandboxOf`); `false` counts in releases alone. */
  readonly sandboxed?: boolean;
  /** The keys of the sessions that it spawned. A set is looked up, a list is searched. */
  readonly spawned?: ReadonlySet<string> | readonly string[];
}

/** A session with what the host's store tells about it. */
export interface SessionRow {
  /** The session key, `agent:<agentId>:…`. */
  readonly key: string;
  /** The agent that owns it; read from the key when absent. */
  readonly agentId?: string;
  /** The keys of the sessions that it belongs to, as far as the store has them. */
  readonly spawnedBy?: string;
  /** The key of the session that owns it. */
  readonly owner?: string;
  /** The key of the session that it hangs under. */
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
  /** What the one would do with the other: list it, read its history, send to it, or ask how it stands. */
  readonly action: VisibilityAction;
  /** The session that asks, by its key or with what else is known of it. */
  readonly requester: string | Requester | Resolution;
  /** The session that is asked about, by its key or as the store has it. */
  readonly target: string | SessionRow;
}

function isMap(spawners: NonNullable<SessionWorld["spawnedBy"]>): spawners is ReadonlyMap<string, string> {
  return spawners instanceof Map;
}

/** The one that spawned a session. */
function spawnerOf(key: string, { spawnedBy }: SessionWorld): string | undefined {
  if (!isGiven(spawnedBy)) return undefined;
  if (isMap(spawnedBy)) return spawnedBy.get(key);
  return Object.hasOwn(spawnedBy, key) ? spawnedBy[key] : undefined;
}

/** What two sessions have to do with one another. */
export interface VisibilityFacts {
  /** The target is incognito, which no other session may see. */
  readonly incognito: boolean;
  /** Both are the same session. */
  readonly self: boolean;
  /** The requester's agent; undefined where its key belongs to none. */
  readonly requesterAgent: string | undefined;
  /** The target's agent, likewise. */
  readonly targetAgent: string | undefined;
  /** The target was spawned by the requester, or belongs to it, as far as the edition counts that. */
  readonly owned: boolean;
  /** The target is a sub-agent's or an ACP session of another agent. */
  readonly task: boolean;
  /** The requester is the main session of its agent. */
  readonly main: boolean;
  /** The requester runs in a sandbox. */
  readonly sandboxed: boolean;
  /** The requester is a sandboxed session that no agent started. */
  readonly confined: boolean;
}

const current = "current";
const incognitoKey = /^agent:[^:]+:(?:dashboard|subagent|internal-session-effects):incognito-[^:]+$/;

type OwnerRule = (
  target: SessionRow,
  requester: Requester,
  world: SessionWorld,
  action: VisibilityAction,
) => boolean;

const ownerRule = /* @__PURE__ */ once((behaviours: Behaviours): OwnerRule => {
  if (behaviours.has("spawn-tree-deep")) return isInTree;
  const listIgnoresSpawned = behaviours.has("list-ignores-spawned");
  return (target, requester, world, action) =>
    [target.owner, target.spawnedBy, target.parent].includes(requester.key) ||
    (!(listIgnoresSpawned && action === "list") &&
      (isSpawned(target.key, requester) || spawnerOf(target.key, world) === requester.key));
});

/** What a key alone tells of its session. */
interface KeyTraits {
  /** Its agent; undefined where that depends on the host's default. */
  readonly agentId: string | undefined;
  readonly incognito: boolean;
}

/** How an edition reads keys; remembered, because who lists sessions asks about the same ones again. */
const keyReader = /* @__PURE__ */ once((behaviours: Behaviours) => {
  const hasHidden = behaviours.has("incognito-hidden");
  return {
    currentIsSelf: behaviours.has("current-is-self"),
    traitsOf: remember((key): KeyTraits => ({
      agentId: agentIdOfKey(key, undefined, behaviours),
      incognito: hasHidden && incognitoKey.test(fold(key)),
    })),
    taskOf: remember((key) => ({
      isTask: isSubagentKey(key, behaviours) || isAcpKey(key, behaviours),
    })),
  };
});

/** Which agents two sessions belong to. */
type AgentRule = (
  requester: Requester,
  target: SessionRow,
  world: SessionWorld,
) => Pick<VisibilityFacts, "requesterAgent" | "targetAgent">;

function filled(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

const agentRule = /* @__PURE__ */ once((behaviours: Behaviours): AgentRule => {
  const { traitsOf } = keyReader(behaviours);
  const ofKey = (key: string, { defaultAgentId }: SessionWorld) =>
    traitsOf(key).agentId ?? agentIdOfKey(key, defaultAgentId, behaviours);
  if (!behaviours.has("visibility-agents-told"))
    return (requester, target, world) => ({
      requesterAgent: ofKey(requester.key, world),
      targetAgent: target.agentId ?? ofKey(target.key, world),
    });
  return (requester, target, world) => {
    const requesterAgent = filled(fold(requester.agentId ?? "")) ?? ofKey(requester.key, world);
    const isOwn =
      target.key === current || (target.key === requester.key && filled(world.defaultAgentId) === undefined);
    return {
      requesterAgent,
      targetAgent: filled(fold(target.agentId ?? "")) ?? (isOwn ? requesterAgent : ofKey(target.key, world)),
    };
  };
});

/** Works out what two sessions have to do with one another. */
export function visibilityFacts(
  action: VisibilityAction,
  requester: Requester,
  target: SessionRow,
  world: SessionWorld,
  policy: Policy,
): VisibilityFacts {
  const { behaviours } = policy;
  const { currentIsSelf, traitsOf, taskOf } = keyReader(behaviours);
  const { requesterAgent, targetAgent } = agentRule(behaviours)(requester, target, world);
  const { key, sandboxed: told } = requester;
  const sandboxed = isToldSandboxed(told, { agentId: requesterAgent, key }, policy);
  return {
    incognito: traitsOf(target.key).incognito,
    self: target.key === requester.key || (currentIsSelf && target.key === current),
    requesterAgent,
    targetAgent,
    owned: ownerRule(behaviours)(target, requester, world, action),
    task: requesterAgent !== targetAgent && taskOf(target.key).isTask,
    main: requester.mainKey === requester.key,
    sandboxed,
    confined: sandboxed && !isSubagentKey(requester.key, behaviours),
  };
}

/** Tells whether the requester itself is known to have spawned a session. */
function isSpawned(key: string, { spawned }: Requester): boolean {
  if (spawned === undefined) return false;
  return "has" in spawned ? spawned.has(key) : spawned.includes(key);
}

function hangsUnderNothing(target: SessionRow, world: SessionWorld): boolean {
  const { key, spawnedBy, owner, parent } = target;
  return (spawnedBy ?? owner ?? parent ?? spawnerOf(key, world)) === undefined;
}

/**
 * Tells whether a session is in the requester's spawn tree, at any depth: climbs from it to those
 * that spawned or own it. Each session is visited once, so that a cycle ends.
 */
function isInTree(target: SessionRow, requester: Requester, world: SessionWorld): boolean {
  // Most sessions do, and the climb would cost more than all else about them.
  if (hangsUnderNothing(target, world)) return isSpawned(target.key, requester);
  const climbed = climbs.get(world);
  const visited = new Set<string>([target.key]);
  const found = climb(visited, target, requester, world, climbed);
  // What a row tells of itself is known of that row alone.
  const { owner, parent, spawnedBy } = target;
  const isOwnWord = owner !== undefined || parent !== undefined || spawnedBy !== undefined;
  if (climbed !== undefined && !isOwnWord) for (const key of visited) climbed.set(key, found);
  return found;
}

/** Which sessions are in a requester's tree, as far as it was climbed. */
export type Climbs = Map<string, boolean>;

const climbs = /* @__PURE__ */ new WeakMap<SessionWorld, Climbs>();

/** Has a request know what others of the same requester and world found, so that a chain of sessions is climbed once. */
export function shareClimbs(request: SessionWorld, shared: Climbs): void {
  climbs.set(request, shared);
}

function climb(
  visited: Set<string>,
  target: SessionRow,
  requester: Requester,
  world: SessionWorld,
  climbed: ReadonlyMap<string, boolean> | undefined,
): boolean {
  for (const key of visited) {
    const before = key === target.key ? undefined : climbed?.get(key);
    if (before === true) return true;
    if (before === false) continue;
    if (isSpawned(key, requester)) return true;
    const above = [spawnerOf(key, world)];
    if (key === target.key) above.push(target.spawnedBy, target.owner, target.parent);
    if (above.includes(requester.key)) return true;
    for (const next of above) if (next !== undefined) visited.add(next);
  }
  return false;
}
