import type { Policy } from "../../config/policy.ts";
import {
  evaluateMemorySearch,
  memoryScopes,
  type MemoryScope,
  type MemorySearchDecision,
  type MemorySearchRequest,
} from "../../policy/memory/memory-search.ts";
import {
  askBoth,
  considerRules,
  mainKeysOf,
  mainSessionsAlike,
  readAlike,
  startComparison,
} from "./requests.ts";
import type { KindComparison } from "./verdict.ts";
import { readerOfBoth } from "../representative/keys.ts";
import { denyUntoldAlike, isWanting, type RulesToTell } from "../representative/sessions.ts";

function readerOf({ isOfChat, keyAlone, read }: MemoryScope) {
  return (key: string) => {
    const { facts, doubt } = read({ key });
    return {
      doubt,
      isOfChat: isOfChat(key),
      chatType: facts.chatType,
      channel: keyAlone ? facts.channel : undefined,
    };
  };
}

/** Sessions that are given the agent's notes, or not, by what they are. */
function* notedSessions(mainKeys: readonly string[]): Generator<MemorySearchRequest> {
  const names = [
    ...mainKeys,
    "x",
    "direct:x",
    "x:group:x",
    "x:channel:x",
    "subagent:x",
    "cron:x",
    "cron:x:run:x",
  ];
  for (const name of names)
    for (const chatType of [undefined, "direct", "group"] as const)
      yield { key: `agent:x:${name}`, ...(chatType && { chatType }) };
}

function isReadAlike(from: Policy, to: Policy): boolean {
  return readAlike(from, to, ["memory", "send", "keys"]);
}

/** What decides about the sessions of an agent under each of two policies. */
function scopesOf(from: Policy, to: Policy, agent: string | undefined): readonly [MemoryScope, MemoryScope] {
  const ofOne = (policy: Policy) => {
    const { byAgent, shared } = memoryScopes(policy);
    return (agent === undefined ? undefined : byAgent.get(agent)) ?? shared;
  };
  return [ofOne(from), ofOne(to)];
}

/** The agents of which a policy says something of their own. */
function agentsOf(...policies: readonly Policy[]): ReadonlySet<string> {
  return new Set(policies.flatMap((policy) => [...memoryScopes(policy).byAgent.keys()]));
}

/** The rules by which the sessions of an agent search memory under two policies; those of any other agent where it is undefined. */
export function memoryRulesToTell(from: Policy, to: Policy, agent: string | undefined): RulesToTell {
  const alike = isReadAlike(from, to);
  const [one, other] = scopesOf(from, to, agent);
  const [readOne, readOther] = [readerOf(one), readerOf(other)];
  return {
    from: one.list,
    to: other.list,
    read: readerOfBoth(readOne, readOther),
    everyReading: !alike || [one, other].some(({ keyAlone, list }) => keyAlone || list.reading.deniesUntold),
    agentless: [from, to].some(({ behaviours }) => !behaviours.has("send-reads-whole-key")),
    names: alike && mainSessionsAlike(from, to) ? [] : mainKeysOf(from, to),
    chatTypeCounts: true,
    ...(agent === undefined
      ? { otherAgents: agentsOf(from, to) }
      : // The second spelling means the same agent, and is not what rules ask for.
        { agents: [agent, `${agent}!`] }),
  };
}

/** Compares which sessions may search memory, and which are given the agent's private notes. */
export function compareMemorySearch(
  from: Policy,
  to: Policy,
): KindComparison<MemorySearchRequest, MemorySearchDecision> {
  const agents = [undefined, ...agentsOf(from, to)];
  const passesOver = agents.every((agent) => denyUntoldAlike(memoryRulesToTell(from, to, agent)));
  const comparison = startComparison<MemorySearchRequest, MemorySearchDecision>(
    askBoth(
      evaluateMemorySearch,
      from,
      to,
      (first, second) =>
        (!first.allowed && second.allowed && !(passesOver && isWanting(first))) ||
        (!first.notes && second.notes),
    ),
  );
  for (const session of notedSessions(mainKeysOf(from, to))) comparison.consider({ core: session });
  for (const agent of agents) considerRules(memoryRulesToTell(from, to, agent), comparison);
  // A session may be one thing by its key, and another by what the host tells of it.
  const askAlike = agents.every((agent) => {
    const [one, other] = scopesOf(from, to, agent);
    return one.keyAlone === other.keyAlone;
  });
  return comparison.conclude({ "editions-differ": !isReadAlike(from, to), "facts-differ": !askAlike });
}
