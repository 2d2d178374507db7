import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { matchResetTrigger } from "../../../src/lifecycle/trigger/reset-trigger.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { evaluateMention, type MentionRequest } from "../../../src/policy/mention/mention.ts";

const patterns = (...mentionPatterns: string[]): ConfigInput => ({
  messages: { groupChat: { mentionPatterns } },
});
const called = (identity: Record<string, string>): ConfigInput => ({
  agents: { list: [{ id: "main", identity }] },
});

function decide(config: ConfigInput, request: MentionRequest, edition: Edition = "2026-11") {
  return evaluateMention(request, parsePolicy(config, { edition, timeZone: "UTC" }));
}

describe("a mention", () => {
  it.each<readonly [string, ConfigInput, MentionRequest, string]>([
    ["by a pattern", patterns("@bot"), { text: "hi @BOT" }, "pattern messages.groupChat.mentionPatterns[0]"],
    ["by none", patterns("@bot"), { text: "hi" }, "no-match"],
    ["not where there are no patterns", {}, { text: "hi" }, "no-patterns"],
    [
      "not where the list is empty",
      { ...patterns(), ...called({ name: "Clawd" }) },
      { text: "clawd", agentId: "main" },
      "no-patterns",
    ],
    ["by what the channel tells", {}, { text: "", told: "bot" }, "told"],
    [
      "by name",
      called({ name: "Clawd" }),
      { text: "Clawd?", agentId: "main" },
      "pattern agents.list[0].identity.name",
    ],
    [
      "by a name in another script",
      called({ name: "小助手" }),
      { text: "小助手 好", agentId: "main" },
      "pattern agents.list[0].identity.name",
    ],
    [
      "by a name without what decorates it",
      called({ name: "🦞 Clawd" }),
      { text: "clawd", agentId: "main" },
      "pattern agents.list[0].identity.name",
    ],
    [
      "by a sign",
      called({ emoji: "🦞" }),
      { text: "🦞!", agentId: "main" },
      "pattern agents.list[0].identity.emoji",
    ],
    ["by nobody's name", called({ name: "Clawd" }), { text: "Clawd?" }, "no-patterns"],
    [
      "by what was said aloud",
      patterns("@bot"),
      { text: "", transcript: "@bot" },
      "pattern messages.groupChat.mentionPatterns[0]",
    ],
    ["not beside a text", patterns("@bot"), { text: "x", transcript: "@bot" }, "no-match"],
    [
      "by the agent's own pattern alone",
      { agents: { list: [{ id: "main", groupChat: { mentionPatterns: ["@own"] } }] }, ...patterns("@bot") },
      { text: "@bot", agentId: "main" },
      "no-match",
    ],
    [
      "not where patterns are off",
      {
        ...patterns("@bot"),
        channels: { telegram: { mentionPatterns: { mode: "deny", allowIn: ["-1"] } } },
      },
      { text: "@bot", channel: "telegram", peer: "-2" },
      "switched-off channels.telegram.mentionPatterns.mode",
    ],
    [
      "where they are on",
      {
        ...patterns("@bot"),
        channels: { telegram: { mentionPatterns: { mode: "deny", allowIn: ["-1"] } } },
      },
      { text: "@bot", channel: "telegram", peer: "-1" },
      "pattern messages.groupChat.mentionPatterns[0]",
    ],
    [
      "by a pattern that asks for what it found",
      patterns("(bo)\\1"),
      { text: "bobo" },
      "pattern messages.groupChat.mentionPatterns[0]",
    ],
  ])("%s", (_, config, request, expected) => {
    const { reason, path, mentioned } = decide(config, request);
    expect([reason, path].filter(Boolean).join(" ")).toBe(expected);
    expect(mentioned).toBe(reason === "pattern" || reason === "told");
  });

  it("is told as it is written, to be left out before a reset trigger", () => {
    const policy = parsePolicy(patterns("@bot\\b"), { edition: "2026-11", timeZone: "UTC" });
    const text = "@Bot /new hi";
    const { mentions } = evaluateMention({ text }, policy);
    expect(mentions).toEqual(["@Bot"]);
    expect(matchResetTrigger(text, policy, { chatType: "group", mentions })?.rest).toBe("hi");
  });
});

describe("a pattern", () => {
  it.each([
    ["invalid-pattern", "(bot"],
    ["slow-pattern", "(a+)+$"],
    ["slow-pattern", "(a*)\\1"],
    ["mentions-everything", ".*"],
    ["mentions-everything", "(?:)"],
    ["mentions-everything", "bot|"],
    ["mentions-everything", "^$"],
    ["empty-value", ""],
  ])("is refused for %s: %s", (code, pattern) => {
    const parsed = safeParsePolicy(patterns(pattern), { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { code, path: "messages.groupChat.mentionPatterns[0]", severity: "error" },
    ]);
  });

  it.each<[Edition, string, readonly string[]]>([
    ["openclaw@2026.9.6", "(bot", ["invalid-pattern"]],
    ["openclaw@2026.9.6", "(a+)+$", ["slow-pattern"]],
    ["openclaw@2026.3.13", "(a+)+$", []],
    ["openclaw@2026.9.6", ".*", []],
  ])("is left out under %s with a warning: %s", (edition, pattern, codes) => {
    const { warnings } = parsePolicy(patterns(pattern), { edition, timeZone: "UTC" });
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });

  it("that a release finds in everything is a mention there, and refused under 2026-11", () => {
    expect(decide(patterns(".*"), { text: "" }, "openclaw@2026.9.6").mentioned).toBe(true);
    expect(decide(patterns(".*"), { text: "" }, "openclaw@2026.5.12").mentioned).toBe(false);
  });

  it("of a mode that there is not is refused, and counts nowhere", () => {
    const config = { channels: { telegram: { mentionPatterns: { mode: "Deny" } } } } as ConfigInput;
    const parsed = safeParsePolicy(config, { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { path: "channels.telegram.mentionPatterns.mode" },
    ]);
  });
});

describe("what always holds", () => {
  it("a decision of anything never throws", () => {
    const policy = parsePolicy(patterns("@bot", "a+b"), { edition: "2026-11", timeZone: "UTC" });
    fc.assert(
      fc.property(fc.anything(), (request) => {
        const decision = evaluateMention(request as MentionRequest, policy);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      }),
    );
  });

  it("under no edition does a pattern take long, whatever the text", () => {
    const hostile = { text: `${"a".repeat(100_000)}b` };
    for (const edition of ["openclaw@2026.1.29", "openclaw@2026.3.13"] as const) {
      const started = performance.now();
      expect(decide(patterns("(a+)+$"), hostile, edition).mentioned).toBe(false);
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
