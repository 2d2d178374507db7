import { perEdition } from "../edition/per-edition.ts";
import { fold } from "../identity/fold.ts";
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

/** Every field of a rule; account, peer and thread are compared exactly as the platform spells them. */
function fullValue(field: RuleField, written: string): string | undefined {
  switch (field) {
    case "account":
    case "peer":
    case "thread":
      return written === anyValue ? undefined : written;
    case "agent":
      return written === anyValue ? undefined : fold(written);
    case "channel":
    case "chatType":
      return written === anyValue ? undefined : foldedValue(field, written);
    default:
      return foldedValue(field, written);
  }
}

/** How the rules of `memorySearch.scope`, and of `session.sendPolicy` under `2026-11`, are read. */
export const fullReading: RuleReading = { value: fullValue, keyPrefixOf: () => "either", anyValue };

/** How an edition reads the rules of `session.sendPolicy`. */
export const sendRuleReading = perEdition((behaviours): RuleReading =>
  behaviours.has("rule-extensions") ? fullReading : { value: foldedValue, keyPrefixOf: () => "either" },
);
