import { describe, expect, it } from "vitest";
import { auditUnknowns, type AuditWorld } from "../../../src/analysis/index.ts";
import { parsePolicy, type ConfigInput } from "../../../src/index.ts";

function unknownsOf(config: ConfigInput, world?: AuditWorld): readonly string[] {
  const unknowns = auditUnknowns(parsePolicy(config, { edition: "2026-11" }), world);
  return unknowns.map(({ field, path }) => field ?? path);
}

describe("what an audit of a config cannot know", () => {
  it.each<readonly [string, ConfigInput, AuditWorld | undefined, readonly string[]]>([
    ["no channel is configured: nobody knows who writes", {}, undefined, ["senders", "groups", "keys"]],
    ["strangers may be paired", { channels: { slack: {} } }, undefined, ["senders", "groups", "keys"]],
    [
      "a list lets in whom it names, and nobody else",
      { channels: { slack: { dmPolicy: "allowlist", allowFrom: ["U1"] } } },
      undefined,
      ["groups", "keys"],
    ],
    ["senders are told", { channels: { slack: {} } }, { senders: [] }, ["groups", "keys"]],
    [
      "settings that no decision reads, whatever is told",
      { broadcast: { "1@g.us": ["main"] } },
      { senders: [], groups: [], keys: [] },
      ["broadcast"],
    ],
    ["what is no store tells no keys", {}, { senders: [], groups: [], keys: { channels: {} } }, ["keys"]],
    ["all is told", {}, { senders: [], groups: [], keys: [] }, []],
  ])("%s", (_, config, world, unknowns) => {
    expect(unknownsOf(config, world)).toEqual(unknowns);
  });

  it("names the channels on which strangers may be paired", () => {
    const channels = { slack: {}, irc: { dmPolicy: "disabled" }, telegram: {} } as const;
    const [first] = auditUnknowns(parsePolicy({ channels }, { edition: "2026-11" }));
    expect(first?.what).toBe("who has been paired on slack, telegram");
  });
});
