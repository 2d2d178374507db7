import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { met, withNotes } from "./met.ts";

type Commands = ConfigInput["commands"];

describe("who may command under both of two policies", () => {
  it.each<readonly [why: string, a: Commands, b: Commands, expected: object | undefined, edition: Edition]>([
    ["everybody, where neither limits it", { text: true }, {}, { text: true }, "2026-11"],
    [
      "those whom the first lists, where the second lists nobody",
      { allowFrom: { telegram: ["1"] } },
      {},
      { allowFrom: { telegram: ["1"] } },
      "2026-11",
    ],
    [
      "those whom the second lists",
      {},
      { allowFrom: { "*": ["1"] } },
      { allowFrom: { "*": ["1"] } },
      "2026-11",
    ],
    [
      "those whom both list for a channel, however they are written",
      { allowFrom: { telegram: ["1", " 2 ", 3], "*": ["4"] } },
      { allowFrom: { telegram: [2, "3"], slack: ["4", "5"], "*": ["*"] } },
      { allowFrom: { telegram: ["2", "3"], "*": ["4"], slack: ["4"] } },
      "2026-11",
    ],
    [
      "those of one list, where the other has everybody",
      { allowFrom: { telegram: ["1"] } },
      { allowFrom: { telegram: ["*"] } },
      { allowFrom: { telegram: ["1"] } },
      "2026-11",
    ],
    [
      "the same, the other way round",
      { allowFrom: { telegram: ["*"] } },
      { allowFrom: { telegram: ["1", "2"] } },
      { allowFrom: { telegram: ["1", "2"] } },
      "2026-11",
    ],
    [
      "everybody, where both say so",
      { allowFrom: { telegram: ["*"] } },
      { allowFrom: { telegram: ["*"] } },
      { allowFrom: { telegram: ["*"] } },
      "2026-11",
    ],
    [
      "nobody, where the lists have nobody in common",
      { allowFrom: { telegram: ["1"] } },
      { allowFrom: { telegram: ["2"] } },
      { allowFrom: { telegram: ["0"] } },
      "2026-11",
    ],
    [
      "each channel's, where each lists another",
      { allowFrom: { telegram: ["1"] } },
      { allowFrom: { slack: ["2"] } },
      { allowFrom: { telegram: ["1"], slack: ["2"] } },
      "2026-11",
    ],
    [
      "on a channel that one names, those whom the other lists for all",
      { allowFrom: { toString: ["1"] } },
      { allowFrom: { "*": ["1", "2"] } },
      { allowFrom: { toString: ["1"], "*": ["1", "2"] } },
      "2026-11",
    ],
    [
      "owners of both, of whom `*` is none",
      { ownerAllowFrom: ["telegram:1", "telegram:2", "*"] },
      { ownerAllowFrom: ["telegram:2", " * "] },
      { ownerAllowFrom: ["telegram:2"] },
      "2026-11",
    ],
    [
      "no owner, where they have none in common",
      { ownerAllowFrom: ["telegram:1"] },
      { ownerAllowFrom: ["telegram:2", " * "] },
      { ownerAllowFrom: ["telegram:0"] },
      "2026-11",
    ],
    [
      "no owner, where both list `*` alone",
      { ownerAllowFrom: ["*"] },
      { ownerAllowFrom: ["*"] },
      { ownerAllowFrom: ["telegram:0"] },
      "2026-11",
    ],
    [
      "nobody by an access group, which are one policy's, and says so",
      {
        allowFrom: { telegram: [" accessGroup:ops", "1"], slack: ["accessGroup:ops"] },
        ownerAllowFrom: ["accessGroup:ops"],
      },
      { allowFrom: { telegram: ["1"] } },
      {
        allowFrom: { telegram: ["1"], slack: ["0"] },
        ownerAllowFrom: ["telegram:0"],
        notes: [
          "commands.ownerAllowFrom: access groups are left out",
          "commands.allowFrom: access groups are left out",
        ],
      },
      "2026-11",
    ],
    [
      "and keeps what else the first says of commands",
      { native: "auto", restart: false },
      { native: true, allowFrom: { telegram: ["1"] } },
      { native: "auto", restart: false, allowFrom: { telegram: ["1"] } },
      "2026-11",
    ],
    [
      "the same as each, where a release has the same lists",
      { text: true, allowFrom: { telegram: ["1"] } },
      { allowFrom: { telegram: ["1"] } },
      { text: true, allowFrom: { telegram: ["1"] } },
      "openclaw@2026.9.6",
    ],
    [
      "nobody, where a release has two sets of lists, and says so",
      { text: true, allowFrom: { telegram: ["1"] } },
      { allowFrom: { telegram: ["1", "2"] } },
      {
        text: true,
        allowFrom: { "*": ["0"] },
        notes: ["commands: two different sets of lists, so nobody may command"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "nobody, where it has lists of owners alone",
      { text: true, ownerAllowFrom: ["1"] },
      { ownerAllowFrom: ["2"] },
      {
        text: true,
        ownerAllowFrom: ["0"],
        notes: ["commands: two different sets of lists, so nobody may command"],
      },
      "openclaw@2026.1.29",
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met({ commands: a }, { commands: b }, edition);
    expect(withNotes(config.commands, notes)).toStrictEqual(expected);
  });

  it("is not said, where neither says anything", () => {
    expect(met({}, {}).config.commands).toBeUndefined();
  });
});
