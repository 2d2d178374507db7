import { factFields, type FactField } from "../../config/rule-fields.ts";
import { keyDemands, type Rule } from "./rule.ts";
import type { Facts, KeyForms } from "./rule-facts.ts";

/** A prefix, and what stands by it. */
interface Prefixed<Value> {
  readonly prefix: string;
  readonly value: Value;
  /** The longest other one that it begins with. */
  readonly shorter: Prefixed<Value> | undefined;
}

/** Values by prefix, in the order of their code units, so that a prefix comes before whatever it begins. */
type PrefixMap<Value> = readonly Prefixed<Value>[];

/** The longest prefix that begins a text, of one prefix and those that it begins with. */
function longestOf<Value>(from: Prefixed<Value> | undefined, text: string): Prefixed<Value> | undefined {
  let at = from;
  while (at !== undefined && !text.startsWith(at.prefix)) at = at.shorter;
  return at;
}

/** Lays out values by prefix, so that every prefix of a text is found in one search. */
function prefixMap<Value>(entries: ReadonlyMap<string, Value>): PrefixMap<Value> {
  const map: Prefixed<Value>[] = [];
  for (const [prefix, value] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
    map.push({ prefix, value, shorter: longestOf(map.at(-1), prefix) });
  return map;
}

/** The values of all prefixes that begin a text, the longest first. */
function valuesOfPrefixes<Value>(map: PrefixMap<Value>, text: string): readonly Value[] {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // The search stays within the list; the fallback only tells the compiler so.
    if ((map[middle]?.prefix ?? "") <= text) low = middle + 1;
    else high = middle;
  }
  // The last prefix that does not come after the text is the longest that begins it, or begins with that one.
  const found: Value[] = [];
  for (let at = longestOf(map[low - 1], text); at !== undefined; at = at.shorter) found.push(at.value);
  return found;
}

/** Rules that ask the same of the key, told apart by one fact after the other. */
interface FactNode {
  /** The lowest rank at or below this node. */
  lowest: number;
  /** The rules that do not ask for this fact. */
  any?: FactNode;
  /** The rules that do, by the value they ask for. */
  by?: Map<string | undefined, FactNode>;
}

type Index = PrefixMap<PrefixMap<FactNode>>;

function place(root: FactNode, rule: Rule, rank: number, fields: readonly FactField[]): void {
  let node = root;
  node.lowest = Math.min(node.lowest, rank);
  for (const field of fields) {
    const asked = rule.asks[field];
    let next = asked === undefined ? node.any : node.by?.get(asked);
    if (next === undefined) {
      next = { lowest: rank };
      if (asked === undefined) node.any = next;
      else (node.by ??= new Map()).set(asked, next);
    }
    node = next;
    node.lowest = Math.min(node.lowest, rank);
  }
}

function build(ranked: readonly Rule[], fields: readonly FactField[]): Index {
  const byRaw = new Map<string, Map<string, FactNode>>();
  ranked.forEach((rule, rank) => {
    for (const { raw, scoped } of keyDemands(rule)) {
      let byScoped = byRaw.get(raw);
      if (byScoped === undefined) byRaw.set(raw, (byScoped = new Map<string, FactNode>()));
      let node = byScoped.get(scoped);
      if (node === undefined) byScoped.set(scoped, (node = { lowest: rank }));
      place(node, rule, rank, fields);
    }
  });
  return prefixMap(new Map([...byRaw].map(([raw, byScoped]) => [raw, prefixMap(byScoped)])));
}

function lowestRank(
  node: FactNode | undefined,
  depth: number,
  fields: readonly FactField[],
  facts: Facts,
  best: number,
): number {
  if (node === undefined || node.lowest >= best) return best;
  const field = fields[depth];
  if (field === undefined) return node.lowest;
  const found = lowestRank(node.by?.get(facts[field]), depth + 1, fields, facts, best);
  return lowestRank(node.any, depth + 1, fields, facts, found);
}

/** The nodes of every pair of prefixes that a key has. */
function nodesOf(byRaw: Index, { rawKey, scopedKey }: KeyForms): readonly FactNode[] {
  return valuesOfPrefixes(byRaw, rawKey).flatMap((byScoped) => valuesOfPrefixes(byScoped, scopedKey));
}

/**
 * Finds the first of the ranked rules that matches, without looking at the others: for a key two searches
 * among the prefixes, then for a session one look-up a fact. The cost depends on the length of the key and
 * on how many of its prefixes are asked for, not on how many rules there are.
 */
export function indexRules(ranked: readonly Rule[]): (key: KeyForms) => (facts: Facts) => Rule | undefined {
  const fields = factFields.filter((field) => ranked.some(({ asks }) => asks[field] !== undefined));
  const byRaw = build(ranked, fields);
  return (key) => {
    const nodes = nodesOf(byRaw, key);
    return (facts) => {
      let best = ranked.length;
      for (const node of nodes) best = lowestRank(node, 0, fields, facts, best);
      return ranked[best];
    };
  };
}
