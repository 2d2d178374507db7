import fc from "fast-check";
import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { readConfig } from "../../src/config/read-config.ts";
import type { Edition } from "../../src/edition/edition.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function hintFor(config: unknown, edition: Edition = "2026-11"): string | undefined {
  const read = readConfig(config as ConfigInput, edition);
  return read.ok ? read.found.at(0)?.issue.hint : read.issues[0].hint;
}

describe("a hint shows the right spelling of what stands there", () => {
  it.each<readonly [unknown, string]>([
    ["4", 'write `dailyReset: 4` or `dailyReset: "04:00"`'],
    ["4:60", 'write `dailyReset: 5` or `dailyReset: "05:00"`'],
    ["24:00", 'write `dailyReset: 0` or `dailyReset: "00:00"` for midnight'],
    ["04:00:00", 'write `dailyReset: 4` or `dailyReset: "04:00"`'],
    ["4am", 'write `dailyReset: 4` or `dailyReset: "04:00"`'],
    ["4:30pm", 'write `dailyReset: "16:30"`'],
    [" 04:30", 'write `dailyReset: "04:30"`'],
    [24, 'write `dailyReset: 0` or `dailyReset: "00:00"` for midnight'],
    [4.5, 'write `dailyReset: "04:30"`'],
    [-1, "write `dailyReset: false` for no daily reset, or a time such as `dailyReset: 4`"],
    ["off", "write `dailyReset: false` for no daily reset, or a time such as `dailyReset: 4`"],
    [null, "write `dailyReset: false` for no daily reset, or a time such as `dailyReset: 4`"],
    ["on", "write `dailyReset: true`"],
    ["soon", "write a time such as `dailyReset: 4`"],
    [25, "write a time such as `dailyReset: 4`"],
    [[4], "write a time such as `dailyReset: 4`"],
    [{ at: "4" }, 'write `at: "04:00"`'],
    [{ atHour: 24 }, "write `atHour: 0` for midnight"],
  ])("dailyReset: %j", (dailyReset, hint) => {
    expect(hintFor({ session: { dailyReset } })).toBe(hint);
  });

  it.each<readonly [string, unknown, string]>([
    ["atHour", 24, "write `atHour: 0` for midnight"],
    ["atHour", "4", "write `atHour: 4`"],
    ["atHour", "4pm", "write `atHour: 16`"],
    ["atHour", 4.5, 'write `at: "04:30"` in its place'],
    ["atHour", "04:30", 'write `at: "04:30"` in its place'],
    ["atHour", false, 'write `mode: "idle"` for no daily reset, or a time such as `atHour: 4`'],
    ["at", 4, 'write `at: "04:00"`'],
    ["at", "24:00", 'write `at: "00:00"` for midnight'],
    ["at", true, 'write a time such as `at: "04:00"`'],
    ["idleMinutes", 0, "leave it out, or write `idleMinutes: 1` or more"],
    ["idleMinutes", -30, "leave it out, or write `idleMinutes: 1` or more"],
    ["idleMinutes", false, "leave it out, or write `idleMinutes: 1` or more"],
    ["idleMinutes", Infinity, "leave it out, or write `idleMinutes: 1` or more"],
    ["idleMinutes", "120", "write `idleMinutes: 120`"],
    ["idleMinutes", "2h", "write `idleMinutes: 120`"],
    ["idleMinutes", "1 hour, 30 min", "write `idleMinutes: 90`"],
    ["idleMinutes", 1.5, "write `idleMinutes: 2`"],
    ["idleMinutes", "soon", "write `idleMinutes: 1` or more"],
    ["maxAgeMinutes", "7d", "write `maxAgeMinutes: 10080`"],
    ["graceMinutes", "30s", "write `graceMinutes: 1`"],
    ["mode", "off", "did you mean `none`?"],
    ["mode", false, "did you mean `none`?"],
  ])("reset.%s: %j", (name, value, hint) => {
    expect(hintFor({ session: { reset: { [name]: value } } })).toBe(hint);
  });

  it.each<readonly [string, unknown, string]>([
    [
      "a duration by the unit of its setting",
      { session: { writeLock: { staleMs: "5s" } } },
      "write `staleMs: 5000`",
    ],
    ["a part of an hour", { session: { threadBindings: { ttlHours: "90m" } } }, "write `ttlHours: 1.5`"],
    ["yes for true", { session: { threadBindings: { enabled: "yes" } } }, "write `enabled: true`"],
    ["a text for a number", { session: { parentForkMaxTokens: "12" } }, "write `parentForkMaxTokens: 12`"],
    ["one for a list", { session: { resetTriggers: "/new" } }, 'write `resetTriggers: ["/new"]`'],
    [
      "too much",
      { session: { agentToAgent: { maxPingPongTurns: 9 } } },
      "write `maxPingPongTurns: 5` or less",
    ],
    ["nothing", { session: { mainKey: null } }, "leave `mainKey` out"],
  ])("%s", (_, config, hint) => {
    const editions = ["openclaw@2026.2.25", "openclaw@2026.2.21", "openclaw@2026.7.1"] as const;
    expect(editions.map((edition) => hintFor(config, edition))).toContain(hint);
  });

  it.each<readonly [unknown, string]>([
    [{ reset: { atHour: 4.5 } }, "write `atHour: 4`"],
    [{ reset: { atHour: "04:30" } }, "write `atHour: 4`"],
    [{ idleMinutes: 60 }, "write `session.reset.idleMinutes`"],
    [{ resetByType: { dm: {} } }, "write `session.resetByType.direct`"],
  ])("in a release, as that release knows it: %j", (session, hint) => {
    expect(hintFor({ session }, "openclaw@2026.9.6")).toBe(hint);
  });

  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.string(),
    fc.double(),
    fc.integer({ min: -10, max: 3000 }),
    fc
      .tuple(
        fc.nat({ max: 30 }),
        fc.constantFrom("", ":", "h", " am", "pm", "m", "d", ".", "w"),
        fc.nat({ max: 70 }),
      )
      .map(([one, word, other]) => `${one}${word}${other}`),
  );

  it("and what it shows is accepted in its place", () => {
    const name = fc.constantFrom(
      "at",
      "atHour",
      "idleMinutes",
      "maxAgeMinutes",
      "graceMinutes",
      "dailyReset",
    );
    fc.assert(
      fc.property(name, values, (setting, value) => {
        const place = (written: object) => ({
          session: setting === "dailyReset" ? written : { reset: written },
        });
        const issue = hintFor(place({ [setting]: value }));
        // Of a value that is an object the hint is about what is within.
        fc.pre(issue !== undefined && (typeof value !== "object" || value === null));
        const shown = [...issue.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
        expect(shown.length).toBeGreaterThan(0);
        for (const text of shown) expect(hintFor(place(JSON5.parse(`{${text}}`)))).toBeUndefined();
      }),
      { numRuns: runs },
    );
  });
});
