import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { optionsOf, textOf } from "../given.ts";
import { behavioursOf, isEdition, type Edition } from "../../edition/edition.ts";
import { ownEdition } from "../../edition/releases.ts";
import type { ConfigInput } from "../config.ts";
import { describeValue } from "../expectation.ts";
import { isObject } from "../is-object.ts";
import type { Issue } from "../issue.ts";
import { formatPath } from "../path.ts";
import { unknownEdition } from "../unknown-edition.ts";
import { doubtsOf } from "./doubts.ts";
import { notPlain } from "./given.ts";
import { includedPath, isBeside } from "./include-path.ts";
import { configIn, readTree, thrown, whyUnread } from "./read-tree.ts";
import type { Path } from "./remarks.ts";
import { resolvedAs, type ResolvedConfig } from "./resolved-config.ts";
import { variablesIn } from "./variables.ts";

/** How included files are found. */
export interface IncludeOptions {
  /** The release whose rules hold; those of `2026-11` when absent. */
  readonly edition?: Edition;
  /**
   * Where the config itself stands, such as `/home/ann/.openclaw/openclaw.json`. When absent, files are asked for
   * by their way from its folder: `channels.json5`, `../shared.json5`.
   */
  readonly path?: string;
}

/** So many files may include one another in a row, as in every release. */
const longestChain = 10;

/** No config is put together of more values: files that include one another twice and twice again would be. */
const mostMerged = 5_000_000;

/** The files that are being put in, from the outermost to the one that is read. */
type Chain = readonly string[];

/** A file that was put together, and how many further files it includes in a row; or why there is none. */
type Included =
  { readonly value: unknown; readonly height: number } | { readonly why: string; readonly hint: string };

/**
 * Puts the files together that a config includes, by OpenClaw's rules: an included file is looked for beside the
 * file that names it, several are merged in their order, lists are joined, and what is written beside `$include` wins.
 * A file outside the config's folder is refused, as by every release from 2026.2.17 on.
 *
 * It reads no file itself: `read` is given a path and gives the text, or nothing where there is no such file. The
 * variables of the environment are put in after this, by `substitute`.
 *
 * @example
 * ```ts
 * const files = new Map([["people.json5", "['telegram:7', 'telegram:8']"]]);
 * const put = resolveIncludes(
 *   "{ session: { identityLinks: { ann: { $include: './people.json5' } } } }",
 *   (path) => files.get(path),
 * );
 * put.config; //=> { session: { identityLinks: { ann: ["telegram:7", "telegram:8"] } } }
 * ```
 */
export function resolveIncludes(
  source: string | ConfigInput,
  read: (path: string) => string | undefined,
  options: IncludeOptions = {},
): ResolvedConfig {
  if (isPolluted()) return unpolluted(resolveIncludes, source, read, options);
  const { edition = ownEdition, path: start = "" } = optionsOf(options);
  if (!isEdition(edition)) return { ok: false, issues: [unknownEdition(textOf(edition))] };
  const behaviours = behavioursOf(edition);
  const top = readTree(source);
  if ("code" in top) return { ok: false, issues: [top] };
  const written = configIn(top.tree);
  if ("issue" in written) return { ok: false, issues: [written.issue] };

  const issues: Issue[] = top.text === undefined ? [] : doubtsOf(top, behaviours).map(({ issue }) => issue);
  const done = new Map<string, Included>();
  /** The longest chain within the file that is being read. */
  let reach = 0;
  let merged = 0;

  function refuse(place: Path, message: string, hint: string): unknown {
    issues.push({ severity: "error", code: "unreadable-include", path: formatPath(place), message, hint });
    return undefined;
  }

  /** A part of a file with everything put in; what could not be put in is missing, and an issue tells. */
  function resolve(value: unknown, place: Path, chain: Chain): unknown {
    if (Array.isArray(value)) return value.map((inner, index) => resolve(inner, [...place, index], chain));
    if (!isObject(value) || notPlain(value) !== undefined) return value;
    const { $include: named, ...others } = value;
    const rest = Object.fromEntries(
      Object.entries(others).map(([name, inner]) => [name, resolve(inner, [...place, name], chain)]),
    );
    if (!Object.hasOwn(value, "$include")) return rest;
    const included = include(named, place, chain);
    if (Object.keys(rest).length === 0 || included === undefined) return included;
    if (isObject(included)) return merge(included, rest);
    const found = `expected an object in ${describeValue(named)}, found ${describeValue(included)}`;
    return refuse(
      [...place, "$include"],
      `${found}: there are other keys beside \`$include\``,
      `move ${Object.keys(rest)
        .map((name) => `\`${name}\``)
        .join(", ")} elsewhere, or let \`$include\` stand alone`,
    );
  }

  function include(named: unknown, place: Path, chain: Chain): unknown {
    const at = [...place, "$include"];
    if (!Array.isArray(named)) return load(named, place, at, chain);
    // A list of files begins with nothing, and each is put on top.
    return named.reduce<unknown>((whole, name: unknown, index) => {
      const next = load(name, place, [...at, index], chain);
      return next === undefined ? whole : merge(whole, next);
    }, {});
  }

  function load(name: unknown, place: Path, at: Path, chain: Chain): unknown {
    const hint = "write the path of a file, or a list of paths";
    if (typeof name !== "string" || name.trim() === "")
      return refuse(at, `expected a path, found ${describeValue(name)}`, hint);
    const path = includedPath(chain.at(-1) ?? start, name);
    if (behaviours.has("includes-within-folder") && !isBeside(start, path))
      return refuse(
        at,
        `${describeValue(name)} is outside the folder of the config`,
        start === "" && /^(?:[a-z]:)?[\\/]/i.test(path)
          ? "write its way from the config's folder, or say where the config is: `resolveIncludes(config, read, { path })`"
          : "move it into the folder of the config, or below",
      );
    if (chain.includes(path) || path === start)
      return refuse(
        at,
        `${describeValue(name)} leads back to itself: ${[...chain, path].join(" → ")}`,
        "leave it out",
      );
    if (chain.length >= longestChain) return refuse(at, ...tooLong(name));
    const included = done.get(path) ?? putTogether(path, name, place, chain);
    if ("why" in included) return refuse(at, included.why, included.hint);
    const longest = chain.length + 1 + included.height;
    if (longest > longestChain) return refuse(at, ...tooLong(name));
    reach = Math.max(reach, longest);
    return included.value;
  }

  function putTogether(path: string, name: string, place: Path, chain: Chain): Included {
    const outerReach = reach;
    reach = chain.length + 1;
    const included = readIncluded(path, name, place, [...chain, path]);
    done.set(path, included);
    reach = Math.max(reach, outerReach);
    return included;
  }

  function readIncluded(path: string, name: string, place: Path, chain: Chain): Included {
    const text = askFor(path, name, read);
    if (typeof text !== "string") return text;
    const file = readTree(text);
    if ("code" in file)
      return { why: `${path} cannot be read: ${file.message}`, hint: `in ${path}: ${file.hint ?? ""}` };
    for (const { issue } of doubtsOf(file, behaviours, { place, file: path })) issues.push(issue);
    const value = resolve(file.tree, place, chain);
    return { value, height: reach - chain.length };
  }

  /** Lists are joined, objects merged; of anything else the later one is taken. */
  function merge(before: unknown, after: unknown): unknown {
    if (merged > mostMerged) return before;
    if (Array.isArray(before) && Array.isArray(after)) {
      merged += before.length + after.length;
      return [...(before as readonly unknown[]), ...(after as readonly unknown[])];
    }
    if (!isObject(before) || !isObject(after)) return after;
    const members = new Map(Object.entries(before));
    merged += members.size;
    for (const [name, value] of Object.entries(after))
      members.set(name, members.has(name) ? merge(members.get(name), value) : value);
    return Object.fromEntries(members);
  }

  const whole = resolve(top.tree, [], []);
  if (merged > mostMerged) issues.push(whyUnread({ tooDeep: false }));
  return resolvedAs(whole, issues);
}

function tooLong(name: string): [message: string, hint: string] {
  const message = `with ${describeValue(name)} more than ${longestChain} files include one another in a chain`;
  return [message, "include it further up"];
}

/** Asks the host for a file; whatever it answers or throws is told as what it is. */
function askFor(
  path: string,
  name: string,
  read: (path: string) => unknown,
): string | { readonly why: string; readonly hint: string } {
  const from = describeValue(name);
  try {
    const text = read(path);
    if (typeof text === "string") return text;
    if (text !== undefined && text !== null) {
      const given = notPlain(text);
      return {
        why: `expected the text of ${path} for ${from}, found ${given?.what ?? describeValue(text)}`,
        hint:
          given?.what === "a Promise"
            ? "read the files before, and have `read` give their texts: `(path) => texts.get(path)`"
            : `have \`read\` give text: ${given?.instead ?? '`readFileSync(path, "utf8")`'}`,
      };
    }
  } catch (error) {
    return { why: `${path} cannot be read for ${from}: ${thrown(error)}`, hint: whereToLook(name) };
  }
  return { why: `there is no file ${path}, which ${from} names`, hint: whereToLook(name) };
}

function whereToLook(name: string): string {
  return variablesIn(name).length > 0
    ? "no variables are put into the paths of includes: write the path itself"
    : "paths are relative to the file that includes; fix the path, or leave `$include` out";
}
