import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { demandPolicy } from "../config/policy.ts";
import { optionsOf, textOf } from "../config/given.ts";
import type { Policy } from "../config/policy.ts";
import type { Edition } from "../edition/edition.ts";
import type { ChangeSet, TraceOptions } from "../policy/trace.ts";
import { policyFingerprint } from "./fingerprint.ts";

/** What may be logged, as `logging.events` names it. */
export const logEventNames = ["sessionCreate", "sessionAccess", "toolExecution", "approvalRequests"] as const;

/** What happened. */
export type LogEventName = (typeof logEventNames)[number];

function isLogEvent(name: string): name is LogEventName {
  return logEventNames.some((known) => known === name);
}

/** Something that a host decided, and may have to log. */
export interface LogEvent<Decision = unknown> {
  /** What was done; the config says of each whether it is logged. */
  readonly event: LogEventName;
  /** What was asked; plain data. */
  readonly inputs: unknown;
  /** What was answered. */
  readonly decision: Decision;
}

/** What to write into the log: enough to ask the same again, and to tell under which policy. */
export interface LogRecord<Decision = unknown> extends LogEvent<Decision> {
  /** The edition under which it was decided. */
  readonly edition: Edition;
  /** The fingerprint of the policy. */
  readonly policy: string;
}

/** How a decision about logging came about. */
export interface LogEventTrace {
  /** The one setting that is asked, where it is written. */
  readonly settings: readonly {
    /** The path of the setting. */
    readonly setting: string;
    /** What is written there. */
    readonly value: boolean;
  }[];
  /** What would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** Whether a host should log something. */
export interface LogEventDecision<Decision = unknown> {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "log-event";
  /** Whether it should be logged. */
  readonly allowed: boolean;
  /** `configured`: the config says so; `default`: it does not say, and nothing is logged. */
  readonly reason: "configured" | "default";
  /** The setting that says so, or would if it were written. */
  readonly path: string;
  /** The record, where it should be logged. */
  readonly record?: LogRecord<Decision>;
  /** How it came about, when asked for. */
  readonly trace?: LogEventTrace;
}

/**
 * Decides whether a host should log a decision, by `logging.events`, and hands it the record. What
 * the config does not ask for is not logged: a log holds what people write and who they are.
 *
 * Source: `logging.events` as published guides write it; no OpenClaw release reads it.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ logging: { events: { toolExecution: true } } }, { edition: "2026-11" });
 * const inputs = { tool: "read", agentId: "main" };
 * const event = { event: "toolExecution", inputs, decision: evaluateTool(inputs, policy) } as const;
 * evaluateLogEvent(event, policy).record?.edition; //=> "2026-11"
 * ```
 */
export function evaluateLogEvent<Decision>(
  given: LogEvent<Decision>,
  policy: Policy,
  options?: TraceOptions,
): LogEventDecision<Decision> {
  if (isPolluted()) return unpolluted(evaluateLogEvent, given, policy, options);
  demandPolicy(policy);
  // What has no name is nothing that a config asks for.
  const { event = "" } = optionsOf(given);
  const asked = isLogEvent(event) ? policy.config.logging?.events?.[event] : undefined;
  const setting = `logging.events.${textOf(event)}`;
  const trace: LogEventTrace = {
    settings: asked === undefined ? [] : [{ setting, value: asked }],
    opposite: [[[{ setting, to: asked !== true }]]],
  };
  const common = {
    kind: "log-event",
    allowed: asked === true,
    reason: asked === undefined ? "default" : "configured",
    path: setting,
    ...(options?.trace === true && { trace }),
  } as const;
  if (!common.allowed || !isLogEvent(event)) return common;
  const record = {
    event,
    edition: policy.edition,
    policy: policyFingerprint(policy),
    inputs: given.inputs,
    decision: given.decision,
  };
  return { ...common, record };
}
