import { readdirSync, readFileSync } from "node:fs";
import { fixture, fixtureNames } from "../../channels/fixtures.ts";
import { platforms } from "../../channels/platforms.ts";
import type { Material } from "./scene.ts";

const folder = new URL("../../configs/", import.meta.url);

/** The configs and the recorded payloads of the tests, for engines that read no files. */
export function material(): Material {
  return {
    configs: readdirSync(folder)
      .toSorted()
      .map((name) => readFileSync(new URL(name, folder), "utf8")),
    payloads: Object.entries(platforms).flatMap(([reader, { asked, fixtures }]) =>
      fixtureNames(fixtures).map((name) => ({
        reader,
        payload: fixture(fixtures, name),
        options: asked[0] ?? {},
      })),
    ),
  };
}
