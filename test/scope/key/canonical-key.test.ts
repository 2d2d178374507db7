import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalizeSessionKey } from "../../../src/scope/key/canonical-key.ts";
import { formatSessionKey } from "../../../src/scope/key/session-key.ts";
import { anyText, keyParts, trickyText } from "./key-arbitraries.ts";

describe("a key has one spelling", () => {
  it.each([
    ["a prefix that stands twice", "agent:main:agent:main:main", "agent:main:main"],
    ["or more often", "agent:main:agent:Main:agent:main:direct:7", "agent:main:direct:7"],
    ["but not for two agents", "agent:main:agent:ops:main", "agent:main:agent:ops:main"],
    ["the old word for a direct chat", "agent:main:telegram:dm:7", "agent:main:telegram:direct:7"],
    ["capitals in words, channel and agent", "AGENT:Main:Slack:Channel:C1", "agent:main:slack:channel:C1"],
    ["an agent's name that was not cleaned", "agent:my agent:main", "agent:my-agent:main"],
    ["an agent's name of which nothing would remain", "agent:日本:main", "agent:日本:main"],
    ["an agent's id that building a key can give stays", "agent:_a-:main", "agent:_a-:main"],
    ["colons in an id", "agent:main:matrix:group:!R:s.org", "agent:main:matrix:group:!R%3As.org"],
    ["a doubtful key stays", "agent:main:telegram:group:direct:5", "agent:main:telegram:group:direct:5"],
    ["a name without an agent stays", "telegram:group:-1", "telegram:group:-1"],
  ])("%s", (_, key, canonical) => {
    expect(canonicalizeSessionKey(key)).toBe(canonical);
  });

  it("and spelling it again changes nothing", () => {
    const keys = fc.oneof(
      keyParts(fc.oneof(anyText, trickyText)).map(formatSessionKey),
      fc.array(trickyText, { maxLength: 6 }).map((texts) => ["agent", ...texts].join(":")),
      fc.tuple(trickyText, trickyText).map(([agent, rest]) => `agent:${agent}:agent:${agent}:${rest}`),
    );
    fc.assert(
      fc.property(keys, (key) => {
        const once = canonicalizeSessionKey(key);
        expect(canonicalizeSessionKey(once)).toBe(once);
      }),
    );
  });

  it("and takes a time that grows with the key alone", () => {
    const key = `${"agent:main:".repeat(50_000)}main`;
    expect(canonicalizeSessionKey(key)).toBe("agent:main:main");
  });
});
