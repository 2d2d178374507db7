import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { agentKeyPrefix, splitAgentKey } from "./agent-key.ts";
import { canonicalizeSessionKey } from "./canonical-key.ts";
import { escapeSegment } from "./segment.ts";
import { defaultMainKey, mainSessionKey } from "./main-key.ts";
import type { SessionKey } from "../resolution.ts";
import { parseSessionKey } from "./session-key.ts";
import { storedForm } from "./stored-form.ts";

/** A session as a user or a tool names it, and whose sessions are meant. */
export interface KeyRequest {
  /** `"main"`, `"current"`, a name among the agent's sessions, or a whole key; blank for the main session. */
  readonly key: string;
  /** The agent among whose sessions a bare name is looked for. */
  readonly agentId: string;
  /** The session that the request comes from; what `"current"` means. */
  readonly current?: SessionKey;
}

/** Whether a request is what its type says; JavaScript hands over anything. */
function isRequest(given: unknown): given is KeyRequest {
  if (!isObject(given)) return false;
  const { agentId, current, key } = given;
  return isText(key) && isText(agentId) && (isText(current) || current === undefined || current === null);
}

type StoreKeyRule = (key: string, agentId: string) => SessionKey | undefined;

const namesMain = (key: string) => key === "" || key === defaultMainKey;

const storeKeyRule = once((policy: Policy): StoreKeyRule => {
  const { behaviours, config } = policy;
  const mainKeyOf = (agentId: string) => mainSessionKey(agentId, config.session?.mainKey, behaviours);
  if (behaviours.has("key-grammar")) {
    return (key, agentId) => {
      if (namesMain(fold(key))) return mainKeyOf(agentId);
      const owner = normalizeAgentId(agentId);
      const written = canonicalizeSessionKey(key);
      const whole = parseSessionKey(written);
      if (whole !== undefined) return !("agentId" in whole) || whole.agentId === owner ? written : undefined;
      if (fold(key).startsWith("agent:")) return undefined;
      const named = canonicalizeSessionKey(agentKeyPrefix(escapeSegment(owner)) + key);
      return parseSessionKey(named) === undefined ? undefined : named;
    };
  }
  if (!behaviours.has("keys-read-in-any-case")) {
    return (key, agentId) => {
      if (namesMain(key.trim())) return mainKeyOf(agentId);
      const folded = fold(key);
      return folded.startsWith("agent:") ? folded : agentKeyPrefix(normalizeAgentId(agentId)) + folded;
    };
  }
  return (key, agentId) => {
    if (namesMain(fold(key))) return mainKeyOf(agentId);
    const whole = splitAgentKey(key, behaviours);
    if (whole !== undefined) return agentKeyPrefix(whole.agentId) + whole.rest;
    const stored = storedForm(key, behaviours);
    return fold(key).startsWith("agent:") ? stored : agentKeyPrefix(normalizeAgentId(agentId)) + stored;
  };
});

/** The session that a request comes from, under `2026-11` only where it is the agent's: nobody else's is current. */
function ownCurrent(current: SessionKey, agentId: string, { behaviours }: Policy): SessionKey | undefined {
  if (!behaviours.has("current-is-the-requesters")) return current;
  const parts = parseSessionKey(current);
  return parts !== undefined && "agentId" in parts && parts.agentId !== normalizeAgentId(agentId)
    ? undefined
    : current;
}

/**
 * The stored key that a request means. Under an openclaw@ edition a whole key is taken as it is,
 * whosever it is; under `2026-11` a key of another agent, or one that cannot be read, gives
 * undefined, and so does a request that cannot be read.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * toStoreKey({ key: "main", agentId: "ops" }, policy); //=> "agent:ops:main"
 * toStoreKey({ key: "telegram:group:-100", agentId: "ops" }, policy); //=> "agent:ops:telegram:group:-100"
 * toStoreKey({ key: "agent:main:main", agentId: "ops" }, policy); //=> undefined
 * ```
 */
export function toStoreKey(request: KeyRequest, policy: Policy): SessionKey | undefined {
  if (isPolluted()) return unpolluted(toStoreKey, request, policy);
  demandPolicy(policy);
  if (!isRequest(request)) return undefined;
  if (isText(request.current) && request.key === "current")
    return ownCurrent(request.current, request.agentId, policy);
  return storeKeyRule(policy)(request.key, request.agentId);
}

/**
 * The name of a session among its agent's, as `toStoreKey` takes it; undefined for a blank key.
 * Under `2026-11` a key whose name alone would be read as something else is returned whole.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * toRequestKey("agent:ops:telegram:group:-100", policy); //=> "telegram:group:-100"
 * ```
 */
export function toRequestKey(key: string, policy: Policy): string | undefined {
  if (isPolluted()) return unpolluted(toRequestKey, key, policy);
  demandPolicy(policy);
  if (!isText(key)) return undefined;
  const trimmed = key.trim();
  if (trimmed === "") return undefined;
  const split = splitAgentKey(trimmed, policy.behaviours);
  if (split === undefined) return trimmed;
  if (!policy.behaviours.has("key-grammar")) return split.rest;
  const { rest, agentId } = split;
  const comesBack = rest !== "current" && toStoreKey({ key: rest, agentId }, policy) === key;
  return comesBack ? rest : key;
}
