import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { ceiling } from "../../../src/policy/ceiling/ceiling.ts";
import type { CommandRequest } from "../../../src/policy/command/command-request.ts";
import { evaluateCommand } from "../../../src/policy/command/command.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";
import { changeSettings } from "../change-settings.ts";

const direct = { channel: "telegram", chatType: "direct", peer: "123", admitted: true } as const;

function decide(config: ConfigInput, request: CommandRequest, edition: Edition = "2026-11") {
  return evaluateCommand(request, uncheckedPolicy(config, edition));
}

const owners = (...ownerAllowFrom: string[]): ConfigInput => ({ commands: { ownerAllowFrom } });
const lists = (allowFrom: Record<string, string[]>): ConfigInput => ({ commands: { allowFrom } });
const ops: ConfigInput = {
  accessGroups: { ops: { type: "message.senders", members: { telegram: ["123"] } } },
};

describe("who may command under 2026-11", () => {
  it.each<readonly [string, ConfigInput, CommandRequest, string]>([
    ["whom the gate lets, where nothing is written", {}, direct, "commands admitted"],
    ["not whom it keeps out", {}, { ...direct, admitted: false }, "denied not-admitted"],
    [
      "nobody of whom the gate says nothing",
      {},
      { channel: "telegram", sender: "123" },
      "denied missing-fact",
    ],
    ["nobody who is not told", {}, { channel: "telegram", admitted: true }, "denied missing-fact"],
    ["nobody on no channel", {}, { sender: "123", admitted: true }, "denied missing-fact"],
    ["an owner", owners("telegram:123"), direct, "commands owner"],
    ["an owner by another id", owners("telegram:9"), { ...direct, aliases: ["9"] }, "commands owner"],
    [
      "not an owner whom the gate keeps out",
      owners("telegram:123"),
      { ...direct, admitted: false },
      "denied not-admitted",
    ],
    ["nobody else", owners("telegram:456"), direct, "denied not-owner"],
    ["nobody, where owners are all elsewhere", owners("signal:+1"), direct, "denied no-owner-here"],
    ["an owner of an access group", { ...ops, ...owners("accessGroup:ops") }, direct, "commands owner"],
    ["who is listed", lists({ telegram: ["123"] }), direct, "commands listed"],
    ["who is listed for every channel", lists({ "*": ["123"] }), direct, "commands listed"],
    [
      "who is in a listed group",
      { ...ops, ...lists({ telegram: ["accessGroup:ops"] }) },
      direct,
      "commands listed",
    ],
    ["nobody else", lists({ telegram: ["456"], "*": ["123"] }), direct, "denied not-listed"],
    [
      "not whom the gate keeps out, listed or not",
      lists({ "*": ["*"] }),
      { ...direct, admitted: false },
      "denied not-admitted",
    ],
    [
      "no listed one who is no owner",
      { commands: { ownerAllowFrom: ["telegram:456"], allowFrom: { telegram: ["123", "456"] } } },
      direct,
      "denied not-owner",
    ],
    [
      "no owner who is not listed",
      { commands: { ownerAllowFrom: ["telegram:123"], allowFrom: { telegram: ["456"] } } },
      direct,
      "denied not-listed",
    ],
    ["nobody by what is no command", {}, { ...direct, suppressed: true }, "denied suppressed"],
    [
      "no owner whom the host takes for none",
      owners("telegram:123"),
      { ...direct, noOwner: true },
      "denied not-owner",
    ],
    [
      "an administrator of the gateway",
      owners("telegram:456"),
      { channel: "webchat", sender: "u", admitted: true, scopes: ["operator.admin"] },
      "commands owner",
    ],
    [
      "no other client of it",
      {},
      { channel: "webchat", sender: "u", admitted: true, scopes: ["operator.read"] },
      "denied not-admitted",
    ],
  ])("%s: %j", (_, config, request, expected) => {
    const { outcome, reason, resets } = decide(config, request);
    expect(`${outcome} ${reason}`).toBe(expected);
    expect(resets).toBe(outcome === "commands");
  });

  it("tells the entry that decided, and the list where none did", () => {
    expect(decide(owners("signal:+1", "telegram:123"), direct).path).toBe("commands.ownerAllowFrom[1]");
    expect(decide(lists({ telegram: ["456"] }), direct).path).toBe("commands.allowFrom.telegram");
    expect(decide({ ...ops, ...lists({ telegram: ["accessGroup:ops"] }) }, direct).path).toBe(
      "commands.allowFrom.telegram[0]",
    );
  });

  it("lets owners alone say when the bot answers in a group", () => {
    expect(decide({}, direct).activates).toBe(false);
    expect(decide(owners("telegram:123"), direct).activates).toBe(true);
    expect(decide({}, direct, "openclaw@2026.6.11").activates).toBe(true);
    expect(decide({}, direct, "openclaw@2026.7.1").activates).toBe(false);
  });
});

describe("where releases fail open, and 2026-11 does not", () => {
  it.each<
    readonly [string, Edition, ConfigInput, CommandRequest, keyof ReturnType<typeof decide>, unknown, unknown]
  >([
    [
      "owners of other channels count as none",
      "openclaw@2026.9.6",
      owners("signal:1"),
      direct,
      "outcome",
      "commands",
      "denied",
    ],
    [
      "`*` alone counts as no owner",
      "openclaw@2026.9.6",
      owners("*"),
      direct,
      "outcome",
      "commands",
      "denied",
    ],
    [
      "a typed owner counts as none",
      "openclaw@2026.9.6",
      owners("telegram:user:1"),
      direct,
      "outcome",
      "commands",
      "denied",
    ],
    [
      "`/new` passes by the owners",
      "openclaw@2026.7.35",
      owners("telegram:1"),
      direct,
      "resets",
      true,
      false,
    ],
    [
      "`/new` passes by the owners still",
      "openclaw@2026.9.6",
      owners("telegram:1"),
      direct,
      "resets",
      true,
      false,
    ],
    [
      "`/new` passes by the list",
      "openclaw@2026.7.35",
      lists({ telegram: ["1"] }),
      direct,
      "resets",
      true,
      false,
    ],
    [
      "`*` lets in whom the gate refused",
      "openclaw@2026.9.6",
      lists({ "*": ["*"] }),
      { ...direct, admitted: false },
      "allowed",
      true,
      false,
    ],
    [
      "a list beats the owners",
      "openclaw@2026.9.6",
      { commands: { ownerAllowFrom: ["telegram:1"], allowFrom: { "*": ["123"] } } },
      direct,
      "allowed",
      true,
      false,
    ],
    ["`*` makes everybody an owner", "openclaw@2026.7.35", owners("*"), direct, "owner", true, false],
    [
      "whoever may write is an owner",
      "openclaw@2026.7.35",
      { channels: { telegram: { allowFrom: ["123"] } } },
      direct,
      "owner",
      true,
      false,
    ],
    [
      "an owner of Telegram owns what has no channel",
      "openclaw@2026.4.26",
      owners("telegram:123"),
      { channel: "webchat", sender: "123", admitted: true },
      "owner",
      true,
      false,
    ],
    [
      "a group on a list admits its members",
      "openclaw@2026.2.22",
      owners("telegram:group:-1"),
      { ...direct, from: "telegram:group:-1" },
      "owner",
      true,
      false,
    ],
  ])("%s", (_, edition, config, request, field, before, now) => {
    expect(decide(config, request, edition)[field]).toBe(before);
    expect(decide(config, request)[field]).toBe(now);
  });
});

describe("an owner", () => {
  it.each([
    ["owner-is-everybody", { commands: { ownerAllowFrom: ["*"] } }, "commands.ownerAllowFrom[0]"],
    ["owner-without-channel", { commands: { ownerAllowFrom: ["7"] } }, "commands.ownerAllowFrom[0]"],
    [
      "owner-without-channel",
      { commands: { ownerAllowFrom: ["telegram:user:7"] } },
      "commands.ownerAllowFrom[0]",
    ],
    [
      "unknown-access-group",
      { commands: { ownerAllowFrom: ["accessGroup:ops"] } },
      "commands.ownerAllowFrom[0]",
    ],
    [
      "unknown-access-group",
      { commands: { allowFrom: { irc: ["accessGroup:ops"] } } },
      "commands.allowFrom.irc[0]",
    ],
    ["unknown-key", { commands: { ownerAllowForm: ["telegram:7"] } }, "commands.ownerAllowForm"],
  ])("is refused for %s: %j", (code, config, path) => {
    const parsed = safeParsePolicy(config, { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ code, path }]);
  });

  it("may be one of a channel that only the config knows", () => {
    const config = { channels: { acme: {} }, ...owners("acme:u1") };
    expect(safeParsePolicy(config, { edition: "2026-11" }).ok).toBe(true);
  });
});

const ids = fc.constantFrom("1", "2", "*", "telegram:1", "signal:1", "accessGroup:ops");
const anyConfig: fc.Arbitrary<ConfigInput> = fc.record({
  commands: fc.record(
    {
      ownerAllowFrom: fc.array(ids),
      allowFrom: fc.dictionary(fc.constantFrom("telegram", "*"), fc.array(ids)),
    },
    { requiredKeys: [] },
  ),
  channels: fc.record({ telegram: fc.record({ allowFrom: fc.array(ids) }, { requiredKeys: [] }) }),
  accessGroups: fc.constant({ ops: { type: "message.senders", members: { telegram: ["1"] } } }),
});
const anyRequest = fc.record(
  {
    channel: fc.constantFrom("telegram", "whatsapp", "webchat", "acme"),
    sender: fc.constantFrom("1", "2", "3"),
    chatType: fc.constantFrom("direct", "group"),
    admitted: fc.boolean(),
    owners: fc.array(ids),
    scopes: fc.array(fc.constantFrom("operator.admin", "operator.read")),
    source: fc.constantFrom("text", "native"),
    suppressed: fc.boolean(),
    from: fc.constantFrom("telegram:1", "telegram:group:-1", "1"),
  },
  { requiredKeys: [] },
);

describe("a ceiling", () => {
  it.each<Edition>(["2026-11", "openclaw@2026.9.6", "openclaw@2026.7.35", "openclaw@2026.2.6-3"])(
    "lets nobody command whom either policy does not, under %s",
    (edition) => {
      fc.assert(
        fc.property(anyConfig, anyConfig, anyRequest, (one, other, request) => {
          const [a, b] = [one, other].map((config) =>
            uncheckedPolicy(
              { commands: config.commands ?? {}, accessGroups: config.accessGroups ?? {} },
              edition,
            ),
          );
          if (a === undefined || b === undefined) throw new Error("two policies");
          const both = ceiling(a, b);
          const rank = { commands: 2, "reset-only": 1, denied: 0 };
          const of = (policy: Policy) => rank[evaluateCommand(request, policy).outcome];
          expect(both.ok ? of(both.policy) : Infinity).toBeLessThanOrEqual(Math.min(of(a), of(b)));
        }),
      );
    },
  );
});

describe("what always holds", () => {
  it("nobody commands under 2026-11 whom the gate does not let, or a written list does not name", () => {
    fc.assert(
      fc.property(anyConfig, anyRequest, (config, request) => {
        const decision = decide(config, request);
        if (!decision.allowed) return !decision.resets && !decision.activates;
        const { ownerAllowFrom = [] } = config.commands ?? {};
        return request.admitted === true && (ownerAllowFrom.length === 0 || decision.owner);
      }),
    );
  });

  it("no fact more lets somebody command under 2026-11 whom the others deny", () => {
    fc.assert(
      fc.property(anyConfig, anyRequest, (config, request) => {
        const unknown = Object.fromEntries(Object.entries(request).filter(([name]) => name !== "admitted"));
        expect(decide(config, unknown).allowed).toBe(false);
      }),
    );
  });

  it.each(editions)("an evaluation of anything never throws under %s", (edition) => {
    const policy = parsePolicy({}, { edition, timeZone: "UTC" });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.object({ withNullPrototype: true })), (request) => {
        const decision = evaluateCommand(request as CommandRequest, policy, { trace: true });
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      }),
      { numRuns: 10 },
    );
  });

  it.each<Edition>(["2026-11", "openclaw@2026.9.6", "openclaw@2026.7.35", "openclaw@2026.3.7"])(
    "each choice of the trace turns the answer under %s",
    (edition) => {
      fc.assert(
        fc.property(anyConfig, anyRequest, (config, request) => {
          const { trace, allowed } = evaluateCommand(request, uncheckedPolicy(config, edition), {
            trace: true,
          });
          for (const changes of trace?.opposite ?? []) {
            const changed = changeSettings(config, changes, 0);
            expect(decide(changed, request, edition).allowed).toBe(!allowed);
          }
        }),
      );
    },
  );
});
