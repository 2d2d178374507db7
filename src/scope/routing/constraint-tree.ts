/** What a binding may ask of a message. */
export type Constraint = "account" | "kind" | "peer" | "guild" | "team" | "role";

/** What one binding asks: of each constraint, the values of which one must hold. */
export interface Constrained {
  /** The binding's place in the config: where several match, the lowest wins. */
  readonly index: number;
  readonly wants: Readonly<Partial<Record<Constraint, readonly string[]>>>;
}

/** The facts of a message that bindings are compared with; undefined where it has none. */
export interface BindingFacts extends Readonly<Record<Exclude<Constraint, "role">, string | undefined>> {
  readonly role: readonly string[];
}

/**
 * Bindings sorted by what they ask: each node splits by one constraint, those that do not ask for it
 * aside; a leaf is the lowest index of the bindings that ask for all that lies above it. Finding the
 * winner takes as many steps as there are constraints, however many bindings there are.
 */
export type ConstraintTree =
  | number
  | {
      readonly constraint: Constraint;
      readonly byValue: ReadonlyMap<string, ConstraintTree>;
      readonly indifferent: ConstraintTree;
    };

/** The index of no binding: higher than any, and still a small integer to the engine. */
export const nobody = 0x3fff_ffff;

/** In an order in which a message is soon known to match nothing: most bindings are of rooms, most messages are not. */
const constraints: readonly Constraint[] = ["kind", "account", "peer", "guild", "team", "role"];

/** By their names, because a property whose name varies takes longer to find than all else about a node. */
function factOf(facts: BindingFacts, constraint: Exclude<Constraint, "role">): string | undefined {
  switch (constraint) {
    case "kind":
      return facts.kind;
    case "account":
      return facts.account;
    case "peer":
      return facts.peer;
    case "guild":
      return facts.guild;
    case "team":
      return facts.team;
  }
}

/** The bindings that are grouped under a name, to add to. */
export function groupOf<Name>(groups: Map<Name, Constrained[]>, name: Name): Constrained[] {
  const group = groups.get(name) ?? [];
  groups.set(name, group);
  return group;
}

/** Sorts bindings, given in the order of the config. */
export function growTree(
  bindings: readonly Constrained[],
  [constraint, ...others]: readonly Constraint[] = constraints,
): ConstraintTree {
  if (constraint === undefined) return bindings[0]?.index ?? nobody;
  const groups = new Map<string, Constrained[]>();
  const indifferent: Constrained[] = [];
  for (const binding of bindings) {
    const values = binding.wants[constraint];
    if (values === undefined) indifferent.push(binding);
    else for (const value of new Set(values)) groupOf(groups, value).push(binding);
  }
  const rest = growTree(indifferent, others);
  if (groups.size === 0) return rest;
  const byValue = new Map([...groups].map(([value, group]) => [value, growTree(group, others)]));
  return { constraint, byValue, indifferent: rest };
}

function lowestOfRoles(byValue: ReadonlyMap<string, ConstraintTree>, facts: BindingFacts): number {
  let lowest = nobody;
  for (const role of facts.role) {
    const found = byValue.get(role);
    if (found !== undefined) lowest = Math.min(lowest, lowestMatch(found, facts));
  }
  return lowest;
}

/** The lowest index of a binding all of whose constraints hold, or `nobody`. */
export function lowestMatch(tree: ConstraintTree, facts: BindingFacts): number {
  let lowest = nobody;
  let node = tree;
  // Down the branch of the fact; what does not ask for it is mostly a leaf.
  while (typeof node !== "number") {
    const { byValue, constraint, indifferent } = node;
    lowest = Math.min(
      lowest,
      typeof indifferent === "number" ? indifferent : lowestMatch(indifferent, facts),
    );
    if (constraint === "role") return Math.min(lowest, lowestOfRoles(byValue, facts));
    const value = factOf(facts, constraint);
    const found = value === undefined ? undefined : byValue.get(value);
    if (found === undefined) return lowest;
    node = found;
  }
  return Math.min(lowest, node);
}
