import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText, objectsOf } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { parsePath } from "../../config/path.ts";
import { readSource } from "../../config/read-source.ts";
import { applyFix, valueAt } from "./apply-fix.ts";
import type { ConfigChange } from "./finding.ts";
import { blanksIn, sourceTree, type SourceEntry, type SourceValue } from "../source-tree.ts";

type Segments = readonly (string | number)[];

/** A piece of a text, and what takes its place. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How a text writes what it writes, as far as what is added is written alike. */
interface Style {
  /** Names are quoted, as JSON has it: what is added spreads over lines, and no comment is. */
  readonly isJson: boolean;
  readonly quote: '"' | "'";
  readonly eol: string;
  /** What a line is set in by, a level. */
  readonly step: string;
}

const identifier = /^[A-Za-z_$][\w$]*$/;
const blanksBefore = /[^\S\r\n\u2028\u2029]*$/;

/** The blanks that a line begins with, where nothing else stands before a place; undefined where something does. */
function indentAt(text: string, at: number): string | undefined {
  const before = text.slice(0, at);
  const [indent = ""] = blanksBefore.exec(before) ?? [];
  const rest = before.slice(0, before.length - indent.length);
  return rest === "" || /[\r\n\u2028\u2029]$/.test(rest) ? indent : undefined;
}

function styleOf(text: string, root: SourceValue): Style {
  const [first] = root.entries ?? [];
  const isQuoted = first !== undefined && /^["']/.test(text.slice(first.start));
  const ofQuote = (quote: string) => text.split(quote).length;
  const step = first === undefined ? undefined : indentAt(text, first.start);
  return {
    isJson: isQuoted && blanksIn(text).every(({ start, end }) => text.slice(start, end).trim() === ""),
    quote: ofQuote("'") > ofQuote('"') ? "'" : '"',
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? "\n",
    step: step === undefined || step === "" ? "  " : step,
  };
}

function quoted(text: string, quote: Style["quote"]): string {
  const inJson = JSON.stringify(text).replaceAll(
    /[\u2028\u2029]/g,
    (line) => `\\u${line.charCodeAt(0).toString(16)}`,
  );
  return quote === '"' ? inJson : `'${inJson.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function nameIn({ isJson, quote }: Style, name: string): string {
  return !isJson && identifier.test(name) ? name : quoted(name, quote);
}

/** Writes a value: over lines as JSON is mostly written where an indent is named, else in one. */
function written(value: unknown, style: Style, indent: string | undefined): string {
  if (isText(value)) return quoted(value, style.quote);
  if (typeof value !== "object" || value === null)
    return typeof value === "number" ? String(value) : JSON.stringify(value);
  const deeper = indent === undefined ? undefined : indent + style.step;
  const inner = Array.isArray(value)
    ? value.map((each: unknown) => written(each, style, deeper))
    : Object.entries(value).map(([name, each]) => `${nameIn(style, name)}: ${written(each, style, deeper)}`);
  const [begin, end, pad] = Array.isArray(value) ? (["[", "]", ""] as const) : (["{", "}", " "] as const);
  if (inner.length === 0) return begin + end;
  if (deeper === undefined || indent === undefined) return begin + pad + inner.join(", ") + pad + end;
  const line = style.eol + deeper;
  return `${begin}${line}${inner.join(`,${line}`)}${style.eol}${indent}${end}`;
}

/** The property of a name, the last one where it is written twice; or the element of a number. */
function entryOf(within: SourceValue, key: string | number): SourceEntry | undefined {
  return within.entries?.findLast((entry) => entry.key === key);
}

/** Where the line ends on which something ends, behind whatever comments follow it there; undefined where more follows. */
function lineEnd(text: string, from: number): number | undefined {
  const [rest = ""] =
    /^(?:[^\S\r\n\u2028\u2029]|\/\*(?:(?!\*\/)[^\r\n\u2028\u2029])*\*\/)*(?:\/\/[^\r\n\u2028\u2029]*)?/.exec(
      text.slice(from),
    ) ?? [];
  const end = from + rest.length;
  return end === text.length || /[\r\n\u2028\u2029]/.test(text.charAt(end)) ? end : undefined;
}

/** Something new in an object or a list, as it is written where a line is set in by so much; in one line, where by nothing. */
type Addition = (indent: string | undefined) => string;

/** What is new in an object or a list, behind all that it has. */
function insertion(
  text: string,
  within: SourceValue,
  additions: readonly Addition[],
  style: Style,
): readonly Splice[] {
  const entries = within.entries ?? [];
  const [first] = entries;
  const last = entries.at(-1);
  const put = (at: number, added: string): Splice => ({ start: at, end: at, text: added });
  const inLine = () => additions.map((each) => each(undefined)).join(", ");
  const inLines = (indent: string) =>
    additions.map((each) => style.eol + indent + each(style.isJson ? indent : undefined)).join(",");
  if (first === undefined || last === undefined) {
    const inner = text.slice(within.start + 1, within.end - 1);
    const isPlain = inner.trim() === "" && !/[\r\n\u2028\u2029]/.test(inner);
    const pad = within.isList ? "" : " ";
    if (isPlain && !style.isJson) return [put(within.start + 1, pad + inLine() + (inner === "" ? pad : ""))];
    const [around = ""] =
      /^[^\S\r\n\u2028\u2029]*/.exec(text.slice(text.lastIndexOf("\n", within.start) + 1)) ?? [];
    return [put(within.start + 1, inLines(around + style.step) + (isPlain ? style.eol + around : ""))];
  }
  const end = last.value?.end ?? last.start;
  const indent = indentAt(text, first.start);
  const behind = (last.comma ?? end - 1) + 1;
  const line = indent === undefined ? undefined : lineEnd(text, behind);
  const trailing = last.comma === undefined ? "" : ",";
  const comma = last.comma === undefined ? [put(end, ",")] : [];
  return indent === undefined || line === undefined
    ? [...comma, put(behind, ` ${inLine()}${trailing}`)]
    : [...comma, put(line, inLines(indent) + trailing)];
}

/** What a text says; undefined where it is no JSON5. */
function saidIn(text: string): unknown {
  const read = readSource(text);
  return "value" in read ? read.value : undefined;
}

/** What a list has behind all that another has; undefined where it does not go on as that one does. */
function moreThan(before: unknown, list: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(before) || !Array.isArray(list)) return undefined;
  const goesOn = before.every((each: unknown, index) => inJson(each) === inJson(list[index]));
  return goesOn && before.length < list.length ? list.slice(before.length) : undefined;
}

/** An entry that goes, with its comma, and with its line where nothing else stands there. */
function removal(text: string, within: SourceValue, entry: SourceEntry): readonly Splice[] {
  const entries = within.entries ?? [];
  const before = entries[entries.indexOf(entry) - 1];
  const valueEnd = entry.value?.end ?? entry.start;
  const end = entry.comma === undefined ? valueEnd : entry.comma + 1;
  // The comma before the last one belongs to it, where it has none of its own.
  const isBeside = (comma: number) => /^[^\S\r\n\u2028\u2029]*$/.test(text.slice(comma + 1, entry.start));
  if (entry.comma === undefined && before?.comma !== undefined && isBeside(before.comma))
    return [{ start: before.comma, end: valueEnd, text: "" }];
  const comma =
    entry.comma === undefined && before?.comma !== undefined
      ? [{ start: before.comma, end: before.comma + 1, text: "" }]
      : [];
  // What stands between a value and its comma is a comment of somebody's.
  const between = entry.comma === undefined ? "" : text.slice(valueEnd, entry.comma);
  const indent = indentAt(text, entry.start);
  const [blank = ""] = /^[^\S\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029])/.exec(text.slice(end)) ?? [];
  const kept = between.trim() === "" ? "" : between;
  const isLine = indent !== undefined && blank !== "" && kept === "";
  const from = isLine ? entry.start - indent.length : entry.start;
  const [gap = ""] = isLine ? [blank] : (/^[^\S\r\n\u2028\u2029]*/.exec(text.slice(end)) ?? []);
  return [...comma, { start: from, end: end + (kept === "" ? gap.length : 0), text: kept }];
}

/** The line that tells why; empty where nothing is told, and in JSON, which has no comments. */
function reasonLine(reason: string, { eol, isJson }: Style, indent: string): string {
  const sentence = reason.replaceAll(/[\s\u2028\u2029]+/g, " ").trim();
  return sentence === "" || isJson ? "" : `${indent}// ${sentence}${eol}`;
}

/** The reason of a change, above the innermost of some places that begin a line. */
function reasonAbove(
  text: string,
  places: readonly number[],
  reason: string,
  style: Style,
): readonly Splice[] {
  const at = places.findLast((place) => indentAt(text, place) !== undefined);
  if (at === undefined) return [];
  const start = at - (indentAt(text, at) ?? "").length;
  return [{ start, end: start, text: reasonLine(reason, style, indentAt(text, at) ?? "") }];
}

/** Goes as far down to a place as a text writes it. */
function descend(root: SourceValue, segments: Segments) {
  const passed: SourceEntry[] = [];
  let within = root;
  for (const segment of segments) {
    const entry = entryOf(within, segment);
    if (entry?.value === undefined) break;
    passed.push(entry);
    if (passed.length < segments.length) within = entry.value;
  }
  const found = passed.length === segments.length ? passed.at(-1) : undefined;
  return { passed, within, found };
}

function splicesFor(
  text: string,
  root: SourceValue,
  change: ConfigChange,
  reason: string,
): readonly Splice[] | undefined {
  const segments = parsePath(change.path);
  if (segments === undefined || segments.length === 0) return undefined;
  const style = styleOf(text, root);
  const { found, passed, within } = descend(root, segments);
  const above = (start: number) =>
    reasonAbove(text, [...passed.map((entry) => entry.start), start], reason, style);
  if (change.remove === true) {
    if (found === undefined) return [];
    const around = passed.slice(0, -1).map(({ start }) => start);
    const gone = removal(text, within, found);
    return [...reasonAbove(text, [...around, found.start], reason, style), ...gone];
  }
  const nested = (rest: Segments): unknown =>
    rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), change.set);
  if (found?.value !== undefined) {
    const { start, end } = found.value;
    const more = moreThan(valueAt(saidIn(text), change.path), change.set);
    const additions = more?.map(
      (each): Addition =>
        (indent) =>
          written(each, style, indent),
    );
    // What a list has, with whatever is said about it there, stays.
    if (additions !== undefined)
      return [...above(found.start), ...insertion(text, found.value, additions, style)];
    const indent = style.isJson ? (indentAt(text, found.start) ?? "") : undefined;
    return [...above(found.start), { start, end, text: written(change.set, style, indent) }];
  }
  const [key, ...rest] = segments.slice(passed.length);
  const owner = passed.length === 0 ? root : passed.at(-1)?.value;
  if (owner === undefined || typeof key !== "string") return undefined;
  if (owner.entries === undefined)
    return [
      ...above(owner.start),
      { start: owner.start, end: owner.end, text: written(nested([key, ...rest]), style, undefined) },
    ];
  if (owner.isList) return undefined;
  const property: Addition = (indent) => `${nameIn(style, key)}: ${written(nested(rest), style, indent)}`;
  const added = insertion(text, owner, [property], style);
  const at = added.at(-1);
  // A line that is new has its reason above it; what is put into a line has it above that line.
  if (at?.text.startsWith(style.eol) !== true) return [...above(owner.start), ...added];
  const [indent = ""] = /^[^\S\r\n\u2028\u2029]*/.exec(at.text.slice(style.eol.length)) ?? [];
  const told = `${style.eol}${reasonLine(reason, style, indent)}${at.text.slice(style.eol.length)}`;
  return [...added.slice(0, -1), { ...at, text: told }];
}

/** Puts splices into a text, from its end on; those of one place stand in the order in which they are listed. */
function spliced(text: string, splices: readonly Splice[]): string {
  return splices
    .toReversed()
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((rest, { end, start, text: put }) => rest.slice(0, start) + put + rest.slice(end), text);
}

/** What JSON cannot say of numbers, as a text. */
function inJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "number" && !Number.isFinite(each) ? `number ${each}` : each,
  );
}

/** Makes one change; a name that is written twice in one object is taken away twice. */
function edited(text: string, change: ConfigChange, reason: string): string | undefined {
  const root = sourceTree(text);
  if (root?.entries === undefined || root.isList) return undefined;
  const splices = splicesFor(text, root, change, reason);
  if (splices === undefined) return undefined;
  const isNamed = typeof parsePath(change.path)?.at(-1) === "string";
  const after = spliced(text, splices);
  return change.remove === true && isNamed && splices.length > 0 ? edited(after, change, "") : after;
}

/**
 * Makes the changes of a fix in the text of a config: JSON5 keeps its comments, its blanks and its spelling, and every
 * character that belongs to nothing that is changed stays as it is. What is added is written as the text writes what stands
 * around it. A reason stands in a comment above the first change, unless the text is JSON, which has none.
 *
 * What was made is read again before it is handed back: it is exactly the config that `applyFix` makes.
 *
 * @param text - The config, as its file holds it.
 * @param changes - As a finding's fix lists them, made one after the other.
 * @param reason - Why; one line, in whatever words.
 * @returns The text with the changes; undefined where it is no JSON5 of an object, or a change does not fit it.
 *
 * @example
 * ```ts
 * const text = '{\n  // Ours.\n  tools: { profile: "full" }, // any\n}\n';
 * editSource(text, [{ path: "tools.profile", set: "coding" }]); //=> '{\n  // Ours.\n  tools: { profile: "coding" }, // any\n}\n'
 * editSource(text, [{ path: "session.dmScope", set: "per-peer" }], "Two people write.");
 * //=> '{\n  // Ours.\n  tools: { profile: "full" }, // any\n  // Two people write.\n  session: { dmScope: "per-peer" },\n}\n'
 * editSource("[]", [{ path: "tools.profile", set: "coding" }]); //=> undefined
 * ```
 */
export function editSource(text: string, changes: readonly ConfigChange[], reason = ""): string | undefined {
  if (isPolluted()) return unpolluted(editSource, text, changes, reason);
  if (!isText(text)) return undefined;
  const asked = [...objectsOf(changes)].filter(({ path }) => isText(path));
  const before = saidIn(text);
  if (!isObject(before)) return undefined;
  const first = isText(reason) ? reason : "";
  const after = asked.reduce<string | undefined>(
    (made, change, index) => made && edited(made, change, index === 0 ? first : ""),
    text,
  );
  if (after === undefined) return undefined;
  try {
    const intended = applyFix(before, { sentence: "", changes: asked });
    return inJson(saidIn(after)) === inJson(intended) ? after : undefined;
  } catch {
    // A list has no such element.
    return undefined;
  }
}
