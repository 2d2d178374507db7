import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage, decidingParts } from "../../../src/analysis/coverage/coverage.ts";
import { partsOf, type CoveragePartKind } from "../../../src/analysis/coverage/part.ts";
import { suggestInputs } from "../../../src/analysis/coverage/suggest-inputs.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { policiesWithParts, questionsAboutParts } from "./part-arbitraries.ts";

const kinds: readonly CoveragePartKind[] = ["rule", "binding", "override", "group", "topic", "link"];

describe("suggested inputs", () => {
  it.each<[Edition, readonly CoveragePartKind[]]>([
    ["2026-11", kinds],
    ["openclaw@2026.9.6", kinds],
    ["openclaw@2026.3.7", kinds],
    ["openclaw@2026.1.29", kinds],
  ])("cover every part that anything covers, and no others, under %s", (edition, expected) => {
    const suggested = new Set<CoveragePartKind>();
    fc.assert(
      fc.property(
        policiesWithParts(edition),
        fc.array(questionsAboutParts, { minLength: 20, maxLength: 20 }),
        (policy, questions) => {
          const suggestions = suggestInputs(policy);
          const aside = suggestions.filter(({ input, path }) => !decidingParts(input, policy).has(path));
          expect(aside).toEqual([]);
          const inputs = suggestions.map(({ input }) => input);
          const { uncovered } = coverage(policy, inputs);
          expect(uncovered).toEqual(coverage(policy, [...inputs, ...questions]).uncovered);
          for (const { kind } of suggestions) suggested.add(kind);
        },
      ),
    );
    expect([...suggested].sort()).toEqual([...expected].sort());
  });

  it.each<[string, ConfigInput, readonly string[]]>([
    [
      "a rule behind one that asks for less",
      {
        session: {
          sendPolicy: {
            default: "deny",
            rules: [
              { action: "deny", match: { channel: "irc" } },
              { action: "allow", match: { channel: "irc", chatType: "group" } },
            ],
          },
        },
      },
      ["session.sendPolicy.rules[1]"],
    ],
    [
      "a rule that no key fulfils",
      {
        session: {
          sendPolicy: { default: "allow", rules: [{ action: "deny", match: { rawKeyPrefix: "agents:" } }] },
        },
      },
      ["session.sendPolicy.rules[0]"],
    ],
    [
      "a binding behind one that asks the same",
      {
        bindings: [
          { agentId: "a", match: { channel: "irc" } },
          { agentId: "b", match: { channel: "irc" } },
        ],
      },
      ["bindings[1]"],
    ],
    [
      "a link where a channel's direct chats are one and have no threads",
      { session: { scope: "global", dmScope: "per-peer", identityLinks: { ann: ["irc:1"] } } },
      ["session.identityLinks.ann[0]"],
    ],
    [
      "a group of a channel that is off",
      { channels: { irc: { enabled: false, groups: { "#a": {} } } } },
      ['channels.irc.groups["#a"]'],
    ],
    [
      "a topic that says nothing",
      { channels: { telegram: { groups: { "-1": { topics: { "7": {} } } } } } },
      ['channels.telegram.groups["-1"].topics["7"]'],
    ],
  ])("leave out %s", (_, config, dead) => {
    const policy = parsePolicy(config, { edition: "2026-11" });
    const suggested = suggestInputs(policy).map(({ path }) => path);
    const parts = partsOf(policy).map(({ path }) => path);
    expect(parts.filter((path) => !suggested.includes(path))).toEqual(dead);
  });

  it.each<[string, Edition, ConfigInput, string]>([
    [
      "a binding that is left only messages to nobody",
      "2026-11",
      {
        bindings: [
          ...(["direct", "group"] as const).map((kind) => ({
            agentId: "a",
            match: { channel: "irc", peer: { kind, id: "*" } },
          })),
          { agentId: "b", match: { channel: "irc" } },
        ],
      },
      "bindings[2]",
    ],
    [
      "a binding that an early release lets win by its team alone",
      "openclaw@2026.1.29",
      {
        bindings: [
          { agentId: "a", match: { channel: "slack", guildId: "5" } },
          { agentId: "b", match: { channel: "slack", guildId: "5", teamId: "T1" } },
        ],
      },
      "bindings[1]",
    ],
    [
      "a binding of every account, where the default one has its own",
      "2026-11",
      {
        bindings: [
          { agentId: "a", match: { channel: "irc" } },
          { agentId: "b", match: { channel: "irc", accountId: "*" } },
        ],
      },
      "bindings[1]",
    ],
    [
      "a link of somebody whose binding alone asks who wrote",
      "openclaw@2026.9.6",
      {
        session: { identityLinks: { ann: ["irc:ann"] } },
        bindings: [
          {
            agentId: "main",
            match: { channel: "irc", peer: { kind: "direct", id: "ann" } },
            session: { dmScope: "per-peer" },
          },
        ],
      },
      "session.identityLinks.ann[0]",
    ],
  ])("find %s", (_, edition, config, path) => {
    const policy = parsePolicy(config, { edition });
    expect(suggestInputs(policy).map((suggestion) => suggestion.path)).toContain(path);
  });

  it("ask what shows most of a room: the setting that decides, else that the message gets in", () => {
    const groups = {
      "#needs": { requireMention: true },
      "#free": { requireMention: false },
      "#own": { allowFrom: ["ann"] },
      "#off": { enabled: false },
      "#plain": {},
    };
    const policy = parsePolicy(
      { channels: { irc: { groupAllowFrom: ["bob"], groups } } },
      { edition: "2026-11" },
    );
    const asked = suggestInputs(policy).map(({ input }) => input.request);
    const room = (peer: string) => ({ channel: "irc", chatType: "group", peer });
    expect(asked).toEqual([
      { ...room("#needs"), sender: "bob", mentioned: false },
      { ...room("#free"), sender: "bob", mentioned: false },
      { ...room("#own"), sender: "ann", mentioned: true },
      { ...room("#off"), sender: "bob", mentioned: false },
      { ...room("#plain"), sender: "bob", mentioned: true },
    ]);
  });
});
