import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainStore, readStore, type StoreReading } from "../../../src/analysis/index.ts";

const entry = { sessionId: "s", updatedAt: 5, chatType: "direct" };
const key = "agent:main:telegram:direct:5";

function keysIn(reading: StoreReading): readonly string[] | string {
  return reading.ok ? reading.rows.map((row) => row.key) : reading.reason;
}

describe("the forms of a store", () => {
  const two = [key, "agent:main:main"];
  it.each<readonly [reason: string, source: unknown, keys: readonly string[]]>([
    ["entries by key, as in sessions.json", { [key]: entry, "agent:main:main": {} }, two],
    ["the same as text", JSON.stringify({ [key]: entry, "agent:main:main": {} }, null, 2), two],
    ["the same with a byte order mark", `\uFEFF${JSON.stringify({ [key]: entry })}`, [key]],
    ["a list of keys", two, two],
    ["the same as text", JSON.stringify(two), two],
    ["a list of entries, by either name of their keys", [{ key, ...entry }, { sessionKey: two[1] }], two],
    ["keys and entries mixed", [key, { key: two[1] }], two],
    [
      "what the gateway and `openclaw sessions --json` answer",
      { count: 2, path: "/s", sessions: [{ key }, two[1]] },
      two,
    ],
    ["a key a line", `${two.join("\r\n")}\n`, two],
    ["an entry a line", two.map((each) => JSON.stringify({ key: each, ...entry })).join("\n"), two],
    ["one entry, as a file of one line has it", { key, ...entry }, [key]],
    ["one key as JSON", JSON.stringify(key), [key]],
    ["a set of keys", new Set(two), two],
    [
      "older keys, which are any word",
      "main\n+43660\nwhatsapp:123@g.us",
      ["main", "+43660", "whatsapp:123@g.us"],
    ],
    ["an older key with a fact", { "telegram:group:-1": { lastTo: "telegram:-1" } }, ["telegram:group:-1"]],
    ["an older key with a time", { "+43660": { updatedAt: 1 } }, ["+43660"]],
    [
      "a key with a blank, which only a key of an agent has",
      "agent:main:my session",
      ["agent:main:my session"],
    ],
    [
      "hostile names",
      JSON.parse('{"agent:main:__proto__":{"updatedAt":1},"__proto__":{"updatedAt":2}}'),
      ["agent:main:__proto__", "__proto__"],
    ],
    ["a store without sessions", {}, []],
    ["a list without any", [], []],
    ["an empty file", "\n", []],
  ])("%s", (_, source, keys) => {
    expect(keysIn(readStore(source))).toEqual(keys);
  });
});

describe("what is no store is refused by name", () => {
  it.each<readonly [reason: string, source: unknown, why: string]>([
    ["a config", { channels: { telegram: {} }, session: { dmScope: "main" } }, "config"],
    [
      "one with a section that has a field of entries",
      { session: {}, update: { channel: "beta" } },
      "config",
    ],
    ["the same as text", '{ "agents": {}, "session": {} }', "config"],
    [
      "a broken sessions.json, which must not be read line by line as keys",
      '{\n  "agent:main:main": {\n    "updatedAt": 5\n',
      "malformed-json",
    ],
    ["a broken list", '[\n  "agent:main:main",\n  "agent:main:x"\n', "malformed-json"],
    ["JSON5", "{ 'agent:main:main': {} }", "malformed-json"],
    ["a transcript", '{"type":"session","id":"1"}\n{"type":"message"}', "no-sessions"],
    ["a list of numbers", [1, 2], "no-sessions"],
    ["an object of none", { a: 1 }, "no-sessions"],
    ["entries that nothing tells from other objects", { a: { b: 1 } }, "no-sessions"],
    ["prose", "Dear diary,\nthis is no store.", "no-sessions"],
    ["a number", 5, "no-sessions"],
    ["the same as text", "5", "no-sessions"],
    ["YAML", "agents:\n  list: []", "no-sessions"],
    ["nothing", undefined, "no-sessions"],
  ])("%s", (_, source, why) => {
    expect(keysIn(readStore(source))).toBe(why);
  });

  it("is said without what stands in it", () => {
    expect(explainStore(readStore('{ "token": "secret" ')).includes("secret")).toBe(false);
  });
});

describe("what cannot be read is named, and the rest goes on", () => {
  it.each<
    readonly [
      reason: string,
      source: unknown,
      keys: readonly string[],
      unread: readonly (readonly [string, string])[],
    ]
  >([
    [
      "an entry that is none",
      { [key]: 5, "agent:main:main": {} },
      ["agent:main:main"],
      [[`["${key}"]`, "no-entry"]],
    ],
    [
      "a list in place of an entry",
      { [key]: [], "agent:main:main": {} },
      ["agent:main:main"],
      [[`["${key}"]`, "no-entry"]],
    ],
    ["a blank key", { " ": entry, [key]: {} }, [key], [['[" "]', "no-key"]]],
    [
      "an element without a key",
      [key, { updatedAt: 1 }, null, ""],
      [key],
      [
        ["[1]", "no-key"],
        ["[2]", "no-entry"],
        ["[3]", "no-key"],
      ],
    ],
    [
      "a broken line among others",
      `{"key":"${key}"}\n{"key":\n"agent:main:main"`,
      [key, "agent:main:main"],
      [["line 2", "malformed-line"]],
    ],
    [
      "a line of several words among keys",
      `${key}\nnot a key\nmain`,
      [key, "main"],
      [["line 2", "malformed-line"]],
    ],
    [
      "a field of another type",
      { [key]: { ...entry, chatType: 5, origin: { from: {}, label: "A" } } },
      [key],
      [
        [`["${key}"].chatType`, "malformed-field"],
        [`["${key}"].origin.from`, "malformed-field"],
      ],
    ],
    [
      "a count that is no number",
      [{ key, totalTokens: "9" }],
      [key],
      [["[0].totalTokens", "malformed-field"]],
    ],
  ])("%s", (_, source, keys, unread) => {
    const reading = readStore(source);
    expect(keysIn(reading)).toEqual(keys);
    expect(reading.ok && reading.unread.map(({ path, reason }) => [path, reason])).toEqual(unread);
  });
});

describe("a row", () => {
  it("holds what is understood, and of the rest nothing", () => {
    const reading = readStore({
      [key]: {
        ...entry,
        skillsSnapshot: { prompt: "long" },
        lastThreadId: 7,
        origin: null,
        delivery: { kind: "none" },
      },
    });
    expect(reading.ok && reading.rows).toEqual([
      { key, ...entry, lastThreadId: "7", delivery: { kind: "none" } },
    ]);
  });

  it("keeps times as they are, for whoever decides by them", () => {
    const reading = readStore([{ key, updatedAt: "yesterday" }]);
    expect(reading).toMatchObject({ rows: [{ updatedAt: "yesterday" }], unread: [] });
  });
});

it("reads any value to its end, and says what it made of it", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.string(),
        fc.array(fc.string()).map((lines) => lines.join("\n")),
      ),
      (source) => {
        const reading = readStore(source);
        expect(explainStore(reading)).not.toBe("");
        expect(reading.ok && reading.rows.some((row) => row.key.trim() === "")).toBe(false);
      },
    ),
  );
});

it("names ten parts at most", () => {
  const said = explainStore(readStore([key, ...Array.from({ length: 12 }, () => 5)]));
  expect(said).toContain("12 parts were not");
  expect(said).toContain("and 2 more");
});
