import { describe, expect, it } from "vitest";
import {
  bootstrapFiles,
  evaluateMemorySearch,
  evaluateSend,
  evaluateTool,
  parsePolicy,
  type ConfigInput,
} from "../../../src/index.ts";

/*
 * A main session is that of direct chats, unless a scope puts rooms into it: then its key alone does not tell which it is,
 * and what is withheld from rooms is withheld until somebody does.
 */

const key = "agent:main:main";
const shared: readonly (readonly [string, ConfigInput])[] = [
  ["session.groupScope", { session: { groupScope: "main" } }],
  [
    "that of a binding",
    {
      agents: { list: [{ id: "main", default: true }] },
      bindings: [{ agentId: "main", match: { channel: "irc" }, session: { groupScope: "main" } }],
    },
  ],
];
const apart: ConfigInput = { session: { groupScope: "per-group" } };

/** What is withheld from groups in one way each. */
const withheld: ConfigInput = {
  channels: { telegram: { groups: { "-1": { tools: { deny: ["exec"] } } } } },
};
const silentInGroups = {
  default: "allow",
  rules: [{ action: "deny", match: { chatType: "group" } }],
} as const;

function allowed(config: ConfigInput, chatType?: "direct" | "group") {
  const session = { ...config.session, sendPolicy: silentInGroups };
  const policy = parsePolicy({ ...config, ...withheld, session }, { edition: "2026-11", timeZone: "UTC" });
  const facts = chatType === undefined ? { key } : { key, chatType };
  return {
    send: evaluateSend(facts, policy).allowed,
    memory: evaluateMemorySearch(facts, policy).allowed,
    notes: evaluateMemorySearch(facts, policy).notes,
    file: bootstrapFiles(["MEMORY.md"], facts, policy).length === 1,
    tool: evaluateTool(
      { ...facts, channel: "telegram", peer: chatType === "group" ? "-1" : "7", tool: "exec" },
      policy,
    ).allowed,
  };
}

const everything = { send: true, memory: true, notes: true, file: true, tool: true };
const nothing = { send: false, memory: false, notes: false, file: false, tool: false };

describe("the key of a main session", () => {
  it("is that of direct chats where rooms have sessions of their own", () => {
    expect(allowed(apart)).toEqual(everything);
    expect(allowed({})).toEqual(everything);
  });

  it.each(shared)("tells nothing where %s puts rooms into it", (_, config) => {
    expect(allowed(config)).toEqual(nothing);
    expect(allowed(config, "group")).toEqual(nothing);
    expect(allowed(config, "direct")).toEqual(everything);
  });
});
