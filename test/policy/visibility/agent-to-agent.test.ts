import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { checkAgentToAgent } from "../../../src/policy/visibility/agent-to-agent.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

describe("an agent that agent-to-agent access is for", () => {
  it.each<readonly [why: string, name: string, Edition, isUnknown: boolean]>([
    ["there is one", "work", "openclaw@2026.3.13", false],
    ["there is none, under any edition", "research", "openclaw@2026.3.13", true],
    ["there is none, under any edition", "research", "openclaw@2026.9.6", true],
    ["there is none, under any edition", "research", "2026-11", true],
    ["a pattern names whoever fits", "r*", "openclaw@2026.3.13", false],
    ["names were compared in their own case", "Work", "openclaw@2026.3.13", true],
    ["and are in any", "Work", "2026-11", false],
  ])("%s: %s under %s", (_, name, edition, isUnknown) => {
    const agents = { list: [{ id: "main", default: true }, { id: "work" }] };
    const policy = uncheckedPolicy(
      { agents, tools: { agentToAgent: { enabled: true, allow: [name] } } },
      edition,
    );
    const paths = checkAgentToAgent(policy).map(({ path }) => path);
    expect(paths).toEqual(isUnknown ? ["tools.agentToAgent.allow[0]"] : []);
  });
});
