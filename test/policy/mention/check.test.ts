import { describe, expect, it } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { checkMentions } from "../../../src/policy/mention/check.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

/** What is found in a config, though the edition would not read it. */
function found(config: Config, edition: Edition) {
  return checkMentions({ ...uncheckedPolicy({}, edition), config });
}

const second = (pattern: string): Config => ({
  messages: { groupChat: { mentionPatterns: ["@x", pattern] } },
});

describe("what is said of a pattern", () => {
  it.each<
    readonly [
      of: string,
      pattern: string,
      edition: Edition,
      severity: string,
      code: string,
      message: string,
      hint: string,
    ]
  >([
    [
      "no expression",
      "(bot",
      "2026-11",
      "error",
      "invalid-pattern",
      '"(bot" is not a regular expression, and matches nothing',
      'to mean just that text, write "\\\\(bot"',
    ],
    [
      "a repetition of a repetition",
      "(a+)+$",
      "2026-11",
      "error",
      "slow-pattern",
      '"(a+)+$" repeats something that is itself a repetition, and could be tried without end',
      "write one repetition, such as `a+` for `(a+)+`",
    ],
    [
      "one that asks for what it found, and repeats",
      "(a*)\\1",
      "2026-11",
      "error",
      "slow-pattern",
      '"(a*)\\\\1" refers back to what it matched, and is not searched for',
      "write the pattern again instead of `\\1`",
    ],
    [
      "one that is found in everything",
      ".*",
      "2026-11",
      "error",
      "mentions-everything",
      '".*" matches every text',
      "write what a message has to contain, such as `@bot\\\\b`; if no mention is needed, set requireMention: false",
    ],
    [
      "one with a branch that is",
      "bot|",
      "2026-11",
      "error",
      "mentions-everything",
      '"bot|" matches every text',
      "write what a message has to contain, such as `@bot\\\\b`; if no mention is needed, set requireMention: false",
    ],
    [
      "one that is, and asks for what it found",
      "(|a)\\1",
      "2026-11",
      "error",
      "mentions-everything",
      '"(|a)\\\\1" matches every text',
      "write what a message has to contain, such as `@bot\\\\b`; if no mention is needed, set requireMention: false",
    ],
    [
      "no expression, to a release",
      "(bot",
      "openclaw@2026.9.6",
      "warning",
      "invalid-pattern",
      '"(bot" is not a regular expression, and matches nothing',
      'to mean just that text, write "\\\\(bot"',
    ],
    [
      "a repetition of a repetition, to a release",
      "(a+)+$",
      "openclaw@2026.9.6",
      "warning",
      "slow-pattern",
      '"(a+)+$" repeats something that is itself a repetition, and could be tried without end',
      "write one repetition, such as `a+` for `(a+)+`",
    ],
    [
      "one that asks for what it found, and repeats, to a release",
      "(a*)\\1",
      "openclaw@2026.9.6",
      "warning",
      "slow-pattern",
      '"(a*)\\\\1" refers back to what it matched, and is not searched for',
      "write the pattern again instead of `\\1`",
    ],
  ])("that is %s", (_, pattern, edition, severity, code, message, hint) => {
    const path = "messages.groupChat.mentionPatterns[1]";
    expect(found(second(pattern), edition)).toEqual([{ severity, code, path, message, hint }]);
  });

  it.each<readonly [of: string, pattern: string, edition: Edition]>([
    ["one that is found in everything, to a release", ".*", "openclaw@2026.9.6"],
    ["a blank one", " ", "openclaw@2026.9.6"],
    ["a blank one under 2026-11, which is refused elsewhere", "", "2026-11"],
    ["a sound one", "@bot\\b", "2026-11"],
    ["one that asks for what it found, and repeats nothing", "(a)\\1", "2026-11"],
    ["one that asks for what it found, and not every text has", "(\\w)\\w\\1", "2026-11"],
    ["a repetition of a repetition, to a release that tries it", "(a+)+$", "openclaw@2026.3.13"],
  ])("is nothing of %s", (_, pattern, edition) => {
    expect(found(second(pattern), edition)).toEqual([]);
  });

  it("names the place of one of an agent", () => {
    const agents = { list: [{ id: "a" }, { id: "b", groupChat: { mentionPatterns: ["@b", "(a"] } }] };
    expect(found({ agents, messages: {} }, "2026-11")).toMatchObject([
      { code: "invalid-pattern", path: "agents.list[1].groupChat.mentionPatterns[1]" },
    ]);
  });
});

describe("what is said of a mode", () => {
  const inMode = (mode: unknown) => ({ channels: { "my chat": { mentionPatterns: { mode } } } }) as Config;

  it.each<readonly [mode: unknown, message: string, hint: string]>([
    ["Deny", '"Deny" is not a mode of mention patterns', "did you mean `deny`?"],
    ["alow", '"alow" is not a mode of mention patterns', "did you mean `allow`?"],
    [5, "5 is not a mode of mention patterns", "one of allow, deny"],
  ])("that there is not: %j", (mode, message, hint) => {
    const path = 'channels["my chat"].mentionPatterns.mode';
    expect(found(inMode(mode), "2026-11")).toEqual([
      { severity: "error", code: "unknown-value", path, message, hint },
    ]);
    expect(found(inMode(mode), "openclaw@2026.9.6")).toEqual([]);
  });

  it.each(["allow", "deny", undefined])("is nothing of %j", (mode) => {
    expect(found(inMode(mode), "2026-11")).toEqual([]);
  });

  it("is nothing of a channel without a section for it, or with something else there", () => {
    const config = { channels: { telegram: {}, irc: { mentionPatterns: "deny" } } } as Config;
    expect(found(config, "2026-11")).toEqual([]);
  });
});
