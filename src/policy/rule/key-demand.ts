import type { Rule } from "./rule.ts";

/** The prefixes that both forms of a key must have for a rule to match; `""` asks nothing. */
export interface KeyDemand {
  readonly raw: string;
  readonly scoped: string;
}

/** Of two prefixes of one text the longer, which says it all; undefined where no text has both. */
export function longer(a: string, b: string): string | undefined {
  if (a.startsWith(b)) return a;
  return b.startsWith(a) ? b : undefined;
}

/** What a rule asks of the key, as alternatives of which one must hold; none for a rule that never matches. */
export function keyDemands({ asks, keyPrefixOf }: Rule): readonly KeyDemand[] {
  const { keyPrefix = "", rawKeyPrefix = "" } = asks;
  if (keyPrefix === "") return [{ raw: rawKeyPrefix, scoped: "" }];
  const raw = keyPrefixOf === "scoped" ? undefined : longer(rawKeyPrefix, keyPrefix);
  return [
    ...(raw === undefined ? [] : [{ raw, scoped: "" }]),
    ...(keyPrefixOf === "raw" ? [] : [{ raw: rawKeyPrefix, scoped: keyPrefix }]),
  ];
}
