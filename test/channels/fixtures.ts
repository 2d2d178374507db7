import type { Inbound } from "../../src/scope/inbound.ts";
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../fixtures/", import.meta.url);

/** A complete payload of a platform, as it would arrive. */
export function fixture(platform: string, name: string): object {
  return JSON.parse(readFileSync(new URL(`${platform}/${name}.json`, folder), "utf8")) as object;
}

/** The names of all recorded payloads of a platform. */
export function fixtureNames(platform: string): readonly string[] {
  return readdirSync(new URL(`${platform}/`, folder))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
}

/** Where a message was written, without what else it tells: its own id, and whom it addresses. */
export function placeOf(inbound: Inbound | undefined): Inbound | undefined {
  if (inbound === undefined) return undefined;
  const beside: ReadonlySet<string> = new Set(["mentioned", "messageId", "reply"]);
  const place = Object.entries(inbound).filter(([fact]) => !beside.has(fact));
  return Object.fromEntries(place) as unknown as Inbound;
}
