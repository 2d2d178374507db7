import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { optionsOf } from "../../config/given.ts";
import { demandPolicy, type Policy } from "../../config/policy.ts";
import { readTime } from "../../lifecycle/read-times.ts";
import { readStore, type StoredSessions, type StoreReading } from "../../lifecycle/store/read-store.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { spelling } from "../audit/records.ts";
import { auditUnknowns } from "../audit/unknowns.ts";
import { labelOf } from "../store/label-of.ts";
import { readWorld, type AuditWorld } from "../world.ts";
import { leadsOf, type Leads } from "./leads.ts";
import { withoutFields } from "../../policy/section.ts";
import { addParty, type Parties, type Party } from "./party.ts";
import { readerFinder, type Readers, type Requester } from "./readers.ts";
import { storedWords, type StoredWords } from "./stored-words.ts";

/** What is known beside the store. */
export interface ExposureOptions {
  /** Only sessions in which something happened since then are notified of; an instant as `sessionTimesOf` reads it. */
  readonly since?: number;
  /** The policy after a fix: each session is also told how it stands under it. */
  readonly fixed?: Policy;
  /** Who was paired, and in which rooms the bot is, as far as the host knows. */
  readonly world?: AuditWorld;
}

/** Who can be told what a session holds. */
export interface SessionReaders {
  /** Whether somebody other than the one whose words it holds can. */
  readonly exposed: boolean;
  /** Those who write in it themselves, and are told of it there; ten at most. */
  readonly inside: readonly string[];
  /** Those who can have an agent read it from within another session; ten at most. */
  readonly outside: readonly string[];
  /** How many there are, inside and outside, each counted once. */
  readonly count: number;
  /** The agents that can read it from within other sessions; ten at most. */
  readonly agents: readonly string[];
}

/** A stored session: whose words it may hold, and who can be told them. */
export interface ExposedSession {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "exposed-session";
  /** The session key, `agent:<agentId>:…`, as the store has it. */
  readonly key: string;
  /** What people call it. */
  readonly label?: string;
  /** The agent that owns it; absent where the key tells none. */
  readonly agentId?: string;
  /** When anything last happened in it, in epoch milliseconds; absent where the store does not tell, or not so that it can be read. */
  readonly lastActiveAt?: number;
  /**
   * Whose words it holds: `one` person's, `several` people's, a `room`'s, `nobody`'s (no message leads to it), or `unknown`,
   * because nothing tells.
   */
  readonly holds: "one" | "several" | "room" | "nobody" | "unknown";
  /** The session that started it, whose people's words it has; it is told there whose. */
  readonly startedBy?: string;
  /** Whose words it may hold. */
  readonly words: readonly Party[];
  /** Who can be told what it holds. */
  readonly readers: SessionReaders;
  /** The same under the policy after the fix. */
  readonly fixed?: SessionReaders;
}

/** Somebody to be told that others could read their words. */
export interface Notice {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "notice";
  /** A person, or a room. */
  readonly who: string;
  /** Which of the two it is. */
  readonly of: "person" | "room";
  /** Whether the store shows that they wrote in one of the sessions; else they are let in and would have written there. */
  readonly wrote: boolean;
  /** The sessions, ten at most. */
  readonly sessions: readonly {
    /** The session key, as the store has it. */
    readonly key: string;
    /** Those who could read their words in it; ten at most. */
    readonly readers: readonly string[];
    /** How many could. */
    readonly readerCount: number;
  }[];
  /** In how many sessions. */
  readonly count: number;
}

/** What an exposure cannot know. */
export interface ExposureUnknown {
  /** The session; absent where it is about all of them. */
  readonly key?: string;
  /** What is not known, in a few words. */
  readonly what: string;
}

/** Who could read whose words in a store. */
export interface Exposure {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "exposure";
  /** Every stored session, in the order of the store. */
  readonly sessions: readonly ExposedSession[];
  /** How many sessions there are, and how many could be read by others. */
  readonly counts: {
    /** All sessions of the store. */
    readonly sessions: number;
    /** Sessions that hold more than one person's words. */
    readonly shared: number;
    /** Sessions that somebody else can be told of. */
    readonly exposed: number;
    /** The same after the fix. */
    readonly exposedWhenFixed?: number;
  };
  /** Whom to tell, those first whom most can read. */
  readonly notify: readonly Notice[];
  /** What cannot be told of sessions, so that more may be exposed than is said. */
  readonly unknowns: readonly ExposureUnknown[];
}

const mostNamed = 10;

function firstOf(names: Iterable<string>, most = mostNamed): readonly string[] {
  const first: string[] = [];
  for (const name of names) {
    if (first.length === most) break;
    first.push(name);
  }
  return first;
}

/** Everybody who can be told what a session holds. */
interface Audience {
  readonly inside: Parties;
  readonly readers: Readers;
}

function isIn({ inside, readers: { ofAgent, ofOthers } }: Audience, name: string): boolean {
  return inside.has(name) || ofAgent.has(name) || ofOthers.has(name);
}

/** The names of those who read it from within other sessions alone. */
function* outsideOf({ inside, readers: { ofAgent, ofOthers } }: Audience): Generator<string> {
  for (const name of ofAgent) if (!inside.has(name)) yield name;
  for (const name of ofOthers) if (!inside.has(name) && !ofAgent.has(name)) yield name;
}

/** The names of all, each once. */
function* namesIn(audience: Audience): Generator<string> {
  yield* audience.inside.keys();
  yield* outsideOf(audience);
}

function sizeOf({ inside, readers: { count, ofAgent, ofOthers } }: Audience): number {
  let size = count;
  for (const name of inside.keys()) if (!ofOthers.has(name) && !ofAgent.has(name)) size += 1;
  return size;
}

/** Whether a party's words can be told to somebody else. */
function isExposed(words: Parties, audience: Audience): boolean {
  const [first] = words.values();
  if (first === undefined) return false;
  // Of several, or of people whom nobody names, one is another than whoever is told.
  const isOfSeveral = words.size > 1 || first.kind === "anybody";
  for (const name of namesIn(audience)) if (isOfSeveral || name !== first.name) return true;
  return false;
}

/** Who can be told what stored sessions hold, under one policy. */
function audiences(
  stored: readonly StoredWords[],
  leads: Leads,
  policy: Policy,
  wasInForce: boolean,
): (session: StoredWords) => Audience {
  const inside = new Map<string, Parties>();
  for (const { key, last, own } of stored) {
    if (wasInForce) {
      inside.set(key, own);
      continue;
    }
    const parties = new Map<string, Party>(leads.get(key));
    const [wrote] = [...own.values()].filter(({ because }) => because === "wrote");
    // Whoever wrote last goes on in it, if their messages still lead there.
    if (last !== undefined && wrote !== undefined) {
      const { key: next } = resolveSession(last, policy);
      if (next !== undefined && spelling(next, policy) === key) addParty(parties, wrote);
    }
    inside.set(key, parties);
  }
  const writtenIn = new Map<string, Parties>([...leads, ...inside]);
  const requesters = new Map<string, Requester>();
  const add = (key: string, agentId: string | undefined, parties: Parties | undefined) => {
    if (agentId !== undefined && parties !== undefined) requesters.set(key, { key, agentId, parties });
  };
  for (const [key, parties] of writtenIn) {
    const parts = parseSessionKey(key);
    add(key, parts && "agentId" in parts ? parts.agentId : undefined, parties);
  }
  for (const { agentId, key, root } of stored) if (root !== key) add(key, agentId, writtenIn.get(root));
  const readersOf = readerFinder([...requesters.values()], policy);
  const none: Parties = new Map();
  return ({ agentId, key, root }) => ({ inside: inside.get(root) ?? none, readers: readersOf(key, agentId) });
}

/** The agents that can read a session from within others, its own first. */
function* agentsIn({ agents, byOwnAgent }: Readers, own: string | undefined): Generator<string> {
  if (byOwnAgent && own !== undefined) yield own;
  for (const agent of agents) if (agent !== own) yield agent;
}

function told(words: Parties, audience: Audience, agentId: string | undefined): SessionReaders {
  const { inside, readers } = audience;
  const outside = firstOf(outsideOf(audience));
  return {
    exposed: isExposed(words, audience),
    inside: firstOf(inside.keys()),
    outside,
    count: sizeOf(audience),
    agents: outside.length > 0 ? firstOf(agentsIn(readers, agentId)) : [],
  };
}

function holdsOf(words: Parties, { missing }: StoredWords): ExposedSession["holds"] {
  const [first] = words.values();
  if (first === undefined) return missing.length > 0 ? "unknown" : "nobody";
  if (words.size > 1 || first.kind === "anybody") return "several";
  return first.kind === "room" ? "room" : "one";
}

/** Collects whom to tell. */
function noticesOf() {
  const notices = new Map<string, { -readonly [Name in keyof Notice]: Notice[Name] } & { most: number }>();
  return {
    add(key: string, words: Parties, audience: Audience) {
      const size = sizeOf(audience);
      const some = firstOf(namesIn(audience), mostNamed + 1);
      for (const { because, kind, name } of words.values()) {
        if (kind === "anybody") continue;
        const readerCount = size - Number(isIn(audience, name));
        if (readerCount === 0) continue;
        let notice = notices.get(name);
        if (notice === undefined) {
          notice = { kind: "notice", who: name, of: kind, wrote: false, sessions: [], count: 0, most: 0 };
          notices.set(name, notice);
        }
        notice.count += 1;
        notice.wrote ||= because === "wrote";
        notice.most = Math.max(notice.most, readerCount);
        if (notice.sessions.length < mostNamed) {
          const readers = some.filter((reader) => reader !== name).slice(0, mostNamed);
          notice.sessions = [...notice.sessions, { key, readers, readerCount }];
        }
      }
    },
    end: (): readonly Notice[] =>
      [...notices.values()]
        .toSorted((a, b) => Number(b.wrote) - Number(a.wrote) || b.most - a.most)
        .map((notice) => withoutFields(notice, "most")),
  };
}

/** When anything last happened in a session or in one that it started; infinite where one of them does not tell. */
function activityOfRoots(stored: readonly StoredWords[]): ReadonlyMap<string, number> {
  const activity = new Map<string, number>();
  for (const { lastActiveAt = Infinity, root } of stored)
    activity.set(root, Math.max(activity.get(root) ?? 0, lastActiveAt));
  return activity;
}

/** What no store tells of a session. */
function unknownsOf(session: StoredWords, words: Parties): readonly ExposureUnknown[] {
  const { last, missing, root, key, row } = session;
  if (root !== key) return [];
  const unknowns: ExposureUnknown[] = [];
  if (missing.length > 0)
    unknowns.push({
      key: row.key,
      what: `who wrote in it: its entry does not say, or contradicts itself (${missing.join(", ")})`,
    });
  const isShared = words.size > 1 || [...words.values()].some(({ kind }) => kind === "anybody");
  if (isShared)
    unknowns.push({
      key: row.key,
      what: `who${last === undefined ? "" : " else"} wrote in it: a store keeps only the facts of the last message`,
    });
  return unknowns;
}

/** What of a store could not be read. */
function unreadIn(store: StoreReading): readonly ExposureUnknown[] {
  if (!store.ok) return [{ what: `everything: what you gave is not a store (${store.reason})` }];
  const [first] = store.unread;
  if (first === undefined) return [];
  const count = store.unread.length;
  return [
    {
      what: `${count === 1 ? "1 part" : `${count} parts`} of the store that cannot be read, the first at ${first.path}`,
    },
  ];
}

/** Whose messages may lead into any session, because facts decide that which no config tells. */
function unplacedIn(unplaced: ReadonlyMap<string, readonly string[]>): readonly ExposureUnknown[] {
  return Array.from(unplaced, ([name, missing]) => ({
    what: `which sessions the messages of ${name} go to: that depends on ${missing.join(", ")}`,
  }));
}

/** What is not known of any session. */
function generalUnknowns(policy: Policy, world: AuditWorld): readonly ExposureUnknown[] {
  const asked = auditUnknowns(policy, { ...world, keys: [] });
  return [
    ...asked.map(({ what }) => ({ what })),
    { what: "what agents wrote into their memory and repeated elsewhere" },
    { what: "whether anybody asked: a session that could be read may never have been" },
  ];
}

/**
 * Tells of every stored session whose words it may hold and who could be told them: people and rooms by the facts of its
 * entry, by the lists that let people in, and by the doors that let in whom nobody names; agents by what they may read from
 * within other sessions. It names whom to tell that others could read their words; with a policy after a fix, who still can.
 *
 * A session holds the words of whoever wrote its last message, which its entry tells, and of everybody whose messages lead to
 * it. It is told to all of them, and to whoever writes in a session from within which an agent may read it
 * (`evaluateVisibility`, `evaluateTool`). Sub-agents have the words of the session that started them. A room is one party: what
 * is said there is heard there. What is not known is named (`unknowns`), and never counts as safe: a store tells of the last
 * message alone, and no store tells who asked. Sessions whose times cannot be read count as active since `since`.
 *
 * @param entries - The store in any form that `readStore` knows, read: entries by key, or a list of entries or keys.
 * @returns The cost grows with the entries, and with the people whom lists name.
 *
 * @example
 * ```ts
 * const channels = { telegram: { dmPolicy: "allowlist", allowFrom: ["111", "222"] } } as const;
 * const policy = parsePolicy({ channels }, { edition: "2026-11" });
 * const fixed = parsePolicy({ channels, session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * const store = { "agent:main:main": { updatedAt: 1795953600000, lastChannel: "telegram", lastTo: "telegram:222" } };
 * const { sessions, notify, counts } = exposure(policy, store, { fixed });
 * sessions[0]?.holds; //=> "several"
 * notify.map(({ who, wrote }) => [who, wrote]); //=> [["telegram:222", true], ["telegram:111", false]]
 * counts; //=> { sessions: 1, shared: 1, exposed: 1, exposedWhenFixed: 0 }
 * sessions[0]?.fixed?.inside; //=> []
 * ```
 */
export function exposure(policy: Policy, entries: StoredSessions, options: ExposureOptions = {}): Exposure {
  if (isPolluted()) return unpolluted(exposure, policy, entries, options);
  demandPolicy(policy);
  const { fixed, since, world: given } = optionsOf(options);
  if (fixed !== undefined) demandPolicy(fixed);
  const world = readWorld(given ?? {});
  const from = readTime(since) ?? -Infinity;
  const { leads, unplaced } = leadsOf(policy, world);
  const store = readStore(entries);
  const stored = storedWords(store.ok ? store.rows : [], leads, policy);
  const wordsOf = new Map<string, Parties>();
  for (const { key, own } of stored) wordsOf.set(key, own);
  const before = audiences(stored, leads, policy, true);
  const after =
    fixed === undefined ? undefined : audiences(stored, leadsOf(fixed, world).leads, fixed, false);
  const activity = activityOfRoots(stored);
  const notices = noticesOf();
  const noticed = new Set<string>();
  const unknowns: ExposureUnknown[] = [];
  const sessions = stored.map((session): ExposedSession => {
    const { agentId, key, lastActiveAt, root, row } = session;
    const words = wordsOf.get(root) ?? session.own;
    const audience = before(session);
    const readers = told(words, audience, agentId);
    const label = labelOf(row);
    unknowns.push(...unknownsOf(session, words));
    if (readers.exposed && (activity.get(root) ?? Infinity) >= from && !noticed.has(root)) {
      noticed.add(root);
      notices.add(row.key, words, audience);
    }
    return {
      kind: "exposed-session",
      key: row.key,
      ...(label !== undefined && { label }),
      ...(agentId !== undefined && { agentId }),
      ...(lastActiveAt !== undefined && { lastActiveAt }),
      holds: holdsOf(words, session),
      ...(root !== key && { startedBy: root }),
      words: root === key ? [...words.values()] : [],
      readers,
      ...(after !== undefined && { fixed: told(words, after(session), agentId) }),
    };
  });
  return {
    kind: "exposure",
    sessions,
    counts: {
      sessions: sessions.length,
      shared: sessions.filter(({ holds }) => holds === "several").length,
      exposed: sessions.filter((session) => session.readers.exposed).length,
      ...(after !== undefined && {
        exposedWhenFixed: sessions.filter((session) => session.fixed?.exposed).length,
      }),
    },
    notify: notices.end(),
    unknowns: [...unknowns, ...unreadIn(store), ...unplacedIn(unplaced), ...generalUnknowns(policy, world)],
  };
}
