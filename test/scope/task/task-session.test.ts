import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { parseSessionKey } from "../../../src/scope/key/session-key.ts";
import { resolveTaskSession } from "../../../src/scope/task/task-session.ts";
import type { Task } from "../../../src/scope/task/task.ts";

const two: ConfigInput = { agents: { list: [{ id: "main", default: true }, { id: "ops" }] } };

function decide(config: ConfigInput, task: Task, edition: Edition = "2026-11"): string {
  const session = resolveTaskSession(task, parsePolicy(config, { edition, timeZone: "UTC" }));
  return session.ok ? `${session.key} ${session.named}` : session.reason;
}

const http = (key?: string, more: object = {}): Task => ({
  kind: "http",
  id: "1",
  prefix: "openai",
  ...(key !== undefined && { headers: { "x-openclaw-session-key": key } }),
  ...more,
});
const hook = (
  sessionKey?: string,
  source: "request" | "mapping-static" | "mapping-templated" = "request",
): Task => ({
  kind: "hook",
  id: "1",
  source,
  ...(sessionKey !== undefined && { sessionKey }),
});
const job = (target?: string, more: object = {}): Task => ({
  kind: "cron",
  agentId: "main",
  job: "daily",
  payload: "agentTurn",
  ...(target !== undefined && { target }),
  ...more,
});
const beat = (session?: string): ConfigInput => ({
  agents: { defaults: { heartbeat: session === undefined ? {} : { session } } },
});
const pulse: Task = { kind: "heartbeat", agentId: "main" };
const asked: ConfigInput = { hooks: { allowRequestSessionKey: true } };

describe("a session that no message makes, under 2026-11", () => {
  it.each<readonly [string, ConfigInput, Task, string]>([
    ["a request over HTTP has one of its own", two, http(), "agent:main:openai:1 nothing"],
    ["a user has one", two, http(undefined, { user: "ann:x" }), "agent:main:openai-user:ann%3Ax part"],
    [
      "of the agent that a header names",
      two,
      http(undefined, { headers: { "x-openclaw-agent": "ops" } }),
      "agent:ops:openai:1 nothing",
    ],
    ["or the model", two, http(undefined, { model: "openclaw/ops" }), "agent:ops:openai:1 nothing"],
    ["not of one that there is not", two, http(undefined, { model: "openclaw/dev" }), "unknown-agent"],
    ["no other model", two, http(undefined, { model: "gpt-5" }), "unknown-model"],
    ["a named one", two, http("notes:a"), "agent:main:notes:a session"],
    ["not a person's", two, http("agent:main:telegram:direct:7"), "foreign-conversation"],
    ["nor a room's", two, http("telegram:group:-100"), "foreign-conversation"],
    ["nor the main one", two, http("main"), "foreign-conversation"],
    ["nor everybody's", two, http("global"), "foreign-conversation"],
    ["nor another agent's", two, http("agent:ops:notes:a"), "foreign-agent"],
    ["nor a sub-agent's", two, http("subagent:x"), "reserved-key"],
    ["nor another user's", two, http("openai-user:bob"), "foreign-conversation"],
    ["nor what cannot be read", two, http("agent::x"), "malformed-key"],

    ["a hook has one of its own", two, hook(), "agent:main:hook:1 nothing"],
    ["or the usual one", { hooks: { defaultSessionKey: "hook:in" } }, hook(), "agent:main:hook:in nothing"],
    ["and names none", two, hook("hook:x"), "request-key-refused"],
    ["unless it may", asked, hook("hook:x"), "agent:main:hook:x session"],
    ["no person's even then", asked, hook("agent:main:telegram:direct:7"), "foreign-conversation"],
    ["nor the main one", asked, hook("main"), "foreign-conversation"],
    ["nor another agent's", asked, hook("agent:ops:hook:x"), "foreign-agent"],
    ["by a template neither", two, hook("hook:x", "mapping-templated"), "request-key-refused"],
    [
      "by the config itself, whatever it says",
      two,
      hook("main", "mapping-static"),
      "agent:main:main nothing",
    ],
    [
      "a person's where a prefix says so",
      {
        hooks: { allowRequestSessionKey: true, allowedSessionKeyPrefixes: ["hook:", "agent:main:telegram:"] },
      },
      hook("agent:main:telegram:direct:7"),
      "agent:main:telegram:direct:7 session",
    ],
    [
      "nothing beside what prefixes say",
      { hooks: { allowRequestSessionKey: true, allowedSessionKeyPrefixes: ["hook:"] } },
      hook("notes:a"),
      "prefix-refused",
    ],
    [
      "no agent that may not be named",
      { hooks: { allowedAgentIds: ["ops"] } },
      { ...hook(), agentId: "main" } as Task,
      "agent-not-allowed",
    ],

    ["a job has one of its own", two, job(), "agent:main:cron:daily nothing"],
    ["or the main one", two, job("main", { payload: "systemEvent" }), "agent:main:main nothing"],
    ["a named one", two, job("session:notes:a"), "agent:main:notes:a session"],
    ["not another agent's", two, job("session:agent:ops:notes:a"), "foreign-agent"],
    ["nor a person's", two, job("session:telegram:direct:7"), "foreign-conversation"],
    ["nor one without a name", two, job("session: "), "malformed-target"],
    ["nor one that its payload does not fit", two, job("main"), "wrong-payload"],

    ["a heartbeat happens in the main one", {}, pulse, "agent:main:main nothing"],
    ["or the one that the config names", beat("pulse:a"), pulse, "agent:main:pulse:a nothing"],
    ["not another agent's", beat("agent:ops:main"), pulse, "foreign-agent"],
    ["nor a sub-agent's", beat("subagent:x"), pulse, "agent:main:main nothing"],
    ["in the one that a wake names", {}, { ...pulse, forced: "pulse:a" }, "agent:main:pulse:a session"],
    ["not another agent's by a wake", {}, { ...pulse, forced: "agent:ops:x" }, "foreign-agent"],
  ])("%s", (_, config, task, expected) => {
    expect(decide(config, task)).toBe(expected);
  });

  it("beside a heartbeat's, where the config says so", () => {
    const config: ConfigInput = { agents: { defaults: { heartbeat: { isolatedSession: true } } } };
    const policy = parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
    expect(resolveTaskSession(pulse, policy)).toMatchObject({ isolatedKey: "agent:main:main:heartbeat" });
  });
});

describe("where releases let anybody in, and 2026-11 does not", () => {
  it.each<readonly [string, Edition, ConfigInput, Task, string, string]>([
    [
      "any session over HTTP",
      "openclaw@2026.9.6",
      two,
      http("agent:ops:telegram:direct:7"),
      "agent:ops:telegram:direct:7 session",
      "foreign-agent",
    ],
    [
      "a sub-agent's over HTTP",
      "openclaw@2026.6.8",
      two,
      http("agent:main:subagent:x"),
      "agent:main:subagent:x session",
      "reserved-key",
    ],
    ["any session of a hook", "openclaw@2026.2.9", {}, hook("main"), "main session", "request-key-refused"],
    [
      "any session of a hook that may name one",
      "openclaw@2026.9.6",
      asked,
      hook("main"),
      "main session",
      "foreign-conversation",
    ],
    [
      "any session by a template",
      "openclaw@2026.4.14",
      {},
      hook("main", "mapping-templated"),
      "main session",
      "request-key-refused",
    ],
    [
      "another agent's by a job",
      "openclaw@2026.9.6",
      two,
      job("session:agent:ops:x"),
      "agent:ops:x session",
      "foreign-agent",
    ],
    [
      "a sub-agent's by a heartbeat",
      "openclaw@2026.4.5",
      beat("subagent:x"),
      pulse,
      "agent:main:subagent:x nothing",
      "agent:main:main nothing",
    ],
  ])("%s", (_, edition, config, task, before, now) => {
    expect(decide(config, task, edition)).toBe(before);
    expect(decide(config, task)).toBe(now);
  });

  it("settings of hooks that leave out their own sessions are refused, and named under a release", () => {
    const config = { hooks: { allowedSessionKeyPrefixes: ["x:"] } };
    const parsed = safeParsePolicy(config, { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { code: "conflicting-settings", path: "hooks.allowedSessionKeyPrefixes" },
    ]);
    expect(decide(config, hook(), "openclaw@2026.9.6")).toBe("hooks-contradictory");
  });
});

const keys = fc.oneof(
  fc.constantFrom(
    "main",
    "global",
    "hook:x",
    "agent:ops:x",
    "agent:main:telegram:direct:7",
    "telegram:dm:7",
    "x",
  ),
  fc.stringMatching(/^(?:agent:)?(?:main:|ops:|OPS:)?[a-z:%]{0,12}$/),
  fc.string(),
);

describe("what always holds", () => {
  it("under 2026-11 nothing from outside names a person's session, or another agent's", () => {
    fc.assert(
      fc.property(keys, fc.constantFrom("http", "hook", "cron"), (key, kind) => {
        const task = { http: http(key), hook: hook(key), cron: job(`session:${key}`) }[kind];
        const session = resolveTaskSession(
          task,
          parsePolicy({ ...two, ...asked }, { edition: "2026-11", timeZone: "UTC" }),
        );
        if (!session.ok || session.named !== "session") return;
        const parts = parseSessionKey(session.key);
        expect(parts).toMatchObject({ agentId: "main" });
        expect(["main", "direct", "group", "channel", "slash", "global", "unknown"]).not.toContain(
          parts?.kind,
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each(editions)("an answer to anything never throws under %s", (edition) => {
    const policy = parsePolicy({}, { edition, timeZone: "UTC" });
    const kinds = fc.constantFrom("heartbeat", "cron", "hook", "http");
    const tasks = fc.oneof(
      fc.anything(),
      fc.record({
        kind: kinds,
        agentId: keys,
        job: keys,
        id: keys,
        prefix: keys,
        payload: keys,
        source: keys,
        target: keys,
        sessionKey: keys,
        headers: fc.object(),
        forced: keys,
      }),
    );
    fc.assert(
      fc.property(tasks, (task) => {
        const session = resolveTaskSession(task as Task, policy);
        expect(JSON.parse(JSON.stringify(session))).toEqual(session);
      }),
      { numRuns: 15 },
    );
  });
});
