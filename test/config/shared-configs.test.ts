import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { safeParsePolicy, type ParsedPolicy } from "../../src/parse-policy.ts";

function parse(name: string): ParsedPolicy {
  const text = readFileSync(new URL(`../configs/${name}.json5`, import.meta.url), "utf8");
  return safeParsePolicy(text, { edition: "2026-11" });
}

describe("configs that people write", () => {
  it.each([
    ["personal", "one owner on several devices"],
    ["support-inbox", "many customers kept apart"],
    ["linked-identity", "one person on three channels"],
    ["linked-identity-inverted", "the same, in the second spelling"],
    ["multi-account", "two bot accounts, one admin"],
    ["lifecycle", "resets by type and by channel"],
    ["hardened", "a shared deployment done right"],
    ["dangerous", "everything an audit warns of is still a policy"],
  ])("%s parses: %s", (name) => {
    expect(parse(name)).toMatchObject({ ok: true });
  });

  it("broken reports every issue at once, each with what was meant", () => {
    const parsed = parse("broken");
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { path: "session.dmScope", code: "unknown-value", hint: "did you mean `per-channel-peer`?" },
      {
        path: "session.reset.atHour",
        code: "out-of-range",
        message: "expected 0 to 23, found 24",
        hint: "write `atHour: 0` for midnight",
      },
      {
        path: "session.reset.idleMinutes",
        code: "out-of-range",
        message: "expected a positive integer, found 0",
        hint: "leave it out, or write `idleMinutes: 1` or more",
      },
      { path: "session.sendPolicy.rules[0].action", code: "unknown-value", hint: "did you mean `deny`?" },
      {
        path: "session.sendPolicy.rules[1].match.chanel",
        code: "unknown-key",
        hint: "did you mean `channel`?",
      },
      {
        path: "session.identityLinks",
        code: "identity-conflict",
        message: '"telegram:1" is linked to both alice and bob',
      },
      { path: "tools.sessions.visibility", code: "unknown-value", hint: "one of self, tree, agent, all" },
    ]);
    expect(parsed.ok ? [] : parsed.issues).toHaveLength(7);
  });

  it("multi-account and linked-identity-inverted parse with a hint that names the first spelling", () => {
    for (const name of ["multi-account", "linked-identity-inverted"]) {
      const parsed = parse(name);
      const spelling = parsed.ok
        ? parsed.warnings.filter(({ path }) => path === "session.identityLinks")
        : [];
      expect(spelling).toMatchObject([{ severity: "warning" }]);
      expect(spelling[0]?.hint).toContain('["telegram:');
    }
  });
});
