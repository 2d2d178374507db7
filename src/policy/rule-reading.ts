import type { MatchConfig } from "../config/config.ts";
import { perEdition } from "../edition/per-edition.ts";
import { fold } from "../identity/fold.ts";
import { peerIdOf } from "../identity/peer-id.ts";
import { normalizeChatType } from "../scope/chat-word.ts";
import type { RuleField } from "./rule-facts.ts";
import type { RuleReading } from "./rule.ts";

/** Written for a fact that may have any value, or none: the way to match every session on purpose. */
const anyValue = "*";

/** What OpenClaw's send policy knows of a rule: the rest is ignored, and so is an empty value. */
function foldedValue(field: RuleField, written: string): string | undefined {
  switch (field) {
    case "channel":
    case "keyPrefix":
    case "rawKeyPrefix":
      return fold(written) || undefined;
    case "chatType":
      return normalizeChatType(written);
    default:
      return undefined;
  }
}

/**
 * How the rules of `memorySearch.scope`, and of `session.sendPolicy` under `2026-11`, are read:
 * every field is known; a peer is the id that stands in keys, accounts and threads are as they are.
 */
export const fullReading = perEdition((behaviours): RuleReading => {
  const value = (field: RuleField, written: string, { channel, chatType }: MatchConfig) => {
    switch (field) {
      case "peer":
        return peerIdOf(written, channel, chatType ?? "", behaviours);
      case "account":
      case "thread":
        return written;
      case "agent":
        return fold(written);
      default:
        return foldedValue(field, written);
    }
  };
  return {
    value: (field, written, match) =>
      written === anyValue && field !== "keyPrefix" && field !== "rawKeyPrefix"
        ? undefined
        : value(field, written, match),
    keyPrefixOf: () => "either",
    anyValue,
  };
});

/** How an edition reads the rules of `session.sendPolicy`. */
export const sendRuleReading = perEdition((behaviours): RuleReading =>
  behaviours.has("rule-extensions")
    ? fullReading(behaviours)
    : { value: foldedValue, keyPrefixOf: () => "either" },
);
