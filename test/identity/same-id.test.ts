import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableOf } from "../docs/table.ts";
import { idRules, idWriter } from "../../src/identity/same-id.ts";

describe("which spellings are one id", () => {
  it.each<readonly [string, string, string, boolean]>([
    ["irc", "Bob", "bob", true],
    ["irc", "bob ", "bob", false],
    ["email", "ann@Example.ORG", "ann@example.org", true],
    ["email", "Ann@example.org", "ann@example.org", false],
    ["whatsapp", "+1 (555) 000-1", "+15550001", true],
    ["whatsapp", "15550001", "+15550001", true],
    ["whatsapp", "15550001:7@s.whatsapp.net", "+15550001", true],
    ["whatsapp", "15550001@lid", "+15550001", false],
    ["signal", "+1.555.0001", "+15550001", true],
    ["sms", "+15550001\u00a0", "+15550001", false],
    ["imessage", "ann@example.org", "Ann@example.org", false],
    ["msteams", "3F2504E0-4F89-11D3-9A0C-0305E82C3301", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", true],
    ["googlechat", "users/123", "123", true],
    ["googlechat", "users/ann", "ann", false],
    ["webchat", "Admin", "admin", false],
    ["webchat", "admin\u00a0", "admin", false],
    ["webchat", "webchat:admin", "admin", false],
    ["telegram", "@ann", "ann", false],
    ["telegram", "telegram:7", "7", false],
    ["slack", "u1", "U1", false],
    ["matrix", "@Ann:example.org", "@ann:example.org", false],
  ])("on %s, %j and %j: %s", (channel, one, other, isOne) => {
    const write = idWriter(channel);
    expect(write(one) === write(other)).toBe(isOne);
  });

  it.each([...idRules])("%s: writing twice changes nothing, whatever the id", (_, { source, write }) => {
    expect(source).not.toBe("");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (id) => write(write(id)) === write(id)));
  });

  it("is on the page about policies, channel by channel", () => {
    const page = readFileSync(new URL("../../docs/policies.md", import.meta.url), "utf8");
    const told = tableOf(page, "channel").map(([channel]) => channel?.replaceAll("`", ""));
    expect(told).toEqual([...idRules.keys()]);
  });
});
