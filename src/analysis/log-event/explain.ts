import type { LogEventDecision } from "./log-event.ts";

/**
 * Says in a sentence why something is logged or not.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * explainLogEvent(evaluateLogEvent({ event: "sessionCreate", inputs: {}, decision: {} }, policy));
 * //=> "It is not logged: logging.events.sessionCreate is not written."
 * ```
 */
export function explainLogEvent({ allowed, reason, path }: LogEventDecision): string {
  if (reason === "default") return `It is not logged: ${path} is not written.`;
  return `It is ${allowed ? "" : "not "}logged: ${path} is ${allowed ? "on" : "off"}.`;
}
