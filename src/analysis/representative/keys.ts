import { chatTypes } from "./representative.ts";
import type { KeyFacts } from "../../policy/rule/rule-facts.ts";
import { longer, type KeyDemand } from "../../policy/rule/rule.ts";
import { keyWords, writeSegment } from "../../scope/key/segment.ts";
import type { FactField } from "../../config/rule-fields.ts";
import { defaultAccountId } from "../../identity/account-id.ts";

/** What two policies make of a key. */
export interface KeyReading {
  /** Equal for keys that they read alike. */
  readonly text: string;
  /** Whether the key tells something that facts beside it cannot change; `doubtful` where nothing may be concluded. */
  readonly says: "nothing" | "something" | "doubtful";
}

/** What one policy reads in a key that a request cannot tell otherwise. */
interface Read {
  readonly doubt?: KeyFacts["doubt"] | undefined;
  readonly chatType?: string | undefined;
  readonly channel?: string | undefined;
  /** Whether a chat may be behind it, where that counts. */
  readonly isOfChat?: boolean;
}

// The length tells where a channel ends, whatever stands in it.
function textOf({ doubt, chatType = "", channel = "", isOfChat = true }: Read): string {
  return `${doubt ?? ""} ${chatType} ${isOfChat ? "" : "nobody's"} ${channel.length} ${channel}`;
}

function saysNothing({ doubt, chatType = "", channel = "", isOfChat = true }: Read): boolean {
  return doubt === undefined && chatType === "" && channel === "" && isOfChat;
}

/** Reads keys as two policies do; a second that reads them as the first does is left out. */
export function readerOfBoth(
  one: (key: string) => Read,
  other?: (key: string) => Read,
): (key: string) => KeyReading {
  return (key) => {
    const readings = other === undefined ? [one(key)] : [one(key), other(key)];
    const doubtful = readings.every(({ doubt }) => doubt !== undefined);
    return {
      text: readings.map(textOf).join(" "),
      says: doubtful ? "doubtful" : readings.every(saysNothing) ? "nothing" : "something",
    };
  };
}

/** What it takes to write keys that meet a demand. */
export interface KeySpace {
  readonly read: (key: string) => KeyReading;
  /** Whether every way to read a key is wanted, though a key that says nothing may be told anything. */
  readonly everyReading: boolean;
  /** Whether a policy reads keys without an agent, beside `global` and `unknown`. */
  readonly agentless: boolean;
  /** Whether some rule asks for what every agent's key begins with. */
  readonly agentsAsked: boolean;
  /** Names of sessions that the policies may read each in its own way. */
  readonly names: readonly string[];
  /** A character that stands in none of the beginnings that rules ask for. */
  readonly letter: string;
}

const agentPart = "agent:";

/** The agents that a key may name if it begins as demanded, each with how the name of its session must begin. */
export function beginningsOf(
  { raw, scoped }: KeyDemand,
  agents: readonly string[],
  letter: string,
): readonly (readonly [string, string])[] {
  if (agentPart.startsWith(raw)) return agents.map((agent) => [agent, scoped]);
  if (!raw.startsWith(agentPart)) return [];
  const [agent = "", ...rest] = raw.slice(agentPart.length).split(":");
  if (rest.length > 0) {
    const name = longer(rest.join(":"), scoped);
    return name === undefined ? [] : [[agent, name]];
  }
  const fitting = new Set([...agents.filter((id) => id.startsWith(agent)), agent, agent + letter]);
  return [...fitting].map((id) => [id, scoped]);
}

/** Ways for a key to go on after its beginning, the usual ones first. */
function* continued(beginning: string, x: string): Generator<readonly string[]> {
  yield [x, "", `:${x}`, `${x}:${x}`, `:${x}:${x}`, `${x}:${x}:${x}`].map((ending) => beginning + ending);
  yield chatTypes
    .flatMap((kind) => ["", ":", `${x}:`, `:${x}:`, `${x}:${x}:`].map((place) => `${place}${kind}:${x}`))
    .map((ending) => beginning + ending);
  const begun = beginning.slice(beginning.lastIndexOf(":") + 1);
  yield keyWords
    .filter((word) => word.startsWith(begun))
    .flatMap((word) => ["", `:${x}`, `:${x}:${x}`, `:${x}:${x}:${x}`].map((ending) => word + ending))
    .map((ending) => beginning.slice(0, beginning.length - begun.length) + ending);
}

/** Of texts that begin as demanded, one for each way in which the policies read them as keys. */
function readApart(
  stages: Iterable<readonly string[]>,
  beginning: string,
  toKey: (text: string) => string,
  { read, everyReading }: KeySpace,
): readonly string[] {
  const found = new Map<string, string>();
  let clear = false;
  for (const texts of stages) {
    for (const text of texts) {
      if (!text.startsWith(beginning)) continue;
      const { text: reading, says } = read(toKey(text));
      if (!found.has(reading)) found.set(reading, text);
      if (says === "nothing" && !everyReading) return [...found.values()];
      clear ||= says !== "doubtful";
    }
    // What a beginning tells, it tells however the key goes on.
    if (clear && !everyReading) break;
  }
  return [...found.values()];
}

function* namesOf(beginning: string, { names, letter }: KeySpace): Generator<readonly string[]> {
  if (names.length > 0) yield names;
  yield* continued(beginning, letter);
}

function* agentlessKeys(beginning: string, { agentless, letter }: KeySpace): Generator<readonly string[]> {
  yield ["global", "unknown"];
  if (agentless) yield* continued(beginning, letter);
}

/**
 * Writes keys that meet a demand: at least one for each way in which the policies can read such
 * keys, and with as few more of the beginnings that rules ask for as possible.
 */
export function keyWriter(
  space: KeySpace,
): (demand: KeyDemand, agents: readonly string[]) => readonly string[] {
  const names = new Map<string, readonly string[]>();
  return (demand, agents) => {
    const keys: string[] = [];
    for (const [agent, beginning] of beginningsOf(demand, agents, space.letter)) {
      let written = names.get(beginning);
      if (written === undefined) {
        const toKey = (name: string) => `${agentPart}${agent}:${name}`;
        names.set(beginning, (written = readApart(namesOf(beginning, space), beginning, toKey, space)));
      }
      for (const name of written) keys.push(`${agentPart}${agent}:${name}`);
    }
    const whole = keys.length === 0 || space.agentsAsked ? longer(demand.raw, demand.scoped) : undefined;
    if (whole === undefined) return keys;
    return [...keys, ...readApart(agentlessKeys(whole, space), whole, (key) => key, space)];
  };
}

/** The facts that the key of a chat is to tell. */
export type ChatKeyFacts = Readonly<Partial<Record<FactField, string>>>;

/** What stands in such keys where nothing is asked for. */
export interface ChatKeySpace {
  readonly agents: readonly string[];
  /** Whether keys without an agent are wanted too. */
  readonly agentless: boolean;
  readonly letter: string;
}

/** A name made to begin as demanded, and to go on as usual. */
function begun(beginning: string, usual: readonly string[], letter: string): string {
  const segments = beginning.split(":");
  const last = segments.pop() ?? "";
  const next = usual[segments.length] ?? letter;
  return [...segments, next.startsWith(last) ? next : last, ...usual.slice(segments.length + 1)].join(":");
}

/** Keys that begin as demanded and tell facts by themselves, as those of real chats do; `letter` stands for what nobody asks for. */
export function chatKeys(
  { channel, chatType = "direct", account, peer, thread }: ChatKeyFacts,
  demand: KeyDemand,
  { agents, agentless, letter }: ChatKeySpace,
): readonly string[] {
  const chat = [chatType, writeSegment(peer ?? letter)];
  const suffix = thread === undefined ? [] : ["thread", writeSegment(thread)];
  // An account that nobody asks for keeps a chat's kind out of reach of rules that ask for a beginning with it.
  const accounts = account === undefined ? [[], [letter]] : [account === defaultAccountId ? [] : [account]];
  const places = accounts.map((within) => [channel ?? letter, ...within].map(writeSegment));
  const names = [...places, ...(chatType === "direct" ? [[]] : [])].map((place) => [
    ...place,
    ...chat,
    ...suffix,
  ]);
  const whole = agentless ? longer(demand.raw, demand.scoped) : undefined;
  return names.flatMap((usual) => [
    ...beginningsOf(demand, agents, letter).map(
      ([agent, beginning]) => `agent:${agent}:${begun(beginning, usual, letter)}`,
    ),
    ...(whole === undefined ? [] : [begun(whole, usual, letter)]),
  ]);
}
