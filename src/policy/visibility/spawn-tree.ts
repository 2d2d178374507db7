import { spawnerOf, type Requester, type SessionRow, type SessionWorld } from "./request.ts";

/** Tells whether the requester itself is known to have spawned a session. */
export function isSpawned(key: string, { spawned }: Requester): boolean {
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
export function isInTree(target: SessionRow, requester: Requester, world: SessionWorld): boolean {
  // Most sessions do, and the climb would cost more than all else about them.
  if (hangsUnderNothing(target, world)) return isSpawned(target.key, requester);
  const visited = new Set<string>([target.key]);
  for (const key of visited) {
    if (isSpawned(key, requester)) return true;
    const above = [spawnerOf(key, world)];
    if (key === target.key) above.push(target.spawnedBy, target.owner, target.parent);
    if (above.includes(requester.key)) return true;
    for (const next of above) if (next !== undefined) visited.add(next);
  }
  return false;
}
