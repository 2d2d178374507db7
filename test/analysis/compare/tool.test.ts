import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTool } from "../../../src/analysis/compare/tool.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { evaluateTool, type ToolRequest } from "../../../src/policy/tool/tool.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const names = ["exec", "read", "group:fs", "sessions_*", "*", "acme", "acme_tool", "tts"];
const list = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });
const selection = fc.record({ allow: list, alsoAllow: list, deny: list }, { requiredKeys: [] });
const bySender = fc.dictionary(fc.constantFrom("*", "id:1", "2"), selection, { maxKeys: 2 });
const profile = fc.constantFrom("coding", "messaging", "minimal", "full");
const profiled = fc.record({ profile, allow: list, deny: list }, { requiredKeys: [] });
const tools = fc.record(
  {
    profile,
    deny: list,
    allow: list,
    byProvider: fc.dictionary(fc.constantFrom("acme", "acme/large"), profiled, { maxKeys: 1 }),
    toolsBySender: bySender,
    sandbox: fc.record({ tools: selection }),
    subagents: fc.record({ tools: selection }),
  },
  { requiredKeys: [] },
);
const group = fc.record({ tools: selection, toolsBySender: bySender }, { requiredKeys: [] });
const groups = fc.dictionary(fc.constantFrom("-100", "*"), group, { maxKeys: 2 });

const sandbox = fc.record(
  { enabled: fc.boolean(), workspaceAccess: fc.constantFrom("none", "ro", "rw") },
  { requiredKeys: [] },
);

const configs = fc
  .record({ tools, ofOne: fc.option(tools), groups: fc.option(groups), sandbox: fc.option(sandbox) })
  .map(({ tools, ofOne, groups, sandbox }): ConfigInput => ({
    tools,
    agents: {
      ...(sandbox && { defaults: { sandbox } }),
      list: [
        { id: "main", default: true },
        { id: "work", ...(ofOne && { tools: ofOne }) },
      ],
    },
    ...(groups && { channels: { telegram: { groups } } }),
  }));

const tried = ["exec", "read", "edit", "apply_patch", "sessions_list", "tts", "acme_tool", "other"];

/** What may be told of a request beside its tool, a few facts at a time. */
const requests: readonly ToolRequest[] = ["main", "work"].flatMap((agentId) => {
  const key = `agent:${agentId}:x`;
  return [
    ...everyMix<ToolRequest>({
      tool: tried,
      agentId: [agentId],
      key: [key],
      sender: [undefined, "1", "2", "9"],
      sandboxed: [undefined, true],
    }),
    ...everyMix<ToolRequest>({
      tool: tried,
      agentId: [agentId],
      key: [key],
      plugin: [undefined, "acme"],
      provider: [undefined, "acme"],
      model: [undefined, "large"],
      sender: [undefined, "1"],
    }),
    ...everyMix<ToolRequest>({
      tool: tried,
      agentId: [agentId],
      key: [key],
      channel: ["telegram"],
      chatType: ["group"],
      peer: ["-100", "-200"],
      sender: [undefined, "1", "2", "9"],
    }),
    ...everyMix<ToolRequest>({
      tool: tried,
      agentId: [agentId],
      key: [`agent:${agentId}:subagent:x`],
      subagent: [{ spawnDepth: 1 }, { spawnDepth: 5 }],
    }),
  ];
});

describe("compareTool", () => {
  it.each<[Edition]>([["2026-11"], ["openclaw@2026.9.6"], ["openclaw@2026.3.7"], ["openclaw@2026.1.29"]])(
    "agrees with a search of every tool under %s",
    (edition) => {
      expectAgreement(configs, edition, requests, {
        compare: compareTool,
        decide: evaluateTool,
        loosens: (before, after) => !before.allowed && after.allowed,
      });
    },
  );
});

describe("lists with more patterns than anybody follows to the end", () => {
  const list = (letter: string) => Array.from({ length: 200 }, (_, index) => `*${letter}${index}*`);
  const denying = (deny: readonly string[]) =>
    parsePolicy({ tools: { deny: [...deny] } }, { edition: "2026-11" });

  it("are answered soon, with witnesses that are real", { timeout: 20_000 }, () => {
    const tool = compareTool(denying(list("a")), denying(list("b")));
    expect(tool.verdict).toBe("incomparable");
    const request = tool.looser?.request ?? { tool: "" };
    expect(evaluateTool(request, denying(list("a"))).allowed).toBe(false);
    expect(evaluateTool(request, denying(list("b"))).allowed).toBe(true);
  });

  it("are not said to be alike for sure", { timeout: 20_000 }, () => {
    const tool = compareTool(denying(list("a")), denying(list("a").toReversed()));
    expect({ verdict: tool.verdict, exact: tool.exact }).toEqual({ verdict: "equivalent", exact: false });
  });
});
