import fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bytesOf, toDigest, toFileName, toUuid } from "../../src/scope/derived-id.ts";
import { anyText, trickyText } from "./key/key-arbitraries.ts";

const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
const wellFormed = fc.string({ unit: "grapheme" });

describe("bytesOf", () => {
  it("is UTF-8 for well-formed text", () => {
    fc.assert(
      fc.property(wellFormed, (text) => Buffer.from(bytesOf(text)).equals(Buffer.from(text, "utf8"))),
    );
  });

  it("keeps lone surrogates apart", () => {
    expect(bytesOf("\ud800")).not.toEqual(bytesOf("\ud801"));
    expect(bytesOf("\ud800")).not.toEqual(bytesOf("\ufffd"));
  });
});

describe("toFileName", () => {
  it.each([
    ["a usual key stays readable", "agent:main:telegram:direct:42", "agent.main.telegram.direct.42"],
    [
      "capitals are escaped, for file systems without case",
      "agent:main:slack:group:C1",
      "agent.main.slack.group.=431",
    ],
    ["a dot is not a colon", "a.b", "a=2eb"],
    ["no name is hidden or ends in a dot", ":a:", "=3aa=3a"],
    ["nor climbs", "../..", "=2e=2e=2f=2e=2e"],
    ["device names of Windows are kept off", "con", "=63on"],
    ["the first and the last of the numbered ones", "lpt0", "=6cpt0"],
    ["of both kinds", "com9", "=63om9"],
    ["a longer name is none", "lpt10", "lpt10"],
    ["with an extension too", "nul:1", "=6eul.1"],
    ["the empty key has a name", "", "="],
    ["emoji are escaped", "😀", "=ud83d=ude00"],
  ])("%s", (_, key, name) => {
    expect(toFileName(key)).toBe(name);
  });

  it.each([
    ...["con", "prn", "aux", "nul"],
    ...["com", "lpt"].flatMap((port) => Array.from("0123456789", (digit) => port + digit)),
  ])(
    "%s, which Windows keeps for a device, names no file, in any case, with an extension or without",
    (device) => {
      const names = [device, `${device}:x`, device.toUpperCase(), `${device.toUpperCase()}:x`].map(
        toFileName,
      );
      for (const name of names) expect(name.toLowerCase().split(".")[0]).not.toBe(device);
      expect(new Set(names).size).toBe(names.length);
      for (const longer of [`${device}x`, `x${device}`, `x:${device}`])
        expect(toFileName(longer)).toBe(longer.replace(":", "."));
    },
  );

  it("is safe and short for any key", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, trickyText, fc.string({ maxLength: 600 })), (key) => {
        const name = toFileName(key);
        expect(name).toMatch(/^[a-z0-9_=-]([a-z0-9._=-]*[a-z0-9_=-])?$/);
        expect(name.length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it("never gives two keys one name", () => {
    const alphabet = [":", ".", "=", "a", "A", "3", "u", "\ud800", "é"];
    const names = new Map<string, string>();
    const texts = (length: number): string[] =>
      length === 0 ? [""] : texts(length - 1).flatMap((text) => alphabet.map((letter) => text + letter));
    for (const key of [0, 1, 2, 3, 4].flatMap(texts)) {
      const name = toFileName(key);
      expect(names.get(name), `${JSON.stringify(key)} as ${name}`).toBeUndefined();
      names.set(name, key);
    }
  });

  it("tells long keys apart by their digest", () => {
    const long = "x".repeat(1_000_000);
    expect(toFileName(`${long}1`)).not.toBe(toFileName(`${long}2`));
    expect(toFileName("A".repeat(100))).toHaveLength(200);
  });
});

describe("toDigest", () => {
  it.each([
    ["Dialogflow's sessions", { maxBytes: 36 }, 36],
    ["Teams' conversations need no more than 256 bits", { maxBytes: 255 }, 50],
    ["hexadecimal", { maxBytes: 255, alphabet: "0123456789abcdef" }, 64],
    ["two letters", { maxBytes: 1000, alphabet: "ab" }, 256],
  ])("%s", (_, limits, length) => {
    expect(toDigest("agent:main:main", limits)).toHaveLength(length);
  });

  it("is the SHA-256 of the key, its last digits first", () => {
    fc.assert(
      fc.property(wellFormed, (key) => {
        const digits = toDigest(key, { maxBytes: 64, alphabet: "0123456789abcdef" });
        const number = Array.from(digits, (digit, place) => BigInt(`0x${digit}`) << BigInt(4 * place)).reduce(
          (a, b) => a + b,
        );
        expect(number).toBe(BigInt(`0x${createHash("sha256").update(key, "utf8").digest("hex")}`));
      }),
    );
  });

  it.each([
    ["one letter", { maxBytes: 36, alphabet: "a" }],
    ["a letter twice", { maxBytes: 36, alphabet: "aa" }],
    ["a letter of two bytes", { maxBytes: 36, alphabet: "aé" }],
    ["too few bytes", { maxBytes: 8 }],
    ["no number of bytes", { maxBytes: Number.NaN }],
  ])("refuses %s", (_, limits) => {
    expect(() => toDigest("agent:main:main", limits)).toThrow(RangeError);
  });
});

describe("toUuid", () => {
  it("is version 5 of RFC 9562 (its example)", () => {
    expect(toUuid("www.example.com", dns)).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  it("agrees with an independent computation", () => {
    fc.assert(
      fc.property(wellFormed, (key) => {
        const hash = createHash("sha1")
          .update(Buffer.from(dns.replaceAll("-", ""), "hex"))
          .update(key, "utf8");
        const hex = hash.digest("hex");
        const uuid = toUuid(key, dns.toUpperCase()).replaceAll("-", "");
        expect(uuid.slice(0, 12) + uuid.slice(13, 16) + uuid.slice(17)).toBe(
          hex.slice(0, 12) + hex.slice(13, 16) + hex.slice(17, 32),
        );
        expect(uuid).toMatch(/^.{12}5.{3}[89ab]/);
      }),
    );
  });

  it("refuses a namespace that is no UUID", () => {
    expect(() => toUuid("key", "sessions")).toThrow(RangeError);
  });
});
