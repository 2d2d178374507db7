import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/channels/index.ts";
import { jsonIn } from "../../src/channels/payload.ts";
import { tableOf } from "../docs/table.ts";
import { platforms } from "./platforms.ts";

const messages = readFileSync(new URL("../../docs/messages.md", import.meta.url), "utf8");
const page = readFileSync(new URL("../../docs/platforms.md", import.meta.url), "utf8");

/** A value with another laid over it, in which null takes a field away; in a text that is JSON, over what it says. */
function laidOver(value: unknown, over: unknown): unknown {
  if (typeof over !== "object" || over === null || Array.isArray(over)) return over;
  if (typeof value === "string") return JSON.stringify(laidOver(JSON.parse(value), over));
  const fields: Readonly<Record<string, unknown>> = typeof value === "object" ? { ...value } : {};
  const laid = Object.entries(over).map(
    ([name, each]: [string, unknown]) => [name, each === null ? null : laidOver(fields[name], each)] as const,
  );
  const all: Readonly<Record<string, unknown>> = { ...fields, ...Object.fromEntries(laid) };
  return Object.fromEntries(Object.entries(all).filter(([, field]) => field !== null));
}

function textOf(cell: string | undefined): string {
  return (cell ?? "").replaceAll("`", "");
}

function objectOf(cell: string | undefined): object {
  return JSON.parse(textOf(cell) || "{}") as object;
}

/** The options that a row tells; its null says that the host tells nothing. */
function optionsIn(cell: string | undefined): object {
  const told = Object.entries(objectOf(cell));
  return Object.fromEntries(told.map(([name, value]: [string, unknown]) => [name, value ?? undefined]));
}

/** Where a message was written, as the tables say it. */
function placeOf(reading: Reading<object>): string {
  if (!reading.ok) return reading.missing.join(" ");
  const { chatType, parent, party, peer, thread } = reading.inbound;
  const within = [thread && `in ${thread}`, parent && `under ${parent.peer}`, party && `of ${party}`];
  return [chatType, peer, ...within].filter((word) => word !== undefined).join(" ");
}

/** What stands at a path of a payload, on through what stands there as JSON; names of fields may have dots. */
function valueAt(payload: unknown, path: string): unknown {
  const within = typeof payload === "string" ? jsonIn(payload) : payload;
  if (typeof within !== "object" || within === null) return undefined;
  const fields: readonly (readonly [string, unknown])[] = Object.entries(within);
  const [name, value] = fields.find(([field]) => path === field || path.startsWith(`${field}.`)) ?? [];
  return name === undefined || path === name ? value : valueAt(value, path.slice(name.length + 1));
}

/** The paths that a cell names. */
function pathsIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([a-zA-Z_][\w.]*)`/g)].flatMap(([, path]) => (path === undefined ? [] : [path]));
}

/** Whether an id is what one of the fields holds, or stands in it; undefined where the payload has none of them. */
function holds(payload: unknown, cell: string, id: string): boolean | undefined {
  const values = pathsIn(cell)
    .map((path) => valueAt(payload, path))
    .filter((value) => value !== undefined && value !== "");
  const bare = id.replace(/^(?:\+|uuid:)/, "").toLowerCase();
  return values.length === 0
    ? undefined
    : values.some((value) =>
        (typeof value === "string" ? value : JSON.stringify(value)).toLowerCase().includes(bare),
      );
}

const readers = Object.entries(platforms).map(([reader, platform]) => ({ reader, ...platform }));

describe.each(readers)("the page tells of $name", ({ channel, name: platform, read, reader }) => {
  const [, section = ""] = page.split(`\n### ${platform}\n`);
  const base = JSON.parse(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? "") as object;
  const rows = tableOf(page, `${platform} delivers`);

  it("at least fifteen kinds of payload, those that say nothing included", () => {
    expect(rows.length).toBeGreaterThanOrEqual(15);
  });

  it.each(rows)("%s %s %s", (_what, differs, options, kind, where) => {
    const reading = read(laidOver(base, objectOf(differs)) as object, optionsIn(options));
    const answer = [reading.ok ? reading.kind : reading.reason, placeOf(reading)];
    expect(answer).toEqual([kind, textOf(where)]);
    expect(reading.ok ? reading.inbound.channel : channel).toBe(channel);
  });

  it("which field is the peer, and which the thread", () => {
    const row = tableOf(messages, "peers on").find(([first]) => first === platform);
    const [, names, called, person = "", room = "", thread = ""] = row ?? [];
    expect([textOf(names), textOf(called)]).toEqual([
      `${reader}, ${reader.replace("read", "from")}`,
      channel,
    ]);
    const facts = rows.flatMap(([, differs, options]) => {
      const payload = laidOver(base, objectOf(differs)) as object;
      const reading = read(payload, optionsIn(options));
      if (!reading.ok) return [];
      const { chatType, peer = "", thread: within } = reading.inbound;
      const field = chatType === "direct" || room === "the same" ? person : room;
      return [
        { of: field, holds: holds(payload, field, peer) },
        ...(within === undefined ? [] : [{ of: thread, holds: holds(payload, thread, within) }]),
      ];
    });
    const cells = [person, room, thread].filter((cell) => pathsIn(cell).length > 0);
    for (const cell of cells) {
      const told = facts.filter((fact) => fact.of === cell).map((fact) => fact.holds);
      expect([cell, told.includes(true), told.includes(false)]).toEqual([cell, true, false]);
    }
    expect(facts.filter((fact) => !cells.includes(fact.of))).toEqual([]);
  });
});
