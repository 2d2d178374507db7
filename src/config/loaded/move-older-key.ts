import { isObject } from "../is-object.ts";
import type { OlderKey } from "../older-keys.ts";
import { drop, objectAt, put, valueAt, type LoadDraft, type PropertyPath, type Tree } from "./draft.ts";

/** What was done about an older key. */
export interface MovedKey {
  /** Where it stood. */
  readonly source: PropertyPath;
  /** Where it stands, or what took its place does; absent where it was left out and nothing did. */
  readonly target?: PropertyPath;
  /** What stands there now. */
  readonly value?: unknown;
  /** Whether it was left out, because something is written there. */
  readonly isLeftOut: boolean;
}

/** Fills in what an object does not say, all the way down. */
function filledUp(written: Tree, from: Tree): Tree {
  const filled: Record<string, unknown> = { ...written };
  for (const [name, value] of Object.entries(from)) {
    const before = Object.hasOwn(filled, name) ? filled[name] : undefined;
    // A property that is defined is data, whatever it is called.
    const put = (inner: unknown) =>
      Object.defineProperty(filled, name, {
        value: inner,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    if (before === undefined) put(value);
    else if (isObject(before) && isObject(value)) put(filledUp(before, value));
  }
  return filled;
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Takes a setting away, and the objects around it, within its owner, of which nothing is left. */
function dropWithin(draft: LoadDraft, owner: PropertyPath, path: PropertyPath): void {
  drop(draft, path);
  for (let parent = path.slice(0, -1); parent.length > owner.length; parent = parent.slice(0, -1)) {
    if (Object.keys(objectAt(draft.config, parent) ?? {}).length > 0) return;
    drop(draft, parent);
  }
}

/** Of a setting, what a row is about, and what is not; all of it where the row names no parts. */
function partsOf(old: unknown, only: readonly string[] | undefined): readonly [part: unknown, rest?: Tree] {
  if (only === undefined) return [old];
  if (!isObject(old)) return [undefined];
  const parts = [true, false].map((isPart) =>
    Object.fromEntries(Object.entries(old).filter(([name]) => only.includes(name) === isPart)),
  );
  const [part = {}, rest = {}] = parts;
  return [Object.keys(part).length === 0 ? undefined : part, rest];
}

function mergedWith(written: unknown, value: unknown, merge: OlderKey["merge"]): unknown {
  if (written === undefined || (merge === "over" && !isObject(value))) return value;
  if (!isObject(written) || !isObject(value)) return undefined;
  if (merge === "over") return { ...written, ...value };
  return merge === "fill" ? filledUp(written, value) : undefined;
}

/**
 * Moves an older key of an object to its place of today, or leaves it out where that is undefined. Nothing is done where it
 * is not written, or cannot be read.
 */
export function moveOlderKey(
  draft: LoadDraft,
  within: PropertyPath,
  row: OlderKey,
  target: PropertyPath | undefined,
): MovedKey | undefined {
  const source = [...within, ...row.key.split(".")];
  const owner = objectAt(draft.config, within);
  const [part, rest = {}] = partsOf(valueAt(draft.config, source), row.only);
  if (owner === undefined || part === undefined) return undefined;
  const value = row.today === undefined ? part : row.today(part, owner);
  // A setting that is an object stood for others that were in it; what it is today says its row.
  if (value === undefined || (row.merge === "fill" && !isObject(value))) return undefined;
  const written = target === undefined ? undefined : valueAt(draft.config, target);
  // What says it in a word has to say it in an object first.
  const parent = target?.slice(0, -1) ?? [];
  const around = valueAt(draft.config, parent);
  if (around !== undefined && !isObject(around)) return undefined;
  if (row.keptBeside === true && written !== undefined && !sameValue(written, part)) return undefined;
  if (Object.keys(rest).length > 0) put(draft, source, rest);
  else dropWithin(draft, within, source);
  const isNeedless = row.needs !== undefined && objectAt(draft.config, row.needs.split(".")) === undefined;
  if (target === undefined || value === null || isNeedless) return { source, isLeftOut: false };
  const merged = mergedWith(written, value, row.merge);
  if (merged === undefined) return { source, target, value: written, isLeftOut: true };
  if (row.beside !== undefined && around === undefined) put(draft, parent, row.beside);
  put(draft, target, merged);
  return { source, target, value: merged, isLeftOut: false };
}
