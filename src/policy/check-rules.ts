import type { RuleListConfig } from "../config/config.ts";
import type { Issue } from "../config/issue.ts";
import { hintAmong } from "../config/nearest.ts";
import type { Policy } from "../config/policy.ts";
import { prefixFields } from "../config/rule-fields.ts";
import { agentRoster } from "../scope/routing/agent-roster.ts";
import { mistake, warning } from "./issues.ts";
import { keyDemands, type Rule } from "./rule/rule.ts";
import { compileRuleList, type RuleList, fullReading } from "./rule/rule-list.ts";
import { sendRules } from "./send/send.ts";

function checkEmptyMatches({ rules = [] }: RuleListConfig, path: string): readonly Issue[] {
  const message = "a match with something in it; an empty one would match every session";
  const hint = 'write `match: { channel: "*" }` to match every session on purpose';
  return rules.flatMap(({ match = {} }, index) =>
    Object.keys(match).length > 0
      ? []
      : [mistake("empty-match", `${path}.rules[${index}].match`, message, hint)],
  );
}

/** Every key that can be read begins in one of these ways. */
const keyBeginnings = ["agent:", "global", "unknown"];

function isBeginningOfKey(prefix: string): boolean {
  return prefix.startsWith("agent:") || keyBeginnings.some((beginning) => beginning.startsWith(prefix));
}

/** A rule may never match; or another one that decides before it matches all that it matches. */
export function checkReach(rule: Rule, list: RuleList): readonly Issue[] {
  const { path } = rule.reference;
  if (!keyDemands(rule).some(({ raw }) => isBeginningOfKey(raw))) {
    const hint = "a whole key begins with `agent:<agentId>:`; `keyPrefix` may leave that out";
    return [warning("unreachable-rule", path, "never matches: no session key begins like that", hint)];
  }
  const { keyPrefix = "", rawKeyPrefix = "" } = rule.asks;
  // What a rule asks for is the least that is known of a session that it matches.
  const first = list.matcherOf({ rawKey: rawKeyPrefix, scopedKey: keyPrefix })(rule.asks);
  if (first === undefined || first === rule) return [];
  const message = `never decides: ${first.reference.path} decides before it whenever it matches`;
  return [warning("shadowed-rule", path, message, "remove one of the two")];
}

function checkPrefixEnds({ asks, reference }: Rule): readonly Issue[] {
  return prefixFields.flatMap((field) => {
    const prefix = asks[field];
    if (prefix === undefined || prefix.endsWith(":")) return [];
    const longer = JSON.stringify(`${prefix}0`);
    const message = `${JSON.stringify(prefix)} also matches longer ids, such as ${longer}`;
    const hint = "end it with `:`, or name the `peer` if you mean one id";
    return [warning("prefix-within-id", `${reference.path}.match.${field}`, message, hint)];
  });
}

function checkAgent({ asks: { agent }, reference }: Rule, policy: Policy): readonly Issue[] {
  const { listed, ids } = agentRoster(policy);
  if (!listed || agent === undefined || ids.has(agent)) return [];
  const message = `there is no agent ${JSON.stringify(agent)}`;
  return [warning("unknown-agent", `${reference.path}.match.agent`, message, hintAmong(agent, [...ids]))];
}

/** The same id may be someone else's on another channel. */
function checkPeer({ asks, reference }: Rule): readonly Issue[] {
  if (asks.peer === undefined || asks.channel !== undefined) return [];
  const path = `${reference.path}.match.peer`;
  const hint = "name its `channel` too";
  return [warning("peer-without-channel", path, "matches that id on every channel", hint)];
}

function checkList(
  config: RuleListConfig | undefined,
  path: string,
  policy: Policy,
  compiled: () => RuleList = () =>
    compileRuleList(config, path, fullReading(policy.behaviours), "deny-overrides"),
): readonly Issue[] {
  if (config === undefined) return [];
  const list = compiled();
  const empty = warning("empty-list", `${path}.rules`, "has no effect: it is empty", "remove it");
  return [
    ...(config.rules?.length === 0 ? [empty] : []),
    ...checkEmptyMatches(config, path),
    ...list.rules.flatMap((rule) => [
      ...checkReach(rule, list),
      ...checkPrefixEnds(rule),
      ...checkAgent(rule, policy),
      ...checkPeer(rule),
    ]),
  ];
}

/** Where everything is allowed that is not denied, a rule that allows changes nothing. */
function checkSendDefault(config: RuleListConfig | undefined): readonly Issue[] {
  const allows = config?.default === undefined && config?.rules?.some(({ action }) => action === "allow");
  if (allows !== true) return [];
  const message = "is not set, so sending is allowed whether or not a rule allows it";
  const hint = 'write `default: "deny"` or `default: "allow"`';
  return [warning("missing-default", "session.sendPolicy.default", message, hint)];
}

/**
 * Looks at the rules of `session.sendPolicy` and of `memorySearch.scope` for what is well-formed
 * and yet not meant: a match of everything, rules that never decide, prefixes that end within an
 * id. Nothing is reported under the openclaw@ editions, which take rules as they are.
 */
export function checkRules(policy: Policy): readonly Issue[] {
  if (!policy.behaviours.has("strict-settings")) return [];
  const { session, agents, memory } = policy.config;
  const hint = "write `agents.defaults.memorySearch.scope`";
  const withoutEffect = warning("setting-without-effect", "memory.qmd.scope", "is not read", hint);
  return [
    ...checkList(session?.sendPolicy, "session.sendPolicy", policy, () => sendRules(policy)),
    ...checkSendDefault(session?.sendPolicy),
    ...checkList(agents?.defaults?.memorySearch?.scope, "agents.defaults.memorySearch.scope", policy),
    ...agentRoster(policy).agents.flatMap(({ path, config }) =>
      checkList(config.memorySearch?.scope, `${path}.memorySearch.scope`, policy),
    ),
    ...(memory?.qmd?.scope === undefined ? [] : [withoutEffect]),
  ];
}
