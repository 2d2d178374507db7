import type { RuleListConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import type { Note } from "./note.ts";
import { meetDenyOverrides, meetFirstMatch, type RuleSource } from "./rules.ts";
import { defaultQmdScope } from "../memory/qmd-scope.ts";

/** The scopes of two policies together. */
export interface MetScopes {
  readonly shared?: RuleListConfig;
  readonly qmd?: RuleListConfig;
  readonly byAgent: ReadonlyMap<string, RuleListConfig>;
}

function source(list: RuleListConfig | undefined, { behaviours }: Policy): RuleSource {
  const rules = list?.rules ?? [];
  if (list?.default !== undefined) return { rules, default: list.default };
  // What 2026-11 does where nothing is written: direct chats only.
  if (!behaviours.has("memory-direct-only")) return { rules, default: "allow" };
  return { rules: [...rules, { action: "allow", match: { chatType: "direct" } }], default: "deny" };
}

function ownScopes(policy: Policy): ReadonlyMap<string, RuleListConfig> {
  return new Map(
    agentRoster(policy).agents.flatMap(({ id, config }) => {
      const scope = config.memorySearch?.scope;
      return scope === undefined ? [] : [[id, scope] as const];
    }),
  );
}

/** Where memory may be searched under both policies. */
export function meetMemory(a: Policy, b: Policy, note: Note): MetScopes {
  const path = "agents.defaults.memorySearch.scope";
  const [ofA, ofB] = [a, b].map(({ config }) => config.agents?.defaults?.memorySearch?.scope);
  const [agentsA, agentsB] = [ownScopes(a), ownScopes(b)];
  const ids = [...new Set([...agentsA.keys(), ...agentsB.keys()])];
  if (a.behaviours.has("memory-qmd-scope") && (ofA === undefined || ofB === undefined)) {
    if (ofA !== undefined || ofB !== undefined || ids.length > 0) {
      note(path, "memory.qmd.scope and memorySearch.scope decide differently: nothing is searched");
      const nothing: RuleListConfig = { default: "deny" };
      return { shared: nothing, byAgent: new Map(ids.map((id) => [id, nothing])) };
    }
    const [qmdA, qmdB] = [a, b].map(({ config, behaviours }): RuleSource => {
      const { rules = [], default: byDefault = "allow" } =
        config.memory?.qmd?.scope ?? defaultQmdScope(behaviours);
      return { rules, default: byDefault };
    });
    return qmdA && qmdB ? { qmd: meetFirstMatch(qmdA, qmdB), byAgent: new Map() } : { byAgent: new Map() };
  }
  const byAgent = ids.map((id): readonly [string, RuleListConfig] => [
    id,
    meetDenyOverrides(source(agentsA.get(id) ?? ofA, a), source(agentsB.get(id) ?? ofB, b), path, note),
  ]);
  const written = ofA !== undefined || ofB !== undefined;
  return {
    ...(written && { shared: meetDenyOverrides(source(ofA, a), source(ofB, b), path, note) }),
    byAgent: new Map(byAgent),
  };
}
