import { describe, expect, it } from "vitest";
import { placeOf, readIdentityLinks } from "../../src/config/identity-links.ts";

describe("identity links in the first spelling", () => {
  it.each<readonly [string, object, string]>([
    ["telegram:123", { channel: "telegram", id: "123" }, "a channel and an id"],
    ["whatsapp:+1234567890", { channel: "whatsapp", id: "+1234567890" }, "a phone number"],
    ["discord:123456789#1234", { channel: "discord", id: "123456789#1234" }, "a numbered tag"],
    ["matrix:@bob:example.org", { channel: "matrix", id: "@bob:example.org" }, "colons in the id"],
    ["123", { channel: undefined, id: "123" }, "a bare id"],
    ["@bob:example.org", { id: "@bob:example.org" }, "what stands before the colon is no channel"],
    [":123", { id: ":123" }, "nothing stands before the colon"],
    ["telegram: 123", { channel: "telegram", id: " 123" }, "blanks are left to the reader"],
  ])("%j: %j (%s)", (text, expected) => {
    const links = [...readIdentityLinks({ alice: [text] })];
    expect(links).toMatchObject([{ name: "alice", text, ...expected, spelling: "listed" }]);
    expect(links.map(placeOf)).toEqual([["session", "identityLinks", "alice", 0]]);
  });

  it("come in the order in which JavaScript lists names: whole numbers first", () => {
    const names = [...readIdentityLinks({ zoe: ["a:1"], "7": ["a:1"], adam: ["a:1"] })].map(
      ({ name }) => name,
    );
    expect(names).toEqual(["7", "zoe", "adam"]);
  });

  it("may be names that objects have by themselves", () => {
    const links = JSON.parse('{ "__proto__": ["a:1"], "constructor": ["a:2"] }') as Record<string, string[]>;
    expect([...readIdentityLinks(links)].map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
  });
});

describe("identity links in the second spelling", () => {
  it.each<readonly [string, object, string]>([
    [
      "telegram:123:alice",
      { text: "telegram:123", channel: "telegram", id: "123", label: "alice" },
      "channel, id and label",
    ],
    ["whatsapp:+1:alice", { channel: "whatsapp", id: "+1", label: "alice" }, "a phone number"],
    ["discord:123#1234:Al", { channel: "discord", id: "123#1234", label: "Al" }, "a numbered tag"],
    ["matrix:@al:ex.org:alice", { channel: "matrix", id: "@al:ex.org", label: "alice" }, "colons in the id"],
    ["telegram:123", { text: "telegram:123", channel: "telegram", id: "123", label: undefined }, "no label"],
    ["123", { channel: undefined, id: "123" }, "a bare id"],
  ])("%j: %j (%s)", (key, expected) => {
    const links = [...readIdentityLinks({ [key]: "alice" })];
    expect(links).toMatchObject([{ name: "alice", ...expected, spelling: "labelled" }]);
    expect(links.map(placeOf)).toEqual([["session", "identityLinks", key]]);
  });
});
