import { evaluateLogEvent, logEventNames, type LogEventName } from "../log-event/log-event.ts";
import { writeSetting, type Found } from "./finding.ts";
import type { Situation } from "./situation.ts";

/** Finds that nothing is logged, where the config speaks of logging or several people write. */
export function silentLog({ policy, severalPeople }: Situation): readonly Found[] {
  const logs = (event: LogEventName) =>
    evaluateLogEvent({ event, inputs: null, decision: null }, policy).allowed;
  if (logEventNames.some(logs) || !(severalPeople || policy.config.logging !== undefined)) return [];
  const path = "logging.events";
  return [
    {
      id: "nothing-logged",
      severity: "info",
      path,
      message:
        "Afterwards nobody could tell who was given what: neither sessions nor tools nor approvals are logged.",
      fix: writeSetting(path, Object.fromEntries(logEventNames.map((event) => [event, true]))),
    },
  ];
}
