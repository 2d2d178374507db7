import type { Policy } from "../../config/policy.ts";
import { isObject } from "../../config/is-object.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { contradictionIn, heldAgainst } from "../../scope/facts/contradiction.ts";
import { isFlagOrNone, isGiven, isPlainSession, isTextOrNone } from "../../scope/facts/plain.ts";
import {
  isRefused,
  readFacts,
  sessionReadings,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import { isUnresolved } from "../session-facts.ts";
import { mainKeyOfAgent } from "../sandbox-settings.ts";
import {
  visibilityActions,
  type Requester,
  type SessionRow,
  type VisibilityRequest,
} from "./visibility-facts.ts";

const requesterReadings = {
  ...sessionReadings,
  mainKey: "text",
  sandboxed: "flag",
  spawned: "collection",
} as const satisfies FactReadings;

const rowReadings = {
  ...sessionReadings,
  spawnedBy: "text",
  owner: "text",
  parent: "text",
} as const satisfies FactReadings;

/** Who asks, and for which session, once it is read. */
export interface ReadVisibility {
  readonly requester: Requester | Unresolved;
  readonly target: SessionRow;
}

function isPlainRequester(requester: unknown): requester is Requester {
  if (!isGiven(requester)) return false;
  const told: { readonly [Fact in keyof Requester]?: unknown } = requester;
  return (
    typeof told.key === "string" &&
    (told.spawned === undefined || Array.isArray(told.spawned) || told.spawned instanceof Set) &&
    isPlainSession(told) &&
    isTextOrNone(told.mainKey) &&
    isFlagOrNone(told.sandboxed)
  );
}

function isPlainRow(row: unknown): row is SessionRow {
  if (!isGiven(row)) return false;
  const told: { readonly [Fact in keyof SessionRow]?: unknown } = row;
  return (
    typeof told.key === "string" &&
    isPlainSession(told) &&
    isTextOrNone(told.spawnedBy) &&
    isTextOrNone(told.owner) &&
    isTextOrNone(told.parent)
  );
}

function readRequester(given: VisibilityRequest["requester"]): Requester | Unresolved | FactRefusal {
  if (typeof given === "string") return { key: given };
  if (isPlainRequester(given)) return given;
  const read = readFacts<Requester>(given, requesterReadings, ["key"]);
  return isRefused(read) ? read : read.facts;
}

function readRow(given: VisibilityRequest["target"]): SessionRow | FactRefusal {
  if (typeof given === "string") return { key: given };
  if (isPlainRow(given)) return given;
  const read = readFacts<SessionRow>(given, rowReadings, ["key"]);
  return isRefused(read) ? read : read.facts;
}

/** Names the facts of one of the two sessions by where they stand. */
function within(name: "requester" | "target", { reason, facts }: FactRefusal): FactRefusal {
  return { reason, facts: facts.map((fact) => (fact === "request" ? name : `${name}.${fact}`)) };
}

/** Whether what the host knows of all sessions can be looked into. */
function isWorld(spawnedBy: unknown): boolean {
  return spawnedBy === undefined || spawnedBy === null || isObject(spawnedBy);
}

/** The main session is its agent's by the config; who is told otherwise is none. */
function isFalseMain(requester: Requester, policy: Policy): boolean {
  const { tell } = heldAgainst(policy);
  const { key, mainKey } = requester;
  if (tell === undefined || mainKey !== key) return false;
  const { agentId } = tell(key);
  return agentId !== undefined && mainKeyOfAgent(agentId, policy) !== mainKey;
}

function contradictionBetween(
  requester: Requester | Unresolved,
  target: SessionRow,
  policy: Policy,
): FactRefusal | undefined {
  if (!isUnresolved(requester)) {
    const own = contradictionIn(requester, requester.key, policy);
    if (own !== undefined) return within("requester", own);
    if (isFalseMain(requester, policy))
      return within("requester", { reason: "fact-mismatch", facts: ["mainKey", "key"] });
  }
  // What it belongs to is a session, and says nothing of its chat.
  const other = contradictionIn({ agentId: target.agentId }, target.key, policy);
  return other && within("target", other);
}

/** Reads who asks for which session, by whatever types they are told; or names what is wrong with it. */
export function readVisibility(request: VisibilityRequest, policy: Policy): ReadVisibility | FactRefusal {
  if (!isGiven(request)) return { reason: "malformed-request", facts: ["request"] };
  const { action, spawnedBy } = request;
  if (!visibilityActions.includes(action)) return { reason: "malformed-request", facts: ["action"] };
  if (!isWorld(spawnedBy)) return { reason: "malformed-request", facts: ["spawnedBy"] };
  if (!isTextOrNone(request.defaultAgentId))
    return { reason: "malformed-request", facts: ["defaultAgentId"] };
  const requester = readRequester(request.requester);
  if (isRefused(requester)) return within("requester", requester);
  const target = readRow(request.target);
  if (isRefused(target)) return within("target", target);
  return contradictionBetween(requester, target, policy) ?? { requester, target };
}
