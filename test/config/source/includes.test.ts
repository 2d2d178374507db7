import { describe, expect, it } from "vitest";
import { resolveIncludes } from "../../../src/config/source/includes.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";

type Files = Readonly<Record<string, string>>;

function put(config: unknown, files: Files, edition: Edition = "openclaw@2026.9.6", path?: string) {
  const read = (file: string) => (Object.hasOwn(files, file) ? files[file] : undefined);
  return resolveIncludes(config as ConfigInput | string, read, {
    edition,
    ...(path !== undefined && { path }),
  });
}

describe("files are put together as OpenClaw puts them together", () => {
  it.each<readonly [string, unknown, Files, unknown]>([
    ["a file in JSON5", { $include: "./a.json5" }, { "a.json5": "{a: {b: 'c'}}" }, { a: { b: "c" } }],
    [
      "what stands beside it wins, and the rest stays",
      { $include: "./a", session: { dmScope: "main" } },
      { a: "{session: {dmScope: 'per-peer', scope: 'global'}}" },
      { session: { scope: "global", dmScope: "main" } },
    ],
    [
      "below the root",
      { channels: { $include: "c" } },
      { c: '{"telegram": {}}' },
      { channels: { telegram: {} } },
    ],
    [
      "several, the later on top, and lists joined",
      { $include: ["./a", "./b"], tools: { deny: ["x"] } },
      { a: "{tools: {deny: ['exec']}, s: 1}", b: "{tools: {deny: ['web_fetch']}, s: [2]}" },
      { tools: { deny: ["exec", "web_fetch", "x"] }, s: [2] },
    ],
    ["a list in place of a value", { a: { $include: "a" } }, { a: "['7', '8']" }, { a: ["7", "8"] }],
    [
      "an element of a list",
      { a: [{ $include: "a" }, 2] },
      { a: "{id: 'main'}" },
      { a: [{ id: "main" }, 2] },
    ],
    [
      "from file to file, each from its own folder",
      { $include: "sub/a" },
      { "sub/a": "{$include: './b', n: {$include: '../c'}}", "sub/b": "{s: 1}", c: "5" },
      { s: 1, n: 5 },
    ],
    [
      "one file in two places",
      { a: { $include: "f" }, b: { $include: "./f" } },
      { f: "{x: 1}" },
      { a: { x: 1 }, b: { x: 1 } },
    ],
    ["nothing", { $include: [] }, {}, {}],
    ["variables stay", { a: { $include: "a" } }, { a: "'${NAME}'" }, { a: "${NAME}" }],
  ])("%s", (_, config, files, whole) => {
    expect(put(config, files)).toEqual({ ok: true, config: whole, warnings: [] });
    expect(put(JSON.stringify(config), files)).toEqual({ ok: true, config: whole, warnings: [] });
  });

  it("asks for each file once, by its way from the config", () => {
    const asked: string[] = [];
    const read = (path: string) => {
      asked.push(path);
      return "{}";
    };
    const config = { a: { $include: "x/../y.json" }, b: { $include: ".//y.json" } };
    resolveIncludes(config, read, { path: "/home/ann/.openclaw/openclaw.json" });
    resolveIncludes(config, read, { path: String.raw`C:\Users\ann\openclaw.json` });
    resolveIncludes(config, read);
    expect(asked).toEqual(["/home/ann/.openclaw/y.json", "C:/Users/ann/y.json", "y.json"]);
  });

  it("keeps a key called __proto__ as data", () => {
    const files = { a: '{"__proto__": {"x": 1}}' };
    const { config } = put('{"$include": "./a", "__proto__": {"y": 2}}', files);
    expect(JSON.stringify(config)).toBe('{"__proto__":{"x":1,"y":2}}');
    expect("x" in {}).toBe(false);
  });
});

describe("what cannot be put together is refused, and told where", () => {
  const chain = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`f${index}`, `{$include: 'f${index + 1}'}`]),
  );

  it.each<readonly [string, unknown, Files, string, string, string]>([
    [
      "a missing file",
      { a: { $include: "./no.json" } },
      {},
      "a.$include",
      "no file no.json",
      "relative to the file that includes",
    ],
    [
      "a variable in a path",
      { $include: "./${F}.json" },
      { "F.json": "{}" },
      "$include",
      "${F}.json",
      "no variables",
    ],
    ["a number", { $include: 5 }, {}, "$include", "expected a path, found 5", "list of paths"],
    ["a number among paths", { $include: ["a", 5] }, { a: "{}" }, "$include[1]", "found 5", "list of paths"],
    ["no path", { $include: "" }, {}, "$include", 'found ""', "write the path"],
    [
      "a circle",
      { $include: "a" },
      { a: "{$include: 'b'}", b: "{x: {$include: 'a'}}" },
      "x.$include",
      "a → b → a",
      "leave it out",
    ],
    [
      "text that is no JSON5",
      { $include: "a" },
      { a: "{bad" },
      "$include",
      "end of input at line 1",
      "in a: ",
    ],
    ["keys beside a list", { a: { $include: "a", b: 1 } }, { a: "[1]" }, "a.$include", "found a list", "`b`"],
    ["too many in a row", { $include: "f1" }, chain, "$include", "more than 10 files", "further up"],
    [
      "too many in a row, some of them known",
      { a: { $include: "f4" }, b: { $include: "f1" } },
      { ...chain, f12: "{}" },
      "b.$include",
      "more than 10 files",
      "further up",
    ],
  ])("%s", (_, config, files, path, message, hint) => {
    const found = put(config, files);
    expect(found.issues).toMatchObject([{ severity: "error", code: "unreadable-include", path }]);
    expect(found.issues?.[0].message).toContain(message);
    expect(found.issues?.[0].hint).toContain(hint);
  });

  it("a whole that is no object", () => {
    expect(put({ $include: "a" }, { a: "[1]" }).issues).toMatchObject([{ code: "wrong-type", path: "" }]);
  });

  it.each<readonly [Edition, boolean]>([
    ["openclaw@2026.1.29", true],
    ["openclaw@2026.2.12", true],
    ["openclaw@2026.2.17", false],
    ["openclaw@2026.9.6", false],
    ["2026-11", false],
  ])("under %s a file outside the folder is read: %s", (edition, ok) => {
    expect(put({ $include: "../out" }, { "../out": "{}" }, edition).ok).toBe(ok);
    expect(put({ $include: "/etc/out" }, { "/etc/out": "{}" }, edition, "/home/o.json").ok).toBe(ok);
    expect(put({ $include: "..\\out" }, { "../out": "{}" }, edition).ok).toBe(ok);
    expect(put({ $include: "/home/in" }, { "/home/in": "{}" }, edition, "/home/o.json").ok).toBe(true);
    expect(put({ $include: "../b/in" }, { "b/in": "{}" }, edition, "b/o.json").ok).toBe(true);
  });

  it.each<readonly [string, unknown, string]>([
    [
      "throws",
      () => {
        throw new Error("EACCES:\n denied");
      },
      "EACCES: denied",
    ],
    [
      "throws what cannot be told",
      () => {
        throw Object.create(null);
      },
      "cannot be described",
    ],
    ["is asynchronous", async () => Promise.resolve("{}"), "a Promise"],
    ["gives bytes", () => Buffer.from("{}"), "a Buffer"],
    ["gives an object", () => ({}), "an object"],
    ["is no function", 5, "read is not a function"],
  ])("a reader that %s", (_, read, message) => {
    const found = resolveIncludes({ $include: "./a" }, read as () => string);
    expect(found.issues?.[0].message).toContain(message);
    expect(found.issues?.[0].hint).toBeTruthy();
  });

  it("files that include one another twice and twice again", () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => {
        const next = JSON.stringify(Array.from({ length: 50 }, () => `f${index + 1}`));
        return [`f${index}`, index === 8 ? "{a: [1, 2, 3]}" : `{$include: ${next}}`];
      }),
    );
    expect(put({ $include: "f0" }, files).issues).toMatchObject([{ code: "too-large" }]);
    const nested = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => {
        const next = Array.from({ length: 50 }, (__, key) => `k${key}: {$include: 'f${index + 1}'}`);
        return [`f${index}`, index === 8 ? "{}" : `{${next.join()}}`];
      }),
    );
    expect(put({ $include: "f0" }, nested).issues).toMatchObject([{ code: "too-large" }]);
  });

  it("an unknown edition, and what is no config", () => {
    expect(put({}, {}, "openclaw@1" as Edition).issues).toMatchObject([{ code: "unknown-edition" }]);
    expect(put([], {}).issues).toMatchObject([{ code: "wrong-type" }]);
    expect(put("{", {}).issues).toMatchObject([{ code: "malformed-json5" }]);
  });

  it("what is doubtful in the text of a file", () => {
    const files = { a: "{allowFrom: [123456789012345678],\n x: 1,\n x: 2}" };
    const found = put({ channels: { telegram: { $include: "a" } } }, files, "2026-11");
    expect(found.issues).toMatchObject([
      { code: "repeated-key", path: "channels.telegram.x" },
      {
        code: "inexact-number",
        path: "channels.telegram.allowFrom[0]",
        hint: 'write it in quotes: "123456789012345678"',
      },
    ]);
    expect(found.issues?.[0].message).toContain("lines 2 and 3 of a");
    expect(put({ channels: { telegram: { $include: "a" } } }, files).warnings).toHaveLength(2);
  });
});
