import { perPolicy } from "./per-policy.ts";
import type { Policy } from "./policy.ts";

/** Something that evaluations look things up in, compiled from a policy at the first look, once. */
export type CompiledTable<Table extends object> = (policy: Policy) => Table;

/** A table, and what compiles it. */
export type Compiler = readonly [table: unknown, compile: (policy: Policy) => object];

/**
 * Declares a table whose compiler comes with the policy, from whoever read the config. Compiling takes much
 * more code than looking up: so a bundle that evaluates, but reads no config, does without it.
 */
export /* @__NO_SIDE_EFFECTS__ */ function compiledTable<Table extends object>(): CompiledTable<Table> {
  const table = perPolicy((policy): Table => {
    const compile = policy.compilers.get(table);
    if (compile === undefined) throw new TypeError("A policy is what parsePolicy returns");
    // `compiledBy` lets nothing else stand under this table.
    return compile(policy) as Table;
  });
  return table;
}

/** Says what compiles a table. */
export function compiledBy<Table extends object>(
  table: CompiledTable<Table>,
  compile: (policy: Policy) => Table,
): Compiler {
  return [table, compile];
}
