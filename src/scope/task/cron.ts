import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isText } from "../../config/given.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import { mainSessionKey } from "../key/main-key.ts";
import { toStoreKey } from "../key/request-key.ts";
import { formatSessionKey } from "../key/session-key.ts";
import { canonicalizeMainAlias } from "../session/main-session.ts";
import { ownTaskKey } from "./own-session.ts";
import type { CronTask, TaskRefusal, TaskSession } from "./task.ts";

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  normalized: behaviours.has("cron-targets-normalized"),
  mayBeBound: behaviours.has("cron-jobs-bound"),
  namesSessions: behaviours.has("cron-targets-name-sessions"),
  aliasesFolded: behaviours.has("cron-aliases-folded"),
  namesChecked: behaviours.has("cron-session-names-checked"),
  withoutSlashes: behaviours.has("cron-session-names-without-slashes"),
  currentIsSource: behaviours.has("cron-current-is-source"),
  closed: behaviours.has("tasks-closed"),
}));

/**
 * The stored key of a session that a job of an agent names: `main` and blank are the agent's main session, a whole key is
 * kept, whosever it is, and anything else is a session of the agent's. From 2026.3.31 on the main session of the agent
 * `main` means that of the job's own agent. Undefined under `2026-11` for another agent's key, or one that cannot be read.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * cronSessionKey("report", "ops", policy); //=> "agent:ops:report"
 * cronSessionKey("agent:main:main", "ops", policy); //=> undefined
 * ```
 */
export function cronSessionKey(sessionKey: string, agentId: string, policy: Policy): string | undefined {
  if (isPolluted()) return unpolluted(cronSessionKey, sessionKey, agentId, policy);
  demandPolicy(policy);
  const key = isText(sessionKey) ? toStoreKey({ key: sessionKey.trim(), agentId }, policy) : undefined;
  return key !== undefined && rules(policy).aliasesFolded ? canonicalizeMainAlias(key, agentId, policy) : key;
}

type Target =
  | { readonly to: "main" | "isolated" | "current" }
  | { readonly to: "session"; readonly name: string }
  | { readonly to: "as-written"; readonly text: string }
  | "malformed";

function byPayload({ payload }: CronTask): Target {
  return { to: payload === "systemEvent" ? "main" : "isolated" };
}

/** Reads where a job is to run. */
function readTarget(task: CronTask, policy: Policy): Target {
  const { normalized, namesChecked, namesSessions, withoutSlashes } = rules(policy);
  const { target } = task;
  if (target === undefined) return byPayload(task);
  if (!normalized)
    return target === "main" || target === "isolated" ? { to: target } : { to: "as-written", text: target };
  const word = fold(target);
  if (word === "main" || word === "isolated") return { to: word };
  if (!namesSessions) return byPayload(task);
  if (word === "current") return { to: word };
  if (!word.startsWith("session:")) return byPayload(task);
  const name = target.trim().slice("session:".length).trim();
  const unsound = name === "" || name.includes("\0") || (withoutSlashes && /[/\\]/.test(name));
  if (namesChecked && unsound) return "malformed";
  return name === "" ? byPayload(task) : { to: "session", name };
}

/** The session in which a scheduled job runs. */
export function cronSession(task: CronTask, policy: Policy): TaskSession {
  const { behaviours, config } = policy;
  const { closed, currentIsSource, mayBeBound, normalized } = rules(policy);
  const agentId = normalizeAgentId(task.agentId);
  const target = readTarget(task, policy);
  const named = ["main", "isolated", undefined].includes(task.target);
  // What a release's own schema would not store it runs all the same.
  const toMain = target !== "malformed" && target.to === "main";
  const bound = task.sessionKey !== undefined && !mayBeBound && !toMain;
  const unstorable = normalized ? bound : !named;
  const marks = unstorable ? ({ unstorable: true } as const) : {};

  function refuse(reason: TaskRefusal, word?: string): TaskSession {
    return {
      kind: "task-session",
      ok: false,
      task: "cron",
      reason,
      ...(word !== undefined && { target: word }),
      ...marks,
    };
  }

  function place(word: string, key: string, named: "nothing" | "session", source?: string): TaskSession {
    const placed = {
      kind: "task-session",
      ok: true,
      task: "cron",
      key,
      agentId,
      named,
      target: word,
      ...marks,
    } as const;
    return source === undefined ? placed : { ...placed, source };
  }

  function ownKey(): string {
    return behaviours.has("key-grammar")
      ? formatSessionKey({ kind: "cron", agentId, job: task.job })
      : (toStoreKey({ key: `cron:${task.job}`, agentId }, policy) ?? "");
  }

  function inSession(word: string, name: string): TaskSession {
    if (task.payload !== "agentTurn") return refuse("wrong-payload", word);
    if (closed) {
      const own = ownTaskKey(name, agentId, policy);
      return "key" in own ? place(word, own.key, "session") : refuse(own.refusal, word);
    }
    return place(word, cronSessionKey(name, agentId, policy) ?? "", "session");
  }

  if (target === "malformed") return refuse("malformed-target");
  if (target.to === "as-written") return place(target.text, ownKey(), "nothing");
  if (target.to === "session") return inSession(`session:${target.name}`, target.name);
  if (target.to === "main")
    return task.payload === "systemEvent"
      ? place("main", mainSessionKey(agentId, config.session?.mainKey, behaviours), "nothing")
      : refuse("wrong-payload", "main");
  const context = task.context?.trim() ?? "";
  if (target.to === "current" && !currentIsSource && context !== "")
    return inSession(`session:${context}`, context);
  const origin = (context === "" ? task.sessionKey?.trim() : context) ?? "";
  const source =
    target.to === "current" && currentIsSource && origin !== ""
      ? cronSessionKey(origin, agentId, policy)
      : undefined;
  const word = source === undefined ? "isolated" : "current";
  if (task.payload !== "agentTurn") return refuse("wrong-payload", word);
  return place(word, ownKey(), "nothing", source);
}
