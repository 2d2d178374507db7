import { compileGlob } from "../glob.ts";

/** A list of names and patterns; `"all"` is every name. */
export type Names = readonly string[] | "all";

/**
 * The names and patterns that two lists have in common. A name that only a pattern of the other
 * list covers is kept where `isName` knows it for what it seems: elsewhere it could mean more.
 */
export function commonNames(a: Names, b: Names, isName: (name: string) => boolean = () => true): Names {
  if (a === "all") return b;
  if (b === "all") return a;
  const within = (list: readonly string[], other: readonly string[]) => {
    const exact = new Set(other);
    const globs = other.filter((name) => name.includes("*")).map((pattern) => compileGlob(pattern));
    return list.filter((name) => {
      if (exact.has(name) || exact.has("*")) return true;
      return (name.includes("*") || isName(name)) && globs.some((covers) => covers(name));
    });
  };
  return [...new Set([...within(a, b), ...within(b, a)])];
}
