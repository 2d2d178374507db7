import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText } from "../../config/given.ts";
import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { splitAgentKey } from "./agent-key.ts";
import type { SessionKeyParts } from "./parts.ts";
import { parseSessionKey } from "./session-key.ts";

/**
 * What a key names: one of the shapes that `parseSessionKey` reads; nothing (`missing`); a name
 * that must be given an agent first (`alias`); a key that starts like an agent's and is none
 * (`malformed`), or that several shapes fit (`ambiguous`).
 */
export type SessionKeyKind = SessionKeyParts["kind"] | "missing" | "alias" | "malformed" | "ambiguous";

const agentPrefix = /^agent:/i;
const agentKey = /^agent:[^:]+:[^:]/i;

/**
 * Tells what a key names, by its structure and never by a word inside an id.
 *
 * @example
 * ```ts
 * classifySessionKey("agent:main:cron:daily:run:7"); //=> "cron"
 * classifySessionKey("telegram:group:-100"); //=> "alias"
 * classifySessionKey("agent:main:telegram:group:direct:5"); //=> "ambiguous"
 * ```
 */
export function classifySessionKey(key: string): SessionKeyKind {
  if (isPolluted()) return unpolluted(classifySessionKey, key);
  const parts = parseSessionKey(key);
  if (parts !== undefined) return parts.kind;
  if (!isText(key) || key.trim() === "") return "missing";
  if (agentKey.test(key)) return "ambiguous";
  return agentPrefix.test(key) ? "malformed" : "alias";
}

interface KindRules {
  readonly isSubagent: (key: string) => boolean;
  readonly subagentDepth: (key: string) => number;
  readonly isAcp: (key: string) => boolean;
  readonly isCron: (key: string) => boolean;
  readonly isCronRun: (key: string) => boolean;
  readonly isHiddenRun: (key: string) => boolean;
}

const structural: KindRules = {
  isSubagent: (key) => parseSessionKey(key)?.kind === "subagent",
  subagentDepth: (key) => {
    const parts = parseSessionKey(key);
    if (parts?.kind === "subagent") return parts.path.length;
    return parts?.kind === "cron" ? (parts.subagents?.length ?? 0) : 0;
  },
  isAcp: (key) => {
    const kind = parseSessionKey(key)?.kind;
    return kind === "acp" || kind === "acp-binding";
  },
  isCron: (key) => parseSessionKey(key)?.kind === "cron",
  isCronRun: (key) => {
    const parts = parseSessionKey(key);
    return parts?.kind === "cron" && parts.run !== undefined;
  },
  isHiddenRun: (key) => parseSessionKey(key)?.kind === "internal-session-effects",
};

function textual(behaviours: Behaviours): KindRules {
  const nameOf = (key: string) => splitAgentKey(key, behaviours)?.rest;
  const startsWith = (key: string, word: string) =>
    fold(key).startsWith(word) || fold(nameOf(key) ?? "").startsWith(word);
  const cronRun = behaviours.has("cron-runs-have-children")
    ? /^cron:[^:]+:run:[^:]+(?::|$)/
    : /^cron:[^:]+:run:[^:]+$/;
  return {
    isSubagent: (key) => startsWith(key, "subagent:"),
    subagentDepth: behaviours.has("bare-subagents-count")
      ? (key) => fold(nameOf(key) ?? key).match(/(?:^|:)subagent:/g)?.length ?? 0
      : (key) => fold(key).split(":subagent:").length - 1,
    isAcp: (key) => startsWith(key, "acp:"),
    isCron: (key) => fold(nameOf(key) ?? "").startsWith("cron:"),
    isCronRun: (key) => cronRun.test(nameOf(key) ?? ""),
    isHiddenRun: (key) => /^agent:[^:]*:internal-session-effects:/.test(key),
  };
}

const kindRules = /* @__PURE__ */ once((behaviours: Behaviours): KindRules =>
  behaviours.has("key-grammar") ? structural : textual(behaviours),
);

/** Whether a key is a sub-agent's session. The openclaw@ editions ask where the word stands in the text. */
export function isSubagentKey(key: string | null | undefined, behaviours: Behaviours): boolean {
  return kindRules(behaviours).isSubagent(key ?? "");
}

/** How many sub-agents deep a session is; 0 for any other session. */
export function subagentDepth(key: string | null | undefined, behaviours: Behaviours): number {
  return kindRules(behaviours).subagentDepth(key ?? "");
}

/** Whether a key is an ACP session. */
export function isAcpKey(key: string | null | undefined, behaviours: Behaviours): boolean {
  return kindRules(behaviours).isAcp(key ?? "");
}

/** Whether a key is a scheduled job's session, or one of its runs. */
export function isCronKey(key: string | null | undefined, behaviours: Behaviours): boolean {
  return kindRules(behaviours).isCron(key ?? "");
}

/** Whether a key is one run of a scheduled job; since 2026.5.12 also what the run started. */
export function isCronRunKey(key: string | null | undefined, behaviours: Behaviours): boolean {
  return kindRules(behaviours).isCronRun(key ?? "");
}

/**
 * Whether a key is that of a run that nobody sees. The openclaw@ editions ask it of the key as written: in
 * capitals it is none, though every other question ignores case.
 */
export function isHiddenRunKey(key: string | null | undefined, behaviours: Behaviours): boolean {
  return kindRules(behaviours).isHiddenRun(key ?? "");
}
