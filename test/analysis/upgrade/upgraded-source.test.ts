import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { upgradeConfig } from "../../../src/analysis/upgrade/upgrade-config.ts";
import { upgradedSource } from "../../../src/analysis/upgrade/upgraded-source.ts";
import { readSource } from "../../../src/config/read-source.ts";

const directory = new URL("../../config/public/", import.meta.url);

describe("the text of an upgraded config", () => {
  it.each(readdirSync(directory))(
    "says what the upgrade made, and keeps what is said about it: %s",
    (file) => {
      const text = `// Whose it is.\n${readFileSync(new URL(file, directory), "utf8")}// The end.\n`;
      const { config } = upgradeConfig(text, "openclaw@2026.3.13", "openclaw@2026.9.6", { compare: false });
      if (config === undefined) throw new Error("every object has an upgrade, whole or hindered");
      const written = upgradedSource(text, config);
      expect(written === undefined ? undefined : readSource(written)).toMatchObject({ value: config });
      expect(written).toMatch(/^\/\/ Whose it is\.\n[^]*\/\/ The end\.\n$/);
    },
  );

  it("is none where there is no config in it", () => {
    expect(upgradedSource("[]", {})).toBeUndefined();
    expect(upgradedSource("{", {})).toBeUndefined();
  });
});
