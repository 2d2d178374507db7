import { behavioursOf, type Edition } from "../../edition/edition.ts";
import { describeValue } from "../expectation.ts";
import { isObject } from "../is-object.ts";
import type { Issue } from "../issue.ts";
import { inQuotes, knownWord } from "../issue-of.ts";
import { didYouMean, nearest } from "../nearest.ts";
import { formatPath } from "../path.ts";
import { checkCombinations } from "./check-combinations.ts";
import { hintOfMoved, movedTo } from "./moved.ts";
import type { Path } from "./places.ts";
import {
  isListed,
  listOf,
  nextListOf,
  placesOf,
  releases,
  rootShape,
  shapeAt,
  takesAt,
  type Shape,
  type Takes,
  type Timeline,
} from "./read-lists.ts";
import { unknownChannels } from "./unknown-channels.ts";

const types = {
  s: "text",
  n: "a number",
  b: "true or false",
  o: "an object",
  a: "a list",
  z: "null",
  x: "anything",
};

function typeOf(value: unknown): keyof typeof types | undefined {
  if (value === null) return "z";
  if (Array.isArray(value)) return "a";
  if (typeof value === "object") return "o";
  if (typeof value === "string") return "s";
  if (typeof value === "number") return "n";
  return typeof value === "boolean" ? "b" : undefined;
}

function expectedOf({ types: letters, words }: Takes): string {
  const kinds = Object.entries(types).filter(([letter]) => letters.includes(letter) && letter !== "x");
  const free = kinds.filter(([letter]) => !words.some((word) => typeOf(word) === letter));
  return [...words.map((word) => JSON.stringify(word)), ...free.map(([, name]) => name)].join(" or ");
}

function hintOfType(value: unknown, takes: Takes): string {
  const isId = typeof value === "number" && takes.types.includes("s") && takes.words.length === 0;
  return isId ? `${inQuotes}: "${value}"` : `write ${expectedOf(takes)}`;
}

/** Which releases know a key that this one does not, in a sentence. */
function otherTimes(timeline: Timeline, time: number): string | undefined {
  const later = timeline.find(({ since, takes }) => since > time && takes !== undefined);
  if (later !== undefined) return `it is read since ${releases[later.since]}`;
  const gone = timeline.find(({ since, takes }) => since > 0 && takes === undefined);
  return gone === undefined ? undefined : `${releases[gone.since - 1]} was the last release that read it`;
}

/** Where keys stand that were written in a wrong place: the key itself, or what is within it. */
function rightPlaces(key: string, value: unknown, time: number): string | undefined {
  const own = placesOf(key, time);
  const inner = isObject(value) ? Object.keys(value) : [];
  const fits = own.filter((place) =>
    inner.every((name) => isListed([...place.replaceAll("[]", ".[]").split("."), name], time)),
  );
  const places = fits.length > 0 ? fits : inner.flatMap((name) => placesOf(name, time).slice(0, 1));
  if (places.length === 0) return undefined;
  // What stands far from the top, or under names of its own, has its name by chance.
  const isGuess = places.every((place) => place.split(".").length > 3 || /[*[]/.test(place));
  return `${isGuess ? "if that is what you mean, " : ""}write \`${places.slice(0, 2).join("` or `")}\``;
}

function hintOfKey(path: Path, value: unknown, shape: Shape, time: number): string {
  const key = String(path.at(-1));
  const moved = hintOfMoved(path, value, time);
  if (moved !== undefined) return moved;
  if (path[0] === "agents" && path.length === 2 && isObject(value) && !shape.has(key)) {
    const place = isListed(["agents", "entries"], time) ? `agents.entries.${key}` : "agents.list[]";
    return `configure an agent at \`${place}\``;
  }
  const known = [...shape]
    .filter(([, timeline]) => takesAt(timeline, time) !== undefined)
    .map(([name]) => name);
  const meant = nearest(key, known);
  if (meant !== undefined) return didYouMean(meant);
  const timeline = shape.get(key);
  const then = timeline && otherTimes(timeline, time);
  if (then !== undefined) return `leave it out: ${then}`;
  const place = rightPlaces(key, value, time);
  if (place !== undefined) return place;
  return known.length > 0 && known.length <= 12
    ? `one of ${known.join(", ")}`
    : "leave it out: nothing reads it";
}

/**
 * Finds what a release refuses of a config's keys: those that it does not know, values of another type or with another
 * word, and settings that it does not take together. What it lets pass unread, where it does not check a channel, is a
 * warning. The section `session` has a schema of its own.
 *
 * A release whose keys nobody listed is held against the one before it; what the one after it takes is a warning.
 * An edition of ours knows what the newest release knows; a key that older ones knew is a warning, unless it has moved,
 * and so is a value that a release would refuse of a key that an edition of ours does not decide by.
 *
 * @param hostChannels - Every channel that the host has, where it told; then it is not asked which the edition has.
 *
 * @example
 * ```ts
 * const [found] = checkKeys({ agents: { defaults: { tools: { deny: ["exec"] } } } }, "openclaw@2026.9.6");
 * found?.path; //=> "agents.defaults.tools"
 * found?.hint; //=> "write `tools`"
 * ```
 */
export function checkKeys(
  config: unknown,
  edition: Edition,
  hostChannels?: readonly string[],
): readonly Issue[] {
  const [own, next] = [listOf(edition), nextListOf(edition)];
  const issuesAt = (time: number) => [
    ...checkAt(config, edition, time),
    ...(hostChannels === undefined ? unknownChannels(config, edition, time) : []),
  ];
  const issues = issuesAt(own);
  if (next === undefined) return issues;
  const later = new Set(issuesAt(next).map(({ code, path }) => `${code} ${path}`));
  return issues.map((issue) =>
    later.has(`${issue.code} ${issue.path}`) ? issue : { ...issue, severity: "warning" },
  );
}

/** What the release at one position refuses. */
function checkAt(config: unknown, edition: Edition, time: number): readonly Issue[] {
  const ours = behavioursOf(edition).has("strict-settings");
  const issues: Issue[] = [];

  function report(code: Issue["code"], path: Path, message: string, hint: string, free: boolean): void {
    issues.push({ severity: free ? "warning" : "error", code, path: formatPath(path), message, hint });
  }

  function visitKeys(
    shape: Shape,
    value: Readonly<Record<string, unknown>>,
    closed: boolean,
    path: Path,
    free: boolean,
  ) {
    for (const key of Object.keys(value)) {
      const inner = value[key];
      const at = [...path, key];
      // `undefined` is nothing that a file could say; `session` has a schema, and channels may be those of plugins.
      if (inner === undefined || (path.length === 0 && key === "session")) continue;
      const timeline = shape.get(key) ?? shape.get("*");
      const takes = timeline && takesAt(timeline, time);
      if (takes !== undefined) visit(takes, inner, at, free);
      else if (path.length !== 1 || path[0] !== "channels") {
        const old = ours && timeline?.some((change) => change.takes !== undefined) === true;
        const passes = free || !closed || (old && movedTo(at, time)?.decides !== true);
        report(
          "unknown-key",
          at,
          `unknown key ${describeValue(key)}`,
          hintOfKey(at, inner, shape, time),
          passes,
        );
      }
    }
  }

  function visit(takes: Takes, value: unknown, path: Path, passes: boolean): void {
    const free = passes || takes.types.includes("x");
    const type = typeOf(value);
    const expected = () => `expected ${expectedOf(takes)}, found ${describeValue(value)}`;
    if (type !== undefined && !takes.types.includes(type)) {
      if (takes.types !== "x") report("wrong-type", path, expected(), hintOfType(value, takes), free || ours);
    } else if (
      takes.words.some((word) => typeOf(word) === type) &&
      !takes.words.some((word) => word === value)
    ) {
      const words = takes.words.map(String);
      const meant =
        typeof value === "string" ? (knownWord(value, words) ?? nearest(value, words)) : undefined;
      const hint = meant === undefined ? `one of ${words.join(", ")}` : didYouMean(meant);
      report("unknown-value", path, expected(), hint, free || ours);
    }
    if (takes.shape === undefined) return;
    const shape = shapeAt(takes.shape);
    if (isObject(value)) {
      visitKeys(shape, value, takes.closed, path, free);
      return;
    }
    const elements = shape.get("[]");
    const element = elements && takesAt(elements, time);
    if (element === undefined || !Array.isArray(value)) return;
    for (const [index, inner] of value.entries()) visit(element, inner, [...path, index], free);
  }

  if (!isObject(config)) return [];
  visitKeys(rootShape(), config, true, [], false);
  if (!ours) issues.push(...checkCombinations(config, edition, time));
  return issues;
}
