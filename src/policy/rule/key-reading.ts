import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { defaultAccountId } from "../../identity/account-id.ts";
import { fold } from "../../identity/fold.ts";
import { normalizeMainKey } from "../../scope/key/main-key.ts";
import { parseSessionKey, type ParsedSessionKey } from "../../scope/key/session-key.ts";
import { agentlessKey } from "./agentless-key.ts";
import { keyFacts, type KeyFacts } from "./key-facts.ts";
import { guessKeyFacts } from "./key-guess.ts";

/** What a key tells of whom the conversation is with. */
type ToldOfChat = Partial<Pick<KeyFacts, "channel" | "chatType" | "account" | "peer">>;

function chatFacts(parts: ParsedSessionKey, mainKey: string): ToldOfChat {
  // The main session collects direct chats; a host that shares it with rooms says so in the request.
  if (parts.kind === "main") return parts.mainKey === mainKey ? { chatType: "direct" } : {};
  if (parts.kind === "slash") return { channel: parts.channel, peer: parts.user };
  if (parts.kind === "acp-binding") return { channel: parts.channel, account: parts.account };
  if (parts.kind !== "direct" && parts.kind !== "group" && parts.kind !== "channel") return {};
  return {
    channel: parts.channel,
    chatType: parts.kind,
    account: parts.account ?? (parts.channel === undefined ? undefined : defaultAccountId),
    // A person's canonical name is not an id of theirs.
    peer: "identity" in parts ? undefined : parts.peer,
  };
}

function parseKeyFacts(key: string, mainKey: string): KeyFacts {
  const rawKey = fold(key);
  const scopedKey = agentlessKey(rawKey);
  const parts = parseSessionKey(key);
  if (parts === undefined) return keyFacts({ rawKey, scopedKey, doubt: "malformed-key" });
  if (parts.kind === "global" || parts.kind === "unknown") return keyFacts({ rawKey, scopedKey });
  const { channel, chatType, account, peer } = chatFacts(parts, mainKey);
  const { agentId: agent, thread } = parts;
  return keyFacts({ rawKey, scopedKey, channel, chatType, account, peer, agent, thread });
}

/** How a policy's edition reads a key: releases guess from its words, `2026-11` parses it. */
export const keyFactsReader = once((policy: Policy): ((key: string) => KeyFacts) => {
  if (!policy.behaviours.has("send-reads-whole-key")) return guessKeyFacts(policy.behaviours);
  const mainKey = normalizeMainKey(policy.config.session?.mainKey);
  return (key) => parseKeyFacts(key, mainKey);
});
