import { lineageOf, type Edition } from "../../edition/edition.ts";
import { listedReleases, shapes } from "./lists.ts";

/** What a key takes. */
export interface Takes {
  /** A letter for each type: `s`tring, `n`umber, `b`oolean, `o`bject, `a`rray, null (`z`), or whatever it is (`x`). */
  readonly types: string;
  /** Whether all keys of the object are listed. */
  readonly closed: boolean;
  /** The kind of object, or of list, where its keys are listed. */
  readonly shape: number | undefined;
  /** The values of a type that it takes, where it does not take all of that type. */
  readonly words: readonly (string | number | boolean)[];
}

/** What a key takes from a release on, by its position among those that are listed; nothing where there is no such key. */
interface Change {
  readonly since: number;
  readonly takes: Takes | undefined;
}

/** The history of a key. */
export type Timeline = readonly Change[];

/** The keys of a kind of object; `*` stands for any other, `[]` for the elements of a list. */
export type Shape = ReadonlyMap<string, Timeline>;

const change = /^(\d*)(?:-|([snboazx]+)(!?)(?:#(\d+))?(?:=(.*))?)$/;

function readWord(word: string): string | number | boolean {
  // What is no text is written as JSON, so it is a number or a boolean.
  return word.startsWith("~") ? (JSON.parse(word.slice(1)) as number | boolean) : word;
}

function readChange(text: string): Change {
  const [, since = "", types, closed, shape, words] = change.exec(text) ?? [];
  const takes =
    types === undefined
      ? undefined
      : {
          types,
          closed: closed === "!",
          shape: shape === undefined ? undefined : Number(shape),
          words: words === undefined ? [] : words.split(",").map(readWord),
        };
  return { since: Number(since), takes };
}

function readShape(line: string): Shape {
  return new Map(
    line.split(" ").map((field) => {
      const colon = field.indexOf(":");
      return [
        field.slice(0, colon),
        field
          .slice(colon + 1)
          .split("|")
          .map(readChange),
      ];
    }),
  );
}

let lines: readonly string[] | undefined;
const read = new Map<number, Shape>();

/** The keys of a kind of object; read at the first look at it, because a config has few of all these kinds. */
export function shapeAt(number: number): Shape {
  lines ??= shapes.trim().split("\n");
  const before = read.get(number);
  if (before !== undefined) return before;
  const shape = readShape(lines[number] ?? "");
  read.set(number, shape);
  return shape;
}

/** The keys of a config. */
export function rootShape(): Shape {
  lines ??= shapes.trim().split("\n");
  return shapeAt(lines.length - 1);
}

/** What a key takes at a time; undefined where there is no such key then. */
export function takesAt(timeline: Timeline, time: number): Takes | undefined {
  return timeline.findLast(({ since }) => since <= time)?.takes;
}

export const releases: readonly string[] = listedReleases.split(" ");

/** The position of the list that holds for an edition: its own, or that of the nearest release that it continues. */
export function listOf(edition: Edition): number {
  for (const generation of lineageOf(edition)) {
    const position = releases.indexOf(generation);
    if (position >= 0) return position;
  }
  return 0;
}

/** Where an edition has no list of its own, the list of the next release that continues it: what changed may have changed before. */
export function nextListOf(edition: Edition): number | undefined {
  const [own] = lineageOf(edition);
  if (own === undefined || !own.includes(".") || releases.includes(own)) return undefined;
  const position = releases.findIndex((release) => lineageOf(`openclaw@${release}` as Edition).has(own));
  return position < 0 ? undefined : position;
}

/** The channels that a release has of its own. */
export function channelsAt(time: number): readonly string[] {
  const channels = rootShape().get("channels");
  const shape = channels && takesAt(channels, time)?.shape;
  if (shape === undefined) return [];
  const others = ["*", "defaults", "modelByChannel"];
  return [...shapeAt(shape)]
    .filter(([name, timeline]) => !others.includes(name) && takesAt(timeline, time) !== undefined)
    .map(([name]) => name);
}

/** Whether a place of a config is known at a time. */
export function isListed(steps: readonly string[], time: number): boolean {
  let shape: Shape | undefined = rootShape();
  for (const step of steps) {
    const timeline: Timeline | undefined = shape?.get(step) ?? (step === "[]" ? undefined : shape?.get("*"));
    const takes: Takes | undefined = timeline && takesAt(timeline, time);
    if (takes === undefined) return false;
    shape = takes.shape === undefined ? undefined : shapeAt(takes.shape);
  }
  return true;
}

/** Whether a release lets a setting stand at a place: one that it knows, or where it checks nothing, as in a plugin's channel. */
export function accepts(path: readonly PropertyKey[], time: number): boolean {
  for (const [index, takes] of [...takesAlong(path, time)].entries()) {
    if (takes === undefined) return index === 1 && path[0] === "channels";
    if (takes.shape === undefined || takes.types.includes("x")) return true;
  }
  return true;
}

const placesByName = new Map<number, ReadonlyMap<string, readonly string[]>>();

/** Of every name, the places nearest to the top at which it stands. */
function indexAt(time: number): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  let level: readonly (readonly [place: string, shape: Shape])[] = [["", rootShape()]];
  while (level.length > 0) {
    const next: (readonly [place: string, shape: Shape])[] = [];
    const found = new Map<string, string[]>();
    for (const [place, shape] of level)
      for (const [key, timeline] of shape) {
        const takes: Takes | undefined = takesAt(timeline, time);
        if (takes === undefined) continue;
        const inner = key === "[]" ? `${place}[]` : place === "" ? key : `${place}.${key}`;
        const before = found.get(key);
        if (before !== undefined) before.push(inner);
        else if (!index.has(key)) found.set(key, [inner]);
        if (takes.shape !== undefined) next.push([inner, shapeAt(takes.shape)]);
      }
    for (const [name, places] of found) index.set(name, places);
    level = next;
  }
  return index;
}

/** The places nearest to the top at which a key of this name stands, as people write them. */
export function placesOf(name: string, time: number): readonly string[] {
  const index = placesByName.get(time) ?? indexAt(time);
  placesByName.set(time, index);
  return index.get(name) ?? [];
}

/** What each step of a place takes at a time, as far as they are listed. */
function* takesAlong(path: readonly PropertyKey[], time: number): Generator<Takes | undefined> {
  let shape: Shape | undefined = rootShape();
  for (const step of path) {
    const timeline: Timeline | undefined =
      typeof step === "number" ? shape?.get("[]") : (shape?.get(String(step)) ?? shape?.get("*"));
    const takes: Takes | undefined = timeline && takesAt(timeline, time);
    yield takes;
    shape = takes?.shape === undefined ? undefined : shapeAt(takes.shape);
  }
}

/** Whether a release lets anything stand at a place, because it does not check what is there, or around it. */
export function isUnchecked(path: readonly PropertyKey[], time: number): boolean {
  return [...takesAlong(path, time)].some((takes) => takes?.types.includes("x") === true);
}

/** Whether a release takes one of a few words at a place. */
export function takesWords(path: readonly PropertyKey[], time: number): boolean {
  return wordsAt(path, time).length > 0;
}

/** The release from which on something does not hold, of those up to a time; undefined where it does, or never did. */
function since(time: number, holds: (time: number) => boolean): string | undefined {
  const earlier = Array.from({ length: time + 1 }, (_, before) => before);
  const last = earlier.findLast(holds);
  return last === undefined || last === time ? undefined : releases[last + 1];
}

/** The release from which on a place is not known, of those up to a time; undefined where it is, or no release before knew it. */
export function leftIn(path: readonly PropertyKey[], time: number): string | undefined {
  return since(time, (before) => [...takesAlong(path, before)].every((takes) => takes !== undefined));
}

/** The release from which on what is taken at a place is not as asked, of those up to a time; undefined where it is, or never was. */
export function changedIn(
  path: readonly PropertyKey[],
  time: number,
  isSo: (takes: Takes) => boolean,
): string | undefined {
  return since(time, (before) => {
    const takes = [...takesAlong(path, before)].at(-1);
    return takes !== undefined && isSo(takes);
  });
}

/** The words that a release takes at a place; none where it takes any, or does not know the place. */
export function wordsAt(path: readonly PropertyKey[], time: number): readonly (string | number | boolean)[] {
  return [...takesAlong(path, time)].at(-1)?.words ?? [];
}

/** Whether a key stands in the list of a release. */
export function knowsKey(path: readonly PropertyKey[], time: number): boolean {
  return isListed(
    path.map((step) => (typeof step === "number" ? "[]" : String(step))),
    time,
  );
}

/** Whether a release takes a value of a type, by its letter, at a place. */
export function takesType(path: readonly PropertyKey[], letter: string, time: number): boolean {
  const types = [...takesAlong(path, time)].at(-1)?.types ?? "x";
  return types.includes(letter) || types.includes("x");
}
