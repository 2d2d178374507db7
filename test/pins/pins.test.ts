import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPins } from "../../src/analysis/pin/check-pins.ts";
import { type PinDocument, recordPins } from "../../src/analysis/pin/record-pins.ts";
import type { ConfigInput } from "../../src/config/config.ts";
import { loadedForDeciding } from "../../src/config/loaded/loaded.ts";
import type { Policy } from "../../src/config/policy.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { uncheckedPolicy } from "../unchecked-policy.ts";
import { config, questions } from "./questions.ts";

/** A config and what was decided under it; once committed, neither ever changes. */
interface PinFile {
  readonly config: ConfigInput;
  readonly document: PinDocument;
}

const pinned: readonly Edition[] = [
  "openclaw@2026.1.29",
  "openclaw@2026.3.7",
  "openclaw@2026.4.14",
  "openclaw@2026.6.35",
  "openclaw@2026.8.2",
  "openclaw@2026.9.6",
  "2026-11",
];

function fileOf(edition: Edition): URL {
  return new URL(`${edition.replace("@", "-")}.json`, import.meta.url);
}

/** What a release decides on; the config has words of ours, which its schema would refuse and its loader leaves alone. */
function pinnedPolicy(config: ConfigInput, edition: Edition, timeZone = "UTC"): Policy {
  if (edition === "2026-11") return uncheckedPolicy(config, edition, timeZone);
  const { config: made = config, changes = [] } = loadedForDeciding(config, edition, {});
  return { ...uncheckedPolicy(made, edition, timeZone), loader: { written: config, changes } };
}

/** Records an edition that has no file yet; a file that exists is never written again. */
function recordMissing(edition: Edition): void {
  if (existsSync(fileOf(edition)) || process.env["KEYSCOPE_RECORD_PINS"] !== "1") return;
  const policy = pinnedPolicy(config, edition, "Europe/Berlin");
  const { pins, ...head } = recordPins(policy, questions);
  const lines = pins.map((pin) => JSON.stringify(pin)).join(",\n");
  const document = `${JSON.stringify(head).slice(0, -1)},"pins":[\n${lines}\n]}`;
  writeFileSync(fileOf(edition), `{"config":${JSON.stringify(config)},\n"document":${document}}\n`);
}

describe("what was recorded is decided still", () => {
  it.each(pinned)("under %s", (edition) => {
    recordMissing(edition);
    const { config, document } = JSON.parse(readFileSync(fileOf(edition), "utf8")) as PinFile;
    const policy = pinnedPolicy(config, edition, document.timeZone);
    expect(document.edition).toBe(edition);
    expect(document.pins.length).toBeGreaterThan(200);
    expect(checkPins(document, policy).map(({ message }) => message)).toEqual([]);
  });
});
