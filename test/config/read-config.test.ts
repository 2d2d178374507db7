import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import type { Issue } from "../../src/config/issue.ts";
import { formatPath } from "../../src/config/path.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { editions, type Edition } from "../../src/edition/edition.ts";
import { safeParsePolicy } from "../../src/parse-policy.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function issuesOf(config: unknown, edition: Edition = "2026-11"): readonly Issue[] {
  const read = readConfig(config as ConfigInput, edition);
  return read.ok ? read.found.map(({ issue }) => issue) : read.issues;
}

describe("under 2026-11 what is wrong is an issue", () => {
  it.each([
    ["a typo in a field", { session: { dmScpoe: "main" } }, "session.dmScpoe", "unknown-key", "`dmScope`"],
    ["a typo in a section", { sesion: {} }, "sesion", "unknown-key", "`session`"],
    [
      "a near miss in an open object",
      { channels: { telegram: { dmPolcy: "open" } } },
      "channels.telegram.dmPolcy",
      "unknown-key",
      "`dmPolicy`",
    ],
    [
      "another case in an open object",
      { channels: { telegram: { group_policy: "open" } } },
      "channels.telegram.group_policy",
      "unknown-key",
      "`groupPolicy`",
    ],
    [
      "an unknown operator",
      { session: { sendPolicy: { rules: [{ action: "deny", match: { channel: { $in: ["x"] } } }] } } },
      "session.sendPolicy.rules[0].match.channel",
      "wrong-type",
      "text",
    ],
    [
      "a key in another object that is closed",
      { tools: { exec: { approvals: { enable: true } } } },
      "tools.exec.approvals.enable",
      "unknown-key",
      "`enabled`",
    ],
    [
      "a padded action",
      { session: { sendPolicy: { default: " deny" } } },
      "session.sendPolicy.default",
      "unknown-value",
      "`deny`",
    ],
    [
      "a padded channel",
      { session: { sendPolicy: { rules: [{ action: "deny", match: { channel: "telegram " } }] } } },
      "session.sendPolicy.rules[0].match.channel",
      "padded-value",
      "`telegram`",
    ],
    [
      "an empty prefix",
      { session: { sendPolicy: { rules: [{ action: "deny", match: { keyPrefix: "" } }] } } },
      "session.sendPolicy.rules[0].match.keyPrefix",
      "empty-value",
      "not empty",
    ],
    ["an empty list of tools", { tools: { allow: [] } }, "tools.allow", "empty-list", "leave it out"],
    [
      "a padded id among others",
      { channels: { telegram: { allowFrom: ["1", " 2"] } } },
      "channels.telegram.allowFrom[1]",
      "padded-value",
      "`2`",
    ],
    [
      "a number in a list that could also be a name",
      { session: { identityLinks: { alice: ["telegram:1", 17] } } },
      "session.identityLinks.alice[1]",
      "wrong-type",
      '"17"',
    ],
    [
      "the hole of a list",
      { session: { identityLinks: { alice: new Array<string>(1) } } },
      "session.identityLinks.alice[0]",
      "missing",
      "text",
    ],
    [
      "an hour in what could also be an hour alone",
      { session: { dailyReset: { atHour: 24 } } },
      "session.dailyReset.atHour",
      "out-of-range",
      "`atHour: 0` for midnight",
    ],
    [
      "a padded key of a map",
      { channels: { telegram: { groups: { "-1 ": {} } } } },
      'channels.telegram.groups["-1 "]',
      "padded-value",
      "`-1`",
    ],
    ["a list where an object belongs", { session: [] }, "session", "wrong-type", "an object"],
    [
      "an hour in words",
      { session: { reset: { atHour: "4" } } },
      "session.reset.atHour",
      "wrong-type",
      "`atHour: 4`",
    ],
    [
      "an id that is a number",
      { bindings: [{ agentId: "main", match: { channel: "telegram", peer: { kind: "direct", id: 5 } } }] },
      "bindings[0].match.peer.id",
      "wrong-type",
      'in quotes: "5"',
    ],
    [
      "a binding without a match",
      { bindings: [{ agentId: "main" }] },
      "bindings[0].match",
      "missing",
      "an object",
    ],
    [
      "the old word for direct chats",
      { session: { sendPolicy: { rules: [{ action: "deny", match: { chatType: "dm" } }] } } },
      "session.sendPolicy.rules[0].match.chatType",
      "unknown-value",
      "`direct`",
    ],
    [
      "a duration in weeks",
      { session: { maintenance: { pruneAfter: "1w" } } },
      "session.maintenance.pruneAfter",
      "malformed-duration",
      "30d",
    ],
    [
      "a size with a blank",
      { session: { maintenance: { maxDiskBytes: "1 gb" } } },
      "session.maintenance.maxDiskBytes",
      "malformed-size",
      "10mb",
    ],
  ] as const)("%s", (_, config, path, code, hint) => {
    const issues = issuesOf(config);
    expect(issues).toMatchObject([{ severity: "error", path, code }]);
    expect(issues[0]?.hint).toContain(hint);
  });

  it.each([
    ["ids as numbers in lists of senders", { channels: { telegram: { allowFrom: [123, "456"] } } }],
    ["a host's own keys in an open object", { channels: { telegram: { botToken: "x", streaming: {} } } }],
    ["whole sections of the host's own", { gateway: { port: 1 }, models: {}, $schema: "…" }],
  ])("%s pass", (_, config) => {
    expect(issuesOf(config)).toEqual([]);
  });
});

describe("under an OpenClaw release", () => {
  it("an unknown key outside the session section is refused, with the same hint", () => {
    const config = { channels: { telegram: { dmPolcy: "open" } }, tools: { sessions: { visibilty: "all" } } };
    expect(issuesOf(config, "openclaw@2026.9.6")).toMatchObject([
      { severity: "error", path: "channels.telegram.dmPolcy", hint: "did you mean `dmPolicy`?" },
      { severity: "error", path: "tools.sessions.visibilty", hint: "did you mean `visibility`?" },
    ]);
  });

  it("blank, padded and empty values pass as they did", () => {
    const config = { tools: { allow: [], deny: [" exec"] }, channels: { telegram: { allowFrom: [] } } };
    expect(issuesOf(config, "openclaw@2026.9.6")).toEqual([]);
  });
});

describe("text that is no JSON5", () => {
  it.each([
    ["{ session: { dmScope: 'main' }", 1, 31],
    ["{\n  session: {\n    dmScope = 1\n  }\n}", 3, 13],
    ["", 1, 1],
  ])("%j is told with line and column", (text, line, column) => {
    const parsed = safeParsePolicy(text, { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { code: "malformed-json5", path: "", line, column },
    ]);
  });

  it.each(["null", "[]", "5", "'x'"])("%s is no config", (text) => {
    const parsed = safeParsePolicy(text, { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ code: "wrong-type", path: "" }]);
  });
});

describe("what was written is kept", () => {
  const anyJson = fc.jsonValue({ maxDepth: 4 });
  const sections = [
    "session",
    "agents",
    "bindings",
    "channels",
    "tools",
    "memory",
    "logging",
    "gateway",
  ] as const;
  const words = [
    ...sections,
    "dmScope",
    "reset",
    "mode",
    "atHour",
    "resetByType",
    "direct",
    "sendPolicy",
    "rules",
  ];
  const moreWords = [
    "action",
    "match",
    "channel",
    "identityLinks",
    "list",
    "id",
    "telegram",
    "groups",
    "topics",
  ];
  const names = [
    ...words,
    ...moreWords,
    "allowFrom",
    "scope",
    "memorySearch",
    "defaults",
    "entries",
    "__proto__",
  ];
  const values = [
    "main",
    "per-peer",
    "daily",
    "deny",
    "allow",
    "telegram",
    "direct",
    "telegram:1",
    "*",
    "",
    " x",
  ];
  /** Data in which the words of a config stand in all the wrong places, and sometimes in the right ones. */
  const nearConfig = fc.object({
    key: fc.constantFrom(...names),
    values: [fc.constantFrom(...values), fc.integer({ min: -1, max: 24 }), fc.boolean(), fc.constant(null)],
    maxDepth: 5,
    maxKeys: 4,
  });
  const anyConfig = fc.oneof(fc.dictionary(fc.constantFrom(...sections), anyJson), nearConfig);
  const anyEdition = fc.constantFrom(...editions);

  it("a config is deep-equal to its source, as text and as object", () => {
    fc.assert(
      fc.property(anyConfig, anyEdition, (config, edition) => {
        for (const source of [config as ConfigInput, JSON.stringify(config)]) {
          const read = readConfig(source, edition);
          expect(JSON.stringify(read.ok && read.config)).toBe(JSON.stringify(config));
        }
      }),
      { numRuns: runs },
    );
  });

  /** Every path of a config, as issues write it. */
  function* pathsOf(value: unknown, path: readonly (string | number)[] = []): Generator<string> {
    yield formatPath(path);
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value))
      yield* pathsOf(inner, [...path, Array.isArray(value) ? Number(name) : name]);
  }

  it("anything can be asked: parsing never throws, and every issue says where and what", () => {
    fc.assert(
      fc.property(fc.oneof(anyConfig, anyJson, fc.string()), anyEdition, (source, edition) => {
        const parsed = safeParsePolicy(source as ConfigInput | string, { edition });
        const places = [...pathsOf(typeof source === "string" ? {} : source)];
        for (const { severity, code, path, message } of parsed.ok ? parsed.warnings : parsed.issues) {
          expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(message).toMatch(/^[^\n\r]+$/);
          // What is absent has no place of its own: a field that is required, a zone that nobody named.
          const isAbsent = code === "missing" || severity === "warning" || typeof source === "string";
          expect(isAbsent ? path : places).toContain(path);
        }
      }),
      { numRuns: runs },
    );
  });
});
