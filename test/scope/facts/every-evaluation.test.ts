import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  elevatedPermissions,
  evaluateAccess,
  evaluateCommand,
  evaluateExec,
  evaluateMemorySearch,
  evaluateMention,
  evaluateReset,
  evaluateSandbox,
  evaluateSend,
  evaluateTool,
  evaluateVisibility,
  tick,
  matchResetTrigger,
  parsePolicy,
  recordActivity,
  resolveSession,
  resolveTaskSession,
  type AccessRequest,
  type CommandRequest,
  type CronTask,
  type ElevatedSender,
  type ExecRequest,
  type HeartbeatTask,
  type HookTask,
  type HttpTask,
  type Inbound,
  type MentionRequest,
  type SendRequest,
  type Task,
  type ToolRequest,
  type VisibilityRequest,
} from "../../../src/index.ts";
import { tableOf } from "../../docs/table.ts";
import { nearMisses } from "../../../src/scope/facts/read-facts.ts";

/*
 * What holds for the facts of every evaluation. Each has a quick look at requests that are what the types say, and a table of
 * readings for the rest (`src/scope/facts`): a fact that one of them forgets is found here.
 */

const policy = parsePolicy({ session: { dmScope: "per-account-channel-peer" } }, { edition: "2026-11" });

interface Evaluation {
  readonly ask: (request: object) => { readonly reason?: string; readonly facts?: readonly string[] };
  /** A request that tells every fact, none of which contradicts another. */
  readonly request: Readonly<Record<string, unknown>>;
}

const session = { key: "agent:main:telegram:group:-1", agentId: "main" };
const chat = {
  channel: "telegram",
  account: "default",
  chatType: "group",
  peer: "-1",
} as const;
const around = {
  sender: "5",
  aliases: ["ann"],
  guild: "10",
  team: "T1",
  roles: ["7"],
  parent: { chatType: "group", peer: "-1" },
} as const;
const address = {
  guildUnavailable: false,
  orgWide: false,
  roomName: "general",
  parentName: "home",
  guildName: "Tulips",
  teamName: "Gardeners",
};
const called = { senderName: "Ann", senderUsername: "ann" };

/** A request that tells every fact, so that a new one is told here too. */
const everyFact = <Request>(request: Required<Request>): Readonly<Record<string, unknown>> => ({
  ...request,
});

const whoRuns = {
  ...called,
  agentId: "main",
  channel: "telegram",
  sender: "5",
  senderE164: "+1",
  senderTag: "ann#1",
  aliases: ["ann"],
  from: "telegram:5",
  to: "telegram:-1",
};

/** A task of one kind, asked for. */
function task<Kind extends Task>({ kind, ...facts }: Required<Kind>): Evaluation {
  return {
    ask: (request) => {
      const session = resolveTaskSession({ kind, ...request } as Task, policy);
      if (session.ok) return {};
      const { facts, reason } = session;
      return { reason: reason === "malformed-task" ? "malformed-request" : reason, ...(facts && { facts }) };
    },
    request: facts,
  };
}

const sent = everyFact<Omit<SendRequest, "override" | "stored" | "thread">>({ ...session, ...chat });
const evaluations: Readonly<Record<string, Evaluation>> = {
  evaluateSend: { ask: (request) => evaluateSend(request as SendRequest, policy), request: sent },
  evaluateMemorySearch: {
    ask: (request) => evaluateMemorySearch(request as SendRequest, policy),
    request: sent,
  },
  evaluateSandbox: {
    ask: (request) => evaluateSandbox({ ...request, action: "network" }, policy),
    request: session,
  },
  evaluateVisibility: {
    ask: (requester) => {
      const asked = { action: "list", requester, target: "agent:main:main" } as VisibilityRequest;
      const { reason, facts } = evaluateVisibility(asked, policy);
      return { reason, ...(facts && { facts: facts.map((fact) => fact.replace("requester.", "")) }) };
    },
    request: session,
  },
  resolveSession: {
    ask: (inbound) => {
      const resolution = resolveSession(inbound as Inbound, policy);
      if (resolution.ok) return {};
      const reason = resolution.reason === "malformed-inbound" ? "malformed-request" : resolution.reason;
      return { reason, facts: resolution.missing };
    },
    request: everyFact<Inbound>({
      ...chat,
      ...around,
      thread: "1",
      party: "B1",
      messageId: "9",
      root: "8",
      reply: true,
      room: "R1",
      forum: true,
      startsThread: true,
      mentioned: true,
    }),
  },
  evaluateAccess: {
    ask: (request) => evaluateAccess(request as AccessRequest, policy),
    request: everyFact<AccessRequest>({
      ...chat,
      ...around,
      ...address,
      ...called,
      thread: "1",
      bot: false,
      ownerPresent: true,
      mentioned: true,
      othersMentioned: false,
      ownThread: false,
      senderEmail: "ann@example.org",
      paired: [],
    }),
  },
  evaluateCommand: {
    ask: (request) => evaluateCommand(request, policy),
    request: everyFact<CommandRequest>({
      ...chat,
      key: session.key,
      origin: "telegram",
      provider: "telegram",
      sender: "5",
      aliases: ["ann"],
      from: "telegram:5",
      to: "telegram:-1",
      admitted: true,
      owners: ["5", 6],
      scopes: ["operator.admin"],
      source: "text",
      suppressed: false,
      noOwner: false,
    }),
  },
  evaluateMention: {
    ask: (request) => evaluateMention(request as MentionRequest, policy),
    request: everyFact<MentionRequest>({
      ...session,
      channel: "telegram",
      peer: "-1",
      text: "hello",
      transcript: "hello",
      told: "nobody",
    }),
  },
  evaluateExec: {
    ask: (request) => evaluateExec(request as ExecRequest, policy),
    request: everyFact<ExecRequest>({
      ...whoRuns,
      ...session,
      command: "ls",
      shell: "posix",
      file: {},
      programs: {},
      segments: [],
      approvedForGood: false,
      sandboxed: false,
      host: "gateway",
      security: "allowlist",
      ask: "always",
      elevated: false,
      elevatedLevel: "off",
    }),
  },
  elevatedPermissions: {
    ask: (request) => {
      const [refusal] = elevatedPermissions(request, policy).refusals;
      if (refusal?.gate !== "request") return {};
      return { reason: "malformed-request", ...(refusal.facts && { facts: refusal.facts }) };
    },
    request: everyFact<ElevatedSender>(whoRuns),
  },
  "the session of a heartbeat": task<HeartbeatTask>({ kind: "heartbeat", agentId: "main", forced: "x" }),
  "the session of a job": task<CronTask>({
    kind: "cron",
    agentId: "main",
    job: "daily",
    target: "isolated",
    payload: "agentTurn",
    sessionKey: "x",
    context: "x",
  }),
  "the session of a hook": task<HookTask>({
    kind: "hook",
    id: "1",
    sessionKey: "x",
    source: "request",
    agentId: "main",
  }),
  "the session of a request over HTTP": task<HttpTask>({
    kind: "http",
    id: "1",
    prefix: "openai",
    headers: {},
    model: "openclaw",
    user: "ann",
  }),
  evaluateTool: {
    ask: (request) => evaluateTool(request as ToolRequest, policy),
    request: everyFact<ToolRequest>({
      ...session,
      ...chat,
      ...around,
      ...address,
      ...called,
      senderE164: "+1",
      tool: "read",
      plugin: "garden",
      provider: "openai",
      model: "gpt-5",
      sandboxed: false,
      subagent: {},
      ownTools: new Set(["read"]),
    }),
  },
};

function expectRefusal(
  { ask, request }: Evaluation,
  told: Readonly<Record<string, unknown>>,
  fact: string,
): void {
  expect(ask(request).reason).not.toBe("malformed-request");
  expect(ask({ ...request, ...told })).toMatchObject({ reason: "malformed-request", facts: [fact] });
}

describe.each(Object.entries(evaluations))("%s", (_, evaluation) => {
  const facts = Object.keys(evaluation.request);

  it.each(facts)("refuses a %s of another type by its name", (fact) => {
    expectRefusal(evaluation, { [fact]: Symbol(fact) }, fact);
  });

  it.each(facts.flatMap((fact) => (nearMisses[fact] ?? []).map((miss) => [miss, fact] as const)))(
    "refuses `%s` where the %s is not told",
    (miss, fact) => {
      const facts = { [fact]: undefined, [miss]: "1" };
      const { reason, facts: faults } = evaluation.ask({ ...evaluation.request, ...facts });
      expect(reason).toBe("malformed-request");
      expect(faults).toContain(miss);
    },
  );
});

/** What stands in a request as an id, as against a word or a mark. */
const ids = ["account", "peer", "thread", "sender", "guild", "team", "agentId"];
const release = parsePolicy({}, { edition: "openclaw@2026.9.6", timeZone: "UTC" });
const now = 1_795_957_200_000;
const apart = { session: { reset: { mode: "idle", idleMinutes: 120 } } } as const;
const idle = parsePolicy(apart, { edition: "2026-11", timeZone: "UTC" });
const resetAt = (time: unknown) =>
  evaluateReset({ updatedAt: time } as { updatedAt: number }, "agent:main:main", idle, now);

/** Those that a key alone is a request of. */
const ofKeys = ["evaluateSend", "evaluateMemorySearch", "evaluateVisibility"];

const all = Object.entries(evaluations);
const without = (request: Evaluation["request"], fact: string) =>
  Object.fromEntries(Object.entries(request).filter(([name]) => name !== fact));

/** Expects something of every evaluation that asks for a fact. */
function ofEach(facts: readonly string[], expected: (evaluation: Evaluation, fact: string) => void): void {
  let asked = 0;
  for (const [, evaluation] of all)
    for (const fact of facts.filter((each) => each in evaluation.request)) {
      asked += 1;
      expected(evaluation, fact);
    }
  expect(asked).toBeGreaterThan(0);
}

const everyName = [...new Set(all.flatMap(([, { request }]) => Object.keys(request)))];

/** What the page about bad input says, line by line, done. */
const done: Readonly<Record<string, () => void>> = {
  "`null` for a fact": () => {
    ofEach(everyName, ({ ask, request }, fact) => {
      expect(ask({ ...request, [fact]: null })).toEqual(ask(without(request, fact)));
    });
  },
  "a key alone, in place of a request": () => {
    for (const name of ofKeys) {
      const { ask = () => ({}) } = evaluations[name] ?? {};
      expect(ask("agent:main:main" as unknown as object)).toEqual(ask({ key: "agent:main:main" }));
    }
  },
  '`dm`, `Direct`, `" group "`': () => {
    ofEach(["chatType"], ({ ask, request }) => {
      for (const [word, meant] of [
        ["dm", "direct"],
        ["Direct", "direct"],
        [" group ", "group"],
      ])
        expect(ask({ ...request, chatType: word })).toEqual(ask({ ...request, chatType: meant }));
    });
  },
  "another word for a kind of chat, such as `private`": () => {
    ofEach(["chatType"], (evaluation, fact) => {
      expectRefusal(evaluation, { chatType: "private" }, fact);
    });
  },
  "a `bigint` for an id": () => {
    ofEach(ids, ({ ask, request }, fact) => {
      expect(ask({ ...request, [fact]: 7n })).toEqual(ask({ ...request, [fact]: "7" }));
    });
  },
  "a number for an id": () => {
    ofEach(ids, (evaluation, fact) => {
      expectRefusal(evaluation, { [fact]: 7 }, fact);
    });
  },
  "a list, an object, yes or no for an id": () => {
    ofEach(ids, (evaluation, fact) => {
      for (const told of [["7"], { id: "7" }, true, new Date(0)])
        expectRefusal(evaluation, { [fact]: told }, fact);
    });
  },
  "`accountId`, `threadId`, `guildId`, `channelId`, …": () => {
    ofEach(Object.keys(nearMisses), ({ ask, request }, fact) => {
      for (const miss of nearMisses[fact] ?? []) {
        const beside = { ...request, ...(miss in request ? {} : { [miss]: "7" }) };
        expect(ask(beside).reason).not.toBe("malformed-request");
      }
    });
  },
  "a time as a `Date`, a `bigint`, decimal text, ISO 8601 with its offset": () => {
    for (const time of [new Date(now), BigInt(now), String(now), new Date(now).toISOString()]) {
      expect(resetAt(time).fresh).toBe(true);
      const event = { kind: "user-message", at: time as unknown as number } as const;
      expect(recordActivity({}, event, idle)).toEqual(recordActivity({}, { ...event, at: now }, idle));
    }
  },
  "a time in words, or without its offset": () => {
    for (const time of ["yesterday", "2026-11-30T04:00:00"]) {
      expect(resetAt(time)).toMatchObject({ fresh: false, reason: "malformed-request" });
      expect(tick("agent:main:main", { updatedAt: time }, "cron", now, idle).reason).toBe("malformed-times");
    }
  },
  "no times, because nothing is stored": () => {
    expect(evaluateReset(null, "agent:main:main", idle, now).fresh).toBe(false);
  },
  "no text, such as a photo's": () => {
    expect(matchResetTrigger(null, policy)).toBeUndefined();
  },
  "a fact that contradicts the key, under `2026-11`": () => {
    ofEach(["key"], ({ ask, request }, key) => {
      if (!("agentId" in request)) return;
      expect(ask({ ...request, agentId: "ops" })).toMatchObject({
        reason: "fact-mismatch",
        facts: ["agentId", key],
      });
    });
  },
  "the same under an `openclaw@` edition": () => {
    const told = { key: "agent:main:telegram:group:-1", chatType: "direct", channel: "irc" } as const;
    expect(evaluateSend(told, release).reason).not.toBe("fact-mismatch");
    expect(evaluateMemorySearch(told, release).reason).not.toBe("fact-mismatch");
    expect(evaluateMention({ ...told, text: "" }, release).reason).not.toBe("fact-mismatch");
    expect(evaluateCommand({ ...told, admitted: true }, release).reason).not.toBe("fact-mismatch");
  },
};

describe("what the page says of bad input", () => {
  const page = readFileSync(new URL("../../../docs/bad-input.md", import.meta.url), "utf8");

  it("is all done here", () => {
    expect(tableOf(page, "what is passed").map(([told]) => told)).toEqual(Object.keys(done));
  });

  it.each(Object.entries(done))("%s", (_, run) => {
    run();
  });
});
