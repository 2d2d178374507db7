import type * as z from "zod/mini";
import { behavioursOf, type Edition } from "../edition/edition.ts";
import type { Config, ConfigInput } from "./config.ts";
import { describeValue, expectation } from "./expectation.ts";
import { deepestNesting, freezeTree, type FrozenTree } from "./freeze-tree.ts";
import { isObject } from "./is-object.ts";
import type { Issue } from "./issue.ts";
import { issueOfKey, issueOfValue } from "./issue-of.ts";
import { checkKeys } from "./keys/check-keys.ts";
import { isUnchecked, listOf } from "./keys/read-lists.ts";
import { parsePath } from "./path.ts";
import { readSource } from "./read-source.ts";
import { configSchema } from "./schema/config.ts";
import { without } from "./without.ts";
import { describes, findUnknownKeys } from "./unknown-keys.ts";

/** A config as it was written, and what is wrong with it; or why it is none. */
type ReadConfig =
  | {
      readonly ok: true;
      /** Frozen, and exactly what was written; it has the type of a config where nothing is wrong. */
      readonly config: Config;
      readonly issues: readonly Issue[];
      /** Where the errors among the issues are. */
      readonly wrong: readonly (readonly PropertyKey[])[];
    }
  | { readonly ok: false; readonly issue: Issue };

const nestedTooDeeply: Issue = {
  severity: "error",
  code: "too-deep",
  path: "",
  message: `nested more than ${deepestNesting} levels deep, or in a circle`,
  hint: "a config is a tree of a few levels",
};

function notAnObject(value: unknown): Issue {
  const message = `expected an object, found ${describeValue(value)}`;
  return { severity: "error", code: "wrong-type", path: "", message, hint: "an object" };
}

/** Reads JSON5 text or an object as a config of one edition. */
export function readConfig(source: string | ConfigInput, edition: Edition): ReadConfig {
  const read = typeof source === "string" ? readSource(source) : { value: source };
  if ("issue" in read) return { ok: false, issue: read.issue };
  const frozen = freezeTree(read.value, typeof source === "string");
  if (frozen.tooDeep) return { ok: false, issue: nestedTooDeeply };
  const { tree } = frozen;
  if (!isObject(tree)) return { ok: false, issue: notAnObject(tree) };
  // The schema only judges: what was written is kept as it is, whatever zod would make of it.
  return { ok: true, ...judge(frozen, edition) };
}

/** Of a value that could have been several things, what is wrong within it, which says more. */
function* withinUnions(issue: z.core.$ZodIssue): Generator<z.core.$ZodIssue> {
  const alternatives = issue.code === "invalid_union" ? issue.errors : [];
  const inner = alternatives.find((issues) => issues.some(({ path }) => path.length > 0));
  if (inner === undefined) yield issue;
  else for (const each of inner) yield* withinUnions({ ...each, path: [...issue.path, ...each.path] });
}

function judge(
  { tree, hasProtoKey }: FrozenTree,
  edition: Edition,
): Pick<ReadConfig & { ok: true }, "config" | "issues" | "wrong"> {
  const behaviours = behavioursOf(edition);
  const ours = behaviours.has("strict-settings");
  const schema = configSchema(behaviours);
  const judged = hasProtoKey ? withStandIns(tree) : tree;
  const issues: Issue[] = [];
  const wrong: (readonly PropertyKey[])[] = [];
  const named = new Set<string>();
  /** Adds what is wrong at a place, unless something is said of it already. */
  const add = (issue: Issue, path: readonly PropertyKey[]): void => {
    if (named.has(issue.path)) return;
    named.add(issue.path);
    issues.push(issue);
    if (issue.severity === "error") wrong.push(path);
  };

  const unread: (readonly PropertyKey[])[] = [];
  const { error } = schema.safeParse(judged, { error: expectation });
  for (const issue of (error?.issues ?? []).flatMap((each) => [...withinUnions(each)])) {
    if (issue.code === "unrecognized_keys") continue;
    const path = withoutStandIns(issue.path);
    const passes = !ours && isUnchecked(path, listOf(edition));
    const found = issueOfValue(issue, path, tree, behaviours);
    add(passes ? { ...found, severity: "warning" } : found, path);
    if (passes) unread.push(path);
  }
  for (const unknown of findUnknownKeys(schema, judged)) {
    // The keys of the other sections are listed for each release.
    if (!ours && unknown.path[0] !== "session") continue;
    const path = withoutStandIns(unknown.path);
    const issue = issueOfKey(unknown, path, "error");
    if (issue !== undefined) add(issue, path);
  }
  for (const issue of checkKeys(tree, edition)) {
    const path = parsePath(issue.path) ?? [];
    // What an edition of ours adds to the keys of the releases, its schema describes.
    if (!ours || !describes(schema, path)) add(issue, path);
  }
  // What a release passes unchecked and nobody could read is left out, so that a policy holds what it says it holds.
  const config = unread.length === 0 ? tree : freezeTree(unread.reduce(without, tree), true).tree;
  return { config: config as Config, issues, wrong };
}

/** Stands for a key called `__proto__`, which zod passes over unread. */
const standIn = "__proto__\u0000";

/** A copy of a tree in which another name stands for every key called `__proto__`. */
function withStandIns(tree: unknown): unknown {
  if (typeof tree !== "object" || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map(withStandIns);
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name === "__proto__" ? standIn : name, withStandIns(value)]),
  );
}

/** A path in such a copy as a path in the tree itself. */
function withoutStandIns(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path.map((step) => (step === standIn ? "__proto__" : step));
}
