import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { correct, moduleOf, readKeys } from "../../../scripts/config-keys.mjs";
import { listOf, nextListOf, isListed, releases } from "../../../src/config/keys/read-lists.ts";
import { editions } from "../../../src/edition/edition.ts";

const keys = readKeys(new URL("config-keys.json.gz", import.meta.url));

function positions(range: string | undefined): readonly number[] {
  if (range === undefined) return releases.map((_, position) => position);
  return range.split(",").flatMap((part) => {
    const [from = 0, to = from] = part.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** Keys of channels that one release refuses whatever is in them, or does not have. */
const gone = [
  [/^channels\.(nostr|nextcloud-talk|twitch)\./, releases.indexOf("2026.4.5")],
  [/^channels\.msteams\./, releases.indexOf("2026.3.22")],
] as const;

describe("the lists of keys", () => {
  it("are what the script makes of the keys that releases accept", () => {
    const written = readFileSync(new URL("../../../src/config/keys/lists.ts", import.meta.url), "utf8");
    expect(written).toBe(moduleOf(keys));
  });

  it("know every key in each release that accepts it", () => {
    const missing: unknown[] = [];
    for (const [path, row] of Object.entries(keys.paths)) {
      const steps = path.replaceAll("[]", ".[]").split(".");
      for (const position of positions(correct(path, row).r)) {
        const known = isListed(steps, position);
        const accepted = !gone.some(([keys, then]) => keys.test(path) && position === then);
        if (known !== accepted) missing.push([path, releases[position]]);
      }
    }
    expect(missing).toEqual([]);
  });

  it("know no key in a release that does not accept it", () => {
    const known: unknown[] = [];
    for (const [path, row] of Object.entries(keys.paths)) {
      // Releases that keep agents by name still take a list of them.
      if (path.startsWith("agents.list")) continue;
      const steps = path.replaceAll("[]", ".[]").split(".");
      const parent = steps.slice(0, -1);
      const accepted = new Set(positions(correct(path, row).r));
      for (const position of releases.keys()) {
        if (accepted.has(position) || isListed([...parent, "*"], position)) continue;
        if (isListed(steps, position)) known.push([path, releases[position]]);
      }
    }
    expect(known).toEqual([]);
  });

  it("hold for every edition: its own list, or that of the nearest release that it continues", () => {
    const own = editions.filter((edition) => releases.includes(edition.slice("openclaw@".length)));
    expect(own.map((edition) => [`openclaw@${releases[listOf(edition)]}`, nextListOf(edition)])).toEqual(
      own.map((edition) => [edition, undefined]),
    );
    expect(releases[listOf("2026-11")]).toBe("2026.9.6");
    expect(releases[listOf("openclaw@2026.2.2")]).toBe("2026.2.1");
    expect(releases[nextListOf("openclaw@2026.2.2") ?? -1]).toBe("2026.2.3");
    expect(releases[listOf("openclaw@2026.7.34")]).toBe("2026.7.1");
    expect(releases[nextListOf("openclaw@2026.7.34") ?? -1]).toBe("2026.7.35");
  });
});
