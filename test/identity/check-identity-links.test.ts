import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { behavioursOf, type Edition } from "../../src/edition/edition.ts";
import { linksArePlain } from "../../src/identity/identity-links.ts";
import { linkIndex } from "../../src/identity/link-index.ts";
import { safeParsePolicy } from "../../src/parse-policy.ts";

type Links = NonNullable<NonNullable<ConfigInput["session"]>["identityLinks"]>;

function issuesOf(identityLinks: Links, edition: Edition = "2026-11") {
  const parsed = safeParsePolicy({ session: { identityLinks } }, { edition, timeZone: "UTC" });
  return parsed.ok ? parsed.warnings : parsed.issues;
}

describe("identity links that cannot be meant", () => {
  it.each<readonly [string, Links, string, string]>([
    [
      "one id for two people",
      { alice: ["telegram:1"], bob: ["telegram:1"] },
      "session.identityLinks",
      '"telegram:1" is linked to both alice and bob',
    ],
    [
      "one id for two people, the channel in another case",
      { alice: ["Telegram:1"], bob: ["telegram:1"] },
      "session.identityLinks",
      '"telegram:1" is linked to both alice and bob',
    ],
    [
      "one id for two people, in both spellings",
      { alice: ["telegram:1"], "telegram:1:bob": "bob" },
      "session.identityLinks",
      '"telegram:1" is linked to both alice and bob',
    ],
    [
      "names that merge",
      { Al: ["a:1"], al: ["a:2"] },
      "session.identityLinks",
      '"Al" and "al" are the same name, "al"',
    ],
    [
      "no channel",
      { alice: ["a:1", "5"] },
      "session.identityLinks.alice[1]",
      '"5" names no channel, so it would be alice on every channel',
    ],
    [
      "a cycle",
      { alice: ["a:1", "bob"], bob: ["a:2"] },
      "session.identityLinks.alice[1]",
      'alice is linked to "bob", which is itself the name of a person',
    ],
    [
      "a name that looks like an id and is linked",
      { "a:1": ["a:2"], bob: ["a:1"] },
      "session.identityLinks.bob[0]",
      'bob is linked to "a:1", which is itself the name of a person',
    ],
  ])("%s", (_, links, path, message) => {
    const refused = issuesOf(links);
    expect(refused).toContainEqual(expect.objectContaining({ severity: "error", path, message }));
    expect(refused.every(({ hint }) => hint !== undefined)).toBe(true);
  });

  it("are read by the releases, and deserve a look", () => {
    expect(issuesOf({ alice: ["a:1"], bob: ["a:1", "5"] }, "openclaw@2026.9.6")).toMatchObject([
      { severity: "warning", code: "identity-conflict" },
      { severity: "warning", code: "identity-without-channel" },
    ]);
  });
});

describe("a Discord id with a discriminator", () => {
  it.each<readonly [string, Links, string]>([
    ["by person", { ann: ["telegram:1", "discord:223#0001"] }, "session.identityLinks.ann[1]"],
    ["by id", { "discord:223#0001:ann": "ann" }, 'session.identityLinks["discord:223#0001:ann"]'],
  ])("is read as the account, with a warning: %s", (_, links, path) => {
    expect(issuesOf(links)).toContainEqual({
      severity: "warning",
      code: "identity-discriminator",
      path,
      message: '"discord:223#0001" is read as the account 223: ids on Discord have no discriminator',
      hint: 'write "discord:223"',
    });
  });

  it("names nobody under a release, and the warning says so", () => {
    expect(issuesOf({ ann: ["discord:223#0001"] }, "openclaw@2026.9.6")).toMatchObject([
      { code: "identity-names-nobody", message: expect.stringContaining("names nobody") as string },
    ]);
  });

  it("belongs to one person, whatever the discriminator", () => {
    expect(issuesOf({ ann: ["discord:223#0001"], bob: ["discord:223"] })).toContainEqual(
      expect.objectContaining({ message: '"discord:223" is linked to both ann and bob' }),
    );
  });
});

describe("an id that is a number with something in it", () => {
  it.each<readonly [string, string]>([
    ["whatsapp:+1 (555) 123-4567", "whatsapp:+15551234567"],
    ["whatsapp:+1-555-123-4567", "whatsapp:+15551234567"],
    ["signal:+1.555.123.4567", "signal:+15551234567"],
    ["discord:<@123456789>", "discord:123456789"],
    ["telegram:@123456789", "telegram:123456789"],
    ["telegram:123 456 789", "telegram:123456789"],
  ])("joins nobody, so it gets a warning: %s", (text, right) => {
    for (const edition of ["2026-11", "openclaw@2026.9.6"] as const)
      expect(issuesOf({ ann: ["irc:ann", text] }, edition)).toMatchObject([
        {
          severity: "warning",
          code: "id-stray-characters",
          path: "session.identityLinks.ann[1]",
          hint: `write "${right}"`,
        },
      ]);
  });
});

describe("identity links that are fine", () => {
  it.each<readonly [string, Links]>([
    ["several ids of one person", { alice: ["a:1", "b:1"], bob: ["a:2"] }],
    ["an id that equals a name, on its channel", { alice: ["irc:bob"], bob: ["irc:rob"] }],
    ["the same id twice for one person", { alice: ["a:1", "a:1"] }],
    [
      "ids that hold more than a number",
      { alice: ["matrix:@123456:s", "whatsapp:49123456-1412345678", "email:1@s"] },
    ],
    ["ids that differ by case where case matters", { alice: ["matrix:@A:s"], bob: ["matrix:@a:s"] }],
  ])("%s", (_, links) => {
    expect(issuesOf(links)).toEqual([]);
  });
});

describe("identity links by id", () => {
  it("come with a hint that names the first spelling", () => {
    expect(issuesOf({ "telegram:1:Al": "Al", "discord:2:Al": "al" })).toMatchObject([
      { code: "identity-links-labelled", hint: expect.stringContaining('"Al": ["telegram:1"]') as string },
    ]);
  });

  it("whose last part is not the name may have lost a piece of the id", () => {
    expect(issuesOf({ "matrix:@bob:example.org": "bob" })).toContainEqual(
      expect.objectContaining({
        severity: "warning",
        code: "identity-label",
        path: 'session.identityLinks["matrix:@bob:example.org"]',
        hint: expect.stringContaining('"bob": ["matrix:@bob:example.org"]') as string,
      }),
    );
  });
});

describe("what spares sound links the closer look", () => {
  const channels = fc.constantFrom("a", "A", " a", "a ", "matrix", "1", "");
  const ids = fc.constantFrom("1", "x", "X", " 1", "1 ", "Σ", "σ", "ς", ":1", "b:1", "");
  const texts = fc.tuple(channels, fc.constantFrom(":", ""), ids).map((parts) => parts.join(""));
  const some = fc.dictionary(fc.constantFrom("zoe", "al", "7"), fc.array(texts, { maxLength: 3 }));

  it.each(["openclaw@2026.1.29", "openclaw@2026.9.6", "2026-11"] as const)(
    "finds nothing plain under %s that has no place in the index",
    (edition) => {
      const behaviours = behavioursOf(edition);
      let plain = 0;
      fc.assert(
        fc.property(some, (links) => {
          if (!linksArePlain(links, behaviours)) return;
          plain += 1;
          expect(linkIndex(behaviours)(links).passedOver).toEqual([]);
        }),
      );
      expect(plain).toBeGreaterThan(10);
    },
  );
});
