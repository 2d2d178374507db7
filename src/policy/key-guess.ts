import type { Behaviours } from "../edition/edition.ts";
import { fold } from "../identity/fold.ts";
import { agentlessKey, agentlessKeyLoose } from "./agentless-key.ts";
import { chatTypeBySubstring, chatTypeByTokens, factsByShape, oldKeyShapes } from "./key-chat-type.ts";
import type { KeyFacts } from "./key-facts.ts";

/** Until 2026.6: the first segment, if the second (or, from 2026.6.8, the third) is one of these words. */
function channelByTokens(key: string, words: ReadonlySet<string>, withAccount: boolean): string | undefined {
  const segments = key.split(":").filter((segment) => segment !== "");
  const [channel, second = "", third = ""] = segments;
  if (segments.length >= 3 && words.has(second)) return channel;
  return withAccount && segments.length >= 4 && words.has(third) ? channel : undefined;
}

/** How an OpenClaw release guesses channel and chat type from the words in a key. */
export function guessKeyFacts(behaviours: Behaviours): (key: string) => KeyFacts {
  const shapes = oldKeyShapes(behaviours);
  if (behaviours.has("send-canonical-shapes"))
    return (key) => {
      const agentless = agentlessKey(key);
      const scopedKey = fold(agentless);
      // The channel, unlike the chat type, is only found where the kind is written in lower case.
      const { channel } = factsByShape(agentless, shapes);
      return { rawKey: fold(key), scopedKey, ...factsByShape(scopedKey, shapes), channel };
    };
  const words = new Set(["group", "channel"]);
  if (behaviours.has("send-channel-of-direct-keys")) words.add("direct").add("dm");
  const withAccount = behaviours.has("send-channel-of-account-keys");
  if (!behaviours.has("send-agent-part-stripped"))
    return (key) => ({
      rawKey: key,
      scopedKey: "",
      channel: channelByTokens(key, words, withAccount),
      chatType: chatTypeBySubstring(key),
    });
  const form = behaviours.has("send-key-trimmed") ? fold : (key: string) => key.toLowerCase();
  const chatType = behaviours.has("send-chat-type-tokens")
    ? (key: string) => chatTypeByTokens(agentlessKeyLoose(fold(key)), shapes)
    : (key: string) => chatTypeBySubstring(agentlessKeyLoose(key));
  return (key) => {
    const agentless = agentlessKeyLoose(key);
    return {
      rawKey: form(key),
      scopedKey: form(agentless),
      channel: channelByTokens(agentless, words, withAccount),
      chatType: chatType(key),
    };
  };
}
