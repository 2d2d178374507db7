import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { compileRuleList } from "../rule/rule-list.ts";
import { sendRuleReading } from "../rule/reading.ts";

/** The rules of a config's `session.sendPolicy`: compiled once, for the check of the config and for every decision. */
export const sendRules = /* @__PURE__ */ once(({ behaviours, config }: Policy) =>
  compileRuleList(
    config.session?.sendPolicy,
    "session.sendPolicy",
    sendRuleReading(behaviours),
    "deny-overrides",
  ),
);
