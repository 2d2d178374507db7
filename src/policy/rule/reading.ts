import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { fold } from "../../identity/fold.ts";
import { peerIdOf } from "../../identity/peer-id.ts";
import { normalizeChatType } from "../../scope/chat-type.ts";
import type { RuleField } from "./facts.ts";
import type { RuleReading } from "./rule.ts";

/** Written for a fact that may have any value, or none: the way to match every session on purpose. */
const anyValue = "*";

/** What OpenClaw's send policy knows of a rule: the rest is ignored, and so is an empty value. */
function foldedValue(field: RuleField, written: string): string | undefined {
  if (field === "chatType") return normalizeChatType(written);
  const known = field === "channel" || field === "keyPrefix" || field === "rawKeyPrefix";
  return known ? fold(written) || undefined : undefined;
}

/**
 * How the rules of `memorySearch.scope`, and of `session.sendPolicy` under `2026-11`, are read:
 * every field is known; a peer is the id that stands in keys, accounts and threads are as they are.
 */
export const fullReading = once((behaviours: Behaviours): RuleReading => ({
  value: (field, written, { channel, chatType }) => {
    if (written === anyValue && field !== "keyPrefix" && field !== "rawKeyPrefix") return undefined;
    if (field === "peer") return peerIdOf(written, channel, chatType ?? "", behaviours);
    if (field === "account" || field === "thread") return written;
    return field === "agent" ? fold(written) : foldedValue(field, written);
  },
  keyPrefixOf: () => "either",
  anyValue,
}));

/** How an edition reads the rules of `session.sendPolicy`. */
export const sendRuleReading = /* @__PURE__ */ once((behaviours: Behaviours): RuleReading =>
  behaviours.has("rule-extensions")
    ? fullReading(behaviours)
    : { value: foldedValue, keyPrefixOf: () => "either" },
);
