import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { matchAccessGroups, type AccessGroupRequest } from "../../../src/policy/command/access-groups.ts";
import { admitsCommands, type CommandGateRequest } from "../../../src/policy/command/gate.ts";
import { commandMenu } from "../../../src/policy/command/menu.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const has = { configured: true, allowed: true };
const lacks = { configured: true, allowed: false };
const unwritten = { configured: false, allowed: true };

describe("whom a channel's own gate lets command", () => {
  const off: ConfigInput = { commands: { useAccessGroups: false } };
  const asked: readonly Edition[] = ["openclaw@2026.7.35", "openclaw@2026.9.6", "2026-11"];

  it.each<readonly [string, ConfigInput, unknown, string]>([
    ["whom a written list has", {}, { authorizers: [lacks, has] }, "in in in"],
    ["not whom an unwritten one would have", {}, { authorizers: [unwritten] }, "out out out"],
    ["not whom a written one lacks", {}, { authorizers: [lacks, unwritten] }, "out out out"],
    ["nobody where none is written", {}, { authorizers: [] }, "out out out"],
    [
      "also where lists are said to be asked",
      { commands: { useAccessGroups: true } },
      { authorizers: [lacks] },
      "out out out",
    ],
    ["everybody where they are not asked", off, { authorizers: [lacks] }, "in out out"],
    ["unless the message asks them", off, { authorizers: [lacks], useAccessGroups: true }, "out out out"],
    [
      "everybody where the message does not ask them",
      {},
      { authorizers: [lacks], useAccessGroups: false },
      "in in out",
    ],
    ["nobody, where that is what holds then", off, { authorizers: [has], otherwise: "deny" }, "out in in"],
    [
      "whom the written ones have, where those hold",
      off,
      { authorizers: [has, unwritten], otherwise: "configured" },
      "in in in",
    ],
    ["not whom they lack", off, { authorizers: [lacks, unwritten], otherwise: "configured" }, "out out out"],
    [
      "everybody, where none is written that could hold",
      off,
      { authorizers: [unwritten], otherwise: "configured" },
      "in out out",
    ],
    ["by no list that is none", {}, { authorizers: [null, 1, has] }, "in in in"],
    ["nobody by lists that cannot be read", off, { authorizers: 7 }, "out out out"],
    ["nobody without lists", off, {}, "out out out"],
    ["nobody by a word that there is none of", off, { authorizers: [has], otherwise: "some" }, "out out out"],
    [
      "nobody of no session",
      off,
      { ok: false, reason: "missing-peer", missing: ["peer"], authorizers: [has] },
      "out out out",
    ],
  ])("%s", (_, config, request, expected) => {
    const answers = asked.map((edition) =>
      admitsCommands(request as CommandGateRequest, uncheckedPolicy(config, edition)),
    );
    expect(answers.map((admitted) => (admitted ? "in" : "out")).join(" ")).toBe(expected);
  });
});

describe("how commands reach the bot on a channel", () => {
  const none = { native: false, switchedOff: false, text: true };
  const menu = { native: true, switchedOff: false, text: true };
  it.each<readonly [string, string, ConfigInput, Edition, ReturnType<typeof commandMenu>]>([
    ["Telegram has a menu", "telegram", {}, "2026-11", menu],
    ["Discord has one", "discord", {}, "2026-11", menu],
    ["Slack has none by itself", "slack", {}, "2026-11", none],
    ["IRC has none", "irc", { commands: {} }, "2026-11", none],
    ["one release had none on Telegram", "telegram", {}, "openclaw@2026.4.14", none],
    ["and one on Discord", "discord", {}, "openclaw@2026.4.14", menu],
    [
      "it is switched off for all",
      "telegram",
      { commands: { native: false } },
      "2026-11",
      { ...none, switchedOff: true, path: "commands.native" },
    ],
    [
      "it is switched on for all",
      "slack",
      { commands: { native: true } },
      "2026-11",
      { ...menu, path: "commands.native" },
    ],
    [
      "what a channel says holds there",
      "telegram",
      { commands: { native: false }, channels: { telegram: { commands: { native: true } } } },
      "2026-11",
      { ...menu, path: "channels.telegram.commands.native" },
    ],
    [
      "also that it is as it is",
      "telegram",
      {
        commands: { native: false },
        channels: { telegram: { commands: { native: "auto" } } },
      },
      "2026-11",
      menu,
    ],
    [
      "not what another says",
      "discord",
      { channels: { telegram: { commands: { native: false } } } },
      "2026-11",
      menu,
    ],
    [
      "nothing where it says nothing",
      "telegram",
      { channels: { telegram: { commands: {} } } },
      "2026-11",
      menu,
    ],
    [
      "typed ones are switched off beside a menu",
      "slack",
      { commands: { text: false } },
      "2026-11",
      { ...none, text: false },
    ],
    ["and Discord's", "discord", { commands: { text: false } }, "2026-11", { ...menu, text: false }],
    [
      "also with the menu",
      "telegram",
      { commands: { text: false, native: false } },
      "2026-11",
      { native: false, switchedOff: true, text: false, path: "commands.native" },
    ],
    ["never where there can be none", "irc", { commands: { text: false } }, "2026-11", none],
    ["they may be typed", "slack", { commands: { text: true } }, "2026-11", none],
  ])("%s", (_, channel, config, edition, expected) => {
    expect(commandMenu(channel, uncheckedPolicy(config, edition))).toEqual(expected);
  });
});

describe("what the access groups in a list are to somebody", () => {
  const accessGroups = {
    ops: { type: "message.senders", members: { telegram: ["1", "accessGroup:dev"], "*": ["9"] } },
    all: { type: "message.senders", members: { "*": ["*"] } },
    none: { type: "message.senders" },
    rooms: { type: "discord.channelAudience", members: { telegram: ["1"] } },
  } as ConfigInput["accessGroups"];
  const config = { accessGroups } as ConfigInput;
  const nothing = { matched: [], missing: [], unsupported: [], allowFrom: [] };
  it.each<readonly [string, unknown, Edition, ReturnType<typeof matchAccessGroups>]>([
    [
      "a member of the channel's",
      { allowFrom: ["accessGroup:ops"], channel: "telegram", sender: "1" },
      "2026-11",
      { ...nothing, matched: ["ops"], allowFrom: ["accessGroup:ops", "1"] },
    ],
    [
      "a member of every channel's",
      { allowFrom: [" accessGroup: ops "], channel: "signal", sender: "9" },
      "2026-11",
      { ...nothing, matched: ["ops"], allowFrom: [" accessGroup: ops ", "9"] },
    ],
    [
      "no member of another channel's",
      { allowFrom: ["accessGroup:ops"], channel: "signal", sender: "1" },
      "2026-11",
      { ...nothing, allowFrom: ["accessGroup:ops"] },
    ],
    [
      "a member of what has everybody",
      { allowFrom: ["accessGroup:all", "accessGroup:all", 7, "7"], channel: "signal", sender: "7" },
      "2026-11",
      { ...nothing, matched: ["all"], allowFrom: ["accessGroup:all", "7"] },
    ],
    [
      "nobody of what has nobody",
      { allowFrom: ["accessGroup:none"], channel: "signal", sender: "7" },
      "2026-11",
      { ...nothing, allowFrom: ["accessGroup:none"] },
    ],
    [
      "nobody of what is not written out",
      { allowFrom: ["accessGroup:rooms"], channel: "telegram", sender: "1" },
      "2026-11",
      { ...nothing, unsupported: ["rooms"], allowFrom: ["accessGroup:rooms"] },
    ],
    [
      "nobody of what is not there",
      { allowFrom: ["accessGroup:dev", "accessGroup:constructor", "1"], channel: "telegram", sender: "2" },
      "2026-11",
      {
        ...nothing,
        missing: ["dev", "constructor"],
        allowFrom: ["accessGroup:dev", "accessGroup:constructor", "1"],
      },
    ],
    [
      "in releases what every object has is there",
      { allowFrom: ["accessGroup:constructor", "accessGroup:dev"], channel: "telegram", sender: "2" },
      "openclaw@2026.9.6",
      {
        ...nothing,
        missing: ["dev"],
        unsupported: ["constructor"],
        allowFrom: ["accessGroup:constructor", "accessGroup:dev"],
      },
    ],
    [
      "nobody by a list that cannot be read",
      { allowFrom: "accessGroup:all", channel: "telegram", sender: "1" },
      "2026-11",
      nothing,
    ],
    ["nobody without a list", { channel: "telegram", sender: "1" }, "2026-11", nothing],
    ["nobody without a channel", { allowFrom: ["accessGroup:all"], sender: "1" }, "2026-11", nothing],
    ["nobody without a sender", { allowFrom: ["accessGroup:all"], channel: "telegram" }, "2026-11", nothing],
    [
      "nobody of no session",
      {
        ok: false,
        reason: "missing-peer",
        missing: ["peer"],
        allowFrom: ["accessGroup:all"],
        channel: "telegram",
        sender: "1",
      },
      "2026-11",
      nothing,
    ],
  ])("%s", (_, request, edition, expected) => {
    expect(matchAccessGroups(request as AccessGroupRequest, uncheckedPolicy(config, edition))).toEqual(
      expected,
    );
  });
});
