import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCommand } from "../../../src/analysis/compare/command.ts";
import { comparePolicies } from "../../../src/analysis/compare/compare.ts";
import { explainComparison } from "../../../src/analysis/compare/explain.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { CommandRequest } from "../../../src/policy/command/command-request.ts";
import { evaluateCommand, type CommandDecision } from "../../../src/policy/command/command.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const people = fc.uniqueArray(fc.constantFrom("1", "2", "+3"), { minLength: 1, maxLength: 2 });
const owners = (ofOurs: boolean) =>
  ofOurs
    ? fc.constantFrom("telegram:1", "signal:+3", "accessGroup:ops")
    : fc.constantFrom("1", "2", "telegram:1", "signal:+3", "*");

function configs(ofOurs: boolean, lists: boolean): fc.Arbitrary<ConfigInput> {
  return fc.record({
    commands: fc.record(
      {
        ownerAllowFrom: fc.uniqueArray(owners(ofOurs), { minLength: 1, maxLength: 2 }),
        ...(lists && {
          allowFrom: fc.dictionary(fc.constantFrom("telegram", "*"), people, { minKeys: 1, maxKeys: 2 }),
        }),
      },
      { requiredKeys: [] },
    ),
    channels: fc.record(
      { telegram: fc.record({ dmPolicy: fc.constant("allowlist"), allowFrom: people }) },
      { requiredKeys: [] },
    ),
    ...(ofOurs && {
      accessGroups: fc.constant({ ops: { type: "message.senders", members: { telegram: ["2"] } } }),
    }),
  });
}

const requests = [
  ...everyMix<CommandRequest>({
    channel: ["telegram", "whatsapp", "signal", "irc", undefined],
    sender: ["1", "2", "+3", "9", undefined],
    aliases: [["1"], ["2", "+3"], undefined],
    admitted: [true, false, undefined],
    owners: [["1"], undefined],
  }),
  ...everyMix<CommandRequest>({
    channel: ["webchat"],
    sender: ["1"],
    admitted: [true, undefined],
    scopes: [["operator.admin"], ["operator.read"], undefined],
  }),
  ...everyMix<CommandRequest>({
    channel: ["telegram"],
    sender: ["1", "9"],
    admitted: [true],
    source: ["native", undefined],
    suppressed: [true, undefined],
    noOwner: [true, undefined],
  }),
];

const rank = { commands: 2, "reset-only": 1, denied: 0 } as const;
const looser = (before: CommandDecision, after: CommandDecision) =>
  rank[before.outcome] < rank[after.outcome] ||
  (["resets", "owner", "activates"] as const).some((each) => !before[each] && after[each]);

describe("compareCommand", () => {
  it.each<[Edition, boolean, boolean]>([
    ["2026-11", true, true],
    ["openclaw@2026.9.6", false, true],
    ["openclaw@2026.7.35", false, true],
    ["openclaw@2026.2.6-3", false, false],
  ])("agrees with a search of every request under %s", (edition, ofOurs, lists) => {
    expectAgreement(configs(ofOurs, lists), edition, requests, {
      compare: compareCommand,
      decide: evaluateCommand,
      loosens: looser,
    });
  });

  it.each<readonly [from: ConfigInput["commands"], to: ConfigInput["commands"], verdict: string]>([
    [{}, { ownerAllowFrom: ["telegram:1"] }, "incomparable"],
    [{ ownerAllowFrom: ["telegram:1"] }, { ownerAllowFrom: ["telegram:1", "telegram:2"] }, "looser"],
    [{}, { allowFrom: { telegram: ["1"] } }, "stricter"],
    [{ allowFrom: { telegram: ["1"] } }, { allowFrom: { telegram: ["2"] } }, "incomparable"],
    [{ allowFrom: { "*": ["*"] } }, {}, "equivalent"],
    [{ text: true }, { text: true }, "equivalent"],
  ])("%j to %j is %s", (from, to, verdict) => {
    const [before, after] = [from, to].map((commands) =>
      parsePolicy(commands === undefined ? {} : { commands }, { edition: "2026-11" }),
    );
    if (before === undefined || after === undefined) throw new Error("two policies");
    expect(comparePolicies(before, after).byKind.command).toMatchObject({ verdict, exact: true });
  });
});

describe("what is said of two decisions about a command", () => {
  it("names who is an owner, where that alone differs", () => {
    const owner = { commands: { ownerAllowFrom: ["telegram:1"] } };
    const [before, after] = [{}, owner].map((config) =>
      parsePolicy(config, { edition: "openclaw@2026.9.6" }),
    );
    if (before === undefined || after === undefined) throw new Error("two configs give two policies");
    const said = explainComparison(comparePolicies(before, after));
    expect(said).toContain(
      "    before: They may not command the bot: the channel's own gate keeps them out (owner: false",
    );
    expect(said).toContain(
      "    after: They may not command the bot: the channel's own gate keeps them out (owner: true",
    );
  });
});
