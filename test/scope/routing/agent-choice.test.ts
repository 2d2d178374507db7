import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { configuredAgent, ownerAgent } from "../../../src/scope/routing/agent-choice.ts";

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

describe("the agent of what no binding claims, where ownership is explicit", () => {
  const explicit = (agentId: string, agents: ConfigInput["agents"] = {}): ConfigInput => ({
    agents: { ...agents, ownership: "explicit", defaults: { systemAgent: { agentId } } },
  });
  const ownerUnder = (edition: Edition, config: ConfigInput) => {
    const owner = ownerAgent(parsePolicy(config, { edition, loaded: true }));
    return owner.ok ? owner.agentId : owner.reason;
  };
  const two = { entries: { main: {}, ops: {} } };

  it.each<readonly [why: string, config: ConfigInput, owner: string]>([
    ["the system's own", explicit("Ops", two), "ops"],
    ["the only one, where the system's is not configured", explicit("main", { entries: { ops: {} } }), "ops"],
    ["none of several, where the system's is not configured", explicit("ghost", two), "ambiguous-agent"],
    ["none, where the list of agents is empty", explicit("main", { entries: {} }), "no-agent"],
    ["main, where no agents are listed", explicit("ghost"), "main"],
    ["none of several, where the system's has no name", explicit(" ", two), "ambiguous-agent"],
  ])("is %s", (_, config, owner) => {
    expect(ownerUnder("openclaw@2026.9.6", config)).toBe(owner);
  });

  it("is also meant by a binding without a name from 2026.9.5 on", () => {
    const meant = (edition: Edition) => {
      const choice = configuredAgent(" ", parsePolicy(explicit("ops", two), { edition }));
      return choice.ok ? choice.agentId : choice.reason;
    };
    expect(meant("openclaw@2026.9.4")).toBe("ambiguous-agent");
    expect(meant("openclaw@2026.9.5")).toBe("ops");
  });
});
