import { describe, expect, it } from "vitest";
import { behavioursOf } from "../../src/edition/edition.ts";
import { normalizeAccountId, normalizeOptionalAccountId } from "../../src/identity/account-id.ts";

const before = behavioursOf("openclaw@2026.2.22-1");
const since = behavioursOf("openclaw@2026.2.23");
const own = behavioursOf("2026-11");

describe("an account's id", () => {
  it.each([
    ["none is the default one", undefined, "default", "default", "default"],
    ["a clean name", "work", "work", "work", "work"],
    ["a name to clean", "My Acct", "my-acct", "my-acct", "My Acct"],
    ["a name of which nothing remains", "日本", "default", "default", "日本"],
    ["a name of a property", "__PROTO__", "__proto__", "default", "__PROTO__"],
    ["the empty name", "", "default", "default", ""],
  ])("%s", (_, name, upTo, from, kept) => {
    expect(normalizeAccountId(name, before)).toBe(upTo);
    expect(normalizeAccountId(name, since)).toBe(from);
    expect(normalizeAccountId(name, own)).toBe(kept);
  });

  it("is undefined where no usable one is named and that is asked for", () => {
    expect(normalizeOptionalAccountId("日本", since)).toBeUndefined();
    expect(normalizeOptionalAccountId("constructor", since)).toBeUndefined();
    expect(normalizeOptionalAccountId(undefined, own)).toBeUndefined();
  });
});
