import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editions } from "../../src/edition/edition.ts";
import { resolveSession } from "../../src/scope/session/resolve-session.ts";
import { arbitraries } from "../../src/testing/arbitraries.ts";

const made = arbitraries(fc);

describe("arbitrary messages and policies", () => {
  it.each(
    editions.filter((edition) => ["openclaw@2026.1.29", "openclaw@2026.9.6", "2026-11"].includes(edition)),
  )("are many, and of every kind, under %s", (edition) => {
    const samples = fc.sample(fc.tuple(made.inbound, made.policy(edition)), 300);
    const resolutions = samples.map(([inbound, policy]) => resolveSession(inbound, policy));
    expect(new Set(resolutions.map(({ key }) => key)).size).toBeGreaterThan(20);
    expect(new Set(resolutions.map((each) => each.ok && each.matchedBy)).size).toBeGreaterThan(2);
    expect(new Set(samples.map(([, { config }]) => config.session?.dmScope)).size).toBe(5);
  });

  it("are made of what the caller names", () => {
    const { inbound, config } = arbitraries(fc, { channels: ["irc"], peers: ["x"], agents: ["one"] });
    for (const { channel, peer } of fc.sample(inbound, 50)) expect([channel, peer]).toEqual(["irc", "x"]);
    for (const { agents } of fc.sample(config, 20))
      expect(agents?.list?.map(({ id }) => id)).toEqual(["one"]);
  });
});
