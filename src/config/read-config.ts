import type * as z from "zod/mini";
import { behavioursOf, type Behaviours, type Edition } from "../edition/edition.ts";
import type { Config, ConfigInput } from "./config.ts";
import { expectation } from "./expectation.ts";
import { freezeTree, type FrozenTree } from "./freeze-tree.ts";
import type { Issue, LocatedIssue } from "./issue.ts";
import { inQuotes, issueOfKey, issueOfValue } from "./issue-of.ts";
import { checkKeys } from "./keys/check-keys.ts";
import { movedHint, movedTo } from "./keys/moved.ts";
import { isUnchecked, knowsKey, listOf, takesWords } from "./keys/read-lists.ts";
import { formatPath, parsePath } from "./path.ts";
import { configSchema } from "./schema/config.ts";
import { schemasAt } from "./schema-at.ts";
import { doubtsOf } from "./source/doubts.ts";
import { notPlain } from "./source/given.ts";
import { configIn, readTree } from "./source/read-tree.ts";
import type { Path, Remark } from "./source/remarks.ts";
import { unresolvedInclude, unresolvedVariable } from "./source/unresolved.ts";
import { describes, findUnknownKeys } from "./unknown-keys.ts";
import { without } from "./without.ts";

/** A config as it was written, and what is wrong with it; or why it is none. */
type ReadConfig =
  | {
      readonly ok: true;
      /** Frozen, and exactly what was written; it has the type of a config where nothing is wrong. */
      readonly config: Config;
      readonly found: readonly LocatedIssue[];
    }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };

/** How a config is read. */
export interface ReadOptions {
  /** Whether variables were put in already, so that what looks like one is text. */
  readonly substituted?: boolean;
  /** Every channel that the host has, where it told. */
  readonly channels?: readonly string[] | undefined;
}

/** Reads JSON5 text or an object as a config of one edition. */
export function readConfig(
  source: string | ConfigInput,
  edition: Edition,
  { substituted = false, channels }: ReadOptions = {},
): ReadConfig {
  const read = readTree(source);
  if ("code" in read) return { ok: false, issues: [read] };
  const { tree, remarks } = read;
  const written = configIn(tree);
  if ("issue" in written) return { ok: false, issues: [written.issue] };
  const behaviours = behavioursOf(edition);
  const [first, ...others] = remarks.flatMap((remark) => notData(remark, behaviours));
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  const standing = substituted ? remarks.filter(({ kind }) => kind !== "variable") : remarks;
  const judged = judge(read, edition, channels);
  const found = withStandingIn(withDoubts(judged.found, doubtsOf(read, behaviours)), standing);
  // The schema only judges: what was written is kept as it is, whatever zod would make of it.
  return { ok: true, config: judged.tree as Config, found };
}

/** Something in a section that decides, and is no data: whatever were read of it, it would be half of it. */
function notData({ kind, path, value }: Remark, behaviours: Behaviours): readonly Issue[] {
  if (kind !== "object" || schemasAt(configSchema(behaviours), path.slice(0, 1)).length === 0) return [];
  const given = notPlain(value);
  if (given === undefined) return [];
  const message = `expected plain data, found ${given.what}`;
  return [
    { severity: "error", code: "wrong-type", path: formatPath(path), message, hint: `give ${given.instead}` },
  ];
}

/** Of a value that could have been several things, what is wrong within it, which says more. */
function* withinUnions(issue: z.core.$ZodIssue): Generator<z.core.$ZodIssue> {
  const alternatives = issue.code === "invalid_union" ? issue.errors : [];
  const inner = alternatives.find((issues) => issues.some(({ path }) => path.length > 0));
  if (inner === undefined) yield issue;
  else for (const each of inner) yield* withinUnions({ ...each, path: [...issue.path, ...each.path] });
}

/** A step of a path in data, which has no symbols for keys. */
function stepOf(step: PropertyKey): string | number {
  return typeof step === "number" ? step : String(step);
}

function placeOf(path: readonly PropertyKey[]): string {
  return formatPath(path.map(stepOf));
}

/** What is wrong with a config, and the config without what is passed over. */
interface Judged {
  readonly found: readonly LocatedIssue[];
  readonly tree: unknown;
}

/** What the schema finds wrong, and what the release's own list of keys does. */
function judge({ tree, hasProtoKey }: FrozenTree, edition: Edition, channels?: readonly string[]): Judged {
  const behaviours = behavioursOf(edition);
  const ours = behaviours.has("strict-settings");
  const schema = configSchema(behaviours);
  const list = listOf(edition);
  const judged = hasProtoKey ? withStandIns(tree) : tree;
  const ofList = checkKeys(tree, edition, channels);
  const refused = new Set(
    ofList
      .filter(({ code, severity }) => code === "unknown-key" && severity === "error")
      .map(({ path }) => path),
  );
  /** Whether a place is within one that is refused as a whole, so that nothing there could be right. */
  const isWithinRefused = (path: readonly PropertyKey[]): boolean =>
    path.some((_, end) => end > 0 && refused.has(placeOf(path.slice(0, end))));
  const found = new Map<string, LocatedIssue>();
  /** Adds what is wrong at a place, unless something is said of it already. */
  const add = (issue: Issue, path: readonly PropertyKey[]): void => {
    if (!found.has(issue.path)) found.set(issue.path, { path, issue });
  };

  const unread: (readonly PropertyKey[])[] = [];
  const { error } = schema.safeParse(judged, { error: expectation });
  for (const issue of (error?.issues ?? []).flatMap((each) => [...withinUnions(each)])) {
    if (issue.code === "unrecognized_keys") continue;
    const path = withoutStandIns(issue.path);
    // Of a key that is refused, its value does not matter.
    if (!ours && (isWithinRefused(path) || refused.has(placeOf(path)))) continue;
    const passes = !ours && isUnchecked(path, list);
    const wrong = issueOfValue(issue, path, tree, { behaviours, schema });
    // Which words a release takes, its list knows better than the schema, which reads most of them as text.
    const listed =
      ours || !takesWords(path, list) ? undefined : ofList.find((one) => one.path === wrong.path);
    add(listed ?? (passes ? { ...wrong, severity: "warning" } : wrong), path);
    if (passes) unread.push(path);
  }
  for (const unknown of findUnknownKeys(schema, judged)) {
    // The keys of the other sections are listed for each release.
    if (!ours && unknown.path[0] !== "session") continue;
    const path = withoutStandIns(unknown.path);
    const issue = issueOfKey(unknown, path, "error");
    const moved = movedTo(path.map(stepOf), list);
    // Where it belongs, if that is known, says more than what it looks like.
    // What a release knows is no mistyped name of another key.
    if (issue === undefined || (!unknown.closed && knowsKey(path, list))) continue;
    const told = moved && (ofList.find((one) => one.path === issue.path) ?? issue);
    add(told === undefined || moved === undefined ? issue : { ...told, hint: movedHint(moved.place) }, path);
  }
  for (const issue of ofList) {
    const path = parsePath(issue.path) ?? [];
    // What an edition of ours adds to the keys of the releases, its schema describes.
    if (!ours || !describes(schema, path)) add(issue, path);
  }
  // What a release passes unchecked and nobody could read is left out, so that a policy holds what it says it holds.
  const read = unread.length === 0 ? tree : freezeTree(unread.reduce(without, tree), false).tree;
  return { found: [...found.values()], tree: read };
}

/** What stands for something else, and what the schema says of everything but that. */
function withStandingIn(
  judged: readonly LocatedIssue[],
  remarks: readonly Remark[],
): readonly LocatedIssue[] {
  const includes = remarks.filter((remark) => remark.kind === "include");
  const variables = remarks
    .filter((remark) => remark.kind === "variable")
    .flatMap((remark) => unresolvedVariable(remark).map((issue) => ({ path: remark.path, issue })));
  const awaited = new Set(
    variables.filter(({ issue }) => issue.severity === "error").map(({ issue }) => issue.path),
  );
  const isJudged = ({ path, issue }: LocatedIssue): boolean =>
    !awaited.has(issue.path) && !includes.some((include) => isUpTo(include.path, path, issue));
  return [
    // Whatever the part decides in which a file would be put in, is not decided by what is written there.
    ...includes.map((remark) => ({ path: remark.path.slice(0, -1), issue: unresolvedInclude(remark) })),
    ...variables,
    ...judged.filter(isJudged),
  ];
}

/** Whether what is wrong at a place may be right when a file has been put in. */
function isUpTo(include: Path, path: readonly PropertyKey[], { code }: Issue): boolean {
  const holder = include.slice(0, -1);
  if (holder.some((step, index) => path[index] !== step)) return false;
  return path.length === holder.length || path[holder.length] === "$include" || code === "missing";
}

/** Whether a number may stand for an id: nothing is wrong with it, or only that it is not in quotes. */
function mayBeId(issue: Issue | undefined): boolean {
  return issue === undefined || issue.hint?.startsWith(inQuotes) === true;
}

/** Numbers that are not exact, and what else is doubtful or wrong; one issue about each number. */
function withDoubts(
  judged: readonly LocatedIssue[],
  doubts: readonly LocatedIssue[],
): readonly LocatedIssue[] {
  if (doubts.length === 0) return judged;
  const wrong = new Map(judged.map(({ issue }) => [issue.path, issue]));
  const numbers = new Set(
    doubts
      .filter(({ issue: { code, path } }) => code === "inexact-number" && mayBeId(wrong.get(path)))
      .map(({ issue }) => issue.path),
  );
  return [
    ...doubts
      .filter(({ issue }) => issue.code !== "inexact-number" || numbers.has(issue.path))
      .map(({ path, issue }) => ({
        path,
        issue: wrong.get(issue.path)?.severity === "error" ? { ...issue, severity: "error" as const } : issue,
      })),
    ...judged.filter(({ issue }) => !numbers.has(issue.path)),
  ];
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
