import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluateAccess,
  evaluateSandbox,
  evaluateTool,
  evaluateVisibility,
  resolveSession,
  type ConfigInput,
  type Inbound,
  evaluateMemorySearch,
  evaluateReset,
  evaluateSend,
  explain,
  matchResetTrigger,
  parsePolicy,
  recordActivity,
} from "../../../src/index.ts";
import { arbitraries } from "../../../src/testing/arbitraries.ts";

/*
 * Requests as callers without types write them. Each row has its reason; what is not told here of one evaluation holds for all
 * (`every-evaluation.test.ts`).
 */

const ours = parsePolicy({}, { edition: "2026-11" });
const newest = parsePolicy({}, { edition: "openclaw@2026.9.6" });
/** What JavaScript hands over, whatever the types say. */
const send = (request: unknown, policy = ours) => evaluateSend(request as string, policy);
const search = (request: unknown, policy = ours) => evaluateMemorySearch(request as string, policy);

const any = arbitraries(fc);

const key = "agent:main:telegram:direct:1";

describe("what a request tells is read, or refused by name", () => {
  it.each<readonly [string, unknown, string, readonly string[] | undefined]>([
    ["a key alone", key, "no-policy", undefined],
    [
      "nulls of a database",
      { key, channel: null, account: null, chatType: null, stored: null },
      "no-policy",
      undefined,
    ],
    ["`dm` is a word for direct", { key, chatType: "dm" }, "no-policy", undefined],
    ["a word in capitals", { key, channel: "Telegram", chatType: "Direct" }, "no-policy", undefined],
    ["an exact integer", { key, peer: 1n }, "no-policy", undefined],
    ["a number, which may have lost digits", { key, peer: 1 }, "malformed-request", ["peer"]],
    ["a kind of chat that is none", { key, chatType: "private" }, "malformed-request", ["chatType"]],
    ["a list for a text", { key, thread: ["1"] }, "malformed-request", ["thread"]],
    ["two at once", { key, account: {}, thread: true }, "malformed-request", ["account", "thread"]],
    ["no key", { channel: "telegram" }, "malformed-request", ["key"]],
    ["a key that is none", { key: 5 }, "malformed-request", ["key"]],
    ["nothing", null, "malformed-request", ["request"]],
    ["a number", 7, "malformed-request", ["request"]],
    ["what the config calls an account", { key, accountId: "work" }, "malformed-request", ["accountId"]],
    ["…beside the fact that it means", { key, account: "work", accountId: "5" }, "no-policy", undefined],
    ["a switch that says neither", { key, override: "denny" }, "malformed-request", ["override"]],
    ["a store's row that is none", { key, stored: "direct" }, "malformed-request", ["stored"]],
    [
      "…or of which a part is none",
      { key, stored: { delivery: { kind: 1 } } },
      "malformed-request",
      ["stored"],
    ],
  ])("%s", (_, request, reason, facts) => {
    const decision = send(request);
    expect({ reason: decision.reason, facts: decision.facts }).toEqual({ reason, facts });
    expect(decision.allowed).toBe(reason === "no-policy");
  });

  it("is said in a sentence", () => {
    expect(explain(send({ key, accountId: "work", peer: 1 }))).toBe(
      "The session may not send: something in the request cannot be read (accountId, which is spelled account; peer).",
    );
    expect(explain(search({ key: "agent:evil:main", agentId: "main" }))).toContain(
      "may not search memory: facts of the request contradict each other (agentId; key)",
    );
  });
});

describe("what contradicts the key lets nothing through, under 2026-11", () => {
  const room = "agent:main:telegram:group:-1";
  it.each<readonly [string, Record<string, unknown> & { readonly key: string }, string | undefined]>([
    ["another agent", { key: "agent:evil:main", agentId: "main" }, "agentId"],
    ["the agent in capitals", { key: "agent:evil:main", agentId: "Evil" }, undefined],
    ["another channel", { key, channel: "discord" }, "channel"],
    ["a room for a person", { key, chatType: "group" }, "chatType"],
    ["a person for a room", { key: room, chatType: "direct" }, "chatType"],
    ["the main session, which rooms may share", { key: "agent:main:main", chatType: "group" }, undefined],
    ["an account of a room that is another's", { key: room, account: "work" }, "account"],
    ["an account that a direct chat's key does not name", { key, account: "work" }, undefined],
    ["another account than the key's", { key: "agent:main:telegram:a:direct:1", account: "b" }, "account"],
    ["another person", { key, peer: "2" }, "peer"],
    ["the person by another id", { key, peer: "2", aliases: ["1"] }, undefined],
    [
      "a linked person, whose ids the key does not tell",
      { key: "agent:main:direct:=alice", peer: "2" },
      undefined,
    ],
    ["another room", { key: room, peer: "-2" }, "peer"],
    ["the room in the case of its channel", { key: "agent:main:irc:channel:#a", peer: "#A" }, undefined],
    ["another thread", { key: `${room}:thread:5`, thread: "6" }, "thread"],
    ["a thread that the chat's session has", { key: room, thread: "6" }, undefined],
    ["a channel that a job writes to", { key: "agent:main:cron:x", channel: "telegram" }, undefined],
    ["blank facts", { key, agentId: " ", channel: "", peer: "" }, undefined],
  ])("%s", (_, request, fact) => {
    expect(send(request).facts).toEqual(fact === undefined ? undefined : [fact, "key"]);
    expect(search(request).facts).toEqual(fact === undefined ? undefined : [fact, "key"]);
    const target = request as { readonly key: string };
    expect(evaluateReset({}, target, ours, 0).reason === "fact-mismatch").toBe(fact !== undefined);
    // In the releases the caller's word wins.
    expect(send(request, newest).facts).toBeUndefined();
    expect(search(request, newest).facts).toBeUndefined();
  });

  it.each(["cron:x", "hook:x", "subagent:x", "acp:x"])("nobody's word makes a direct chat of %s", (name) => {
    const task = `agent:main:${name}`;
    expect(search({ key: task, chatType: "direct" }).facts).toEqual(["chatType", "key"]);
    expect(search({ key: task, stored: { chatType: "direct" } }).facts).toEqual(["stored", "key"]);
    expect(search({ key: task }).allowed).toBe(false);
  });
});

describe("a message at the door", () => {
  const shut = parsePolicy(
    { channels: { telegram: { dmPolicy: "disabled", groupPolicy: "open" } } },
    { edition: "2026-11" },
  );
  const message = { channel: "telegram", chatType: "direct", peer: "8", mentioned: true } as const;
  const admit = (changed: object, policy = shut) => evaluateAccess({ ...message, ...changed }, policy);

  it.each<readonly [string, object, string, readonly string[] | undefined]>([
    [
      "another word for the kind of chat",
      { chatType: "private", sender: "8" },
      "malformed-request",
      ["chatType"],
    ],
    ["no kind of chat", { chatType: null }, "missing-fact", undefined],
    ["no channel", { channel: " " }, "missing-fact", undefined],
    ["a channel in capitals", { channel: "Telegram", paired: ["8"] }, "dm-disabled", undefined],
    ["a number for an id", { peer: 8 }, "malformed-request", ["peer"]],
    ["a word for a mention", { mentioned: "yes" }, "malformed-request", ["mentioned"]],
    ["ids of people that are numbers", { paired: [8] }, "malformed-request", ["paired"]],
  ])("%s lets nobody in", (_, changed, reason, facts) => {
    const decision = admit(changed);
    expect({ allowed: decision.allowed, reason: decision.reason, facts: decision.facts }).toEqual({
      allowed: false,
      reason,
      facts,
    });
  });

  it("names what is missing", () => {
    expect(admit({ channel: undefined, chatType: undefined }).missing).toEqual(["channel", "chatType"]);
    expect(explain(admit({ chatType: "private" }))).toBe(
      "The message is not let in: something in the request cannot be read (chatType).",
    );
  });

  it("is let in by another id of its sender, which a resolution carries", () => {
    const channels = { whatsapp: { dmPolicy: "allowlist", allowFrom: ["271828182845904@lid"] } } as const;
    const policy = parsePolicy({ channels }, { edition: "2026-11" });
    const aliases = ["271828182845904@lid"];
    const inbound = { channel: "whatsapp", chatType: "direct", peer: "+15550001", aliases } as const;
    const session = resolveSession(inbound, policy);
    expect(evaluateAccess(session, policy).reason).toBe("dm-allowlisted");
  });
});

describe("a sandbox", () => {
  const act = (request: object) => evaluateSandbox(request as Parameters<typeof evaluateSandbox>[0], ours);

  it("lets nothing through that it does not know, whether there is one or not", () => {
    const decision = act({ agentId: "main", action: "teleport" });
    expect(decision).toMatchObject({ allowed: false, reason: "malformed-request", facts: ["action"] });
    expect(explain(decision)).toBe("The session may not: something in the request cannot be read (action).");
    expect(act({ agentId: "main" }).facts).toEqual(["action"]);
    expect(act({ action: "network", key: "agent:evil:main", agentId: "main" }).facts).toEqual([
      "agentId",
      "key",
    ]);
  });
});

describe("who asks for a tool", () => {
  const tool = (config: ConfigInput, request: object) =>
    evaluateTool({ tool: "exec", ...request }, parsePolicy(config, { edition: "2026-11" }));
  const exec = { deny: ["exec"] };
  const subagents: ConfigInput = { tools: { subagents: { tools: exec } } };
  const rooms: ConfigInput = { channels: { telegram: { groups: { "-1": { tools: exec } } } } };
  const people: ConfigInput = { tools: { toolsBySender: { "7": exec } } };

  it.each<readonly [string, ConfigInput, object, boolean]>([
    ["a sub-agent, by its key", subagents, { key: "agent:main:subagent:x" }, false],
    ["another session of the agent", subagents, { key: "agent:main:main" }, true],
    ["a room, by its key", rooms, { key: "agent:main:telegram:group:-1" }, false],
    ["another room", rooms, { key: "agent:main:telegram:group:-2" }, true],
    ["the person of a direct chat", people, { channel: "telegram", chatType: "direct", peer: "7" }, false],
    ["the same by the key", people, { key: "agent:main:telegram:direct:7" }, false],
    ["somebody else", people, { key: "agent:main:telegram:direct:8" }, true],
    ["a channel in capitals", rooms, { channel: "Telegram", chatType: "group", peer: "-1" }, false],
    ["a number for an id", people, { channel: "telegram", chatType: "direct", peer: 8 }, false],
    ["no tool", {}, { tool: null }, false],
  ])("%s", (_, config, request, allowed) => {
    expect(tool(config, request).allowed).toBe(allowed);
  });

  const topics: ConfigInput = {
    channels: { discord: { guilds: { "10": { channels: { "20": { tools: exec } } } } } },
  };
  const names: ConfigInput = { tools: { toolsBySender: { "username:ann": exec } } };
  const byRoom: ConfigInput = {
    channels: { telegram: { groups: { "-1": { toolsBySender: { "7": exec } } } } },
  };
  const room = { channel: "telegram", chatType: "group", peer: "-1" };

  it.each<readonly [string, ConfigInput, object, readonly string[] | undefined]>([
    ["nobody knows who asks", people, { agentId: "main" }, ["sender"]],
    ["…in a room", people, room, ["sender"]],
    ["…by a key of a main session", people, { key: "agent:main:main" }, ["sender"]],
    ["…for a sub-agent", people, { key: "agent:main:subagent:x" }, ["sender"]],
    ["what nobody wrote", people, { key: "agent:main:cron:x" }, undefined],
    ["a heartbeat", people, { key: "agent:main:main:heartbeat" }, undefined],
    ["a tool that no list takes away", people, { tool: "read" }, undefined],
    ["nobody knows the user name", names, { ...room, sender: "8" }, ["senderUsername"]],
    ["there is none", names, { ...room, sender: "8", senderUsername: "" }, undefined],
    ["nobody knows the room", rooms, { channel: "telegram", chatType: "group" }, ["peer"]],
    ["…or what it is", rooms, { channel: "telegram", peer: "-1" }, ["chatType"]],
    ["…or anything", rooms, { agentId: "main" }, ["channel", "chatType", "peer"]],
    ["a room of another channel", rooms, { channel: "discord", chatType: "group" }, undefined],
    [
      "a direct chat, which is no room",
      rooms,
      { channel: "telegram", chatType: "direct", peer: "7" },
      undefined,
    ],
    ["a session that is of no chat", rooms, { key: "agent:main:main" }, undefined],
    ["a room without its server", topics, { channel: "discord", chatType: "channel", peer: "20" }, ["guild"]],
    ["whom a room's list may mean", byRoom, room, ["sender"]],
    ["somebody whom it does not", byRoom, { ...room, sender: "8" }, undefined],
  ])("%s", (_, config, request, missing) => {
    const decision = tool(config, request);
    expect({ allowed: decision.allowed, missing: decision.missing }).toEqual({
      allowed: missing === undefined,
      missing,
    });
    // In the releases what is not told chooses no list.
    const asReleased = evaluateTool(
      { tool: "exec", ...request },
      parsePolicy(config, { edition: "openclaw@2026.9.6", timeZone: "UTC" }),
    );
    expect(asReleased.missing).toBeUndefined();
  });

  it("is told what to tell", () => {
    expect(explain(tool(people, {}))).toBe(
      "The tool may not be used: it may be denied to the sender or in the room, and the request does not name them (sender).",
    );
  });

  it("may not be somebody whom the key contradicts", () => {
    const decision = tool(rooms, { key: "agent:main:telegram:group:-1", peer: "-2" });
    expect(decision).toMatchObject({ allowed: false, reason: "fact-mismatch", facts: ["peer", "key"] });
    expect(explain(decision)).toBe(
      "The tool may not be used: facts of the request contradict each other (peer; key).",
    );
  });
});

describe("who looks at another session", () => {
  const policy = parsePolicy({ tools: { sessions: { visibility: "agent" } } }, { edition: "2026-11" });
  const look = (changed: object) =>
    evaluateVisibility({ action: "history", requester: "agent:main:main", target: key, ...changed }, policy);

  it.each<readonly [string, object, readonly string[] | undefined]>([
    ["may, of one agent", {}, undefined],
    [
      "is not of the agent that it says",
      { requester: { key: "agent:evil:main", agentId: "main" } },
      ["requester.agentId", "requester.key"],
    ],
    [
      "nor is the other one",
      { target: { key: "agent:evil:main", agentId: "main" } },
      ["target.agentId", "target.key"],
    ],
    [
      "is no main session because it says so",
      { requester: { key: "agent:main:cron:x", mainKey: "agent:main:cron:x" } },
      ["requester.mainKey", "requester.key"],
    ],
    ["does nothing that is not known", { action: "read" }, ["action"]],
    ["is somebody", { requester: null }, ["requester"]],
    ["…with a key", { requester: {} }, ["requester.key"]],
    ["looks at a session", { target: 5 }, ["target"]],
    ["is told who spawned what by a list of keys", { spawnedBy: "x" }, ["spawnedBy"]],
  ])("%s", (_, changed, facts) => {
    const decision = look(changed);
    expect({ allowed: decision.allowed, facts: decision.facts }).toEqual({
      allowed: facts === undefined,
      facts,
    });
    expect(typeof explain(decision)).toBe("string");
  });
});

describe("a message", () => {
  const place = (inbound: unknown, policy = ours) => resolveSession(inbound as Inbound, policy);
  const inbound = { channel: "telegram", chatType: "direct", peer: "1" };
  const apart = parsePolicy({ session: { dmScope: "per-account-channel-peer" } }, { edition: "2026-11" });

  it.each<readonly [string, unknown, string]>([
    ["nulls", { ...inbound, account: null, thread: null }, "agent:main:telegram:default:direct:1"],
    ["`dm`", { ...inbound, chatType: "dm" }, "agent:main:telegram:default:direct:1"],
    ["an exact integer", { ...inbound, peer: 1n }, "agent:main:telegram:default:direct:1"],
  ])("with %s is placed", (_, told, key) => {
    expect(place(told, apart).key).toBe(key);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["an account by its name in the config", { ...inbound, accountId: "work" }, ["accountId"]],
    ["a list for an id", { ...inbound, sender: ["1"] }, ["sender"]],
    ["nothing", null, ["inbound"]],
    ["no channel", { chatType: "direct", peer: "1" }, ["channel"]],
  ])("with %s is not", (_, told, missing) => {
    expect(place(told, apart)).toEqual({
      kind: "resolution",
      ok: false,
      reason: "malformed-inbound",
      missing,
    });
  });

  it("that is placed contradicts its own key in no way", () => {
    fc.assert(
      fc.property(any.inbound, any.policy("2026-11"), (told, policy) => {
        const session = resolveSession(told, policy);
        fc.pre(session.ok);
        expect(evaluateSend(session, policy).reason).not.toBe("fact-mismatch");
      }),
    );
  });
});

describe("times are read as databases return them", () => {
  const idle = parsePolicy(
    { session: { reset: { mode: "idle", idleMinutes: 120 } } },
    { edition: "2026-11", timeZone: "UTC" },
  );
  const now = 1_795_957_200_000;
  const hourAgo = now - 3_600_000;
  const reset = (times: unknown, policy = idle, at: unknown = now) =>
    evaluateReset(times as null, "agent:main:main", policy, at as number);

  it.each<readonly [string, unknown]>([
    ["numbers", hourAgo],
    ["text", String(hourAgo)],
    ["a bigint", BigInt(hourAgo)],
    ["a Date", new Date(hourAgo)],
  ])("%s", (_, time) => {
    expect(reset({ sessionStartedAt: time, lastInteractionAt: time, updatedAt: null }).fresh).toBe(true);
    expect(reset({ updatedAt: hourAgo }, idle, time).fresh).toBe(true);
    const event = { kind: "user-message", at: time as number } as const;
    expect(recordActivity(null, event, idle)).toEqual(recordActivity({}, { ...event, at: hourAgo }, idle));
  });

  it.each<readonly [string, unknown, string, readonly string[] | undefined]>([
    ["nothing was stored", null, "missing-times", undefined],
    ["nor ever", undefined, "missing-times", undefined],
    ["a date in words", { updatedAt: "yesterday" }, "malformed-request", ["updatedAt"]],
    ["a list", { updatedAt: [hourAgo] }, "malformed-request", ["updatedAt"]],
    ["no times", 5, "malformed-request", ["times"]],
  ])("%s: not fresh", (_, times, reason, facts) => {
    const decision = reset(times);
    expect({ fresh: decision.fresh, reason: decision.reason }).toEqual({ fresh: false, reason });
    expect("facts" in decision ? decision.facts : undefined).toEqual(facts);
  });

  it("says which time could not be read", () => {
    expect(explain(reset({ updatedAt: "yesterday" }))).toBe(
      "No session continues: something in the request cannot be read (updatedAt).",
    );
  });

  it("knows no session of a target that is none, and no event that is none", () => {
    const target = { key: "agent:main:main", event: "sytem" } as unknown as string;
    expect(evaluateReset({ updatedAt: 1 }, target, idle, now)).toMatchObject({
      fresh: false,
      facts: ["event"],
    });
    expect(evaluateReset({ updatedAt: 1 }, {} as unknown as string, idle, now)).toMatchObject({
      facts: ["key"],
    });
    expect(recordActivity({ updatedAt: 1 }, null as never, idle)).toEqual({ updatedAt: 1 });
  });

  it("finds no trigger where there is no text", () => {
    for (const text of [null, undefined, 5, {}, ["/new"]])
      expect(matchResetTrigger(text as null, ours)).toBeUndefined();
  });
});
