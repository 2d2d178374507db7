import { once } from "../../edition/once.ts";
import type { RuleListConfig } from "../../config/config.ts";
import { isPrefixField } from "../../config/rule-fields.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { chatTypeBySubstring, filledSegments } from "../rule/key-reading.ts";
import { compileRuleList, type RuleList } from "../rule/rule-list.ts";
import type { RuleReading } from "../rule/rule.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { noFacts, type RuleFacts } from "../rule/rule-facts.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** The applied scope where the config has none. */
export const defaultQmdScope = /* @__PURE__ */ once((behaviours: Behaviours): RuleListConfig => ({
  default: "deny",
  rules: [
    { action: "allow", match: { chatType: "direct" } },
    ...(behaviours.has("memory-default-with-channels")
      ? [{ action: "allow" as const, match: { chatType: "channel" as const } }]
      : []),
  ],
}));

/** Channels and chat types are compared verbatim, so that `Discord` and `dm` never match. */
const qmdReading = /* @__PURE__ */ once((behaviours: Behaviours): RuleReading => {
  if (!behaviours.has("memory-scope-folded"))
    return { value: (_, written) => written || undefined, keyPrefixOf: () => "raw", deniesUntold: false };
  return {
    value: (field, written) => (isPrefixField(field) ? fold(written) : written) || undefined,
    keyPrefixOf: (prefix) => (prefix.startsWith("agent:") ? "raw" : "scoped"),
    deniesUntold: false,
  };
});

/** Compiles a `memory.qmd.scope`: the first rule that matches decides. */
export function compileQmdScope(scope: RuleListConfig | undefined, behaviours: Behaviours): RuleList {
  return compileRuleList(scope, "memory.qmd.scope", qmdReading(behaviours), "first-match");
}

/** The key without its agent, folded. Sub-agents' keys are empty: nothing is concluded from them. */
function withoutAgent(key: string, anyCase: boolean, trims: boolean): string {
  const trimmed = key.trim();
  const segments = filledSegments(anyCase ? lowerCase(trimmed) : trimmed);
  const scoped = segments.length >= 3 && segments[0] === "agent" ? segments.slice(2).join(":") : trimmed;
  const folded = trims ? fold(scoped) : lowerCase(scoped);
  return folded.startsWith("subagent:") ? "" : folded;
}

function byTokens(segments: readonly string[]): ChatType | undefined {
  return (["group", "channel"] as const).find((word) => segments.includes(word));
}

/**
 * What `memory.qmd.scope` took from a key, 2026.2.2 to 2026.7. Whatever is neither a group nor a
 * channel passes for a direct chat: cron jobs, hooks and old group keys among them.
 */
export function qmdKeyReader(behaviours: Behaviours): (key: string) => RuleFacts {
  const words = new Set<string | undefined>(["group", "channel", "dm"]);
  if (behaviours.has("memory-channel-of-direct-keys")) words.add("direct");
  const folded = behaviours.has("memory-scope-folded");
  const anyCase = behaviours.has("memory-agent-part-any-case");
  const trims = behaviours.has("memory-key-blanks-dropped");
  return (key) => {
    const scopedKey = withoutAgent(key, anyCase, trims);
    const rawKey = folded ? fold(key) : key;
    if (scopedKey === "") return { ...noFacts, rawKey, scopedKey };
    const segments = filledSegments(scopedKey);
    const [first = "", second] = segments;
    const named = words.has(second);
    return {
      ...noFacts,
      rawKey,
      scopedKey,
      channel: (named && (trims ? first.trim() : first)) || undefined,
      chatType: (named && folded ? byTokens(segments) : chatTypeBySubstring(scopedKey)) ?? "direct",
    };
  };
}
