import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import type { Issue } from "../../src/config/issue.ts";
import { formatPath } from "../../src/config/path.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { safeParsePolicy } from "../../src/parse-policy.ts";
import { configWith, fieldsOf, type Field } from "./fields.ts";

const values: readonly unknown[] = [
  ...[5, -1, 1.5, 0, 24, 2 ** 60, true, false, null],
  ...["x", "12", "", " x ", "2h", "1 week", "5 MB", "04:30", "a, b", "yes", "off", "never"],
  ...[[], ["x"], [5], [true], ["main"], ["a", ["b"]], {}, { a: 1 }, [{}], { list: [] }],
];

function issuesOf(config: unknown, edition: Edition): readonly Issue[] {
  const parsed = safeParsePolicy(config as ConfigInput, { edition, timeZone: "UTC" });
  return parsed.ok ? parsed.warnings : parsed.issues;
}

/** What a hint says to write, where it says exactly that. */
function shownIn(hint: string): readonly string[] {
  const exact = /^write `[^`…]+`(?: or `[^`…]+`)*(?: for midnight|: \w+ are written .*)?$/.test(hint);
  return exact ? [...hint.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text) : [];
}

/** The value that a hint shows for a setting, or for an element of a list. */
function read(shown: string, step: Field[number] | undefined): unknown {
  if (typeof step === "number") return JSON5.parse(shown);
  return Object.values(JSON5.parse<Record<string, unknown>>(`{${shown}}`))[0];
}

// That a number in quotes is out of bounds as well is told when it is one.
const shapes = ["wrong-type", "unknown-value", "malformed-time", "malformed-duration", "malformed-size"];

describe.each(["openclaw@2026.7.1", "2026-11"] as const)("under %s", (edition) => {
  const fields = fieldsOf(edition);

  it("each issue has a hint that says more than its message, and what it says to write is taken", () => {
    let count = 0;
    for (const field of fields)
      for (const value of values) {
        const path = formatPath(field);
        const issues = issuesOf(configWith(field, value), edition);
        for (const { message, hint = "" } of issues) {
          expect(hint).not.toBe("");
          expect(message).not.toContain(hint);
        }
        for (const shown of shownIn(issues.find((issue) => issue.path === path)?.hint ?? "")) {
          const name = /^([\w]+): /.exec(shown)?.[1];
          // Another setting in its place: `at` for an `atHour`.
          if (typeof field.at(-1) === "string" && name !== field.at(-1)) continue;
          const after = issuesOf(configWith(field, read(shown, field.at(-1))), edition);
          const still = after.filter(({ path: at, code }) => at === path && shapes.includes(code));
          expect([shown, ...still]).toEqual([shown]);
          count += 1;
        }
      }
    expect(fields.length).toBeGreaterThan(150);
    expect(count).toBeGreaterThan(500);
  });
});

it.each<readonly [unknown, string]>([
  [
    { session: { maintenance: { pruneAfter: "1w" } } },
    'write `pruneAfter: "7d"`: durations are written such as 30d or 12h',
  ],
  [
    { session: { maintenance: { maxDiskBytes: "1 GB" } } },
    'write `maxDiskBytes: "1gb"`: sizes are written such as 10mb or 1gb',
  ],
  [{ tools: { deny: "exec, browser" } }, 'write `deny: ["exec", "browser"]`'],
  [{ channels: { telegram: { allowFrom: 7 } } }, 'write `allowFrom: ["7"]`'],
  [{ session: { resetTriggers: 7 } }, 'write `resetTriggers: ["7"]`'],
  [{ session: { dmScope: ["per-peer"] } }, 'write `dmScope: "per-peer"`'],
  [{ session: { dmScope: true } }, "one of main, per-peer, per-channel-peer, per-account-channel-peer"],
  [{ bindings: { agentId: "main" } }, "write `bindings: [{ … }]`"],
  [{ bindings: "main" }, "write a list, such as `bindings: [{ type: …, agentId: …, comment: …, match: … }]`"],
  [{ session: [{ dmScope: "main" }] }, "write `session: { … }`"],
  [
    { session: { reset: "daily" } },
    "write an object, such as `reset: { mode: …, at: …, atHour: …, idleMinutes: … }`",
  ],
  [
    { session: { identityLinks: 5 } },
    'write an object, such as `identityLinks: { ann: ["telegram:7", "discord:8"] }`',
  ],
  [{ session: { threadBindings: { enabled: "maybe" } } }, "write `enabled: true` or `enabled: false`"],
  [
    { bindings: [{ agentId: "main" }] },
    "add an object, such as `match: { channel: …, accountId: …, peer: …, guildId: … }`",
  ],
  [{ session: { mainKey: {} } }, 'write text, such as `mainKey: "main"`'],
])("%j: %s", (config, hint) => {
  expect(issuesOf(config, "2026-11").map((issue) => issue.hint)).toContain(hint);
});
