import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPins } from "../../../src/analysis/pin/check-pins.ts";
import { recordPins } from "../../../src/analysis/pin/record-pins.ts";
import type { Question } from "../../../src/analysis/question.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { editions } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";
import { config as pinnedConfig, questions } from "../../pins/questions.ts";

const ask = {
  resolution: { ask: "resolution", request: { channel: "telegram", chatType: "direct", peer: "7" } },
  nobody: { ask: "resolution", request: { channel: "telegram", chatType: "direct" } },
  send: { ask: "send", request: { key: "agent:main:telegram:direct:7" } },
  reset: {
    ask: "reset",
    request: { key: "agent:main:main" },
    times: { updatedAt: Date.UTC(2026, 0, 1, 12) },
    now: Date.UTC(2026, 0, 1, 13),
  },
  access: { ask: "access", request: { channel: "telegram", chatType: "direct", peer: "7" } },
  exec: { ask: "exec", request: { command: "ls", agentId: "main" } },
} as const satisfies Readonly<Record<string, Question>>;

const deny = { session: { sendPolicy: { default: "deny" } } } as const;
const rule = (id: string) =>
  ({
    session: { sendPolicy: { rules: [{ id, action: "allow", match: { channel: "telegram" } }] } },
  }) as const;

function drifts(name: keyof typeof ask, from: ConfigInput, to: ConfigInput) {
  const edition = "2026-11";
  return checkPins(recordPins(parsePolicy(from, { edition }), [ask[name]]), parsePolicy(to, { edition }));
}

describe("a drift", () => {
  it.each<readonly [string, keyof typeof ask, ConfigInput, ConfigInput, string | undefined]>([
    ["nothing", "send", {}, {}, undefined],
    ["a session may send", "send", deny, {}, "widens"],
    ["a session may not send", "send", {}, deny, "narrows"],
    ["another rule says so", "send", rule("a"), rule("b"), "explanation"],
    ["another key", "resolution", {}, { session: { dmScope: "per-peer" } }, "re-keys"],
    [
      "a refusal",
      "nobody",
      { session: { dmScope: "main" } },
      { session: { dmScope: "per-peer" } },
      "narrows",
    ],
    [
      "an admission",
      "nobody",
      { session: { dmScope: "per-peer" } },
      { session: { dmScope: "main" } },
      "widens",
    ],
    ["another hour", "reset", {}, { session: { reset: { atHour: 5 } } }, "timing"],
    ["the same hour, written", "reset", {}, { session: { reset: { atHour: 4 } } }, "explanation"],
    [
      "pairing in place of a refusal",
      "access",
      { channels: { telegram: { dmPolicy: "disabled" } } },
      { channels: { telegram: { dmPolicy: "pairing" } } },
      "widens",
    ],
    [
      "a question in place of a run",
      "exec",
      { tools: { exec: { approvals: { enabled: false } } } },
      { tools: { exec: { approvals: { enabled: true, policy: "always" } } } },
      "narrows",
    ],
  ])("is told by what it risks: %s", (_, name, from, to, risk) => {
    expect(drifts(name, from, to)[0]?.risk).toBe(risk);
  });

  it("tells a newcomer what was asked, what was and is answered, where they differ, and why", () => {
    const policy = parsePolicy(deny, { edition: "2026-11" });
    const document = recordPins(parsePolicy({}, { edition: "2026-11" }), [ask.nobody, ask.send]);
    expect(checkPins(document, policy).map(({ message }) => message)).toEqual([
      `Pin 1 (send), narrows: less is let through than before.
  asked: {"ask":"send","request":{"key":"agent:main:telegram:direct:7"}}
  recorded: The session may send: there is no session.sendPolicy, and the default of 2026-11 is to allow.
  now: The session may not send: no rule of session.sendPolicy matches it, and its default is to deny.
  differs in: allowed, reason, defaultOf
  The config, or the time zone, is not the one they were recorded under.`,
    ]);
  });

  it("is laid to the edition, or to the library, where it is theirs", () => {
    const document = recordPins(parsePolicy({}, { edition: "openclaw@2026.9.6" }), [ask.reset]);
    const [moved] = checkPins(document, parsePolicy({}, { edition: "2026-11" }));
    expect(moved?.message).toContain("recorded under edition openclaw@2026.9.6, and this is 2026-11");
    const own = recordPins(parsePolicy({}, { edition: "2026-11" }), [ask.send]);
    const [pin] = own.pins;
    const changed = {
      ...own,
      pins: [{ ...pin, decision: { kind: "send", allowed: false, reason: "default" } }],
    };
    const [fault] = checkPins(changed as typeof own, parsePolicy({}, { edition: "2026-11" }));
    expect(fault?.message).toContain("please report it");
  });

  it("is not a field that a later version adds", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    const document = recordPins(policy, [ask.resolution]);
    const older = document.pins.map(({ input, decision: { kind } }) => ({ input, decision: { kind } }));
    expect(checkPins({ ...document, pins: older } as unknown as typeof document, policy)).toEqual([]);
  });
});

describe("recorded pins", () => {
  it("hold under the policy that they are of, even when they were written to a file", () => {
    fc.assert(
      fc.property(fc.constantFrom(...editions), fc.constantFrom("UTC", "Asia/Tokyo"), (edition, timeZone) => {
        const policy = uncheckedPolicy(pinnedConfig, edition, timeZone);
        const document = recordPins(policy, questions);
        const stored = JSON.parse(JSON.stringify(document)) as typeof document;
        expect(stored).toEqual(document);
        expect(checkPins(stored, policy)).toEqual([]);
      }),
      { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) / 20 },
    );
  });

  it("keep sets and maps as lists and objects, which decide the same", () => {
    const policy = parsePolicy({}, { edition: "2026-11" });
    const request = { channel: "telegram", chatType: "direct", peer: "7", paired: new Set(["7"]) } as const;
    const spawnedBy = new Map([["agent:main:subagent:a", "agent:main:main"]]);
    const document = recordPins(policy, [
      { ask: "access", request },
      {
        ask: "visibility",
        request: { action: "send", requester: "agent:main:main", target: "agent:main:subagent:a", spawnedBy },
      },
    ]);
    expect(document.pins.map(({ decision }) => decision.reason)).toEqual(["dm-paired", "spawned"]);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
