import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { logEventNames, type LogRecord } from "../log-event.ts";

/** What a record tells of who asked for what, and of the answer; what it does not tell is undefined. */
export interface ReadRecord {
  /** The key of the session that asked, or the sender at the door. */
  readonly who: string | undefined;
  readonly session: string | undefined;
  readonly agentId: string | undefined;
  /** Whether it was allowed; undefined for an answer that is neither. */
  readonly allowed: boolean | undefined;
  readonly reason: string | undefined;
  /** The session that was read, where another one was and the one that asked did not start it. */
  readonly readSession: string | undefined;
  /** The tool that was used. */
  readonly tool: string | undefined;
}

/** Whether something is a record of the log, as far as it is looked at. */
export function isLogRecord(given: unknown): given is LogRecord {
  return (
    isObject(given) &&
    logEventNames.some((name) => name === given["event"]) &&
    isObject(given["inputs"]) &&
    isObject(given["decision"])
  );
}

function textIn(given: unknown, field: string): string | undefined {
  const value = isObject(given) ? given[field] : undefined;
  return isText(value) && value !== "" ? value : undefined;
}

/** A session as requests name it: by its key, or by something that has one. */
function keyOf(given: unknown): string | undefined {
  return isText(given) && given !== "" ? given : textIn(given, "key");
}

/** Somebody who wrote a message, as people name them: `telegram:7`. */
function senderOf(inputs: unknown): string | undefined {
  const channel = textIn(inputs, "channel");
  const id = textIn(inputs, "sender") ?? textIn(inputs, "peer");
  return channel === undefined || id === undefined ? undefined : `${channel}:${id}`;
}

function flagIn(decision: Readonly<Record<string, unknown>>): boolean | undefined {
  const { allowed, ok } = decision;
  const flag = allowed ?? ok;
  return typeof flag === "boolean" ? flag : undefined;
}

/** Reasons for which a session may read one that is not its own, nor one that it started. */
const acrossSessions: ReadonlySet<unknown> = new Set(["same-agent", "agent-to-agent"]);

/** Reads a record of the log. */
export function readRecord({ inputs, decision }: LogRecord): ReadRecord {
  const asked: Readonly<Record<string, unknown>> = isObject(inputs) ? inputs : {};
  const answered: Readonly<Record<string, unknown>> = isObject(decision) ? decision : {};
  const session = keyOf(asked["requester"]) ?? keyOf(asked);
  const parts = session === undefined ? undefined : parseSessionKey(session);
  const agentId = textIn(asked, "agentId") ?? (parts && "agentId" in parts ? parts.agentId : undefined);
  const allowed = flagIn(answered);
  const isRead = answered["kind"] === "visibility" && answered["action"] === "history" && allowed === true;
  const isTool = answered["kind"] === "tool" && allowed === true;
  return {
    who: session ?? senderOf(asked) ?? (agentId === undefined ? undefined : `agent:${agentId}`),
    session,
    agentId,
    allowed,
    reason: textIn(answered, "reason"),
    readSession: isRead && acrossSessions.has(answered["reason"]) ? keyOf(asked["target"]) : undefined,
    tool: isTool ? (textIn(answered["alias"], "meant") ?? textIn(asked, "tool")) : undefined,
  };
}
