import type { ToolSelectionConfig } from "../../config/config.ts";
import type { ToolListSource } from "./list.ts";

/** The lists of one layer, read as its config means them. */
export interface PickedLists {
  readonly allow?: readonly ToolListSource[];
  readonly deny?: readonly ToolListSource[];
}

/**
 * Reads `allow`, `alsoAllow` and `deny` of one layer. `alsoAllow` extends `allow`; without an
 * `allow` that has entries it extends `*`, so that it does not restrict by itself.
 */
export function pickToolLists(
  { allow, alsoAllow, deny }: ToolSelectionConfig,
  path: string,
): PickedLists | undefined {
  const also = alsoAllow !== undefined && alsoAllow.length > 0 ? alsoAllow : undefined;
  const base =
    also !== undefined && (allow === undefined || allow.length === 0)
      ? { entries: ["*"], path: `${path}.alsoAllow` }
      : allow && { entries: allow, path: `${path}.allow` };
  if (base === undefined && deny === undefined) return undefined;
  return {
    ...(base && { allow: also ? [base, { entries: also, path: `${path}.alsoAllow` }] : [base] }),
    ...(deny && { deny: [{ entries: deny, path: `${path}.deny` }] }),
  };
}
