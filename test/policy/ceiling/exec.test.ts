import { describe, expect, it } from "vitest";
import type { ConfigInput, ToolsConfig } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { definedFields } from "../../../src/policy/section.ts";
import { met, withNotes } from "./met.ts";

/** What is written of commands: for all agents, for one, and where their sessions are. */
interface Written extends Pick<ToolsConfig, "exec" | "elevated"> {
  readonly main?: Pick<ToolsConfig, "exec" | "elevated">;
  readonly mode?: "off" | "all";
  readonly usual?: "on" | "full";
}

type Row = readonly [why: string, a: Written, b: Written, expected: object, edition: Edition];

function configOf({ exec, elevated, main, mode, usual }: Written): ConfigInput {
  return {
    tools: { ...(exec && { exec }), ...(elevated && { elevated }) },
    agents: {
      defaults: { ...(mode && { sandbox: { mode } }), ...(usual && { elevatedDefault: usual }) },
      list: [{ id: "work" }, { id: "main", ...(main && { tools: main }) }],
    },
  };
}

describe("which commands run under both of two policies", () => {
  it.each<Row>([
    ["nothing, where neither says anything", {}, {}, {}, "2026-11"],
    [
      "the second's approvals, where the first's are off",
      { exec: { approvals: { enabled: false } } },
      { exec: { approvals: { policy: "always", allowlist: ["ls"] } } },
      {
        all: { approvals: { enabled: true, policy: "always", allowlist: ["ls"] } },
        main: { approvals: { enabled: true, policy: "always", allowlist: ["ls"] } },
      },
      "2026-11",
    ],
    [
      "the first's approvals, where the second's are off",
      { exec: { approvals: { policy: "always", allowlist: ["ls"] } } },
      { exec: { approvals: { enabled: false } } },
      {
        all: { approvals: { enabled: true, policy: "always", allowlist: ["ls"] } },
        main: { approvals: { enabled: true, policy: "always", allowlist: ["ls"] } },
      },
      "2026-11",
    ],
    [
      "no approvals, where both have them off",
      { exec: { approvals: { enabled: false } } },
      { exec: { approvals: { enabled: false } } },
      { all: { approvals: { enabled: false } }, main: { approvals: { enabled: false } } },
      "2026-11",
    ],
    [
      "what both list, where an entry has all commands of another",
      { exec: { approvals: { allowlist: ["ls *", "pwd"] } } },
      { exec: { approvals: { allowlist: ["ls -l", "pwd"] } } },
      {
        all: { approvals: { enabled: true, policy: "allowlist", allowlist: ["pwd", "ls -l"] } },
        main: { approvals: { enabled: true, policy: "allowlist", allowlist: ["pwd", "ls -l"] } },
      },
      "2026-11",
    ],
    [
      "the same, the other way round",
      { exec: { approvals: { allowlist: ["ls -l"] } } },
      { exec: { approvals: { allowlist: ["ls *", "rm"] } } },
      {
        all: { approvals: { enabled: true, policy: "allowlist", allowlist: ["ls -l"] } },
        main: { approvals: { enabled: true, policy: "allowlist", allowlist: ["ls -l"] } },
      },
      "2026-11",
    ],
    [
      "nothing by an entry that means no command",
      { exec: { approvals: { allowlist: ["", "ls"] } } },
      { exec: { approvals: { allowlist: ["", "ls"] } } },
      {
        all: { approvals: { enabled: true, policy: "allowlist", allowlist: ["ls"] } },
        main: { approvals: { enabled: true, policy: "allowlist", allowlist: ["ls"] } },
      },
      "2026-11",
    ],
    [
      "after asking always, where either asks always",
      { exec: { approvals: { policy: "never" } } },
      { exec: { approvals: { policy: "always" } } },
      {
        all: { approvals: { enabled: true, policy: "always" } },
        main: { approvals: { enabled: true, policy: "always" } },
      },
      "2026-11",
    ],
    [
      "without asking, where either never asks",
      { exec: { approvals: { policy: "never" } } },
      { exec: { approvals: { policy: "allowlist" } } },
      {
        all: { approvals: { enabled: true, policy: "never" } },
        main: { approvals: { enabled: true, policy: "never" } },
      },
      "2026-11",
    ],
    [
      "nothing listed, where only one speaks of it",
      { exec: { approvals: { policy: "never", allowlist: ["ls"] } } },
      {},
      {
        all: { approvals: { enabled: true, policy: "never" } },
        main: { approvals: { enabled: true, policy: "never" } },
      },
      "2026-11",
    ],
    [
      "by the stricter limits",
      { exec: { security: "full", ask: "off" } },
      { exec: { security: "allowlist", ask: "always" } },
      {
        all: { security: "allowlist", ask: "always", approvals: { enabled: true, policy: "allowlist" } },
        main: { security: "allowlist", ask: "always", approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "by the limits of either",
      { exec: { security: "allowlist" } },
      { exec: { ask: "on-miss" } },
      {
        all: { security: "allowlist", ask: "on-miss", approvals: { enabled: true, policy: "allowlist" } },
        main: { security: "allowlist", ask: "on-miss", approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "by the limits of either, the other way round",
      { exec: { ask: "on-miss" } },
      { exec: { security: "allowlist" } },
      {
        all: { security: "allowlist", ask: "on-miss", approvals: { enabled: true, policy: "allowlist" } },
        main: { security: "allowlist", ask: "on-miss", approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "without asking, where the first lets the listed run alone",
      { exec: { mode: "allowlist", approvals: { policy: "always" } } },
      { exec: { mode: "full" } },
      {
        all: { security: "allowlist", ask: "off", approvals: { enabled: true, policy: "never" } },
        main: { security: "allowlist", ask: "off", approvals: { enabled: true, policy: "never" } },
      },
      "2026-11",
    ],
    [
      "without asking, where the second does",
      { exec: { mode: "full", approvals: { policy: "always" } } },
      { exec: { mode: "allowlist" } },
      {
        all: { security: "allowlist", ask: "off", approvals: { enabled: true, policy: "never" } },
        main: { security: "allowlist", ask: "off", approvals: { enabled: true, policy: "never" } },
      },
      "2026-11",
    ],
    [
      "by the limits that a mode stands for",
      { exec: { mode: "ask" } },
      { exec: { mode: "deny" } },
      {
        all: { security: "deny", ask: "on-miss", approvals: { enabled: true, policy: "allowlist" } },
        main: { security: "deny", ask: "on-miss", approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "after asking about code on the line, where the first does",
      { exec: { strictInlineEval: true } },
      { exec: { strictInlineEval: false } },
      {
        all: { approvals: { enabled: true, policy: "allowlist" }, strictInlineEval: true },
        main: { approvals: { enabled: true, policy: "allowlist" }, strictInlineEval: true },
      },
      "2026-11",
    ],
    [
      "after asking about code on the line, where the second does",
      { exec: {} },
      { exec: { strictInlineEval: true } },
      {
        all: { approvals: { enabled: true, policy: "allowlist" }, strictInlineEval: true },
        main: { approvals: { enabled: true, policy: "allowlist" }, strictInlineEval: true },
      },
      "2026-11",
    ],
    [
      "without, where neither asks about it",
      { exec: { strictInlineEval: false } },
      { exec: {} },
      {
        all: { approvals: { enabled: true, policy: "allowlist" } },
        main: { approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "the safe programs of both, in directories that both trust",
      { exec: { safeBins: ["jq", "cut"], safeBinTrustedDirs: ["/a", "/b"] } },
      { exec: { safeBins: ["cut", "wc"], safeBinTrustedDirs: ["/b"] } },
      {
        all: {
          approvals: { enabled: true, policy: "allowlist" },
          safeBins: ["cut"],
          safeBinTrustedDirs: ["/b"],
        },
        main: {
          approvals: { enabled: true, policy: "allowlist" },
          safeBins: ["cut"],
          safeBinTrustedDirs: ["/b"],
        },
      },
      "2026-11",
    ],
    [
      "no safe programs, where the first leaves them to the edition",
      { exec: {} },
      { exec: { safeBins: ["jq"], safeBinTrustedDirs: ["/c"] } },
      {
        all: { approvals: { enabled: true, policy: "allowlist" }, safeBins: [] },
        main: { approvals: { enabled: true, policy: "allowlist" }, safeBins: [] },
      },
      "2026-11",
    ],
    [
      "no safe programs, where the second does",
      { exec: { safeBins: ["jq"], safeBinTrustedDirs: ["/c"] } },
      { exec: {} },
      {
        all: { approvals: { enabled: true, policy: "allowlist" }, safeBins: [] },
        main: { approvals: { enabled: true, policy: "allowlist" }, safeBins: [] },
      },
      "2026-11",
    ],
    [
      "nothing, where they run in different places, and says so",
      { exec: { host: "node", approvals: { allowlist: ["ls"] } } },
      { exec: { host: "gateway", approvals: { allowlist: ["ls"] } } },
      {
        all: { approvals: { enabled: true }, host: "gateway", security: "deny" },
        main: { approvals: { enabled: true }, host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "2026-11",
    ],
    [
      "on the same node",
      { exec: { host: "node", node: "x" } },
      { exec: { host: "node", node: "x" } },
      {
        all: { host: "node", node: "x", approvals: { enabled: true, policy: "allowlist" } },
        main: { host: "node", node: "x", approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "nothing on two nodes",
      { exec: { host: "node", node: "x" } },
      { exec: { host: "node", node: "y" } },
      {
        all: { approvals: { enabled: true }, host: "gateway", security: "deny" },
        main: { approvals: { enabled: true }, host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "2026-11",
    ],
    [
      "elsewhere, whatever node is named",
      { exec: { host: "gateway", node: "x" } },
      { exec: { host: "gateway", node: "y" } },
      {
        all: { host: "gateway", node: "x", approvals: { enabled: true, policy: "allowlist" } },
        main: { host: "gateway", node: "x", approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "in the same sandbox",
      { exec: { host: "sandbox" }, mode: "all" },
      { exec: { host: "sandbox" }, mode: "all" },
      {
        all: { host: "sandbox", approvals: { enabled: true, policy: "allowlist" } },
        main: { host: "sandbox", approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "nothing in a sandbox that only one has",
      { exec: { host: "sandbox" }, mode: "all" },
      { exec: { host: "sandbox" }, mode: "off" },
      {
        all: { approvals: { enabled: true }, host: "gateway", security: "deny" },
        main: { approvals: { enabled: true }, host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "2026-11",
    ],
    [
      "under 2026-11 wherever there is a sandbox, because approvals hold there",
      { exec: {}, mode: "all" },
      { exec: {}, mode: "off" },
      {
        all: { approvals: { enabled: true, policy: "allowlist" } },
        main: { approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "by an agent's own list",
      {
        exec: { approvals: { allowlist: ["ls", "pwd"] } },
        main: { exec: { approvals: { allowlist: ["pwd"] } } },
      },
      { exec: { approvals: { allowlist: ["ls", "pwd"] } } },
      {
        all: { approvals: { enabled: true, policy: "allowlist", allowlist: ["ls", "pwd"] } },
        main: { approvals: { enabled: true, policy: "allowlist", allowlist: ["pwd"] } },
      },
      "2026-11",
    ],
    [
      "by approvals that are written out for all, where only an agent speaks of them",
      { main: { exec: { approvals: { allowlist: ["pwd"] } } } },
      {},
      {
        all: { approvals: { enabled: true, policy: "allowlist" } },
        main: { approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    [
      "the same, where the agent is the second's",
      {},
      { main: { exec: { approvals: { allowlist: ["pwd"] } } } },
      {
        all: { approvals: { enabled: true, policy: "allowlist" } },
        main: { approvals: { enabled: true, policy: "allowlist" } },
      },
      "2026-11",
    ],
    ["nothing, where a release says nothing", {}, {}, {}, "openclaw@2026.9.6"],
    [
      "by the stricter words of a release",
      { exec: { security: "full" } },
      { exec: { security: "allowlist", ask: "off" } },
      { all: { security: "allowlist", ask: "off" }, main: { security: "allowlist", ask: "off" } },
      "openclaw@2026.9.6",
    ],
    [
      "by the stricter words, where only one asks",
      { exec: { security: "full", ask: "always" } },
      { exec: { security: "deny" } },
      { all: { security: "deny", ask: "always" }, main: { security: "deny", ask: "always" } },
      "openclaw@2026.9.6",
    ],
    [
      "by the words that a mode of a release stands for",
      { exec: { mode: "ask" } },
      { exec: { mode: "full" } },
      { all: { security: "allowlist", ask: "on-miss" }, main: { security: "allowlist", ask: "on-miss" } },
      "openclaw@2026.9.6",
    ],
    [
      "nothing, where they run in different places in a release",
      { exec: { host: "sandbox" } },
      { exec: { host: "gateway" } },
      {
        all: { host: "gateway", security: "deny" },
        main: { host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "in a sandbox that neither has, whoever may leave it",
      { exec: { host: "sandbox" }, elevated: { enabled: true } },
      { exec: { host: "sandbox" } },
      {
        all: { host: "gateway", security: "deny" },
        main: { host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "in a sandbox that neither has",
      { exec: { host: "sandbox" } },
      { exec: { host: "sandbox" } },
      { all: { host: "sandbox" }, main: { host: "sandbox" } },
      "openclaw@2026.9.6",
    ],
    [
      "nothing in a sandbox that only one has, in a release",
      { exec: { host: "sandbox" } },
      { exec: { host: "sandbox" }, mode: "all" },
      {
        all: { host: "gateway", security: "deny" },
        main: { host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "on the host, whatever sandbox there is",
      { exec: { host: "gateway" } },
      { exec: { host: "gateway" }, mode: "all" },
      { all: { host: "gateway" }, main: { host: "gateway" } },
      "openclaw@2026.9.6",
    ],
    [
      "on a node, whatever sandbox there is",
      { exec: { host: "node", node: "a" } },
      { exec: { host: "node", node: "a" }, mode: "all" },
      { all: { host: "node", node: "a" }, main: { host: "node", node: "a" } },
      "openclaw@2026.9.6",
    ],
    [
      "wherever sessions are, where both confine them alike",
      { exec: { security: "full" }, mode: "all" },
      { exec: { security: "full" }, mode: "all" },
      { all: { security: "full" }, main: { security: "full" } },
      "openclaw@2026.9.6",
    ],
    [
      "wherever sessions are, where neither confines them",
      { exec: { security: "full" } },
      { exec: { security: "full" }, mode: "off", elevated: { enabled: false } },
      { all: { security: "full" }, main: { security: "full" } },
      "openclaw@2026.9.6",
    ],
    [
      "nothing, where only one confines sessions in a release",
      { exec: {}, mode: "all" },
      { exec: {}, mode: "off" },
      {
        all: { host: "gateway", security: "deny" },
        main: { host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "nothing, where only the second confines them",
      { exec: {}, mode: "off" },
      { exec: {}, mode: "all" },
      {
        all: { host: "gateway", security: "deny" },
        main: { host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "nothing, where not the same people may leave the sandbox",
      { exec: {}, mode: "all", elevated: { enabled: true, allowFrom: { telegram: ["1"] } } },
      { exec: {}, mode: "all" },
      {
        all: { host: "gateway", security: "deny" },
        main: { host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "nothing by an agent whose people may not leave it alike",
      { exec: {}, mode: "all", main: { elevated: { enabled: false } } },
      { exec: {}, mode: "all" },
      {
        main: { host: "gateway", security: "deny" },
        notes: ["tools.exec.host: commands run in different places, and none is as strict as both"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "the safe programs of both, in a release",
      { exec: { safeBins: ["jq"], safeBinTrustedDirs: ["/c"], strictInlineEval: true } },
      { exec: { safeBins: ["jq"], safeBinTrustedDirs: ["/c"] } },
      {
        all: { strictInlineEval: true, safeBins: ["jq"], safeBinTrustedDirs: ["/c"] },
        main: { strictInlineEval: true, safeBins: ["jq"], safeBinTrustedDirs: ["/c"] },
      },
      "openclaw@2026.9.6",
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met(configOf(a), configOf(b), edition);
    const found = { all: config.tools?.exec, main: config.agents?.list?.[1]?.tools?.exec };
    expect(withNotes(definedFields(found), notes)).toStrictEqual(expected);
  });
});

describe("who leaves the sandbox under both", () => {
  it.each<Row>([
    ["nothing, where neither says anything", {}, {}, {}, "2026-11"],
    [
      "those of both, where both say the same",
      { elevated: { enabled: true, allowFrom: { telegram: ["1"] } } },
      { elevated: { enabled: true, allowFrom: { telegram: ["1"] } } },
      { all: { enabled: true, allowFrom: { telegram: ["1"] } } },
      "2026-11",
    ],
    [
      "nobody, where they do not",
      { elevated: { enabled: true, allowFrom: { telegram: ["1"] } } },
      { elevated: { enabled: true, allowFrom: { telegram: ["2"] } } },
      { all: { enabled: false } },
      "2026-11",
    ],
    [
      "nobody, where only one says something",
      { elevated: { enabled: true, allowFrom: { telegram: ["1"] } } },
      {},
      { all: { enabled: false } },
      "2026-11",
    ],
    [
      "nobody, where they leave it in different ways",
      { elevated: { enabled: true }, usual: "full" },
      { elevated: { enabled: true }, usual: "on" },
      { all: { enabled: false }, main: { enabled: false } },
      "2026-11",
    ],
    [
      "those of an agent, where both say the same of it",
      { main: { elevated: { enabled: false } } },
      { main: { elevated: { enabled: false } } },
      { main: { enabled: false } },
      "2026-11",
    ],
    [
      "nobody by an agent, where they do not",
      { main: { elevated: { enabled: false } } },
      { main: { elevated: { enabled: true } } },
      { main: { enabled: false } },
      "2026-11",
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config } = met(configOf(a), configOf(b), edition);
    const found = { all: config.tools?.elevated, main: config.agents?.list?.[1]?.tools?.elevated };
    expect(definedFields(found)).toStrictEqual(expected);
  });
});
