import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { chatTypeOfKey, chatTypeOfText } from "../../scope/key/chat-type-of-key.ts";
import { keyFacts, type KeyFacts } from "./rule-facts.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { keyTeller, type ToldByKey } from "../../scope/facts/told-by-key.ts";
import { lowerCase } from "../../edition/lower-case.ts";

const agentPart = "agent:";

/**
 * A key without `agent:<agentId>:`; any other key as it is. A malformed agent key gives `""`:
 * nothing can be said about what is in it. Releases read keys so since 2026.7.1.
 */
function agentlessKey(key: string): string {
  if (!key.startsWith(agentPart)) return key;
  const agentEnd = key.indexOf(":", agentPart.length);
  if (agentEnd <= agentPart.length) return "";
  const rest = key.slice(agentEnd + 1);
  return rest.startsWith(":") ? "" : rest;
}

/** The segments of a key that are not empty. */
export function filledSegments(key: string): readonly string[] {
  return key.split(":").filter((segment) => segment !== "");
}

/** The same until 2026.6: empty segments are dropped first, and a malformed agent key stays as it is. */
function agentlessKeyLoose(key: string): string {
  const segments = filledSegments(key);
  return segments.length >= 3 && segments[0] === "agent" ? segments.slice(2).join(":") : key;
}

type GuessKeyFacts = (key: string) => KeyFacts;

const oldShape =
  /^(?:(?:group|channel):[^:]+(?::.*)?|(?:whatsapp:)?[^:]+@g\.us|discord:(?:[^:]+:)?guild-[^:]+:channel-[^:]+)$/u;

const kinds: ReadonlySet<string> = new Set(["direct", "dm", "group", "channel"]);
const roomWords: ReadonlySet<string> = new Set(["group", "channel"]);

/** What each of the shapes that fit a key says the channel is. */
function fittingChannels(key: string): readonly (string | undefined)[] {
  const [first = "", second = "", third = "", fourth = ""] = key.split(":", 4);
  const channels: (string | undefined)[] = [];
  if (first === "" || first === "agent" || second === "") return channels;
  if (first === "direct" || first === "dm") channels.push(undefined);
  if (kinds.has(second) && third !== "") channels.push(first);
  if (kinds.has(third) && fourth !== "") channels.push(first);
  return channels;
}

/**
 * Since 2026.7.1: `direct:<id>`, `<channel>:<kind>:<id>`, `<channel>:<account>:<kind>:<id>`, or one
 * of the shapes of old stores. A key that fits two of them is ambiguous. The channel, unlike the
 * rest, is only found where the kind is written in lower case.
 */
function guessByShape(behaviours: Behaviours): GuessKeyFacts {
  return (key) => {
    const agentless = agentlessKey(key);
    const scopedKey = fold(agentless);
    const chatType = scopedKey.startsWith("agent:") ? undefined : chatTypeOfKey(scopedKey, behaviours);
    const channels = fittingChannels(scopedKey);
    const shapes = channels.length + (oldShape.test(scopedKey) ? 1 : 0);
    const isAmbiguous = shapes > 1;
    const [channel] = agentless === scopedKey ? channels : fittingChannels(agentless);
    return keyFacts({
      rawKey: fold(key),
      scopedKey,
      channel: isAmbiguous ? undefined : channel,
      chatType,
      doubt: isAmbiguous ? "ambiguous-key" : undefined,
    });
  };
}

/** Until 2026.2.21: one of two substrings tells. */
export function chatTypeBySubstring(key: string): ChatType | undefined {
  if (key.includes(":group:")) return "group";
  return key.includes(":channel:") ? "channel" : undefined;
}

/** Until 2026.6: the first segment, if the second (or, from 2026.6.8, the third) is one of these words. */
function channelByTokens(key: string, words: ReadonlySet<string>, withAccount: boolean): string | undefined {
  const segments = filledSegments(key);
  const [channel, second = "", third = ""] = segments;
  if (segments.length >= 3 && words.has(second)) return channel;
  return withAccount && segments.length >= 4 && words.has(third) ? channel : undefined;
}

/** Until 2026.6: since 2026.4.5 an agent's part that is padded or in capitals is read as if it were none. */
function chatTypeByTokens(behaviours: Behaviours): (key: string, agentless: string) => ChatType | undefined {
  if (!behaviours.has("send-chat-type-tokens")) return (_, agentless) => chatTypeBySubstring(agentless);
  if (!behaviours.has("send-chat-type-of-loose-key")) return (key) => chatTypeOfKey(key, behaviours);
  const looksAgain = behaviours.has("send-chat-type-looks-again");
  return (_, agentless) => {
    const text = fold(agentless);
    return chatTypeOfText(text, behaviours) ?? (looksAgain ? chatTypeOfKey(text, behaviours) : undefined);
  };
}

function guessByTokens(behaviours: Behaviours): GuessKeyFacts {
  const words = behaviours.has("send-channel-of-direct-keys") ? kinds : roomWords;
  const withAccount = behaviours.has("send-channel-of-account-keys");
  const form = behaviours.has("send-key-trimmed") ? fold : (key: string) => lowerCase(key);
  const chatType = chatTypeByTokens(behaviours);
  return (key) => {
    const agentless = agentlessKeyLoose(key);
    return keyFacts({
      rawKey: form(key),
      scopedKey: form(agentless),
      channel: channelByTokens(agentless, words, withAccount),
      chatType: chatType(key, agentless),
    });
  };
}

/** Until 2026.2.12: the key is taken as it is, an agent's part and its case included. */
const guessByRawKey: GuessKeyFacts = (key) =>
  keyFacts({
    rawKey: key,
    scopedKey: "",
    channel: channelByTokens(key, roomWords, false),
    chatType: chatTypeBySubstring(key),
  });

/** How an OpenClaw release guesses channel and chat type from the words in a key. */
function guessKeyFacts(behaviours: Behaviours): GuessKeyFacts {
  if (behaviours.has("send-canonical-shapes")) return guessByShape(behaviours);
  return behaviours.has("send-agent-part-stripped") ? guessByTokens(behaviours) : guessByRawKey;
}

function parseKeyFacts(key: string, told: ToldByKey): KeyFacts {
  const rawKey = fold(key);
  const scopedKey = agentlessKey(rawKey);
  if (!told.readable) return keyFacts({ rawKey, scopedKey, doubt: "malformed-key" });
  const { account, agentId: agent, channel, chatType, peer, thread } = told;
  return keyFacts({ rawKey, scopedKey, channel, chatType, account, peer, agent, thread });
}

/** How a policy's edition reads a key: releases guess from its words, `2026-11` parses it. */
export const keyFactsReader = /* @__PURE__ */ once((policy: Policy): ((key: string) => KeyFacts) => {
  if (!policy.behaviours.has("send-reads-whole-key")) return guessKeyFacts(policy.behaviours);
  const tell = keyTeller(policy);
  return (key) => parseKeyFacts(key, tell(key));
});
