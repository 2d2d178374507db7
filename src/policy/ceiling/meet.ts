import type { Config } from "../../config/config.ts";
import { isObject } from "../../config/is-object.ts";
import type { Issue } from "../../config/issue.ts";
import { knowsOf } from "../../config/keys/knows.ts";
import { valueAt } from "../../config/loaded/draft.ts";
import type { Policy } from "../../config/policy.ts";
import { compileGlob } from "../glob.ts";

/** Tells of a place where a ceiling is stricter than it would have to be. */
export type Note = (path: string, message: string) => void;

/** A pen for notes, and the sheet that it writes on. */
export function ceilingNotes(): { readonly note: Note; readonly notes: readonly Issue[] } {
  const notes = new Map<string, Issue>();
  return {
    note: (path, message) => {
      const issue: Issue = { severity: "warning", code: "stricter-ceiling", path, message };
      notes.set(`${path} ${message}`, issue);
    },
    get notes() {
      return [...notes.values()];
    },
  };
}

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

/** Of two words the one that comes first in an order. */
export function earlier<Word>(order: readonly Word[], a: Word, b: Word): Word {
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

/** A config without the settings for which the edition of both policies has no word, and which neither has all the same: nothing reads them. */
export function sayable(config: Config, [a, b]: readonly [Policy, Policy]): Config {
  const knows = knowsOf(a);
  const written = [a.config, b.config];
  const kept = (value: unknown, place: readonly (string | number)[]): unknown =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, inner]) => [key, inner, [...place, key]] as const)
            .filter(([, , at]) => knows(at) || written.some((config) => valueAt(config, at) !== undefined))
            .map(([key, inner, at]) => [key, kept(inner, at)]),
        )
      : Array.isArray(value)
        ? value.map((inner, index) => kept(inner, [...place, index]))
        : value;
  // A config without some of its settings, all of which are optional, is a config.
  return kept(config, []) as Config;
}
