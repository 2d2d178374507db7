import { describe, expect, it } from "vitest";
import type { QuestionKind } from "../../src/analysis/question.ts";
import { issuesOf } from "../../src/cli/data-file.ts";
import { inboundOf, messageSchema, questionSchema } from "../../src/cli/question-schema.ts";
import type { AccessRequest } from "../../src/policy/access/access-request.ts";
import type { CommandRequest } from "../../src/policy/command/command-request.ts";
import type { ToolRequest } from "../../src/policy/tool/tool.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { keyscope } from "./keyscope.ts";

const inbound: Required<Inbound> = {
  channel: "discord",
  account: "work",
  chatType: "channel",
  peer: "31",
  aliases: ["x"],
  thread: "31",
  parent: { chatType: "channel", peer: "30" },
  sender: "7",
  guild: "900",
  team: "T1",
  party: "9",
  roles: ["55"],
  messageId: "17.5",
  root: "17.4",
  reply: true,
  mentioned: true,
  room: "!a:x",
  forum: true,
  startsThread: true,
};

const access: Required<AccessRequest> = {
  channel: "discord",
  account: "work",
  chatType: "channel",
  peer: "31",
  sender: "7",
  aliases: ["x"],
  thread: "31",
  parent: { peer: "30" },
  guild: "900",
  guildUnavailable: true,
  team: "T1",
  orgWide: true,
  roomName: "help",
  parentName: "hall",
  guildName: "Hall",
  teamName: "Sales",
  roles: ["55"],
  bot: true,
  ownerPresent: true,
  mentioned: "reply",
  othersMentioned: true,
  ownThread: true,
  senderName: "Ann",
  senderUsername: "ann",
  senderEmail: "ann@example.org",
  paired: ["7"],
};

const tool: Required<Omit<ToolRequest, "ownTools">> = {
  tool: "exec",
  plugin: "shell",
  agentId: "main",
  key: "agent:main:main",
  provider: "openai",
  model: "gpt-5",
  channel: "discord",
  account: "work",
  chatType: "channel",
  peer: "31",
  parent: { peer: "30" },
  guild: "900",
  guildUnavailable: true,
  team: "T1",
  orgWide: true,
  roomName: "help",
  parentName: "hall",
  guildName: "Hall",
  teamName: "Sales",
  sandboxed: false,
  subagent: { spawnDepth: 1, subagentRole: "leaf" },
  sender: "7",
  senderName: "Ann",
  senderUsername: "ann",
  senderE164: "+1555",
  aliases: ["x"],
};

const command: Required<CommandRequest> = {
  key: "agent:main:discord:channel:31",
  channel: "discord",
  origin: "slack",
  provider: "webchat",
  account: "work",
  chatType: "channel",
  peer: "31",
  sender: "7",
  aliases: ["x"],
  from: "discord:7",
  to: "discord:31",
  admitted: true,
  owners: ["7", 8],
  scopes: ["operator.admin"],
  source: "native",
  suppressed: false,
  noOwner: false,
};

describe("a question in a file", () => {
  it.each<[QuestionKind, object]>([
    ["resolution", inbound],
    ["access", access],
    ["access", { ...inbound, ...access, parent: inbound.parent }],
    ["tool", tool],
    ["command", command],
  ])("may tell every fact that is asked for: %s", (ask, request) => {
    const question = { ask, request };
    expect(issuesOf(question, questionSchema(question))).toEqual([]);
  });

  it.each<[QuestionKind, object, string]>([
    ["resolution", { ...inbound, mentioned: "reply" }, "request.mentioned"],
    ["resolution", { ...inbound, bot: true }, "request.bot"],
    ["access", { ...access, mentioned: "all" }, "request.mentioned"],
    ["access", { ...access, guildname: "Hall" }, "request.guildname"],
    ["tool", { ...tool, roomName: 5 }, "request.roomName"],
  ])("tells no fact that is none there: %s %#", (ask, request, path) => {
    const question = { ask, request };
    expect(issuesOf(question, questionSchema(question)).map((issue) => issue.path)).toEqual([path]);
  });
});

describe("a message in a file", () => {
  it("has the facts that place it, and those that let it in", () => {
    expect(issuesOf({ ...inbound, ...access, parent: inbound.parent }, messageSchema)).toEqual([]);
  });

  it.each<[AccessRequest["mentioned"], boolean | undefined]>([
    [undefined, undefined],
    [true, true],
    ["joined", false],
  ])("is placed by a mention of the bot itself: %s", (mentioned, counts) => {
    const message = {
      channel: "slack",
      chatType: "channel",
      ...(mentioned !== undefined && { mentioned }),
    } as const;
    expect(inboundOf(message).mentioned).toBe(counts);
  });

  it("has facts of which `explain --help` tells every one", async () => {
    const { out } = await keyscope(["explain", "--help"]);
    for (const fact of Object.keys(messageSchema.shape)) expect(out).toMatch(new RegExp(`\\b${fact}\\b`));
  });
});
