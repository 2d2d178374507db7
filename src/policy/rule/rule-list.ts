import type { MatchConfig, RuleListConfig } from "../../config/config.ts";
import { inReleases, isPrefixField, type RuleField } from "../../config/rule-fields.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { fold } from "../../identity/fold.ts";
import { peerIdOf } from "../../identity/peer-id.ts";
import { normalizeChatType } from "../../scope/chat-type.ts";
import { type RuleReading, readRules, type Rule, type RuleAction } from "./rule.ts";
import { compileRules, type KeyMatcher, type Precedence } from "./matcher.ts";
import type { RuleFacts } from "./rule-facts.ts";
import { compileUntoldDenials, type UntoldDenials } from "./untold.ts";

/** Written for a fact that may have any value, or none: the way to match every session on purpose. */
const anyValue = "*";

/** How a field is read: the value in the form in which it is compared; undefined for one that asks nothing. */
type Read = (written: string, match: MatchConfig) => string | undefined;

const foldedValue: Read = (written) => fold(written) || undefined;
const verbatim: Read = (written) => written;

/** A peer is the id that stands in keys; accounts and threads are as they are. */
const readerOf = /* @__PURE__ */ once((behaviours: Behaviours): Readonly<Record<RuleField, Read>> => ({
  channel: foldedValue,
  account: verbatim,
  chatType: normalizeChatType,
  peer: (written, { channel, chatType }) => peerIdOf(written, channel, chatType ?? "", behaviours),
  agent: fold,
  thread: verbatim,
  keyPrefix: foldedValue,
  rawKeyPrefix: foldedValue,
}));

/** How the rules of `memorySearch.scope`, and of `session.sendPolicy` under `2026-11`, are read: every field is known. */
export const fullReading = /* @__PURE__ */ once((behaviours: Behaviours): RuleReading => {
  const read = readerOf(behaviours);
  return {
    value: (field, written, match) =>
      written === anyValue && !isPrefixField(field) ? undefined : read[field](written, match),
    keyPrefixOf: () => "either",
    anyValue,
    deniesUntold: behaviours.has("untold-facts-deny"),
  };
});

/** How an edition reads the rules of `session.sendPolicy`. OpenClaw's ignore what they do not know, and an empty value. */
export const sendRuleReading = /* @__PURE__ */ once((behaviours: Behaviours): RuleReading => {
  if (behaviours.has("rule-extensions")) return fullReading(behaviours);
  const read = readerOf(behaviours);
  return {
    value: (field, written, match) => (inReleases[field] ? read[field](written, match) : undefined),
    keyPrefixOf: () => "either",
    deniesUntold: false,
  };
});

/** A list of rules and its default, ready to decide. */
export interface RuleList {
  readonly rules: readonly Rule[];
  readonly precedence: Precedence;
  /** What holds where no rule matches; undefined where the host has not written it. */
  readonly default: RuleAction | undefined;
  /** Where the default is, or would be, written. */
  readonly defaultPath: string;
  /** What decides about the sessions of one key. */
  readonly matcherOf: KeyMatcher;
  readonly match: (facts: RuleFacts) => Rule | undefined;
  /** What denies for want of a fact, where by what is known nothing does. */
  readonly untoldDenial: UntoldDenials;
  /** How the rules are read. */
  readonly reading: RuleReading;
}

/** Compiles a list of rules as an edition reads it. */
export function compileRuleList(
  config: RuleListConfig | undefined,
  path: string,
  reading: RuleReading,
  precedence: Precedence,
): RuleList {
  const rules = readRules(config, path, reading);
  const matcherOf = compileRules(rules, precedence);
  return {
    rules,
    precedence,
    default: config?.default,
    defaultPath: `${path}.default`,
    matcherOf,
    match: (facts) => matcherOf(facts)(facts),
    untoldDenial: compileUntoldDenials(rules, reading),
    reading,
  };
}
