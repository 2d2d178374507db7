import { evaluateMemorySearch, type MemorySearchDecision } from "../../policy/memory/memory-search.ts";
import { evaluateTool, type ToolRequest } from "../../policy/tool/tool.ts";
import { knowsOf } from "../../config/keys/knows.ts";
import type { Policy } from "../../config/policy.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import type { Resolved } from "../../scope/resolution.ts";
import { valueAt } from "./apply-fix.ts";
import { moveOn, writeSetting, type Found, type FindingFix } from "./finding.ts";
import { unlistedRoom } from "./rooms.ts";
import { nameOf } from "./people.ts";
import type { Situation } from "./situation.ts";

const memoryTools = ["memory_search", "memory_get"];
const backendPath = "memory.backend";
const qmdPath = "memory.qmd.scope";
const usualPath = "agents.defaults.memorySearch.scope";

/** Searched in direct chats, and nowhere else. */
const directChatsOnly = {
  default: "deny",
  rules: [{ action: "allow", match: { chatType: "direct" } }],
} as const;

/** A room's session, and what it may do with memory. */
interface AskedRoom {
  readonly resolution: Resolved;
  readonly decision: MemorySearchDecision;
  readonly hasTool: boolean;
  readonly searches: boolean;
  readonly invented: boolean;
}

/** Whether any scope is asked: that of qmd by qmd alone, and releases search memory without it unless it is written. */
function asksScope({ behaviours, config }: Policy): boolean {
  return !behaviours.has("memory-qmd-scope") || valueAt(config, backendPath) === "qmd";
}

/** Whether an agent has a tool in a session that reads memory. */
function readsMemory(session: Omit<ToolRequest, "tool">, policy: Policy): boolean {
  return memoryTools.some((tool) => evaluateTool({ ...session, tool }, policy).allowed);
}

function askRooms({ rooms, policy }: Situation): readonly AskedRoom[] {
  return rooms.flatMap(({ inbound, invented }) => {
    const resolution = resolveSession(inbound, policy);
    if (!resolution.ok) return [];
    const decision = evaluateMemorySearch(resolution, policy);
    const hasTool = readsMemory(resolution, policy);
    const searches = hasTool && (decision.allowed || !asksScope(policy));
    return [{ resolution, decision, hasTool, searches, invented }];
  });
}

/** Where an edition has a scope written; nowhere, where it has no word for it. */
function usualPlace(policy: Policy): string {
  const places = policy.behaviours.has("memory-qmd-scope") ? [qmdPath] : [usualPath];
  return places.find((place) => knowsOf(policy)(place.split("."))) ?? "";
}

function narrow(scope: string | undefined, policy: Policy): FindingFix {
  // Under an edition of ours `memory.qmd.scope` is not asked any more once the other one is written.
  const path = scope === undefined || scope === qmdPath ? usualPlace(policy) : scope;
  if (path === "")
    return moveOn(
      "No setting of this edition says in which chats memory is searched: deny group:memory, or move to 2026-11.",
    );
  const narrowed = `${path} so that memory is searched in direct chats only.`;
  if (asksScope(policy)) return writeSetting(path, directChatsOnly, `Write ${narrowed}`);
  return {
    sentence: `Install qmd, which alone asks the scope, and write ${backendPath}: "qmd" and ${narrowed}`,
    changes: [
      { path: backendPath, set: "qmd" },
      { path, set: directChatsOnly },
    ],
  };
}

function witness({ resolution, invented }: AskedRoom) {
  return { who: [nameOf(resolution)], what: resolution.key, invented };
}

/** Rooms that may search memory. */
function searchedInRooms(asked: readonly AskedRoom[], policy: Policy): readonly Found[] {
  return asked
    .filter(({ searches }) => searches)
    .map((room) => ({
      id: "memory-searched-in-groups",
      path: asksScope(policy)
        ? (room.decision.rule?.path ?? room.decision.scope ?? usualPlace(policy))
        : backendPath,
      message: "What an agent remembers of private conversations could be told in a group.",
      fix: narrow(room.decision.scope, policy),
      witness: witness(room),
    }));
}

/** Rooms that get the agent's private notes. */
function notesInRooms(asked: readonly AskedRoom[]): readonly Found[] {
  return asked
    .filter(({ decision }) => decision.notes)
    .map((room) => ({
      id: "notes-in-groups",
      path: "",
      message: "This edition gives groups the agent's private notes (MEMORY.md).",
      fix: moveOn("No setting of this edition withholds them: move to 2026.8.1 or later."),
      witness: witness(room),
    }));
}

/** A written scope that would let any room search, though no room is known. */
function scopeForRooms({ policy, agentIds, rooms }: Situation): readonly Found[] {
  if (rooms.length > 0) return [];
  return agentIds.flatMap((agentId) => {
    const key = `agent:${agentId}:telegram:group:${unlistedRoom}`;
    const { allowed, scope } = evaluateMemorySearch({ key, chatType: "group" }, policy);
    if (scope === undefined || (!allowed && asksScope(policy))) return [];
    if (!readsMemory({ agentId, key }, policy)) return [];
    return [
      {
        id: "memory-open-to-groups",
        path: scope,
        message:
          "Once the bot is in a group, what it remembers of private conversations could be told there.",
        fix: narrow(scope, policy),
        witness: { who: [`telegram:${unlistedRoom}`], what: key, invented: true },
      },
    ];
  });
}

/** Rooms from which memory is kept by the edition alone. */
function scopeByDefault(asked: readonly AskedRoom[], policy: Policy): readonly Found[] {
  const room = asked.find(({ hasTool }) => hasTool);
  if (room === undefined || asked.some(({ decision, searches }) => searches || decision.scope !== undefined))
    return [];
  return [
    {
      id: "memory-scope-by-default",
      path: usualPlace(policy),
      message: "No scope is set: only the edition's default keeps memory out of groups.",
      fix: narrow(undefined, policy),
      witness: witness(room),
    },
  ];
}

/** Finds memory and notes that groups could get. */
export function memoryInGroups(situation: Situation): readonly Found[] {
  const asked = askRooms(situation);
  return [
    ...searchedInRooms(asked, situation.policy),
    ...notesInRooms(asked),
    ...scopeForRooms(situation),
    ...scopeByDefault(asked, situation.policy),
  ];
}
