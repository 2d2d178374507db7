import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { explainResolution } from "../../../src/scope/session/explain.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { traceRouting } from "../../../src/scope/session/trace-routing.ts";

function explained(inbound: Inbound, config: ConfigInput): string {
  return explainResolution(resolveSession(inbound, parsePolicy(config, { edition: "2026-11" })));
}

const topic: Inbound = { channel: "telegram", chatType: "group", peer: "-100", thread: "42" };

describe("a resolution in words", () => {
  it.each<readonly [string, Inbound, ConfigInput, string]>([
    [
      "the default agent",
      { channel: "irc", chatType: "direct", peer: "bob" },
      {},
      'The direct message of irc "bob" belongs to agent:main:main; agent main is the default. Its dmScope, main, is the default of 2026-11.',
    ],
    [
      "a thread, which shares no main session",
      { channel: "irc", chatType: "direct", peer: "bob", thread: "7" },
      {},
      'The direct message of irc "bob" in thread "7" belongs to agent:main:irc:default:direct:bob:thread:7; agent main is the default. Its thread has a session of its own, whatever dmScope says.',
    ],
    [
      "a second bot, which no binding names",
      { channel: "telegram", account: "work", chatType: "direct", peer: "1" },
      { channels: { telegram: { accounts: { default: {}, work: {} } } } },
      'The direct message of telegram "1" belongs to agent:main:telegram:work:direct:1; agent main is the default. No binding names its account, so dmScope does not join its direct messages with others.',
    ],
    [
      "a linked person at a second bot, whom the link joins and not the scope",
      { channel: "telegram", account: "work", chatType: "direct", peer: "1" },
      {
        session: { identityLinks: { ann: ["telegram:1"] } },
        channels: { telegram: { accounts: { default: {}, work: {} } } },
      },
      'The direct message of telegram "1", known as "ann" by session.identityLinks, belongs to agent:main:direct:=ann; agent main is the default. No binding names its account, so dmScope does not join its direct messages with others.',
    ],
    [
      "a linked person at a second bot, under a scope that would keep people apart as well",
      { channel: "telegram", account: "work", chatType: "direct", peer: "1" },
      {
        session: { dmScope: "per-channel-peer", identityLinks: { ann: ["telegram:1"] } },
        channels: { telegram: { accounts: { default: {}, work: {} } } },
      },
      'The direct message of telegram "1", known as "ann" by session.identityLinks, belongs to agent:main:direct:=ann; agent main is the default.',
    ],
    [
      "a second bot whose scope keeps it apart anyway",
      { channel: "telegram", account: "work", chatType: "direct", peer: "1" },
      {
        session: { dmScope: "per-account-channel-peer" },
        channels: { telegram: { accounts: { default: {}, work: {} } } },
      },
      'The direct message of telegram "1" belongs to agent:main:telegram:work:direct:1; agent main is the default.',
    ],
    [
      "a linked person",
      { channel: "irc", chatType: "direct", peer: "bob" },
      { session: { dmScope: "per-channel-peer", identityLinks: { Rob: ["irc:bob"] } } },
      'The direct message of irc "bob", known as "rob" by session.identityLinks, belongs to agent:main:direct:=rob; agent main is the default.',
    ],
    [
      "a topic's own agent",
      topic,
      { channels: { telegram: { groups: { "-100": { topics: { "42": { agentId: "ops" } } } } } } },
      'The group message of telegram "-100" in thread "42" belongs to agent:ops:telegram:group:-100:thread:42; agent ops was chosen by its topic (channels.telegram.groups["-100"].topics["42"].agentId).',
    ],
    [
      "nobody",
      { channel: "irc", chatType: "direct" },
      { session: { dmScope: "per-peer" } },
      "The message has no session: the scope keeps people apart, and the message names nobody (peer).",
    ],
  ])("%s", (_, inbound, config, sentence) => {
    expect(explained(inbound, config)).toBe(sentence);
  });

  it("with a trace says why each other binding lost", () => {
    const match = { channel: "telegram" };
    const bindings = [
      { agentId: "a", match: { channel: "irc" } },
      { agentId: "b", match: { ...match, accountId: "work" } },
      { agentId: "c", match: { ...match, peer: { kind: "direct", id: "-100" } } },
      { agentId: "d", match: { ...match, peer: { kind: "group", id: "-200" } } },
      { agentId: "e", match: { ...match, guildId: "g", roles: ["r"] } },
      { agentId: "f", match: { ...match, teamId: "t" } },
      { agentId: "g", match: { ...match, peer: { kind: "group", id: "-100" } } },
      { agentId: "h", match },
      { agentId: "i", type: "acp", match },
    ] as const;
    const policy = parsePolicy({ bindings }, { edition: "2026-11" });
    expect(explainResolution(resolveSession(topic, policy), traceRouting(topic, policy))).toBe(
      'The group message of telegram "-100" in thread "42" belongs to agent:g:telegram:group:-100:thread:42; ' +
        "agent g was chosen by the chat that its thread belongs to (bindings[6]). " +
        "bindings[0] differs in channel. bindings[1] differs in accountId. bindings[2] differs in peer.kind. " +
        "bindings[3] differs in peer.id. bindings[4] differs in guildId. bindings[5] differs in teamId. " +
        "bindings[7] matches too, but a nearer or earlier one won. bindings[8] differs in type.",
    );
  });
});
