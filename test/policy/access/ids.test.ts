import { describe, expect, it } from "vitest";
import {
  elevatedPermissions,
  evaluateAccess,
  evaluateCommand,
  evaluateTool,
  type ConfigInput,
} from "../../../src/index.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

/*
 * Where an id grants something, only the id itself does. Every list of people that grants is asked about each id that is
 * nearly the one it has; what a channel's own rule makes one id (`src/identity/same-id.ts`) is granted alike.
 */

interface Grant {
  readonly config: (channel: string, id: string) => ConfigInput;
  readonly ask: (channel: string, id: string, config: ConfigInput) => boolean;
}

const ours = (config: ConfigInput) => uncheckedPolicy(config, "2026-11");
const direct = (channel: string, peer: string) => ({ channel, chatType: "direct", peer }) as const;
const isAdmitted = (channel: string, id: string, config: ConfigInput) =>
  evaluateAccess(direct(channel, id), ours(config)).allowed;
const isCommander = (channel: string, id: string, config: ConfigInput) =>
  evaluateCommand({ ...direct(channel, id), admitted: true }, ours(config)).allowed;
const mayExec = (channel: string, id: string, config: ConfigInput) =>
  evaluateTool({ tool: "exec", ...direct(channel, id) }, ours(config)).allowed;
const denied = { "*": { deny: ["exec"] } };

const grants: Readonly<Record<string, Grant>> = {
  "a channel's list": {
    config: (channel, id) => ({ channels: { [channel]: { dmPolicy: "allowlist", allowFrom: [id] } } }),
    ask: isAdmitted,
  },
  "an access group": {
    config: (channel, id) => ({
      channels: { [channel]: { dmPolicy: "allowlist", allowFrom: ["accessGroup:ops"] } },
      accessGroups: { ops: { type: "message.senders", members: { [channel]: [id] } } },
    }),
    ask: isAdmitted,
  },
  "who was paired": {
    config: (channel, id) => ({ channels: { [channel]: { dmPolicy: "pairing", allowFrom: [id] } } }),
    ask: isAdmitted,
  },
  "who may command": {
    config: (channel, id) => ({ commands: { allowFrom: { [channel]: [id] } } }),
    ask: isCommander,
  },
  "an owner": {
    config: (channel, id) => ({ commands: { ownerAllowFrom: [`${channel}:${id}`] } }),
    ask: isCommander,
  },
  "who may leave the sandbox": {
    config: (channel, id) => ({ tools: { elevated: { allowFrom: { [channel]: [id] } } } }),
    ask: (channel, sender, config) => elevatedPermissions({ channel, sender }, ours(config)).allowed,
  },
  "a sender's tools": {
    config: (_, id) => ({ tools: { toolsBySender: { [`id:${id}`]: { allow: ["exec"] }, ...denied } } }),
    ask: mayExec,
  },
  "a sender's tools, by channel": {
    config: (channel, id) => ({
      tools: { toolsBySender: { [`channel:${channel}:${id}`]: { allow: ["exec"] }, ...denied } },
    }),
    ask: mayExec,
  },
};

const ids: readonly (readonly [
  channel: string,
  listed: string,
  alike: readonly string[],
  nearly: readonly string[],
])[] = [
  ["zalo", "admin", [], ["Admin", "admin ", " admin", "admin\u00a0", "@admin", "zalo:admin", "user:admin"]],
  ["feishu", "ou_Ab", [], ["ou_ab", "OU_AB", "ou_Ab ", "feishu:ou_Ab", "user:ou_Ab"]],
  ["telegram", "7", [], ["7 ", "telegram:7", "tg:7", "07"]],
  ["discord", "123", [], ["<@123>", "user:123", "discord:123"]],
  ["slack", "U1", [], ["u1", "slack:U1", "user:U1"]],
  ["irc", "bob", ["Bob", "BOB"], ["bob ", "@bob", "irc:bob"]],
  ["email", "ann@example.org", ["ann@EXAMPLE.org"], ["Ann@example.org", "ann@example.org "]],
  ["whatsapp", "+15550001", ["15550001", "+1 555 0001"], ["15550001@lid", "+15550002", "whatsapp:+15550001"]],
];

describe.each(Object.entries(grants))("%s", (_, { ask, config }) => {
  it.each(ids)("on %s has %s alone", (channel, listed, alike, nearly) => {
    const granting = config(channel, listed);
    expect(ask(channel, listed, granting)).toBe(true);
    expect(alike.filter((id) => !ask(channel, id, granting))).toEqual([]);
    expect(nearly.filter((id) => ask(channel, id, granting))).toEqual([]);
  });
});

describe("what a list takes away, it takes from whoever is spelled nearly so, too", () => {
  const exec = { deny: ["exec"] };
  it.each<readonly [string, NonNullable<ConfigInput["tools"]>["toolsBySender"], string, boolean]>([
    ["a denial in another case", { oABCdef: exec }, "oabcdef", false],
    ["a denial with an @", { "@ann": exec }, "ann", false],
    ["a list of what is allowed", { Ann: { allow: ["read"] } }, "ann", false],
    ["a grant beside it that names them exactly", { Ann: exec, ann: { allow: ["exec"] } }, "ann", true],
    ["somebody else", { Ann: exec }, "bob", true],
  ])("%s", (_, toolsBySender, peer, allowed) => {
    const policy = ours({ tools: { toolsBySender: toolsBySender ?? {} } });
    expect(evaluateTool({ tool: "exec", ...direct("webchat", peer) }, policy).allowed).toBe(allowed);
  });
});
