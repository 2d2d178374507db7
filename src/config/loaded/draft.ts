import type { Issue } from "../issue.ts";
import { isObject } from "../is-object.ts";
import type { LoadChange } from "./change.ts";

/** A place in a config, step by step from the top. */
export type PropertyPath = readonly (string | number)[];

/** An object of a config while it is being loaded. */
export type Tree = Readonly<Record<string, unknown>>;

/** A config on its way through a loader. What was written is never touched: what changes is copied, once. */
export interface LoadDraft {
  config: Tree;
  readonly changes: LoadChange[];
  /** Why the release refuses the config, if it does. */
  readonly issues: Issue[];
  /** The agent that was marked as the default one, which the loader keeps beside the config. */
  defaultAgentId?: string;
  /** Whether only what decides is asked for: the agents stay as they are written, the mark of the default one too. */
  decidesOnly?: true;
  /** The objects and lists that are this draft's own, so that they may be written to. */
  readonly own: Set<object>;
}

/** Begins to load a config. */
export function draftOf(config: Tree): LoadDraft {
  return { config, changes: [], issues: [], own: new Set() };
}

/** An object's own property; undefined where there is none, or no object. */
export function property(of: unknown, name: string | number): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name)
    ? (of as Readonly<Record<string | number, unknown>>)[name]
    : undefined;
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(config: unknown, path: PropertyPath): unknown {
  return path.reduce(property, config);
}

/** The object at a place, or undefined where there is none. */
export function objectAt(config: unknown, path: PropertyPath): Tree | undefined {
  const value = valueAt(config, path);
  return isObject(value) ? value : undefined;
}

type Writable = Record<string | number, unknown>;

// An assignment to `__proto__` would change the prototype; a property that is defined is data.
function write(to: Writable, name: string | number, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(to, name, { value, enumerable: true, configurable: true, writable: true });
  else to[name] = value;
}

/** A copy of an object or list that the draft may write to; the thing itself where it is the draft's already. */
function owned(draft: LoadDraft, value: unknown): Writable {
  if (typeof value === "object" && value !== null && draft.own.has(value)) return value as Writable;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...(isObject(value) && value) };
  draft.own.add(copy);
  return copy as Writable;
}

/** The object or list at a place, for writing; objects are made on the way where there are none. */
function ownedAt(draft: LoadDraft, path: PropertyPath): Writable {
  const root = owned(draft, draft.config);
  draft.config = root;
  let at = root;
  for (const name of path) {
    const inner = owned(draft, property(at, name));
    write(at, name, inner);
    at = inner;
  }
  return at;
}

function split(path: PropertyPath): readonly [PropertyPath, string | number] {
  return [path.slice(0, -1), path.at(-1) ?? ""];
}

/** Writes a value at a place. */
export function put(draft: LoadDraft, path: PropertyPath, value: unknown): void {
  const [parent, name] = split(path);
  write(ownedAt(draft, parent), name, value);
}

/** Takes away what stands at a place. */
export function drop(draft: LoadDraft, path: PropertyPath): void {
  const [parent, name] = split(path);
  // A loader takes settings away, whatever they are called.
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
  delete ownedAt(draft, parent)[name];
}

/** Adds to the end of a list, which is made where there is none. */
export function append(draft: LoadDraft, path: PropertyPath, values: readonly unknown[]): void {
  if (!Array.isArray(valueAt(draft.config, path))) put(draft, path, []);
  const list = ownedAt(draft, path) as unknown as unknown[];
  for (const value of values) list.push(value);
}
