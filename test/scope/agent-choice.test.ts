import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/edition/edition.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import { configuredAgent } from "../../src/scope/routing/agent-choice.ts";

function chosen(name: string, ids: readonly string[], edition: Edition): string {
  const choice = configuredAgent(
    name,
    parsePolicy({ agents: { list: ids.map((id) => ({ id })) } }, { edition }),
  );
  return choice.ok ? choice.agentId : choice.reason;
}

describe("the configured agent that a name means", () => {
  it.each<readonly [why: string, name: string, ids: readonly string[], edition: Edition, agent: string]>([
    ["a configured one", " OPS ", ["main", "ops"], "openclaw@2026.1.29", "ops"],
    ["a blank name is the default agent", " ", ["ops"], "openclaw@2026.9.6", "ops"],
    ["where none is configured, any", "Ops Bot", [], "openclaw@2026.1.29", "ops-bot"],
    ["an unknown one is the default agent", "ghost", ["ops"], "openclaw@2026.7.35", "ops"],
    ["an unknown one is refused", "ghost", ["ops"], "openclaw@2026.8.1", "unknown-agent"],
    ["main needs no entry", "main", ["ops"], "openclaw@2026.8.1", "main"],
    ["a nameless agent counts as configured", "ops", [" "], "openclaw@2026.3.1", "main"],
    ["a nameless agent does not count", "ops", [" "], "openclaw@2026.3.2", "ops"],
    ["a nameless agent is not found as main", "main", ["ops", " "], "openclaw@2026.7.35", "ops"],
  ])("%s: %j of %j under %s", (_, name, ids, edition, agent) => {
    expect(chosen(name, ids, edition)).toBe(agent);
  });
});
