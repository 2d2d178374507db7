import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import * as module from "../../../src/config/path.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { substitute } from "../../../src/config/source/substitute.ts";

const edition = "2026-11";

function issuesOf(source: unknown) {
  return safeParsePolicy(source as ConfigInput, { edition, timeZone: "UTC" }).issues ?? [];
}

function warningsOf(source: unknown, release: Edition = edition) {
  const parsed = safeParsePolicy(source as ConfigInput, { edition: release, timeZone: "UTC" });
  return parsed.ok ? parsed.warnings : [];
}

class Settings {
  readonly session = { dmScope: "per-peer" };
}

const throwing = {
  get session(): never {
    throw new Error("the vault is closed");
  },
};

const revoked = Proxy.revocable({}, {});
revoked.revoke();

describe("what is no config is refused, and told what it is", () => {
  it.each<readonly [string, unknown, string]>([
    ["a Promise", Promise.resolve({}), "`await` it"],
    ["a Buffer", Buffer.from("{}"), "`JSON.parse(buffer.toString())`"],
    ["a Uint8Array", new TextEncoder().encode("{}"), "TextDecoder"],
    ["an ArrayBuffer", new ArrayBuffer(2), "TextDecoder"],
    ["a Map", new Map([["session", {}]]), "`Object.fromEntries(map)`"],
    ["a Set", new Set([1]), "[...set]"],
    ["a Date", new Date(0), "toISOString"],
    ["a Response", new Response("{}"), "await response.text()"],
    ["an Error", new Error("no"), "reading it has failed"],
    ["an instance of Settings", new Settings(), "{ ...it }"],
    ["an instance of Object", Object.create({ session: {} }), "{ ...it }"],
    ["a Module", module, "`default`"],
    ["a function", () => ({}), "call it"],
    ["a bigint", 5n, "plain value"],
    ["an empty list", [], "a list of bindings"],
    ["a list", [{ session: {} }], "the object in it"],
    ["nothing", undefined, "`{}`"],
    ["null", null, "`{}`"],
    ["5", 5, "sections"],
    ['"{session: {}}"', '"{session: {}}"', "`JSON.parse`"],
    ["a policy", parsePolicy({}, { edition }), "its `config`"],
    ["the answer of a function", substitute({}, {}), "its `config`"],
    ["the answer of a function that refused", substitute("[]", {}), "its `issues`"],
    ["the answer of `safeParsePolicy`", safeParsePolicy({}, { edition }), "its `policy.config`"],
    ["threw", throwing, "without getters"],
    ["an object that throws", revoked.proxy, "without getters"],
    ["the path of a file", "./openclaw.json", "not its path"],
    ["the path of a file", "openclaw.json5", "not its path"],
    ["the path of a file", "/home/ann/.openclaw/openclaw.json", "not its path"],
    ["the path of a file", String.raw`C:\Users\ann\openclaw.json`, "not its path"],
    ["an address", "https://example.com/openclaw.json", "fetch"],
  ])("%s", (what, source, instead) => {
    const [issue, ...others] = issuesOf(source);
    expect(others).toEqual([]);
    expect(issue?.path).toBe("");
    expect(issue?.message).toContain(what);
    expect(issue?.hint).toContain(instead);
  });

  it.each<readonly [string, unknown]>([
    ["a package.json", { name: "bot", version: "1.0.0", scripts: { start: "node ." } }],
    ["a package-lock.json", { name: "bot", lockfileVersion: 3, packages: {} }],
    ["a tsconfig.json", { extends: "./base.json", include: ["src"] }],
    ["a sessions.json", { "agent:main:main": { sessionId: "x", updatedAt: 1 } }],
    ["a sessions.json", { global: { sessionId: "x", updatedAt: 1 } }],
    ["an exec-approvals.json", { version: 1, agents: { main: { allowlist: [] } } }],
    ["an auth-profiles.json", { version: 1, profiles: {} }],
    ["a list of cron jobs", { version: 1, jobs: [] }],
    ["a list of pairing requests", { version: 1, requests: [] }],
    ["an allow list", { version: 1, allowFrom: [] }],
    ["a plugin's", { id: "x", configSchema: {} }],
    ["a JSON schema", { $schema: "https://json-schema.org/draft-07/schema", properties: {} }],
    ["a list of MCP servers", { mcpServers: {} }],
  ])("%s", (what, content) => {
    for (const source of [content, JSON.stringify(content)])
      expect(issuesOf(source)).toMatchObject([
        { code: "foreign-file", message: expect.stringContaining(what) as string },
      ]);
  });

  it.each<readonly [string, string]>([
    ["YAML", "# a bot\nsession:\n  dmScope: main\n"],
    ["YAML", "---\nsession: {}"],
    ["TOML", "[session]\ndmScope = 'main'"],
    ["TOML", "dmScope = 'main'"],
    ["an HTML page", "<!DOCTYPE html><html></html>"],
    ["XML", "<?xml version='1.0'?><a/>"],
    ["a program", "export default { session: {} }"],
    ["a file of environment variables", "# secrets\nTOKEN=1"],
    ["a fenced block", "```json5\n{}\n```"],
  ])("%s", (what, text) => {
    const [issue] = issuesOf(text);
    expect(issue).toMatchObject({ code: "malformed-json5", path: "" });
    expect(issue?.message).toContain(`this is ${what}`);
    expect(issue?.hint).toMatch(/^give /);
  });

  it.each<readonly [string, string]>([
    ["", "`{}`"],
    ["{ session: {", "not closed"],
    ["{ a = 1 }", "followed by `:`"],
    ["{ a: True }", "`true`"],
    ["{ “a”: 1 }", "straight"],
    ["{ # x\n }", "`//`"],
    ["{ a: }", "missing before it"],
    ["{ a: 1 b: 2 }", "a comma"],
  ])("%j, what to look for", (text, hint) => {
    expect(issuesOf(text)).toMatchObject([
      { code: "malformed-json5", hint: expect.stringContaining(hint) as string },
    ]);
  });

  it.each<readonly [string, unknown, string]>([
    ["channels.telegram", { channels: { telegram: new Map([["dmPolicy", "disabled"]]) } }, "a Map"],
    ["session", { session: new Settings() }, "an instance of Settings"],
    ["session.identityLinks", { session: { identityLinks: Promise.resolve({}) } }, "a Promise"],
    ["bindings[0]", { bindings: [new Date(0)] }, "a Date"],
  ])("also at %s", (path, config, what) => {
    expect(issuesOf(config)).toMatchObject([
      { path, code: "wrong-type", message: expect.stringContaining(what) as string },
    ]);
  });

  it("but a host may keep what it likes in sections of its own", () => {
    const host = new Map();
    expect(
      parsePolicy({ plugins: { entries: { mine: { config: host } } } }, { edition }).config["plugins"],
    ).toEqual({ entries: { mine: { config: host } } });
  });
});

describe("what is data is read", () => {
  it("of another realm, too", () => {
    const config: unknown = runInContext(
      "({ session: { dmScope: 'per-peer' }, bindings: [] })",
      createContext({}),
    );
    expect(parsePolicy(config as ConfigInput, { edition }).config.session?.dmScope).toBe("per-peer");
  });

  it("what stands in several places", () => {
    const reset = { mode: "daily", atHour: 4 } as const;
    const { config } = parsePolicy(
      { session: { reset, resetByType: { group: reset, thread: reset } } },
      { edition },
    );
    expect(config.session).toEqual({ reset, resetByType: { group: reset, thread: reset } });
  });

  it("a part that leads back to itself is refused", () => {
    const session: Record<string, unknown> = {};
    session["reset"] = { session };
    expect(issuesOf({ session })).toMatchObject([{ code: "too-deep" }]);
  });

  it("what is made while it is read is refused", () => {
    const endless: object = new Proxy(
      {},
      {
        ownKeys: () => ["a", "b"],
        getOwnPropertyDescriptor: () => ({ value: endless, enumerable: true, configurable: true }),
        get: (_, name) => (name === "a" || name === "b" ? { a: endless, b: 1 } : undefined),
      },
    );
    expect(issuesOf({ gateway: endless })).toHaveLength(1);
    expect(issuesOf({ gateway: new Array(2 ** 32 - 1) })).toMatchObject([{ code: "too-large" }]);
  });
});

describe("what stands for something else is refused", () => {
  it.each<readonly [unknown, readonly string[]]>([
    [{ $include: "./base.json5" }, ["$include"]],
    [{ channels: { $include: ["./a", "./b"] } }, ["channels.$include"]],
    [{ bindings: { $include: "./b" } }, ["bindings.$include"]],
    [{ bindings: [{ $include: "./b" }, { agentId: "main" }] }, ["bindings[0].$include", "bindings[1].match"]],
    [{ gateway: { auth: { $include: "./a" } } }, ["gateway.auth.$include"]],
    [{ session: { dmScope: "${SCOPE}" } }, ["session.dmScope"]],
    [{ session: { reset: { atHour: "${HOUR}" } } }, ["session.reset.atHour"]],
    [{ channels: { telegram: { botToken: "a-${TOKEN}-b" } } }, ["channels.telegram.botToken"]],
    [{ tools: { deny: ["exec", "${MORE}"] } }, ["tools.deny[1]"]],
    [{ session: { mainKey: "${main} $MAIN ${MAIN:-x} $${MAIN}" } }, []],
    [{ tools: { byProvider: { "${P}": {} } } }, []],
  ])("%j", (config, paths) => {
    for (const each of ["2026-11", editions[0] ?? "2026-11"] as const) {
      const parsed = safeParsePolicy(config as ConfigInput, { edition: each });
      expect((parsed.issues ?? []).map(({ path }) => path)).toEqual(paths);
    }
  });

  it("names the variables and the files, and the functions that help", () => {
    expect(issuesOf({ a: "${ONE}${TWO}" })[0]).toMatchObject({
      message: "`${ONE}`, `${TWO}` are variables of the environment, and were not substituted",
      hint: "substitute the variables first: `substitute(config, env)`",
    });
    expect(issuesOf({ $include: ["./a", "./b"] })[0]).toMatchObject({
      message: 'parts of the config are in another file, "./a", "./b"',
      hint: "include the files first: `resolveIncludes(config, read)`",
    });
  });

  it("an escape is read as it is written, with a warning", () => {
    expect(warningsOf({ session: { mainKey: "$${MAIN}" } })).toMatchObject([
      { code: "unresolved-variable", path: "session.mainKey" },
    ]);
  });
});

describe("numbers that are not exact", () => {
  it("are refused where an id may stand, with the digits that were written", () => {
    const text = "{ channels: { telegram: { allowFrom: [1, 123456789012345678] } } }";
    expect(issuesOf(text)).toMatchObject([
      {
        severity: "error",
        code: "inexact-number",
        path: "channels.telegram.allowFrom[1]",
        message:
          "123456789012345678 would be read as 123456789012345680, another id: a number holds only about 15 digits exactly",
        hint: 'write it in quotes: "123456789012345678"',
      },
    ]);
    expect(issuesOf({ channels: { telegram: { allowFrom: [2 ** 53] } } })).toMatchObject([
      { code: "inexact-number", hint: "write it in quotes where it comes from: ids are text" },
    ]);
  });

  it("are told once, also where no number may stand", () => {
    const text =
      "{ bindings: [{ agentId: 'main', match: { channel: 'discord', accountId: '*', guildId: 123456789012345678 } }] }";
    expect(issuesOf(text)).toMatchObject([
      { severity: "error", code: "inexact-number", hint: 'write it in quotes: "123456789012345678"' },
    ]);
  });

  it.each<readonly [unknown, readonly string[]]>([
    [{ session: { reset: { idleMinutes: 1e300 } } }, ["out-of-range"]],
    [{ gateway: { port: 1e300 } }, []],
    [{ channels: { telegram: { allowFrom: [Number.MAX_SAFE_INTEGER] } } }, []],
    [{ channels: { telegram: { ownerId: 1e300 } } }, ["unknown-key"]],
    [{ channels: { acme: { ownerId: 1e300 } } }, ["inexact-number"]],
  ])("%j", (config, codes) => {
    expect(issuesOf(config).map(({ code }) => code)).toEqual(codes);
  });

  it("under a release are a warning, but for Discord's, which every release refuses", () => {
    const release = editions[0] ?? edition;
    const list = "allowFrom: [12345678901234567890]";
    const telegram = `{ channels: { telegram: { ${list} } } }`;
    expect(warningsOf(telegram, release)).toMatchObject([{ code: "inexact-number" }]);
    const discord = `{ channels: { discord: { dm: { ${list} } } } }`;
    expect(safeParsePolicy(discord, { edition: release }).issues).toMatchObject([{ code: "inexact-number" }]);
  });
});

it("a key that is written twice is refused, and a warning under a release", () => {
  const text = "{\n  session: {\n    dmScope: 'main',\n    // again\n    'dmScope': 'per-peer',\n  },\n}";
  expect(issuesOf(text)).toMatchObject([
    {
      code: "repeated-key",
      path: "session.dmScope",
      message: '"dmScope" is written twice, on lines 3 and 5; all but the last are lost',
      hint: "merge them, or delete those before line 5",
      line: 5,
    },
  ]);
  expect(warningsOf(text, "openclaw@2026.9.6")).toContainEqual(
    expect.objectContaining({ code: "repeated-key" }),
  );
});
