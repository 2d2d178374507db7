import { describe, expect, it } from "vitest";
import {
  evaluateAccess,
  evaluateExec,
  evaluateLogEvent,
  evaluateMemorySearch,
  evaluateReset,
  evaluateSandbox,
  evaluateSend,
  evaluateTool,
  evaluateVisibility,
  explain,
  explainAccess,
  explainExec,
  explainLogEvent,
  explainMaintenance,
  explainMemorySearch,
  explainReset,
  explainResolution,
  explainSandbox,
  explainSend,
  explainTool,
  explainVisibility,
  parsePolicy,
  planMaintenance,
  resolveSession,
  type Decision,
} from "../../src/index.ts";

const policy = parsePolicy({}, { edition: "2026-11", timeZone: "UTC" });
const session = resolveSession({ channel: "telegram", chatType: "direct", peer: "7" }, policy);
const access = evaluateAccess({ channel: "telegram", chatType: "direct", peer: "7" }, policy);
const exec = evaluateExec({ command: "git push" }, policy);
const logEvent = evaluateLogEvent({ event: "toolExecution", inputs: {}, decision: exec }, policy);
const sandbox = evaluateSandbox({ action: "network", key: "agent:main:main" }, policy);
const tool = evaluateTool({ tool: "read", agentId: "main" }, policy);
const maintenance = planMaintenance([], policy, 0);
const memory = evaluateMemorySearch(session, policy);
const reset = evaluateReset({}, session, policy, 0);
const send = evaluateSend(session, policy);
const visibility = evaluateVisibility(
  { action: "list", requester: session, target: "agent:main:main" },
  policy,
);

/** One decision of every kind, with what its own room says of it. */
const sentences: Readonly<Record<Decision["kind"], readonly [Decision, string]>> = {
  access: [access, explainAccess(access)],
  exec: [exec, explainExec(exec)],
  "log-event": [logEvent, explainLogEvent(logEvent)],
  maintenance: [maintenance, explainMaintenance(maintenance)],
  "memory-search": [memory, explainMemorySearch(memory)],
  reset: [reset, explainReset(reset)],
  resolution: [session, explainResolution(session)],
  sandbox: [sandbox, explainSandbox(sandbox)],
  send: [send, explainSend(send)],
  tool: [tool, explainTool(tool)],
  visibility: [visibility, explainVisibility(visibility)],
};

describe("explain", () => {
  it.each(Object.entries(sentences))(
    "says of a %s decision what its room says",
    (kind, [decision, sentence]) => {
      expect(decision.kind).toBe(kind);
      expect(explain(decision)).toBe(sentence);
    },
  );

  it("says another sentence of every kind", () => {
    expect(new Set(Object.values(sentences).map(([, sentence]) => sentence)).size).toBe(
      Object.keys(sentences).length,
    );
  });
});
