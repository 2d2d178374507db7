import { canonicalizeSessionKey } from "../../scope/key/canonical-key.ts";
import { classifySessionKey } from "../../scope/key/kind.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { ownerAgent } from "../../scope/routing/agent-choice.ts";
import { storeKeyOfOwner } from "../../scope/session/main-session.ts";
import type { Policy } from "../../config/policy.ts";
import { moveOn, type Found, writeSetting } from "./finding.ts";
import type { Situation } from "./situation.ts";
import { evaluateLogEvent, logEventNames, type LogEventName } from "../log-event.ts";

/** Stored keys that fit two conversations, or none: decisions about them are denials, or guesses. */
function unreadable(keys: readonly string[]): readonly Found[] {
  const doubtful = keys.filter((key) => ["ambiguous", "malformed"].includes(classifySessionKey(key)));
  if (doubtful.length === 0) return [];
  return [
    {
      id: "keys-unreadable",
      path: "",
      message: `${doubtful.length} stored keys can be read in several ways, or not at all, so rules could be applied to the wrong conversation.`,
      fix: moveOn("Rename or end these sessions."),
      witness: { who: doubtful.slice(0, 10), what: "a stored session", invented: false },
    },
  ];
}

/** A stored key with its agent: one that names none is of the agent that owns what no binding claims. */
function withAgent(key: string, policy: Policy): string {
  const owner = ownerAgent(policy);
  return owner.ok && classifySessionKey(key) === "alias" ? owner.keyPrefix + key : key;
}

/**
 * The one spelling of a stored key: every name of a main session is that session. Ids are kept, whatever a store folds:
 * two rooms never become one.
 */
export function spelling(key: string, policy: Policy): string {
  const written = canonicalizeSessionKey(withAgent(key, policy));
  const parts = parseSessionKey(written);
  if (parts?.kind !== "main" || parts.thread !== undefined) return written;
  const owned = storeKeyOfOwner(written, policy);
  return owned.ok ? owned.key : written;
}

/** Stored keys that are one conversation in two spellings. */
function twice(keys: readonly string[], policy: Policy): readonly Found[] {
  const spellings = new Map<string, Set<string>>();
  for (const key of keys) {
    const canonical = spelling(key, policy);
    spellings.set(canonical, (spellings.get(canonical) ?? new Set()).add(key));
  }
  const [canonical, first] = [...spellings].find(([, written]) => written.size > 1) ?? [];
  if (canonical === undefined || first === undefined) return [];
  return [
    {
      id: "keys-stored-twice",
      path: "",
      message: "One conversation is stored under two keys, so its history is in two parts.",
      fix: moveOn(`Store both as ${canonical}.`),
      witness: { who: [...first], what: canonical, invented: false },
    },
  ];
}

/** Finds stored keys that do not name one conversation. */
export function doubtfulKeys({ keys, policy }: Situation): readonly Found[] {
  return [...unreadable(keys), ...twice(keys, policy)];
}

/** Finds that nothing is logged, where the config speaks of logging or several people write. */
export function silentLog({ policy, severalPeople }: Situation): readonly Found[] {
  const logs = (event: LogEventName) =>
    evaluateLogEvent({ event, inputs: null, decision: null }, policy).allowed;
  if (logEventNames.some(logs) || !(severalPeople || policy.config.logging !== undefined)) return [];
  const path = "logging.events";
  return [
    {
      id: "nothing-logged",
      path,
      message:
        "Afterwards nobody could tell who saw what: neither sessions nor tools nor approvals are logged.",
      fix: writeSetting(path, Object.fromEntries(logEventNames.map((event) => [event, true]))),
    },
  ];
}
