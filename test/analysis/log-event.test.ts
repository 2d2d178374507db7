import { describe, expect, it } from "vitest";
import { policyFingerprint } from "../../src/analysis/fingerprint.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import { explainLogEvent } from "../../src/analysis/explain-decision.ts";
import { evaluateLogEvent } from "../../src/analysis/log-event.ts";
import { evaluateTool } from "../../src/policy/tool/tool.ts";

const policy = parsePolicy(
  { logging: { events: { toolExecution: true, sessionAccess: false } } },
  { edition: "2026-11" },
);
const inputs = { tool: "read", agentId: "main" };
const decision = evaluateTool(inputs, policy);

describe("evaluateLogEvent", () => {
  it("hands out a record from which the same can be asked again", () => {
    const { allowed, record } = evaluateLogEvent({ event: "toolExecution", inputs, decision }, policy);
    expect(allowed).toBe(true);
    expect(record).toEqual({
      event: "toolExecution",
      edition: "2026-11",
      policy: policyFingerprint(policy),
      inputs,
      decision,
    });
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it.each([
    ["toolExecution", "It is logged: logging.events.toolExecution is on."],
    ["sessionAccess", "It is not logged: logging.events.sessionAccess is off."],
    ["sessionCreate", "It is not logged: logging.events.sessionCreate is not set."],
    ["approvalRequests", "It is not logged: logging.events.approvalRequests is not set."],
  ] as const)("%s: %s", (event, sentence) => {
    const logged = evaluateLogEvent({ event, inputs, decision }, policy);
    expect(explainLogEvent(logged)).toBe(sentence);
    expect(logged.record === undefined).toBe(!logged.allowed);
  });

  it.each([
    ["toolExecution", [{ setting: "logging.events.toolExecution", value: true }], false],
    ["sessionCreate", [], true],
  ] as const)("%s: the trace names the setting, and what turns it", (event, settings, to) => {
    const { trace, ...logged } = evaluateLogEvent({ event, inputs, decision }, policy, { trace: true });
    expect(logged).toEqual(evaluateLogEvent({ event, inputs, decision }, policy));
    expect(trace).toEqual({ settings, opposite: [[[{ setting: `logging.events.${event}`, to }]]] });
  });
});
