import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { withNewIds, type Moved } from "../../scope/moved.ts";
import { defaultMainKey } from "../../scope/key/main-key.ts";
import { canonicalizeMainAlias, mainSession, type OwnedKey } from "../../scope/session/main-session.ts";
import type { Resolution, Resolved, SessionKey } from "../../scope/resolution.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { candidateReader, type Candidate } from "./candidates.ts";
import type { Clues } from "./clues.ts";
import { narrowed, type LastMessage } from "./last-message.ts";

/** A message that leads to a stored session, and where it will lead. */
export interface Outcome extends Candidate {
  readonly before: Resolved;
  /** The message as it will come; itself, unless an id of it has changed. */
  readonly renamed: Inbound;
  readonly after: Resolution;
}

/** What leads to a stored session under the policy moved from. */
export interface Leads {
  readonly outcomes: readonly Outcome[];
  /** Where an agent's own main session will be, when this is it. */
  readonly own: OwnedKey | undefined;
  /** The last message of a session of several chats; what else leads there is of others, too. */
  readonly last?: Outcome | undefined;
  /** Whether nothing leads there now, and something will. */
  readonly revived: boolean;
  /** Whether messages could lead there at all; a job, a sub-agent and their like are named by the host. */
  readonly isChat: boolean;
}

/** Whether an agent is configured, or none is, so that each is taken at its word. */
export function hasAgent(agentId: string, policy: Policy): boolean {
  const { agents, ids } = agentRoster(policy);
  return agents.length === 0 || ids.has(agentId);
}

function ownMainSession(key: string, from: Policy, to: Policy): OwnedKey | undefined {
  if (key === "global") return mainSession(from).key === key ? mainSession(to) : undefined;
  const parts = parseSessionKey(key);
  if (parts?.kind !== "main" || parts.thread !== undefined) return undefined;
  const { agentId } = parts;
  if (canonicalizeMainAlias(defaultMainKey, agentId, from) !== key) return undefined;
  return hasAgent(agentId, to)
    ? { ok: true, key: canonicalizeMainAlias(defaultMainKey, agentId, to) }
    : { kind: "resolution", ok: false, reason: "unknown-agent", missing: ["agents.list"] };
}

/** Whether a message has a conversation that could part from others': one that names nobody has none. */
export function goesOn({ after }: Outcome): boolean {
  return after.reason?.startsWith("missing-") !== true;
}

/** As many of some outcomes as tell whether all lead to one session: all that do, or those up to the first that does not. */
export function untilTheyPart(outcomes: Iterable<Outcome>): readonly Outcome[] {
  const found: Outcome[] = [];
  let first: Outcome | undefined;
  for (const outcome of outcomes) {
    found.push(outcome);
    if (!goesOn(outcome)) continue;
    first ??= outcome;
    if (outcome.after.key !== first.after.key) break;
  }
  return found;
}

/** Sorts messages that a host knows of by the session to which they lead. */
function byKey(
  inbounds: Iterable<Inbound>,
  from: Policy,
  afterOf: (inbound: Inbound) => Pick<Outcome, "after" | "renamed">,
): ReadonlyMap<SessionKey, Outcome[]> {
  const sorted = new Map<SessionKey, Outcome[]>();
  for (const inbound of inbounds) {
    const before = resolveSession(inbound, from);
    if (!before.ok) continue;
    const outcomes = sorted.get(before.key) ?? [];
    sorted.set(before.key, outcomes);
    outcomes.push({ inbound, invented: false, before, ...afterOf(inbound) });
  }
  return sorted;
}

/**
 * Finds what leads to stored sessions: of the messages that the host knows of, else of those that a key can stand for, as far
 * as the last message of the session leaves open what they are. How many of these are looked at, `gather` decides.
 */
export function leadReader(
  clues: Clues,
  from: Policy,
  to: Policy,
  inbounds: Iterable<Inbound>,
  moved: readonly Moved[],
  gather: (outcomes: Iterable<Outcome>) => readonly Outcome[],
  lastOf: (key: string) => LastMessage | undefined = () => undefined,
) {
  const candidatesOf = candidateReader(clues);
  const afterOf = (inbound: Inbound) => {
    const renamed = withNewIds(inbound, moved);
    return { renamed, after: resolveSession(renamed, to) };
  };
  const known = byKey(inbounds, from, afterOf);

  function* outcomesAmong(candidates: Iterable<Candidate>, key: string): Generator<Outcome> {
    for (const { inbound, invented } of candidates) {
      const before = resolveSession(inbound, from);
      if (before.ok && before.key === key) yield { inbound, invented, before, ...afterOf(inbound) };
    }
  }

  function lastOutcome(key: string): Outcome | undefined {
    const inbound = lastOf(key)?.inbound;
    const before = inbound === undefined ? undefined : resolveSession(inbound, from);
    return inbound !== undefined && before?.ok === true && before.key === key
      ? { inbound, invented: false, before, ...afterOf(inbound) }
      : undefined;
  }

  function isRevived(key: string): boolean {
    for (const group of candidatesOf(key) ?? [])
      for (const { inbound } of group) if (resolveSession(inbound, to).key === key) return true;
    return false;
  }

  return (key: string): Leads => {
    const own = ownMainSession(key, from, to);
    const groups = candidatesOf(key);
    const isChat = groups !== undefined;
    const sure = known.get(key);
    if (sure !== undefined) return { outcomes: sure, own, revived: false, isChat };
    const last = lastOutcome(key);
    const { told = {} } = lastOf(key) ?? {};
    for (const group of groups ?? []) {
      const outcomes = gather(outcomesAmong(group, key));
      if (outcomes.length === 0) continue;
      const inLast = last && narrowed(outcomes, { inbound: last.inbound, told }, key, from, clues, afterOf);
      return { outcomes: inLast ?? outcomes, own, last, revived: false, isChat };
    }
    // What led there is of a chat that neither the configs nor the keys tell enough of.
    if (last !== undefined) return { outcomes: [last], own, last, revived: false, isChat };
    return { outcomes: [], own, revived: isRevived(key), isChat };
  };
}
