import { behavioursOf } from "../../../src/edition/edition.ts";
import { fold } from "../../../src/identity/fold.ts";
import { guessKeyFacts } from "../../../src/policy/key-guess.ts";
import { bootstrapFiles } from "../../../src/policy/bootstrap-files.ts";
import { evaluateMemorySearch } from "../../../src/policy/memory-search.ts";
import { isPrivateConversation } from "../../../src/policy/private-conversation.ts";
import { qmdKeyReader } from "../../../src/policy/qmd-key.ts";
import { defaultQmdScope } from "../../../src/policy/qmd-scope.ts";
import { evaluateSend } from "../../../src/policy/send.ts";
import { readAction } from "../../../src/policy/send-override.ts";
import { isOutOfContract, policyOf, type Bridge, type VectorInput } from "./bridge.ts";

function storedSession(entry: VectorInput) {
  const { delivery, ...stored } = entry;
  if (delivery === undefined) return stored;
  const { kind, context, origin } = delivery;
  return {
    ...stored,
    delivery: { kind, channel: context?.channel, provider: origin?.provider, chatType: origin?.chatType },
  };
}

/** Translations of the upstream functions for send, memory and visibility. */
export const sessionPolicyBridge: Bridge = {
  "send.resolve": ({ cfg, entry, sessionKey, channel, chatType }, circumstances) => {
    const policy = policyOf(cfg, circumstances);
    if (isOutOfContract(policy)) return policy;
    const decision = evaluateSend(
      {
        key: sessionKey ?? "",
        channel,
        chatType,
        override: entry?.sendPolicy,
        stored: entry && storedSession(entry),
      },
      policy,
    );
    return decision.allowed ? "allow" : "deny";
  },
  "send.normalize": ({ raw }) => readAction(raw),
  "send.chatType": ({ sessionKey }, { edition }) =>
    guessKeyFacts(behavioursOf(edition))(fold(sessionKey ?? "")).chatType ?? "unknown",
  // To that function an absent scope is an empty one; the default scope is applied before it.
  "mem.scope": ({ scope = {}, sessionKey }, circumstances) => {
    const policy = policyOf({ memory: { qmd: { scope } } }, circumstances);
    return isOutOfContract(policy) ? policy : evaluateMemorySearch({ key: sessionKey ?? "" }, policy).allowed;
  },
  "mem.derive": ({ sessionKey }, { edition }) => {
    const { channel, chatType } = qmdKeyReader(behavioursOf(edition))(sessionKey ?? "");
    return { channel, chatType };
  },
  "mem.defaultScope": (_, { edition }) => defaultQmdScope(behavioursOf(edition)),
  "mem.private": ({ key, entry }) =>
    isPrivateConversation({ key, ...(entry !== undefined && { stored: storedSession(entry) }) }),
  "mem.files": ({ files, sessionKey, chatType, workspaceDir }, circumstances) => {
    const policy = policyOf({}, circumstances);
    if (isOutOfContract(policy)) return policy;
    return bootstrapFiles(files, { key: sessionKey ?? "", chatType, workspaceDir }, policy).map(
      (file: VectorInput) => file.name ?? file,
    );
  },
};
