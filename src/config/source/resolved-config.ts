import type { ConfigInput } from "../config.ts";
import { freezeTree } from "../freeze-tree.ts";
import type { Issue } from "../issue.ts";
import { configIn, whyUnread } from "./read-tree.ts";

/** A config in which something was put in, or every reason why that could not be done. */
export type ResolvedConfig =
  | {
      /** True: everything was put in. */
      readonly ok: true;
      /** Frozen, plain data; `parsePolicy` judges it. */
      readonly config: ConfigInput;
      /** What deserves a look, though it was done. */
      readonly warnings: readonly Issue[];
      /** Absent where everything was put in. */
      readonly issues?: never;
    }
  | {
      /** False: something could not be put in, for the `issues`. */
      readonly ok: false;
      /** Everything that hindered it; at least one. */
      readonly issues: readonly [Issue, ...Issue[]];
      /** Absent where something could not be put in. */
      readonly config?: never;
      /** Absent where something could not be put in: then only errors are told. */
      readonly warnings?: never;
    };

/** Answers with what was put together, unless something was wrong on the way. */
export function resolvedAs(tree: unknown, issues: readonly Issue[]): ResolvedConfig {
  const [first, ...others] = issues.filter(({ severity }) => severity === "error");
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  const frozen = freezeTree(tree, false);
  if (frozen.tooDeep || frozen.tooLarge) return { ok: false, issues: [whyUnread(frozen)] };
  const written = configIn(frozen.tree);
  return "issue" in written
    ? { ok: false, issues: [written.issue] }
    : { ok: true, config: written.config, warnings: issues };
}
