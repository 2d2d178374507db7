import {
  admit,
  evaluateReset,
  resolveTaskSession,
  safeParsePolicy,
  tick,
  turn,
  type Admission,
  type EvaluatedReset,
  type Inbound,
  type IncomingMessage,
  type Issue,
  type NoTurn,
  type ParsedPolicy,
  type Policy,
  type ResetDecision,
  type TaskSession,
  type Turn,
  type Unread,
} from "keyscope";
import type { Person, Place, Side, State } from "./state.ts";

/** Something that somebody said earlier in the same conversation. */
export interface Remembered {
  readonly who: string;
  readonly text: string;
  /** The moment at which it was said. */
  readonly moment: number;
  /** Said to the bot alone, by somebody other than who writes now. */
  readonly overheard: boolean;
}

/** The session that a moment belongs to, by its place among the sessions that were played. */
interface InSession {
  readonly session: number;
  readonly remembers: readonly Remembered[];
}

/** What was decided about a message. */
export interface Decided {
  readonly message: IncomingMessage;
  readonly admission: Admission;
  readonly turn: Turn | NoTurn;
  /** Absent where nobody let it in. */
  readonly within?: InSession;
}

/** One thing that happened, and when. */
interface Happened {
  /** Its place in the script. */
  readonly step: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Somebody wrote. */
export interface Said extends Happened {
  readonly kind: "said";
  readonly who: string;
  readonly text: string;
  readonly inbound: Inbound;
  /** Absent where the config is none. */
  readonly decided?: Decided;
}

/** A heartbeat. */
export interface Beat extends Happened {
  readonly kind: "beat";
  readonly task?: TaskSession;
  readonly turn?: Turn | NoTurn;
  readonly session?: number;
}

/** Time went by. */
export interface Wait extends Happened {
  readonly kind: "wait";
  readonly minutes: number;
}

/** A payload in which nobody said anything, or that is none. */
export interface Unheard extends Happened {
  readonly kind: "unheard";
  readonly channel: string;
  readonly why: Unread | "no-json" | "no-reader" | "reader-absent";
}

/** One step of the script as it was played. */
export type Moment = Said | Beat | Wait | Unheard;

/** What is said in a session between two resets. */
export interface Conversation {
  readonly id: string;
  readonly begunAt: number;
  readonly lastAt: number;
  /** When the next one took its place, and why. */
  readonly ended?: { readonly at: number; readonly by: "trigger" | ResetDecision["reason"] };
  /** Its end if nothing else happens. */
  readonly next?: { readonly at: number; readonly by: NonNullable<EvaluatedReset["nextResetBy"]> };
  /** Who wrote in it, each once. */
  readonly people: readonly string[];
}

/** A session that something happened in. */
export interface Session {
  readonly key: string;
  readonly conversations: readonly Conversation[];
}

/** What became of a script under one config. */
export interface Played {
  readonly policy?: Policy;
  /** Errors where there is no policy, else what deserves a look. */
  readonly issues: readonly Issue[];
  readonly moments: readonly Moment[];
  readonly sessions: readonly Session[];
  /** When it ends. */
  readonly end: number;
}

/** Reads a payload of a platform. */
export type Reader = (payload: unknown) => IncomingMessage | Unread;

/** Readers by channel; they are fetched when the first payload is. */
export type Readers = Readonly<Record<string, Reader>>;

/** Each message is written a minute after what came before. */
const minute = 60_000;

/** A person's id on a channel: their name, where none is told. */
export function idOn(channel: string, person: Person | undefined, name: string): string {
  const ids = person?.ids ?? {};
  // A link may name a channel as it likes.
  return (Object.hasOwn(ids, channel) ? ids[channel] : undefined) ?? name.toLowerCase();
}

function inboundOf(channel: string, id: string, place: Place): Inbound {
  if (place.kind === "direct") return { channel, chatType: "direct", peer: id };
  const { chatType, id: room, thread } = place;
  return { channel, chatType, peer: room, sender: id, ...(thread !== undefined && { thread }) };
}

/** The name of whoever wrote a message, or their id where nobody here has it. */
export function nameOf({ channel, peer, sender }: Inbound, people: readonly Person[]): string {
  const id = sender ?? peer ?? "somebody";
  return people.find(({ ids }) => ids[channel] === id)?.name ?? id;
}

/** The configs that were read last: while a script grows, its policy stays the same, and so does what was learnt of it. */
const known = new Map<string, ParsedPolicy>();

function readSide({ config, edition }: Side, timeZone: string): ParsedPolicy {
  const side = JSON.stringify([config, edition, timeZone]);
  const before = known.get(side);
  if (before !== undefined) return before;
  if (known.size === 8) known.clear();
  const parsed = safeParsePolicy(config, { edition, timeZone });
  known.set(side, parsed);
  return parsed;
}

/** Sessions as they grow while a script is played. */
interface Growing {
  readonly key: string;
  times: unknown;
  readonly conversations: Conversation[];
  readonly said: Map<string, Remembered[]>;
}

/** Plays a script under one side's config. */
export function playSide(side: Side, state: State, readers: Readers = {}): Played {
  const { timeZone } = state;
  const parsed = readSide(side, timeZone);
  const policy = parsed.policy;
  const sessions: Growing[] = [];
  const moments: Moment[] = [];
  let at = state.start;
  /** The agent who was spoken to last: heartbeats are theirs. */
  let agentId = "main";

  function sessionOf(key: string): number {
    const known = sessions.findIndex((session) => session.key === key);
    if (known !== -1) return known;
    return sessions.push({ key, times: undefined, conversations: [], said: new Map() }) - 1;
  }

  function store(index: number, taken: Turn, who: string | undefined, ruled: Policy): Growing | undefined {
    const session = sessions[index];
    if (session === undefined) return undefined;
    const { conversations } = session;
    const last = conversations.at(-1);
    const isNew = last?.id !== taken.conversationId;
    if (isNew && last !== undefined) {
      const ended =
        taken.begins === "trigger"
          ? ({ at, by: "trigger" } as const)
          : { at: taken.reset.staleSince ?? at, by: taken.reset.reason };
      conversations[conversations.length - 1] = { ...last, ended };
    }
    const after = evaluateReset(taken.times, { key: session.key }, ruled, at);
    const next =
      after.nextResetAt === undefined || after.nextResetBy === undefined
        ? undefined
        : { at: after.nextResetAt, by: after.nextResetBy };
    const before = isNew ? undefined : last;
    const people = new Set([...(before?.people ?? []), ...(who === undefined ? [] : [who])]);
    const grown: Conversation = {
      id: taken.conversationId,
      begunAt: before?.begunAt ?? at,
      lastAt: at,
      ...(next !== undefined && { next }),
      people: [...people],
    };
    if (isNew) conversations.push(grown);
    else conversations[conversations.length - 1] = grown;
    session.times = taken.times;
    return session;
  }

  function decide(message: IncomingMessage, who: string, ruled: Policy): Decided {
    const admission = admit(message, ruled);
    if (!admission.ok) return { message, admission, turn: turn(admission, undefined, at, ruled) };
    agentId = admission.resolution.agentId;
    const index = sessionOf(admission.key);
    const taken = turn(admission, sessions[index]?.times, at, ruled);
    if (!taken.ok) return { message, admission, turn: taken };
    const said = store(index, taken, who, ruled)?.said;
    const earlier = said?.get(taken.conversationId) ?? [];
    const remembers = earlier.map((each) => ({ ...each, overheard: each.overheard && each.who !== who }));
    const isPrivate = message.inbound.chatType === "direct";
    const entry = { who, text: taken.text, moment: moments.length, overheard: isPrivate };
    said?.set(taken.conversationId, [...earlier, entry]);
    return { message, admission, turn: taken, within: { session: index, remembers } };
  }

  function say(step: number, message: IncomingMessage, who: string): Said {
    const decided = policy && decide(message, who, policy);
    const { inbound, text = "" } = message;
    return { kind: "said", step, at, who, text, inbound, ...(decided && { decided }) };
  }

  function hear(step: number, channel: string, payload: string): Said | Unheard {
    const why = (reason: Unheard["why"]): Unheard => ({ kind: "unheard", step, at, channel, why: reason });
    const read = Object.hasOwn(readers, channel) ? readers[channel] : undefined;
    if (read === undefined) return why(Object.keys(readers).length === 0 ? "no-reader" : "reader-absent");
    let given: unknown;
    try {
      given = JSON.parse(payload);
    } catch {
      return why("no-json");
    }
    const reading = read(given);
    if (reading.kind === "unread") return why(reading);
    return say(step, reading, nameOf(reading.inbound, state.people));
  }

  function beat(step: number): Beat {
    if (policy === undefined) return { kind: "beat", step, at };
    const task = resolveTaskSession({ kind: "heartbeat", agentId }, policy);
    if (!task.ok) return { kind: "beat", step, at, task };
    const index = sessionOf(task.isolatedKey ?? task.key);
    const taken = tick(task.isolatedKey ?? task.key, sessions[index]?.times, "heartbeat", at, policy);
    if (taken.ok) store(index, taken, undefined, policy);
    return { kind: "beat", step, at, task, turn: taken, session: index };
  }

  for (const [place, step] of state.steps.entries()) {
    at += step.kind === "wait" ? step.minutes * minute : place === 0 ? 0 : minute;
    switch (step.kind) {
      case "wait":
        moments.push({ kind: "wait", step: place, at, minutes: step.minutes });
        break;
      case "heartbeat":
        moments.push(beat(place));
        break;
      case "payload":
        moments.push(hear(place, step.channel, step.payload));
        break;
      case "message": {
        const { channel, mentioned, text, who } = step;
        const id = idOn(
          channel,
          state.people.find(({ name }) => name === who),
          who,
        );
        const inbound = inboundOf(channel, id, step.place);
        const isRoom = inbound.chatType !== "direct";
        const message = { inbound, text, ...(isRoom && { mentioned: mentioned === true }) };
        moments.push(say(place, message, who));
      }
    }
  }
  return {
    ...(policy && { policy }),
    issues: parsed.ok ? parsed.warnings : parsed.issues,
    moments,
    sessions: sessions.map(({ key, conversations }) => ({ key, conversations })),
    end: at,
  };
}

/** Plays a state: its script under its config, and under the other one, where it is compared. */
export function play(
  state: State,
  readers: Readers = {},
): { readonly here: Played; readonly there?: Played } {
  const here = playSide(state, state, readers);
  return state.other === undefined ? { here } : { here, there: playSide(state.other, state, readers) };
}

/** Sessions are called by letters, in the order in which they appear. */
export function sessionName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letter + String(Math.floor(index / 26) + 1);
}
