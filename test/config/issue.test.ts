import { expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { PolicyError } from "../../src/config/issue.ts";
import { parsePolicy } from "../../src/parse-policy.ts";

function refusal(config: unknown): PolicyError {
  try {
    parsePolicy(config as ConfigInput, { edition: "2026-11", timeZone: "UTC" });
  } catch (error) {
    if (error instanceof PolicyError) return error;
  }
  throw new Error("it was not refused");
}

it("the message tells every issue in a line, with its hint", () => {
  expect(refusal({ session: { dmScope: "per-per", reset: { atHour: 24 } } }).message.split("\n")).toEqual([
    'session.dmScope: expected one of main, per-peer, per-channel-peer, per-account-channel-peer, found "per-per" (did you mean `per-peer`?)',
    "session.reset.atHour: expected 0 to 23, found 24 (write `atHour: 0` for midnight)",
  ]);
  expect(refusal([]).message).toMatch(/^expected an object, found an empty list \(an object with sections/);
});

it("of many that are alike it tells the first ones, and counts the others; the issues are all there", () => {
  const allowFrom = Array.from({ length: 44 }, (_, index) => ` ${index}`);
  const { message, issues } = refusal({ channels: { telegram: { allowFrom, dmPolicy: "opne" } } });
  expect(issues).toHaveLength(45);
  expect(message.split("\n")).toEqual([
    expect.stringMatching(/^channels\.telegram\.dmPolicy: /),
    expect.stringMatching(/^channels\.telegram\.allowFrom\[0\]: .*\(did you mean `0`\?\)$/),
    expect.stringMatching(/^channels\.telegram\.allowFrom\[1\]: /),
    expect.stringMatching(/^channels\.telegram\.allowFrom\[2\]: /),
    "and 41 more like that in channels.telegram.allowFrom",
  ]);
});

it("a hundred thousand issues are told as fast as few", () => {
  const identityLinks = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, index) => [`p${index}`, [" x"]]),
  );
  const { message, issues } = refusal({ session: { identityLinks } });
  expect(issues.length).toBeGreaterThanOrEqual(100_000);
  expect(message.length).toBeLessThan(5_000);
});
