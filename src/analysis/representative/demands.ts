import { factFields, ofEachFact } from "../../config/rule-fields.ts";
import { keyDemands, longer, type KeyDemand, type Rule } from "../../policy/rule/rule.ts";
import type { RuleList } from "../../policy/rule/rule-list.ts";
import { rankRules } from "../../policy/rule/matcher.ts";
import { noFacts, type Facts } from "../../policy/rule/rule-facts.ts";

/** What a session must have for certain rules to match it. */
export interface Demand {
  readonly asks: Facts;
  /** Ways to begin its key, of which one must hold. */
  readonly keys: readonly KeyDemand[];
}

/** The demand of no rule. */
export const nothing: Demand = { asks: noFacts, keys: [{ raw: "", scoped: "" }] };

interface Ranked {
  readonly rule: Rule;
  readonly demand: Demand;
  readonly rank: number;
  /** From this rank on, no rule of the other list decides about a session that this rule matches. */
  readonly reach: number;
}

function bothAsk(a: Facts, b: Facts): Facts | undefined {
  for (const field of factFields)
    if (a[field] !== undefined && b[field] !== undefined && a[field] !== b[field]) return undefined;
  return ofEachFact((field) => a[field] ?? b[field]);
}

function bothDemand(a: Demand, b: Demand): Demand | undefined {
  const asks = bothAsk(a.asks, b.asks);
  if (asks === undefined) return undefined;
  const keys = a.keys.flatMap((one) =>
    b.keys.flatMap((other) => {
      const raw = longer(one.raw, other.raw);
      const scoped = longer(one.scoped, other.scoped);
      return raw === undefined || scoped === undefined ? [] : [{ raw, scoped }];
    }),
  );
  return keys.length === 0 ? undefined : { asks, keys };
}

/** What a session must have for a rule to match it. */
export function demandOf(rule: Rule): Demand {
  return { asks: rule.asks, keys: keyDemands(rule) };
}

/** The rules of a list in the order in which they decide, each with how far it reaches into the other list. */
function ranked(list: RuleList, other: RuleList): readonly Ranked[] {
  const otherRank = new Map(rankRules(other.rules, other.precedence).map((rule, rank) => [rule, rank]));
  return rankRules(list.rules, list.precedence).map((rule, rank) => {
    const demand = demandOf(rule);
    // A rule that matches the least matches every session of the demand, and hides all that rank lower.
    const hides = demand.keys.map(({ raw, scoped }) => {
      const first = other.matcherOf({ rawKey: raw, scopedKey: scoped })(demand.asks);
      return first === undefined ? Infinity : (otherRank.get(first) ?? Infinity);
    });
    return { rule, demand, rank, reach: Math.max(...hides) };
  });
}

/** What the rules of two lists demand, and what pairs of them that can decide otherwise about one session. */
export interface RuleDemands {
  readonly rules: readonly Demand[];
  /** Those of pairs that decide otherwise in a direction, for as long as it is open. */
  readonly disagreements: (isOpen: (direction: Direction) => boolean) => Iterable<Demand>;
}

/**
 * What sessions must have to tell two lists of rules apart.
 *
 * Where the lists differ about any session, one rule (or the default) of each decides about it.
 * Then they also differ about a session that has what the two rules ask for and a fresh value, or
 * none, in everything else: no rule matches that one that does not match the other. So it is enough
 * to look at sessions that meet the demand of no rule, of one, and of two that disagree.
 */
export function ruleDemands(from: RuleList, to: RuleList): RuleDemands {
  const ofFrom = ranked(from, to);
  const ofTo = ranked(to, from);
  function* disagreements(isOpen: (direction: Direction) => boolean): Generator<Demand> {
    for (const [action, direction] of [
      ["deny", "looser"],
      ["allow", "stricter"],
    ] as const) {
      const after = ofTo.filter(({ rule }) => rule.action !== action);
      for (const one of ofFrom.filter(({ rule }) => rule.action === action))
        for (const other of after) {
          if (other.rank >= one.reach || !isOpen(direction)) break;
          const demand = one.rank < other.reach ? bothDemand(one.demand, other.demand) : undefined;
          if (demand !== undefined) yield demand;
        }
    }
  }
  return { rules: [...ofFrom, ...ofTo].map(({ demand }) => demand), disagreements };
}

/** In which way a request is decided otherwise. */
export type Direction = "stricter" | "looser";
