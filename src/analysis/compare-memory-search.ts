import type { Policy } from "../config/policy.ts";
import {
  evaluateMemorySearch,
  memoryScopes,
  type MemoryScope,
  type MemorySearchDecision,
  type MemorySearchRequest,
} from "../policy/memory-search.ts";
import { normalizeMainKey } from "../scope/main-key.ts";
import { readAlike } from "./compare-behaviours.ts";
import { startComparison } from "./compare-requests.ts";
import { considerRules } from "./compare-rules.ts";
import { readBoth } from "./representative-reading.ts";
import type { KindComparison } from "./compare-verdict.ts";

function readerOf({ read, keyAlone }: MemoryScope) {
  return (key: string) => {
    const { facts, doubt } = read({ key });
    return { doubt, chatType: facts.chatType, channel: keyAlone ? facts.channel : undefined };
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

/** Compares which sessions may search memory, and which are given the agent's private notes. */
export function compareMemorySearch(
  from: Policy,
  to: Policy,
): KindComparison<MemorySearchRequest, MemorySearchDecision> {
  const alike = readAlike(from, to, ["memory", "send", "keys"]);
  const before = memoryScopes(from);
  const after = memoryScopes(to);
  const mainKeys = [from, to].map(({ config }) => normalizeMainKey(config.session?.mainKey));
  const comparison = startComparison<MemorySearchRequest, MemorySearchDecision>({
    from: (request) => evaluateMemorySearch(request, from),
    to: (request) => evaluateMemorySearch(request, to),
    loosens: (first, second) => (!first.allowed && second.allowed) || (!first.notes && second.notes),
  });
  const otherAgents = new Set([...before.byAgent.keys(), ...after.byAgent.keys()]);

  function consider(agent: string | undefined): void {
    const [one, other] = [before, after].map(
      ({ byAgent, shared }) => (agent === undefined ? undefined : byAgent.get(agent)) ?? shared,
    ) as [MemoryScope, MemoryScope];
    const [readOne, readOther] = [readerOf(one), readerOf(other)];
    considerRules(
      {
        from: one.list,
        to: other.list,
        read: (key) => readBoth(readOne(key), readOther(key)),
        everyReading: !alike || one.keyAlone || other.keyAlone,
        agentless: [from, to].some(({ behaviours }) => !behaviours.has("send-reads-whole-key")),
        names: mainKeys[0] === mainKeys[1] && alike ? [] : mainKeys,
        chatTypeCounts: true,
        // The second spelling means the same agent, and is not what rules ask for.
        ...(agent === undefined ? { otherAgents } : { agents: [agent, `${agent}!`] }),
      },
      comparison,
    );
  }

  for (const session of notedSessions(mainKeys)) comparison.consider({ core: session });
  consider(undefined);
  for (const agent of otherAgents) consider(agent);
  return comparison.conclude(alike);
}
