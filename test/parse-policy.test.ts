import { describe, expect, it } from "vitest";
import { PolicyError } from "../src/config/issue.ts";
import type { Edition } from "../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy, type ParseOptions } from "../src/parse-policy.ts";

const edition = "2026-11";

function codes(source: string, options: ParseOptions): readonly string[] {
  const parsed = safeParsePolicy(source, options);
  return (parsed.ok ? parsed.warnings : parsed.issues).map(({ code }) => code);
}

describe("options", () => {
  it.each([
    ["openclaw@2026.3.6", "openclaw@2026.3.7"],
    ["2026.3.7", "openclaw@2026.3.7"],
    ["openclaw@2027.1.1", "2026-11"],
    ["2026-12", "2026-11"],
    ["openclaw@latest", "2026-11"],
    ["", "2026-11"],
  ])("the edition %j is unknown, and %s is among the nearest", (name, near) => {
    const parsed = safeParsePolicy({}, { edition: name as Edition });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ code: "unknown-edition", path: "" }]);
    expect(parsed.ok ? "" : parsed.issues[0].hint).toContain(near);
  });

  it("a zone must be an IANA name, and is told together with everything else", () => {
    expect(codes("{ session: { dmScope: 'x' } }", { edition, timeZone: "Mars/Base" })).toEqual([
      "unknown-time-zone",
      "unknown-value",
    ]);
  });

  it("the zone is UTC, and the policy knows whether the host said so", () => {
    expect(parsePolicy({}, { edition })).toMatchObject({ timeZone: "UTC", timeZoneNamed: false });
    expect(parsePolicy({}, { edition, timeZone: "UTC" })).toMatchObject({ timeZoneNamed: true });
  });

  it("a channel that the host does not have is an issue wherever it is named", () => {
    const parsed = safeParsePolicy(
      {
        session: {
          resetByChannel: { discrod: {} },
          identityLinks: { al: ["telegarm:1"] },
          sendPolicy: { rules: [{ action: "deny", match: { channel: "slak" } }] },
        },
        bindings: [{ agentId: "main", match: { channel: "mattrix" } }],
        channels: { defaults: {}, telegram: {}, signal: {} },
      },
      { edition, channels: ["telegram", "discord", "slack", "matrix"] },
    );
    expect(parsed.ok ? [] : parsed.issues.filter(({ code }) => code === "unknown-channel")).toMatchObject([
      { path: "session.resetByChannel.discrod", hint: "did you mean `discord`?" },
      { path: "session.identityLinks.al[0]", hint: "did you mean `telegram`?" },
      { path: "session.sendPolicy.rules[0].match.channel", hint: "did you mean `slack`?" },
      { path: "bindings[0].match.channel", hint: "did you mean `matrix`?" },
      { path: "channels.signal", hint: "one of telegram, discord, slack, matrix" },
    ]);
  });

  it("under a release such a channel is a warning", () => {
    const parsed = safeParsePolicy(
      { channels: { signal: {} } },
      { edition: "openclaw@2026.9.6", channels: ["telegram"] },
    );
    expect(parsed).toMatchObject({ ok: true, warnings: [{ code: "unknown-channel" }] });
  });
});

describe("a policy", () => {
  it("is frozen, and its warnings with it", () => {
    const policy = parsePolicy("{ session: { dmScope: 'per-peer' } }", { edition });
    expect(
      Object.isFrozen(policy) && Object.isFrozen(policy.config) && Object.isFrozen(policy.warnings),
    ).toBe(true);
  });

  it("throws all issues, one to a line", () => {
    const parse = () => parsePolicy("{ session: { dmScope: 'x', scope: 'y' } }", { edition });
    expect(parse).toThrow(PolicyError);
    expect(parse).toThrow(/^session\.scope: .*\nsession\.dmScope: .*$/);
  });

  it("has the checks of a sound part reported beside what is wrong elsewhere", () => {
    const text = "{ session: { dmScope: 'x', identityLinks: { a: ['telegram:1'], b: ['telegram:1'] } } }";
    expect(codes(text, { edition })).toEqual(["unknown-value", "identity-conflict"]);
  });

  it("tells every warning, also when there are more than a call takes arguments", () => {
    const ids = Array.from({ length: 150_000 }, (_, index) => String(index));
    const config = { session: { identityLinks: { alice: ids } } };
    expect(parsePolicy(config, { edition: "openclaw@2026.9.6" }).warnings).toHaveLength(ids.length);
  });
});
