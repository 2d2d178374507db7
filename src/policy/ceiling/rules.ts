import type { MatchConfig, RuleConfig, RuleListConfig } from "../../config/config.ts";
import type { Note } from "./meet.ts";
import type { RuleAction } from "../rule/rule.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { defaultSendAction } from "../defaults.ts";
import { defaultQmdScope } from "../memory/qmd-scope.ts";

/** A list of rules of which the default is known. */
interface RuleSource {
  readonly rules: readonly RuleConfig[];
  readonly default: RuleAction;
}

function sourceOf(list: RuleListConfig = {}, byDefault: RuleAction): RuleSource {
  return { rules: list.rules ?? [], default: list.default ?? byDefault };
}

const prefixes: ReadonlySet<string> = new Set(["keyPrefix", "rawKeyPrefix"]);

/** What both matches ask; `"never"` where they contradict, `"unsayable"` where no match says it. */
function both(a: MatchConfig, b: MatchConfig): MatchConfig | "never" | "unsayable" {
  const joined: Record<string, string | undefined> = { ...a };
  for (const [field, asked] of Object.entries(b)) {
    const already = joined[field];
    if (asked === undefined || already === asked) continue;
    if (already === undefined || (prefixes.has(field) && asked.startsWith(already))) joined[field] = asked;
    else if (!prefixes.has(field)) return "never";
    else if (!already.startsWith(asked)) return "unsayable";
  }
  // The fields and their values are those of two matches.
  return joined;
}

function listOf(rules: readonly RuleConfig[], byDefault: RuleAction): RuleListConfig {
  return { ...(rules.length > 0 && { rules }), default: byDefault };
}

function pairs(
  a: readonly RuleConfig[],
  b: readonly RuleConfig[],
): readonly (readonly [RuleConfig, RuleConfig])[] {
  return a.flatMap((first) => b.map((second) => [first, second] as const));
}

/** The meet of two lists in which any matching deny beats every allow. */
function meetDenyOverrides(a: RuleSource, b: RuleSource, path: string, note: Note): RuleListConfig {
  const of = (source: RuleSource, action: RuleAction) =>
    source.rules.filter((rule) => rule.action === action);
  const denies = [...of(a, "deny"), ...of(b, "deny")];
  if (a.default === "allow" && b.default === "allow") return listOf(denies, "allow");
  if (a.default === "allow") return listOf([...denies, ...of(b, "allow")], "deny");
  if (b.default === "allow") return listOf([...denies, ...of(a, "allow")], "deny");
  const allows = pairs(of(a, "allow"), of(b, "allow")).flatMap(([first, second]): readonly RuleConfig[] => {
    const match = both(first.match ?? {}, second.match ?? {});
    if (match === "unsayable")
      note(path, "two rules that allow by different key prefixes allow nothing together");
    return typeof match === "string" ? [] : [{ ...first, match }];
  });
  return listOf([...denies, ...allows], "deny");
}

/** The meet of two lists in which the first match decides: each rule of one with each of the other, in order. */
function meetFirstMatch(a: RuleSource, b: RuleSource): RuleListConfig {
  const whole = ({ rules, default: action }: RuleSource): readonly RuleConfig[] => [
    ...rules,
    { action, match: {} },
  ];
  const rules = pairs(whole(a), whole(b)).flatMap(([first, second]): readonly RuleConfig[] => {
    const match = both(first.match ?? {}, second.match ?? {});
    const action = first.action === "allow" && second.action === "allow" ? "allow" : "deny";
    if (match === "never" || (match === "unsayable" && action === "allow")) return [];
    // A denial may cover too much: what is left out here is what the second rule asks.
    return [{ action, match: match === "unsayable" ? (first.match ?? {}) : match }];
  });
  return listOf(rules.slice(0, -1), rules.at(-1)?.action ?? "deny");
}

/** Which sessions may send under both policies; undefined where neither says anything. */
export function meetSend(a: Policy, b: Policy, note: Note): RuleListConfig | undefined {
  const [ofA, ofB] = [a, b].map(({ config }) => config.session?.sendPolicy);
  if (ofA === undefined && ofB === undefined) return undefined;
  const [x, y] = [sourceOf(ofA, defaultSendAction), sourceOf(ofB, defaultSendAction)];
  return meetDenyOverrides(x, y, "session.sendPolicy", note);
}

/** The scopes of two policies together. */
interface MetScopes {
  readonly shared?: RuleListConfig;
  readonly qmd?: RuleListConfig;
  readonly byAgent: ReadonlyMap<string, RuleListConfig>;
}

function scopeOf(list: RuleListConfig | undefined, { behaviours }: Policy): RuleSource {
  if (list?.default !== undefined || !behaviours.has("memory-direct-only")) return sourceOf(list, "allow");
  // What 2026-11 does where nothing is written: direct chats only.
  return {
    rules: [...(list?.rules ?? []), { action: "allow", match: { chatType: "direct" } }],
    default: "deny",
  };
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
    const [qmdA, qmdB] = [a, b].map(({ config, behaviours }) =>
      sourceOf(config.memory?.qmd?.scope ?? defaultQmdScope(behaviours), "allow"),
    );
    return qmdA && qmdB ? { qmd: meetFirstMatch(qmdA, qmdB), byAgent: new Map() } : { byAgent: new Map() };
  }
  const byAgent = ids.map((id): readonly [string, RuleListConfig] => [
    id,
    meetDenyOverrides(scopeOf(agentsA.get(id) ?? ofA, a), scopeOf(agentsB.get(id) ?? ofB, b), path, note),
  ]);
  const written = ofA !== undefined || ofB !== undefined;
  return {
    ...(written && { shared: meetDenyOverrides(scopeOf(ofA, a), scopeOf(ofB, b), path, note) }),
    byAgent: new Map(byAgent),
  };
}
