import { once } from "../../edition/once.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { objectsOf } from "../../config/given.ts";
import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { withNewIds, type Moved } from "../../scope/moved.ts";
import { storeKeyOfOwner } from "../../scope/session/main-session.ts";
import { canonicalizeSessionKey } from "../../scope/key/canonical-key.ts";
import { toStoreKey } from "../../scope/key/request-key.ts";
import type { Resolved, SessionKey } from "../../scope/resolution.ts";
import { scopeField } from "../../scope/session/scope-setting.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { placesApart, sharedBecause, type SharedReason } from "../../scope/isolation/shared-because.ts";
import { rowsOf, type StoredSessions } from "../../lifecycle/store/read-store.ts";
import { cluesOf, type Clues } from "./clues.ts";
import { lastMessageOf, type LastMessage } from "./last-message.ts";
import { goesOn, hasAgent, leadReader, untilTheyPart, type Leads, type Outcome } from "./outcomes.ts";
import { mixOf, opensToAnybody, peopleOf } from "./people.ts";
import type { Migration, MigrationReason, OpenMigration, SettledMigration } from "./migration.ts";

/** A move from one policy to another. */
interface Move {
  readonly from: Policy;
  readonly to: Policy;
  readonly clues: Clues;
  readonly leadsOf: (key: string) => Leads;
}

const kind = "migration";

function orphan(from: SessionKey, reason: MigrationReason): Migration {
  return { kind, action: "orphan", reason, from };
}

function open(
  action: OpenMigration["action"],
  reason: MigrationReason,
  from: SessionKey,
  into: readonly SessionKey[],
): Migration {
  return { kind, action, reason, from, into };
}

function settled(from: SessionKey, to: SessionKey, reason: MigrationReason): SettledMigration {
  return from === to
    ? { kind, action: "keep", reason: "same-key", from, to }
    : { kind, action: "rename", reason, from, to };
}

/** What a message's session is kept to, beside its chat. */
function partsOf({ split, thread }: Resolved): string {
  return (split?.by ?? (thread === undefined ? [] : ["thread"])).join(" ");
}

/** What about a message made its key another one. */
function causeOf(before: Resolved, after: Resolved, from: Policy, to: Policy): MigrationReason {
  if (before.agentId !== after.agentId) return "agent";
  const field = scopeField(before);
  if (before[field] !== after[field]) return "scope";
  if (before.identity !== after.identity) return "identity";
  // Of one scope, a link that joins channels alone leaves places out of the key.
  if (placesApart(before, from).length !== placesApart(after, to).length) return "identity";
  if (partsOf(before) !== partsOf(after)) return "chat-split";
  return before.key === before.mainKey && after.key === after.mainKey ? "main-key" : "spelling";
}

function firstCause(outcomes: readonly Outcome[], { from, to }: Move): MigrationReason {
  for (const { before, after, inbound, renamed } of outcomes)
    if (after.ok && after.key !== before.key)
      return renamed === inbound ? causeOf(before, after, from, to) : "moved";
  return "main-key";
}

type SplitReason = Extract<MigrationReason, SharedReason>;

/** Why conversations that part share a session by config or edition; undefined where it is one, or an accident. */
function sharedSoFar({ outcomes, own }: Leads, from: Policy): SplitReason | undefined {
  const [first] = outcomes;
  if (first === undefined) return undefined;
  for (const { before, after } of outcomes) {
    if (after.key === first.after.key) continue;
    const { reason } = sharedBecause(first.before, before, from);
    if (reason !== "same-conversation" && reason !== "collision") return reason;
    const splits = after.ok && first.after.ok && (after.split ?? first.after.split) !== undefined;
    if (splits && reason === "same-conversation") return "chat-not-split";
  }
  if (own === undefined) return undefined;
  if (first.before.key === "global") return "global-scope";
  return first.before.chatType === "direct" ? "dm-scope" : "group-scope";
}

/** A session that messages lead to goes where they go. */
function planChat(key: SessionKey, leads: Leads, move: Move): Migration {
  const { last, outcomes, own } = leads;
  const continued = outcomes.filter(goesOn);
  const targets = new Set<SessionKey | undefined>(continued.map(({ after }) => after.key));
  // A main session whose agent is gone still goes where its messages go.
  if (own !== undefined && (own.ok || outcomes.length === 0)) targets.add(own.key);
  const [target] = targets;
  if (targets.size > 1) {
    const told = continued.filter(({ invented }) => !invented).map(({ after }) => after.key);
    const into = [...new Set([own?.key, last?.after.key, ...told])].filter((each) => each !== undefined);
    const reason = sharedSoFar(leads, move.from);
    return reason === undefined
      ? open("ambiguous", "not-in-key", key, into)
      : open("split", reason, key, into);
  }
  if (target !== undefined) return settled(key, target, firstCause(outcomes, move));
  const refusal = outcomes.map(({ after }) => after.reason).find((reason) => reason !== undefined);
  return orphan(key, refusal ?? (own?.ok === false ? own.reason : "unreachable"));
}

/** A session that the host names itself keeps its name, in the spelling of the edition. */
function planNamed(key: SessionKey, { from, to }: Move): Migration {
  const parts = parseSessionKey(key);
  if (parts === undefined || !("agentId" in parts)) {
    const stored = storeKeyOfOwner(key, to);
    return stored.ok ? settled(key, stored.key, "spelling") : orphan(key, stored.reason);
  }
  const { agentId } = parts;
  if (hasAgent(agentId, from) && !hasAgent(agentId, to)) return orphan(key, "unknown-agent");
  const stored = toStoreKey({ key, agentId }, to);
  return stored === undefined ? open("ambiguous", "unreadable", key, []) : settled(key, stored, "spelling");
}

const heartbeat = ":heartbeat";

/** The session of a heartbeat goes where the session goes that it belongs to. */
function planHeartbeat(key: SessionKey, move: Move): Migration {
  const owner = key.slice(0, -heartbeat.length);
  const base = planKey(owner, move.leadsOf(owner), move);
  if (base.to !== undefined) return { ...base, from: key, to: `${base.to}${heartbeat}` };
  if (base.into === undefined) return { ...base, from: key };
  return { ...base, from: key, into: base.into.map((each) => `${each}${heartbeat}`) };
}

function planKey(key: SessionKey, leads: Leads, move: Move): Migration {
  const parts = parseSessionKey(key);
  if (parts !== undefined && "heartbeat" in parts && key.endsWith(heartbeat)) return planHeartbeat(key, move);
  if (leads.outcomes.length > 0 || leads.own !== undefined) return planChat(key, leads, move);
  if (leads.revived) return { kind, action: "keep", reason: "leads-here-again", from: key, to: key };
  if (parts === undefined && key.startsWith("agent:")) return open("ambiguous", "unreadable", key, []);
  if (!leads.isChat || parts?.kind === "main" || parts === undefined) return planNamed(key, move);
  return orphan(key, "unreachable");
}

/** A session as messages lead to it, and what does. */
interface Session {
  readonly key: SessionKey;
  readonly leads: Leads;
}

function isAlive({ outcomes, own, revived }: Leads): boolean {
  return outcomes.length > 0 || own?.ok === true || revived;
}

/** The keys that a stored one may spell: that under which the store keeps it, and that in the words of the grammar. */
function spelledBy(key: SessionKey, from: Policy): readonly [kept: SessionKey, written: SessionKey] {
  const stored = storeKeyOfOwner(key, from);
  const kept = stored.ok ? stored.key : key;
  return [kept, canonicalizeSessionKey(kept)];
}

/** The session that a stored key spells: the key itself where anything leads to it, else as the store or the grammar of keys reads it. */
function sessionOf(key: SessionKey, { from, leadsOf }: Move): Session {
  const itself = { key, leads: leadsOf(key) };
  if (isAlive(itself.leads)) return itself;
  const [inStore, written] = spelledBy(key, from);
  const kept = inStore === key ? itself : { key: inStore, leads: leadsOf(inStore) };
  if (written === kept.key || isAlive(kept.leads)) return kept;
  const read = { key: written, leads: leadsOf(written) };
  return isAlive(read.leads) ? read : kept;
}

/** A stored key goes where its session goes, and into the session where that is stored too and does not go to one place. */
function planStored(
  key: SessionKey,
  session: Session,
  stored: ReadonlyMap<string, LastMessage>,
  move: Move,
): Migration {
  const plan = planKey(session.key, session.leads, move);
  if (session.key === key) return plan;
  const waits = plan.into !== undefined && stored.has(session.key);
  const target = waits ? session.key : plan.to;
  if (target === undefined) return { ...plan, from: key };
  return settled(key, target, target === session.key ? "spelling" : plan.reason);
}

/**
 * Tells what becomes of each stored session when the config or the edition changes, so that a host can
 * rename its records. Nothing is guessed: the messages that a key can stand for are rebuilt, those that
 * lead there under `from` are resolved under `to`, and the key moves where all of them go.
 *
 * - `keep`, `rename`: all go to one key. `merge`: to one that other stored sessions go to as well, or stay at.
 * - `split`: the session is several conversations', which part: the main session of several people.
 * - `ambiguous`: what the new key depends on is not in the old one, such as the case of an id that a
 *   release lower-cased.
 * - `orphan`: no message will lead there.
 *
 * Where the store has entries, and not keys alone, a fact of an entry decides what the key leaves open: on which channel and
 * account a chat is, and how its ids are spelled. An entry tells of one message; a session that several people share is still
 * `split`, with the key of whoever wrote last among `into`. An entry that contradicts its key decides nothing, and the step says
 * so (`contradicts`).
 *
 * Each stored key has one step. One that spells another stored session goes where that goes; into it, where that
 * one is split or ambiguous.
 *
 * `mixes` warns where one history would be shown to other people; `reverse` is the key to which the way
 * back leads, where it leads to this one alone. What keys do not tell may be anything; with `inbounds`,
 * a message of each conversation that the host knows of, the plan is about those. Without them it is
 * taken that who writes directly is the peer, that ids have no blanks around them, and that account
 * names are spelled as in the configs or the keys.
 *
 * `moved` tells ids that have changed, as readers tell them: what is stored under an older id goes where its messages come with
 * the new one.
 *
 * @param store - Keys, entries with their keys, or entries by key as in `sessions.json`. What names no session is left alone;
 *   `readStore` names it.
 * @example
 * ```ts
 * const from = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * const to = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
 * planMigration(["agent:main:telegram:direct:1", "agent:main:discord:direct:1"], from, to)
 *   .map(({ action, to, mixes }) => [action, to, mixes]);
 * //=> [
 * //   ["merge", "agent:main:direct:1", ["telegram:1", "discord:1"]],
 * //   ["merge", "agent:main:direct:1", ["discord:1", "telegram:1"]],
 * // ]
 * planMigration({ "agent:main:direct:1": { lastChannel: "telegram", lastTo: "telegram:1" } }, to, from)[0]?.to;
 * //=> "agent:main:telegram:direct:1"
 * ```
 */
export function planMigration(
  store: StoredSessions,
  from: Policy,
  to: Policy,
  inbounds: Iterable<Inbound> = [],
  moved: Iterable<Moved> = [],
): readonly Migration[] {
  if (isPolluted()) return unpolluted(planMigration, store, from, to, inbounds, moved);
  demandPolicy(from);
  demandPolicy(to);
  const lasts = new Map<string, LastMessage>();
  for (const row of rowsOf(store)) lasts.set(row.key, { ...lastMessageOf(row, from), ...lasts.get(row.key) });
  const stored = [...lasts.keys()];
  const known = [...objectsOf(inbounds)];
  const moves = [...objectsOf(moved)];
  const returns = moves.map((move) => ({ ...move, from: move.to, to: move.from })).reverse();
  const told = [...lasts.values()].map(({ inbound }) => inbound).filter((inbound) => inbound !== undefined);
  const clues = cluesOf(stored, told, from, to);
  const spelled = new Map<string, LastMessage>();
  for (const [key, last] of lasts)
    for (const other of spelledBy(key, from)) if (!lasts.has(other)) spelled.set(other, last);
  const lastOf = (key: string) => lasts.get(key) ?? spelled.get(key);
  const there: Move = {
    from,
    to,
    clues,
    leadsOf: leadReader(clues, from, to, known, moves, (found) => [...found], lastOf),
  };
  const after = known.map((inbound) => withNewIds(inbound, moves));
  const back: Move = {
    from: to,
    to: from,
    clues,
    leadsOf: leadReader(clues, to, from, after, returns, untilTheyPart),
  };
  const planned = stored.map((key) => {
    const session = sessionOf(key, there);
    const plan = planStored(key, session, lasts, there);
    const people = peopleOf(session.key, session.leads, clues);
    // What leads to a session is forgotten with it: of a great store it would be more than the store itself.
    return { plan, people, opens: plan.to !== undefined && opensToAnybody(session.leads, clues, from, to) };
  });
  const arrivals = new Map<SessionKey, (readonly string[])[]>();
  for (const { plan, people } of planned) {
    // What goes nowhere in one piece is still there when others arrive.
    const place = plan.to ?? plan.from;
    const others = arrivals.get(place);
    if (others === undefined) arrivals.set(place, [people]);
    else others.push(people);
  }
  const everybody = once((arrived: readonly (readonly string[])[]) => new Set(arrived.flat()));
  return planned.map(({ plan: asRead, people, opens }) => {
    const contradicts = lasts.get(asRead.from)?.contradicts;
    const plan = { ...asRead, ...(contradicts && { contradicts }) };
    if (plan.to === undefined) return plan;
    const arrived = arrivals.get(plan.to) ?? [people];
    const meets = arrived.length > 1;
    const mixes = mixOf(people, meets ? everybody(arrived) : new Set(people), opens);
    const leadsBack =
      plan.action === "rename" && !meets && planKey(plan.to, back.leadsOf(plan.to), back).to === plan.from;
    return {
      ...plan,
      ...(plan.action === "rename" && meets && { action: "merge" as const }),
      ...(leadsBack && { reverse: plan.from }),
      ...(mixes && { mixes }),
    };
  });
}
