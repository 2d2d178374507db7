import { describeValue } from "../expectation.ts";
import { deepestNesting, freezeTree, type FrozenTree } from "../freeze-tree.ts";
import { isObject } from "../is-object.ts";
import type { Issue } from "../issue.ts";
import { readSource } from "../read-source.ts";
import { foreignFile } from "./foreign-file.ts";
import { answerGiven, notPlain } from "./given.ts";
import { findRemarks, type Remark } from "./remarks.ts";

/** What was read of text or of an object. */
export interface ReadTree extends FrozenTree {
  /** The text that it was read from. */
  readonly text?: string;
  /** What in it is not what it seems. */
  readonly remarks: readonly Remark[];
}

function atTheTop(code: Issue["code"], message: string, hint: string): Issue {
  return { severity: "error", code, path: "", message, hint };
}

/** Says why a tree is not complete. */
export function whyUnread({ tooDeep }: Pick<FrozenTree, "tooDeep">): Issue {
  return tooDeep
    ? atTheTop(
        "too-deep",
        `nested more than ${deepestNesting} levels deep, or circular`,
        "a config is a tree of a few levels: replace a part that leads back to itself by a copy that does not",
      )
    : atTheTop(
        "too-large",
        "it amounts to millions of values, because parts of it are shared, or made while they are read",
        "keep what decides; a directory of people can be cut down to those who write",
      );
}

/** Reads a value that somebody gave, which may bring code along. */
function freezeGiven(value: unknown): FrozenTree | Issue {
  try {
    const given = notPlain(value);
    if (given !== undefined)
      return atTheTop(
        "wrong-type",
        `expected text or an object, found ${given.what}`,
        `give ${given.instead}`,
      );
    return freezeTree(value, false);
  } catch (error) {
    return atTheTop(
      "wrong-type",
      `reading it threw ${thrown(error)}`,
      "give plain data, without getters or proxies: `JSON.parse(JSON.stringify(config))`",
    );
  }
}

/** What was thrown, in a line; that it cannot even be told is none of the reader's faults. */
export function thrown(error: unknown): string {
  try {
    const told = typeof error === "object" && error !== null && "message" in error ? error.message : error;
    const line = String(told).replace(/\s+/g, " ").trim();
    return JSON.stringify(line.length > 200 ? `${line.slice(0, 200)}…` : line);
  } catch {
    return "something that cannot be described";
  }
}

/** Reads JSON5 text, or takes an object, as a frozen tree of data. */
export function readTree(source: unknown): ReadTree | Issue {
  const text = typeof source === "string" ? source : undefined;
  const read = text === undefined ? { value: source } : readSource(text);
  if ("issue" in read) return read.issue;
  const frozen = text === undefined ? freezeGiven(source) : freezeTree(read.value, true);
  if ("code" in frozen) return frozen;
  if (frozen.tooDeep || frozen.tooLarge) return whyUnread(frozen);
  const remarks = frozen.isRemarkable ? findRemarks(frozen.tree) : [];
  return { ...frozen, remarks, ...(text !== undefined && { text }) };
}

/** What a host wrote, before it was judged. */
export type Written = Readonly<Record<string, unknown>>;

/** Takes a tree for a config, or says why it is none. */
export function configIn(tree: unknown): { readonly config: Written } | { readonly issue: Issue } {
  if (!isObject(tree))
    return {
      issue: atTheTop("wrong-type", `expected an object, found ${describeValue(tree)}`, topHint(tree)),
    };
  const answer = answerGiven(tree);
  if (answer !== undefined)
    return {
      issue: atTheTop("wrong-type", `expected a config, found ${answer.what}`, `give ${answer.instead}`),
    };
  const foreign = foreignFile(tree);
  return foreign === undefined
    ? { config: tree }
    : {
        issue: atTheTop(
          "foreign-file",
          `this is ${foreign}, not a config`,
          "give the text of `openclaw.json`",
        ),
      };
}

function topHint(tree: unknown): string {
  if (Array.isArray(tree))
    return tree.length === 1 && isObject(tree[0])
      ? "give the object in it: a config is one object, not a list"
      : "an object with sections, such as `{ session: {}, bindings: [] }`; a list of bindings is `{ bindings: […] }`";
  if (typeof tree === "string" && /^\s*\{/.test(tree))
    return "it is text within text: `JSON.parse` it once first";
  if (tree === undefined || tree === null)
    return "an object; if there is no config yet, the smallest is `{}`";
  return "an object with sections, such as `{ session: {} }`";
}
