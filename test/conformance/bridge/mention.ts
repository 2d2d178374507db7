import type { ConfigInput } from "../../../src/config/config.ts";
import {
  evaluateMention,
  mentionPatterns,
  type MentionRequest,
} from "../../../src/policy/mention/mention.ts";
import { isOutOfContract, policyOf, type Bridge, type VectorInput } from "./bridge.ts";

/** What a channel tells of mentions, in the word of a request. */
function told(explicit: VectorInput): Pick<MentionRequest, "told"> {
  if (explicit == null) return {};
  if (explicit.isExplicitlyMentioned) return { told: "bot" };
  return { told: explicit.hasAnyMention && explicit.canResolveExplicit ? "others" : "nobody" };
}

/** Translations of the upstream functions that concern mentions. */
export const mentionBridge: Bridge = {
  "mention.patterns": (input, circumstances) => {
    const { agentId, conversationId: peer, explicit, provider: channel, text, transcript } = input;
    const policy = policyOf(input.config as ConfigInput, circumstances);
    if (isOutOfContract(policy)) return policy;
    const place = { agentId, channel, peer };
    const withExplicit = { ...place, text, transcript, ...told(explicit) };
    return {
      patterns: mentionPatterns(place, policy).map(({ source, flags }) => [source, flags]),
      mentioned: evaluateMention({ ...place, text }, policy).mentioned,
      withExplicit: evaluateMention(withExplicit, policy).mentioned,
    };
  },
};
