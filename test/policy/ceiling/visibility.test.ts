import { describe, expect, it } from "vitest";
import type { ConfigInput, ToolsConfig } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { definedFields } from "../../../src/policy/section.ts";
import { met } from "./met.ts";

interface Seen extends Pick<ToolsConfig, "sessions" | "agentToAgent"> {
  readonly sandbox?: "spawned" | "all";
}

describe("what sessions see of one another under both of two policies", () => {
  const see = ({ sandbox, ...tools }: Seen): ConfigInput => ({
    tools,
    ...(sandbox && { agents: { defaults: { sandbox: { sessionToolsVisibility: sandbox } } } }),
  });

  it.each<readonly [why: string, a: Seen, b: Seen, expected: object, edition: Edition]>([
    [
      "the edition's, where neither says anything",
      {},
      {},
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "the narrower of two, the second's",
      { sessions: { visibility: "agent" } },
      { sessions: { visibility: "self" } },
      { sessions: { visibility: "self" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "the narrower of two, the first's",
      { sessions: { visibility: "agent" } },
      { sessions: { visibility: "all" } },
      { sessions: { visibility: "agent" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "agents whom both name, in any case and with blanks around",
      { agentToAgent: { enabled: true, allow: ["Main", " work ", ""] } },
      { agentToAgent: { enabled: true, allow: ["main", "work", " "] } },
      {
        sessions: { visibility: "tree" },
        agentToAgent: { enabled: true, allow: ["main", "work"] },
        sandbox: "spawned",
      },
      "2026-11",
    ],
    [
      "agents whom one names and the other covers by a pattern",
      { agentToAgent: { enabled: true, allow: ["m*"] } },
      { agentToAgent: { enabled: true, allow: ["main", "work"] } },
      {
        sessions: { visibility: "tree" },
        agentToAgent: { enabled: true, allow: ["main"] },
        sandbox: "spawned",
      },
      "2026-11",
    ],
    [
      "agents whom both name in the same case, in releases",
      { agentToAgent: { enabled: true, allow: ["Main", " work "] } },
      { agentToAgent: { enabled: true, allow: ["main", "work"] } },
      {
        sessions: { visibility: "all" },
        agentToAgent: { enabled: true, allow: ["work"] },
        sandbox: "spawned",
      },
      "openclaw@2026.9.6",
    ],
    [
      "all agents, where neither names any",
      { agentToAgent: { enabled: true } },
      { agentToAgent: { enabled: true, allow: [] } },
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: true }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "those of one, where the other names none",
      { agentToAgent: { enabled: true } },
      { agentToAgent: { enabled: true, allow: ["m*"] } },
      {
        sessions: { visibility: "tree" },
        agentToAgent: { enabled: true, allow: ["m*"] },
        sandbox: "spawned",
      },
      "2026-11",
    ],
    [
      "no agents, where the first says so",
      { agentToAgent: { enabled: false, allow: ["a"] } },
      { agentToAgent: { enabled: true, allow: ["a"] } },
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "no agents, where the second says so",
      { agentToAgent: { enabled: true, allow: ["a"] } },
      { agentToAgent: { enabled: false, allow: ["a"] } },
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "no agents, where they have none in common",
      { agentToAgent: { enabled: true, allow: ["a"] } },
      { agentToAgent: { enabled: true, allow: ["b"] } },
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "all from a sandbox, where both say so",
      { sandbox: "all" },
      { sandbox: "all" },
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: false }, sandbox: "all" },
      "2026-11",
    ],
    [
      "what was spawned from a sandbox, where the second says no more",
      { sandbox: "all" },
      {},
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "what was spawned from a sandbox, where the first says no more",
      {},
      { sandbox: "all" },
      { sessions: { visibility: "tree" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
    [
      "all from a sandbox in a release, where that is the session itself",
      { sessions: { visibility: "self" } },
      {},
      { sessions: { visibility: "self" }, agentToAgent: { enabled: true }, sandbox: "all" },
      "openclaw@2026.9.6",
    ],
    [
      "what was spawned from a sandbox in a release, where more is seen outside",
      { sandbox: "spawned", sessions: { visibility: "agent" } },
      { sandbox: "all" },
      { sessions: { visibility: "agent" }, agentToAgent: { enabled: true }, sandbox: "spawned" },
      "openclaw@2026.9.6",
    ],
    [
      "what was spawned, in releases without a word for what is seen outside",
      { sessions: { visibility: "self" } },
      {},
      { sessions: { visibility: "all" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "openclaw@2026.1.29",
    ],
    [
      "what was spawned under 2026-11, though only the session itself is seen outside",
      { sessions: { visibility: "self" } },
      {},
      { sessions: { visibility: "self" }, agentToAgent: { enabled: false }, sandbox: "spawned" },
      "2026-11",
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config } = met(see(a), see(b), edition);
    const { sessions, agentToAgent } = config.tools ?? {};
    const sandbox = config.agents?.defaults?.sandbox?.sessionToolsVisibility;
    expect(definedFields({ sessions, agentToAgent, sandbox })).toStrictEqual(expected);
  });
});
