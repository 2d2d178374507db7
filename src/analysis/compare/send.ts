import type { Policy } from "../../config/policy.ts";
import { keyFactsReader } from "../../policy/rule/key-reading.ts";
import { evaluateSend, sendPolicy, type SendDecision, type SendRequest } from "../../policy/send/send.ts";
import {
  askBoth,
  considerRules,
  mainKeysOf,
  mainSessionsAlike,
  readAlike,
  startComparison,
} from "./requests.ts";
import type { KindComparison } from "./verdict.ts";
import { readerOfBoth } from "../representative/keys.ts";
import { denyUntoldAlike, isWanting, type RulesToTell } from "../representative/sessions.ts";

function isReadAlike(from: Policy, to: Policy): boolean {
  return readAlike(from, to, ["send", "keys"]);
}

/** The rules by which sessions may send under two policies. */
export function sendRulesToTell(from: Policy, to: Policy): RulesToTell {
  const alike = isReadAlike(from, to);
  const before = sendPolicy(from);
  const after = sendPolicy(to);
  const sameFacts = alike && mainSessionsAlike(from, to);
  return {
    from: before.list,
    to: after.list,
    read: readerOfBoth(keyFactsReader(from), sameFacts ? undefined : keyFactsReader(to)),
    everyReading: !alike,
    agentless: [from, to].some(({ behaviours }) => !behaviours.has("send-reads-whole-key")),
    names: sameFacts ? [] : mainKeysOf(from, to),
    chatTypeCounts: !alike,
  };
}

/** Compares which sessions may send. */
export function compareSend(from: Policy, to: Policy): KindComparison<SendRequest, SendDecision> {
  const rules = sendRulesToTell(from, to);
  const passesOver = denyUntoldAlike(rules);
  const comparison = startComparison<SendRequest, SendDecision>(
    askBoth(
      evaluateSend,
      from,
      to,
      (before, after) => !before.allowed && after.allowed && !(passesOver && isWanting(before)),
    ),
  );
  considerRules(rules, comparison);
  return comparison.conclude({ "editions-differ": !isReadAlike(from, to) });
}
