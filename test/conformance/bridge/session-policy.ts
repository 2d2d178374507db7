import { behavioursOf } from "../../../src/edition/edition.ts";
import { fold } from "../../../src/identity/fold.ts";
import { guessKeyFacts } from "../../../src/policy/key-guess.ts";
import { evaluateSend } from "../../../src/policy/send.ts";
import { readAction } from "../../../src/policy/send-override.ts";
import { isOutOfContract, policyOf, type Bridge } from "./bridge.ts";

/** Translations of the upstream functions for send, memory and visibility. */
export const sessionPolicyBridge: Bridge = {
  "send.resolve": ({ cfg, entry, sessionKey, channel, chatType }, circumstances) => {
    const policy = policyOf(cfg, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { delivery } = entry ?? {};
    const decision = evaluateSend(
      {
        key: sessionKey ?? "",
        channel,
        chatType,
        override: entry?.sendPolicy,
        stored: {
          ...entry,
          delivery: delivery && {
            kind: delivery.kind,
            channel: delivery.context?.channel,
            provider: delivery.origin?.provider,
          },
        },
      },
      policy,
    );
    return decision.allowed ? "allow" : "deny";
  },
  "send.normalize": ({ raw }) => readAction(raw),
  "send.chatType": ({ sessionKey }, { edition }) =>
    guessKeyFacts(behavioursOf(edition))(fold(sessionKey ?? "")).chatType ?? "unknown",
};
