/** A place of a config by its steps; `[]` stands for any element of a list. */
export type Steps = readonly (string | number)[];

const everyAgent = ["agents.defaults", "agents.list[]", "agents.entries.*"];
const oneAgent = ["agents.list[]", "agents.entries.*"];

/** What the first word of a pattern may stand for. */
const places: Readonly<Record<string, readonly string[]>> = {
  agent: everyAgent,
  agentTools: oneAgent.map((agent) => `${agent}.tools`),
  anyTools: ["tools", ...oneAgent.map((agent) => `${agent}.tools`)],
  channel: ["channels.*", "channels.*.accounts.*"],
};

/**
 * The places that a pattern stands for: `{a,b}` is either, `*` any key; `agent.` is each place that says how agents are,
 * `channel.` a channel or an account of one, `channel:irc.` the same of that channel. With a dot before it, it is a place
 * from the top, whatever its first word.
 */
function alternatives(pattern: string): readonly string[] {
  if (pattern.startsWith(".")) return [pattern.slice(1)];
  const [whole, choices] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (whole !== undefined && choices !== undefined)
    return choices.split(",").flatMap((choice) => alternatives(pattern.replace(whole, choice)));
  const [start = "", first = "", only] = /^(\w+)(?::([\w-]+))?/.exec(pattern) ?? [];
  const rest = pattern.slice(start.length);
  const named = Object.hasOwn(places, first) ? places[first] : undefined;
  return named?.map((place) => (only === undefined ? place : place.replace("*", only)) + rest) ?? [pattern];
}

/** The places that patterns stand for, with blanks between, in steps, where `*` is any name or index; the config itself where they are empty. */
export function placesOfPatterns(patterns: string): readonly (readonly string[])[] {
  if (patterns === "") return [[]];
  return patterns
    .split(" ")
    .flatMap(alternatives)
    .map((place) => place.replaceAll("[]", ".*").split("."));
}

interface Node<Row> {
  row?: Row;
  readonly steps: Map<string, Node<Row>>;
}

/** What a table of patterns says of the places of a config. */
export interface Patterns<Row> {
  /** The row of the place nearest to one, at it or above, and how many steps lead there; names count before `*`. */
  readonly find: (path: Steps) => { readonly row: Row; readonly depth: number } | undefined;
  /** Every place of a value that has a row; what stands within such a place is passed over. */
  readonly within: (value: unknown) => readonly (readonly [path: Steps, row: Row])[];
}

function readTable<Row>(table: Iterable<readonly [patterns: string, row: Row]>): Node<Row> {
  const root: Node<Row> = { steps: new Map() };
  for (const [patterns, row] of table)
    for (const pattern of patterns.split(" ").flatMap(alternatives)) {
      let node = root;
      for (const step of pattern.replaceAll("[]", ".[]").split(".")) {
        const next: Node<Row> = node.steps.get(step) ?? { steps: new Map() };
        node.steps.set(step, next);
        node = next;
      }
      node.row = row;
    }
  return root;
}

/** The nodes that a step leads to, the one that names it first. */
function follow<Row>(nodes: readonly Node<Row>[], step: string | number): readonly Node<Row>[] {
  const names = typeof step === "number" ? ["[]"] : [step, "*"];
  return names.flatMap((name) => nodes.flatMap((node) => node.steps.get(name) ?? []));
}

/** Reads a table of patterns, several of which may stand in one row with blanks between. */
export function patternsOf<Row>(table: Iterable<readonly [patterns: string, row: Row]>): Patterns<Row> {
  const root = readTable(table);
  return {
    find(path) {
      let nodes: readonly Node<Row>[] = [root];
      let nearest: { readonly row: Row; readonly depth: number } | undefined;
      for (const [index, step] of path.entries()) {
        nodes = follow(nodes, step);
        const row = nodes.find((node) => node.row !== undefined)?.row;
        if (row !== undefined) nearest = { row, depth: index + 1 };
      }
      return nearest;
    },
    within(value) {
      const found: (readonly [Steps, Row])[] = [];
      const visit = (content: unknown, nodes: readonly Node<Row>[], path: Steps): void => {
        const row = nodes.find((node) => node.row !== undefined)?.row;
        if (row !== undefined) found.push([path, row]);
        else if (nodes.length > 0 && typeof content === "object" && content !== null)
          for (const [key, inner] of Object.entries(content)) {
            const step = Array.isArray(content) ? Number(key) : key;
            if (inner !== undefined) visit(inner, follow(nodes, step), [...path, step]);
          }
      };
      visit(value, [root], []);
      return found;
    },
  };
}
