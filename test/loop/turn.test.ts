import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  admit,
  conversationId,
  evaluateMemorySearch,
  evaluateReset,
  evaluateSend,
  parsePolicy,
  policyFingerprint,
  tick,
  toExpiry,
  turn,
  type Admission,
  type IncomingMessage,
  type Policy,
  type TickKind,
} from "../../src/index.ts";

const minute = 60_000;
const at = Date.UTC(2026, 10, 30, 12);
const config = {
  session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 30 } },
  channels: {
    telegram: { allowFrom: ["7", "8"], groupPolicy: "open", groups: { "*": { requireMention: false } } },
  },
  commands: { allowFrom: { telegram: ["7"] } },
} as const;
const policy = parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });

const direct = { channel: "telegram", chatType: "direct", peer: "8" } as const;
const group = { channel: "telegram", chatType: "group", peer: "-1" } as const;
const fresh = { sessionStartedAt: at - minute, lastInteractionAt: at - minute, updatedAt: at - minute };
const stale = {
  sessionStartedAt: at - 99 * minute,
  lastInteractionAt: at - 31 * minute,
  updatedAt: at - minute,
};

function said(text: string, inbound: IncomingMessage["inbound"] = direct): Admission {
  return admit({ inbound, text }, policy);
}

describe("a turn", () => {
  it("is what the single functions say, one after the other", () => {
    const admitted = said("hello");
    if (!admitted.ok) throw new Error(admitted.reason);
    const times = { ...fresh, lastInteractionAt: at, updatedAt: at };
    expect(turn(admitted, fresh, at, policy)).toEqual({
      kind: "turn",
      ok: true,
      key: admitted.key,
      times,
      text: "hello",
      reset: evaluateReset(fresh, admitted.resolution, policy, at),
      send: evaluateSend(admitted.resolution, policy),
      memory: evaluateMemorySearch(admitted.resolution, policy),
      expiry: toExpiry(evaluateReset(times, admitted.resolution, policy, at), at),
      conversationId: conversationId(admitted.key, times),
      log: [],
    });
  });

  it.each<[why: string, stored: unknown, text: string, begins: string | undefined]>([
    ["nothing is stored", undefined, "hello", "first"],
    ["the store says so with null", null, "hello", "first"],
    ["the row holds no times", { said: [] }, "hello", "first"],
    ["nothing is stored, and the message would reset", undefined, "/new", "first"],
    ["it has ended", stale, "hello", "stale"],
    ["it has ended, and the message asks for it, too", stale, "/new", "trigger"],
    ["the message asks for it", fresh, "/new hello", "trigger"],
    ["the message asks for new instructions alone", fresh, "/reset soft", undefined],
    ["it goes on", fresh, "hello", undefined],
    ["the times are text, as databases return them", { updated_at: String(at - minute) }, "hello", undefined],
    ["the times are ISO text", { updatedAt: "2026-11-30T11:59:00Z" }, "hello", undefined],
    ["the times are dates", { updatedAt: new Date(at - minute) }, "hello", undefined],
  ])("begins where %s: %j", (_, stored, text, begins) => {
    const taken = turn(said(text), stored, at, policy, { authorized: true });
    expect(taken.begins).toBe(begins);
    expect(taken.times?.sessionStartedAt === at).toBe(begins !== undefined);
  });

  it.each<
    [who: string, inbound: IncomingMessage["inbound"], authorized: boolean | undefined, resets: boolean]
  >([
    ["whom the config lists", { ...direct, peer: "7" }, undefined, true],
    ["the same, in a room", { ...group, sender: "7" }, undefined, true],
    ["somebody who is let in, and no more", direct, undefined, false],
    ["anybody in a room", { ...group, sender: "9" }, undefined, false],
    ["somebody who the host says may", direct, true, true],
    ["one of them who the host says may not", { ...direct, peer: "7" }, false, false],
  ])("lets %s reset: %j %j", (_, inbound, authorized, resets) => {
    const options = authorized === undefined ? {} : { authorized };
    const taken = turn(said("/new Plan", inbound), fresh, at, policy, options);
    expect(taken).toMatchObject(resets ? { begins: "trigger", text: "Plan" } : { text: "/new Plan" });
    expect(taken.begins).toBe(resets ? "trigger" : undefined);
  });

  it("lets an owner reset, and nobody whom no list names", () => {
    const owned = parsePolicy(
      { ...config, commands: { ownerAllowFrom: ["telegram:7"] } },
      { edition: "2026-11" },
    );
    const unlisted = parsePolicy({ ...config, commands: {} }, { edition: "2026-11" });
    const admitted = said("/new", { ...direct, peer: "7" });
    expect(turn(admitted, fresh, at, owned).begins).toBe("trigger");
    expect(turn(admitted, fresh, at, unlisted).begins).toBeUndefined();
  });

  it.each(["edit", "reaction"] as const)("takes no trigger from an %s", (kind) => {
    const admitted = admit({ inbound: direct, kind, text: "/new" }, policy);
    expect(turn(admitted, fresh, at, policy, { authorized: true }).begins).toBeUndefined();
  });

  it("takes the host's text in place of the reader's, and a command to the bot by its name", () => {
    expect(
      turn(said("hi"), fresh, at, policy, { text: "/new@desk", authorized: true }).begins,
    ).toBeUndefined();
    const named = { text: "/new@desk go", authorized: true, botUsername: "desk" };
    expect(turn(said("hi"), fresh, at, policy, named)).toMatchObject({ begins: "trigger", text: "go" });
  });

  it.each<
    [why: string, admitted: Admission, stored: unknown, at: number, reason: string, facts: readonly string[]]
  >([
    ["a stranger", said("hi", { ...direct, peer: "666" }), fresh, at, "not-admitted", []],
    ["no message", undefined as never, fresh, at, "not-admitted", []],
    ["a reading that nobody let in", { ok: true, inbound: direct } as never, fresh, at, "not-admitted", []],
    ["times in words", said("hi"), { updatedAt: "yesterday" }, at, "malformed-times", ["updatedAt"]],
    [
      "a promise, where a row was meant",
      said("hi"),
      Promise.resolve(fresh),
      at,
      "malformed-times",
      ["times"],
    ],
    ["a row as text", said("hi"), JSON.stringify(fresh), at, "malformed-times", ["times"]],
    ["a clock that stands", said("hi"), fresh, NaN, "invalid-clock", ["at"]],
  ])("is none of %s, and leaves what is stored as it is", (_, admitted, stored, now, reason, facts) => {
    expect(turn(admitted, stored, now, policy)).toEqual({ kind: "turn", ok: false, reason, facts });
  });

  it("takes null for a text that the host does not tell, and no number for one", () => {
    const told = (text: unknown) => turn(said("hi"), fresh, at, policy, { text: text as string });
    expect(told(null)).toMatchObject({ ok: true, text: "hi" });
    expect(told(7)).toMatchObject({ ok: false, reason: "malformed-request", facts: ["text"] });
  });

  it("takes a time that a worker with a faster clock wrote for now, and does not reset by it", () => {
    const ahead = { ...fresh, lastInteractionAt: at + 5000, updatedAt: at + 5000 };
    const taken = turn(said("hello"), ahead, at, policy);
    expect(taken).toMatchObject({ ok: true, times: ahead });
    expect(taken.begins).toBeUndefined();
  });

  it("says what the config would have logged, and nothing else", () => {
    const logging = { events: { sessionCreate: true } };
    const logged = parsePolicy({ ...config, logging }, { edition: "2026-11" });
    const begun = turn(said("hello"), undefined, at, logged);
    expect(begun).toMatchObject({
      log: [
        {
          event: "sessionCreate",
          edition: "2026-11",
          policy: policyFingerprint(logged),
          inputs: { key: "agent:main:telegram:direct:8" },
          decision: { begins: "first" },
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(begun.ok && begun.log))).toEqual(begun.ok && begun.log);
    expect(turn(said("hello"), fresh, at, logged)).toMatchObject({ log: [] });
  });

  it.each(["2026-11", "openclaw@2026.9.6", "openclaw@2026.4.1", "openclaw@2026.1.29"] as const)(
    "has one id for a conversation, and another after each reset: %s",
    (edition) => {
      const under: Policy = parsePolicy(
        { session: config.session, channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } },
        { edition, timeZone: "UTC" },
      );
      const admitted = admit({ inbound: direct, text: "/new" }, under);
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat({ max: 40 * minute }), fc.boolean()), { maxLength: 20 }),
          (steps) => {
            let now = at;
            let stored: unknown;
            const ids: string[] = [];
            for (const [pause, resets] of steps) {
              now += pause;
              const taken = turn(admitted, stored, now, under, { authorized: resets });
              if (!taken.ok) throw new Error(taken.reason);
              expect(taken.begins === undefined).toBe(taken.conversationId === ids.at(-1));
              expect(ids.includes(taken.conversationId)).toBe(taken.begins === undefined);
              expect(taken.conversationId).toBe(conversationId(taken.key, taken.times));
              ids.push(taken.conversationId);
              stored = taken.times;
            }
          },
        ),
      );
    },
  );
});

describe("a tick", () => {
  const key = "agent:main:telegram:direct:8";

  it.each<TickKind>(["heartbeat", "cron", "exec", "hook", "system"])(
    "of a %s ends no session, prolongs none, and is kept no longer for it",
    (kind) => {
      const taken = tick(key, stale, kind, at, policy);
      expect(taken).toMatchObject({ ok: true, times: { ...stale, updatedAt: at }, text: "" });
      expect(taken.begins).toBeUndefined();
      expect(taken.ok && taken.expiry.ttlMs).toBe(0);
      expect(tick(key, fresh, kind, at, policy)).toMatchObject({ expiry: { ttlMs: 29 * minute + 1 } });
    },
  );

  it("ends one in the releases in which it did", () => {
    const old = parsePolicy({ session: config.session }, { edition: "openclaw@2026.1.29", timeZone: "UTC" });
    expect(tick(key, { updatedAt: at - 31 * minute }, "heartbeat", at, old).begins).toBe("stale");
  });

  it.each<[why: string, key: unknown, kind: unknown, facts: readonly string[]]>([
    ["no event", key, "message", ["kind"]],
    ["a name of every object's", key, "toString", ["kind"]],
    ["no session", " ", "cron", ["key"]],
    ["a number", 7, "cron", ["key"]],
  ])("is none of %s", (_, named, kind, facts) => {
    expect(tick(named as string, fresh, kind as TickKind, at, policy)).toEqual({
      kind: "turn",
      ok: false,
      reason: "malformed-request",
      facts,
    });
  });
});
