import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { libraryVersion } from "../src/version.ts";

it("the library knows its version", () => {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    readonly version: string;
  };
  expect(libraryVersion).toBe(manifest.version);
});
