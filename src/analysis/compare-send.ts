import type { Policy } from "../config/policy.ts";
import { evaluateSend, sendPolicy, type SendDecision, type SendRequest } from "../policy/send.ts";
import { normalizeMainKey } from "../scope/main-key.ts";
import { readAlike } from "./compare-behaviours.ts";
import { startComparison } from "./compare-requests.ts";
import { considerRules } from "./compare-rules.ts";
import { readBoth } from "./representative-reading.ts";
import type { KindComparison } from "./compare-verdict.ts";

/** Compares which sessions may send. */
export function compareSend(from: Policy, to: Policy): KindComparison<SendRequest, SendDecision> {
  const alike = readAlike(from, to, ["send", "keys"]);
  const before = sendPolicy(from);
  const after = sendPolicy(to);
  const mainKeys = [from, to].map(({ config }) => normalizeMainKey(config.session?.mainKey));
  const comparison = startComparison<SendRequest, SendDecision>({
    from: (request) => evaluateSend(request, from),
    to: (request) => evaluateSend(request, to),
    loosens: (first, second) => !first.allowed && second.allowed,
  });
  const lists = {
    from: before.list,
    to: after.list,
    read: (key: string) => readBoth(before.read(key), after.read(key)),
    everyReading: !alike,
    agentless: [from, to].some(({ behaviours }) => !behaviours.has("send-reads-whole-key")),
    names: mainKeys[0] === mainKeys[1] && alike ? [] : mainKeys,
    chatTypeCounts: !alike,
  };
  considerRules(lists, comparison);
  return comparison.conclude(alike);
}
