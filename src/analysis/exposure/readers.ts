import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import { mainKeyOfAgent } from "../../policy/sandbox-settings.ts";
import { sandboxOf } from "../../policy/sandbox/sandbox.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { agentToAgent } from "../../policy/visibility/agent-to-agent.ts";
import { evaluateVisibility } from "../../policy/visibility/visibility.ts";
import { isAcpKey, isSubagentKey } from "../../scope/key/kind.ts";
import { freshText } from "../representative/representative.ts";
import type { Parties } from "./party.ts";

/** A session from within which others may be read, and who writes there. */
export interface Requester {
  readonly key: string;
  readonly agentId: string;
  readonly parties: Parties;
}

/** Who can read a session from within others, by name: from sessions of its own agent, and of other agents. */
export interface Readers {
  readonly ofAgent: ReadonlySet<string>;
  readonly ofOthers: ReadonlySet<string>;
  /** The other agents. */
  readonly agents: ReadonlySet<string>;
  /** Whether its own agent can. */
  readonly byOwnAgent: boolean;
  /** How many names there are, each counted once. */
  readonly count: number;
}

const none: ReadonlySet<string> = new Set();
const nobody: Readers = { ofAgent: none, ofOthers: none, agents: none, byOwnAgent: false, count: 0 };

/** The tools by which an agent reads what was written in another session. */
const readingTools = ["sessions_history", "sessions_search", "sessions"] as const;

/** Whether an agent may read others from within a session; where it depends on who asks, somebody may. */
function hasTool({ agentId, key }: Omit<Requester, "parties">, policy: Policy): boolean {
  return readingTools.some((tool) => {
    const { allowed, reason } = evaluateTool({ tool, agentId, key }, policy);
    return allowed || reason === "missing-fact";
  });
}

/** Sessions that read others alike, with one that stands for them. */
interface ReadingKind {
  readonly example: Omit<Requester, "parties">;
  /** Who writes in them, by agent. */
  readonly byAgent: Map<string, Set<string>>;
  readonly all: Set<string>;
}

/**
 * Tells who can read a session from within others. Sessions are not compared one by one: what decides about two of them is
 * whether they are of one agent, whether agent-to-agent access covers both, and of which kind each is; so one of each kind
 * is asked about one of each kind.
 */
export function readerFinder(
  requesters: readonly Requester[],
  policy: Policy,
): (key: string, agentId: string | undefined) => Readers {
  const { behaviours } = policy;
  const { admits } = agentToAgent(policy);
  const kinds = new Map<string, ReadingKind>();
  const agents = new Set<string>();
  for (const { agentId, key, parties } of requesters) {
    agents.add(agentId);
    if (parties.size === 0 || !hasTool({ agentId, key }, policy)) continue;
    const sandbox = sandboxOf({ agentId, key }, policy);
    const traits = [
      admits(agentId),
      key === mainKeyOfAgent(agentId, policy),
      sandbox.ok && sandbox.sandboxed,
      isSubagentKey(key, behaviours),
    ].join();
    const kind = kinds.get(traits) ?? {
      example: { agentId, key },
      byAgent: new Map<string, Set<string>>(),
      all: new Set<string>(),
    };
    kinds.set(traits, kind);
    const names = kind.byAgent.get(agentId) ?? new Set<string>();
    kind.byAgent.set(agentId, names);
    for (const name of parties.keys()) {
      names.add(name);
      kind.all.add(name);
    }
  }
  const stranger = freshText((text) => agents.has(text));
  const reads = ({ example: { agentId, key } }: ReadingKind, target: string) =>
    evaluateVisibility(
      { action: "history", requester: { key, agentId, mainKey: mainKeyOfAgent(agentId, policy) }, target },
      policy,
    ).allowed;

  /** A session of the same kind as another, of an agent; no session that is known. */
  function targetLike(key: string, agentId: string): string {
    const rest = key.slice(key.indexOf(":", "agent:".length) + 1);
    if (fold(key).includes(":incognito-")) return `agent:${agentId}:${rest}`;
    if (isSubagentKey(key, behaviours)) return `agent:${agentId}:subagent:x`;
    return `agent:${agentId}:${isAcpKey(key, behaviours) ? "acp" : "explicit"}:x`;
  }

  /** Who reads from within sessions of other agents; the same for all sessions of a kind, so that it is gathered once. */
  const acrossAgents = new Map<string, Pick<Readers, "ofOthers" | "agents">>();
  function across(kindOfTarget: string, isCovered: boolean): Pick<Readers, "ofOthers" | "agents"> {
    const name = `${kindOfTarget} ${isCovered}`;
    const known = acrossAgents.get(name);
    if (known !== undefined) return known;
    const readers = [...kinds.values()].filter((kind) => {
      const { agentId } = kind.example;
      const other = [...agents, stranger].find((id) => id !== agentId && admits(id) === isCovered);
      return other !== undefined && reads(kind, targetLike(kindOfTarget, other));
    });
    const gathered = {
      ofOthers: new Set(readers.flatMap(({ all }) => [...all])),
      agents: new Set(readers.flatMap(({ byAgent }) => [...byAgent.keys()])),
    };
    acrossAgents.set(name, gathered);
    return gathered;
  }

  function within(kindOfTarget: string, agentId: string): Pick<Readers, "ofAgent" | "byOwnAgent"> {
    const own = [...kinds.values()].filter(
      (kind) => kind.byAgent.has(agentId) && reads(kind, targetLike(kindOfTarget, kind.example.agentId)),
    );
    return {
      ofAgent: new Set(own.flatMap(({ byAgent }) => [...(byAgent.get(agentId) ?? [])])),
      byOwnAgent: own.length > 0,
    };
  }

  const found = new Map<string, Readers>();
  return (key, agentId) => {
    // Of a session whose agent is not known, no session is let read anything.
    if (agentId === undefined) return nobody;
    const kindOfTarget = targetLike(key, "x");
    const name = JSON.stringify([agentId, kindOfTarget]);
    const known = found.get(name);
    if (known !== undefined) return known;
    const own = within(kindOfTarget, agentId);
    const others = across(kindOfTarget, admits(agentId));
    let count = others.ofOthers.size;
    for (const each of own.ofAgent) if (!others.ofOthers.has(each)) count += 1;
    const readers = { ...own, ...others, count };
    found.set(name, readers);
    return readers;
  };
}
