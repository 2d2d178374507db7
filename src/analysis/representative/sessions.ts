import { factFields, type FactField } from "../../config/rule-fields.ts";
import type { MemorySearchDecision } from "../../policy/memory/memory-search.ts";
import type { RuleList } from "../../policy/rule/rule-list.ts";
import { withoutFields } from "../../policy/section.ts";
import type { SendDecision } from "../../policy/send/send.ts";
import { toldAs, type SessionFacts } from "../../policy/session-facts.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { choices, type Representative, freshLetter, freshText, chatTypes } from "./representative.ts";
import { type Demand } from "./demands.ts";
import { chatKeys, type ChatKeyFacts, type ChatKeySpace, keyWriter, type KeySpace } from "./keys.ts";

/** Two lists of rules, and how their policies read keys. */
export interface RulesToTell extends Pick<KeySpace, "read" | "everyReading" | "agentless" | "names"> {
  readonly from: RuleList;
  readonly to: RuleList;
  /** Spellings of the agent whose sessions are meant; any agent's where absent. */
  readonly agents?: readonly string[];
  /** Agents whose sessions are not meant. */
  readonly otherAgents?: ReadonlySet<string>;
  /** Whether something beside the rules asks for the chat type. */
  readonly chatTypeCounts: boolean;
}

/**
 * Tells whether two lists deny alike for want of a fact. Then sessions of which too little is told tell them apart only
 * where sessions do of which all is, and those are the better witnesses: a session that a deny rule could match becomes
 * one that it does match when it is told what the rule asks for, and nothing that was allowed before stops to be.
 */
export function denyUntoldAlike({ from, to }: Pick<RulesToTell, "from" | "to">): boolean {
  return from.reading.deniesUntold === to.reading.deniesUntold;
}

/** Whether a decision is so for want of a fact that a request could tell beside the key; a key may be every agent's. */
export function isWanting({ missing, reason }: SendDecision | MemorySearchDecision): boolean {
  return reason === "missing-fact" && missing?.includes("agentId") !== true;
}

/** Tells whether a session whose agent nobody tells is denied for that. */
function agentMayBeMissed({ agents, from, otherAgents, to }: RulesToTell): boolean {
  const isApart = agents !== undefined || (otherAgents?.size ?? 0) > 0;
  return [from, to].some(
    ({ reading, rules }) =>
      reading.deniesUntold && (isApart || rules.some(({ asks }) => asks.agent !== undefined)),
  );
}

/** The values that rules ask for, by field. */
function askedValues({ from, to }: RulesToTell): ReadonlyMap<FactField, ReadonlySet<string>> {
  const values = new Map<FactField, Set<string>>();
  for (const { asks } of [...from.rules, ...to.rules])
    for (const field of factFields) {
      const value = asks[field];
      if (value === undefined) continue;
      const ofField = values.get(field) ?? new Set<string>();
      values.set(field, ofField.add(value));
    }
  return values;
}

/** The beginnings that rules ask for. */
function askedBeginnings({ from, to }: RulesToTell): readonly string[] {
  return [...from.rules, ...to.rules]
    .flatMap(({ asks }) => [asks.keyPrefix, asks.rawKeyPrefix])
    .filter((beginning): beginning is string => beginning !== undefined && beginning !== "");
}

/** Facts that may be any text; chat types are few, and agents also stand at the beginning of every key. */
const textFields = factFields.filter((field) => field !== "chatType" && field !== "agent");

interface Space extends ChatKeySpace {
  readonly keysFor: ReturnType<typeof keyWriter>;
  /** For each fact that matters, a value that no rule asks for. */
  readonly fresh: ChatKeyFacts;
  /** The chat types that sessions of a key may have as far as that matters. */
  readonly chatTypesFor: (key: string) => readonly (ChatType | undefined)[];
  /** Keys that tell nothing, not even an agent, where it matters that none is told. */
  readonly sharedKeys: readonly string[];
}

const agentPart = "agent:";

/** An agent that no rule asks for, by name or by the beginning of a key. */
function someAgent(beginnings: readonly string[], taken: (id: string) => boolean): string {
  const letter = freshLetter((each) => beginnings.some((text) => text.startsWith(agentPart + each)));
  return taken(letter) ? letter + freshText((text) => taken(letter + text)) : letter;
}

function spaceOf(rules: RulesToTell): Space {
  const asked = askedValues(rules);
  const beginnings = askedBeginnings(rules);
  const valuesOf = (field: FactField) => asked.get(field) ?? new Set<string>();
  const isOther = (id: string) => valuesOf("agent").has(id) || rules.otherAgents?.has(id) === true;
  const agents = rules.agents ?? [someAgent(beginnings, isOther)];
  const letter = freshLetter((each) => beginnings.some((text) => text.includes(each)));
  const agentsAsked = beginnings.some((text) => agentPart.startsWith(text));
  const agent = asked.has("agent") ? agents.at(-1) : rules.agents?.[0];
  const texts = textFields
    .filter((field) => asked.has(field))
    .map((field) => [field, freshText((text) => valuesOf(field).has(text))] as const);
  return {
    keysFor: keyWriter({ ...rules, letter, agentsAsked }),
    letter,
    agentless: rules.agentless,
    fresh: { ...Object.fromEntries(texts), ...(agent !== undefined && { agent }) },
    agents,
    // Where a session may have no chat type, that is what no rule asks for.
    chatTypesFor: (key) =>
      rules.chatTypeCounts || (asked.has("chatType") && rules.read(key).says !== "nothing")
        ? [undefined, ...chatTypes]
        : [undefined],
    sharedKeys: agentMayBeMissed(rules) ? ["global", "unknown"] : [],
  };
}

/** Facts beside a key, as a request names them. */
function beside(facts: ChatKeyFacts): Partial<SessionFacts> {
  const told = factFields.filter((field) => facts[field] !== undefined);
  return Object.fromEntries(told.map((field) => [toldAs[field], facts[field]]));
}

function written(asks: Demand["asks"]): ChatKeyFacts {
  const fields = factFields.filter((field) => asks[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, asks[field]]));
}

/** What a key may tell of the facts that are asked for, most first; the request tells the others, and may contradict the key. */
function* toldByKey(asked: ChatKeyFacts): Generator<ChatKeyFacts> {
  const names = textFields.filter((name) => asked[name] !== undefined);
  for (let count = names.length; count >= 0; count -= 1)
    for (const told of choices(names, count))
      yield Object.fromEntries(told.map((name) => [name, asked[name]]));
}

/** The sessions of a key, told certain facts, one of each chat type that they may have. */
function* ofEachChatType(
  key: string,
  told: ChatKeyFacts,
  { chatTypesFor }: Space,
): Generator<Representative<SessionFacts>> {
  for (const chatType of told.chatType === undefined ? chatTypesFor(key) : [told.chatType])
    yield { core: { key }, extra: beside({ ...told, ...(chatType !== undefined && { chatType }) }) };
}

function* sessionsFor(demand: Demand, space: Space): Generator<Representative<SessionFacts>> {
  const asked = written(demand.asks);
  const { channel = space.letter, peer = space.letter } = space.fresh;
  const facts = { ...space.fresh, ...asked };
  // A host may tell another agent than the key does, and some rule ask for the one in the key.
  const agents = asked.agent === undefined ? space.agents : [asked.agent, ...space.agents];
  // Where a beginning says it all, many facts are told by one key.
  const ofChats = new Set<string>();
  for (const begun of demand.keys) {
    for (const key of space.keysFor(begun, agents)) yield* ofEachChatType(key, facts, space);
    for (const key of space.sharedKeys)
      if (key.startsWith(begun.raw) && key.startsWith(begun.scoped))
        yield* ofEachChatType(key, withoutFields(facts, "agent"), space);
    for (const facts of toldByKey(asked))
      for (const chatType of chatTypes)
        for (const key of chatKeys({ channel, peer, ...facts, chatType }, begun, { ...space, agents }))
          ofChats.add(key);
  }
  // What nobody asks for may contradict a beginning that tells more than is asked.
  for (const key of ofChats)
    for (const extra of [beside(facts), beside(asked)]) yield { core: { key }, extra };
}

/** Keys of which nothing, or too much, can be concluded. */
export const oddKeys = ["", "x", "agent:x", "agent:x:direct:dm:x", "agent:x:group:direct:x"];

/** Finds sessions that meet a demand, and no more of what the rules ask for than they must. */
export function sessionFinder(
  rules: RulesToTell,
): (demand: Demand) => Generator<Representative<SessionFacts>> {
  const space = spaceOf(rules);
  return (demand) => sessionsFor(demand, space);
}
