import { isEdition } from "../../edition/edition.ts";
import { formatTimeOfDay } from "../../config/time-of-day.ts";
import type { Policy } from "../../config/policy.ts";
import type { ResetOverride } from "../../lifecycle/reset/override.ts";
import { resetPolicies, resetsDaily, timeOfReset, type ResetPolicy } from "../../lifecycle/reset/policy.ts";
import { channelName } from "../channel-names.ts";
import { joined } from "../enumeration.ts";
import { alike, statement, type Source, type Statement } from "./statement.ts";

const units = [
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** A length of time in the greatest unit that measures it exactly: `2 hours`. */
function duration(minutes: number): string {
  const [unit, length] = units.find(([, length]) => minutes % length === 0 && minutes >= length) ?? units[2];
  const count = minutes / length;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** When conversations end of themselves, after their name: `start over every day at 04:00 (UTC)`. */
function whenOver(reset: ResetPolicy): string {
  const { mode, idleMinutes = 0, maxAgeMinutes = 0, graceMinutes = 0, timeZone } = reset;
  const time = `at ${formatTimeOfDay(timeOfReset(reset))} (${timeZone})`;
  const silence = `after ${duration(idleMinutes)} without a message`;
  const ways =
    mode === "none"
      ? []
      : mode === "all"
        ? [`every day ${time}, if nobody has written for ${duration(idleMinutes)}`]
        : [
            ...(resetsDaily(reset) ? [`every day ${time}`] : []),
            ...(idleMinutes > 0 ? [silence] : []),
            ...(maxAgeMinutes > 0 ? [`once they are ${duration(maxAgeMinutes)} old`] : []),
          ];
  if (ways.length === 0) return "never start over by themselves";
  const first = ways.length > 1 ? ", whichever comes first" : "";
  const grace = graceMinutes > 0 ? `, but not within ${duration(graceMinutes)} of the last message` : "";
  return `start over ${joined(ways, "or")}${first}${grace}`;
}

/** The setting that decides when, the mode's before the hour's and the windows'. */
function sourceOf(reset: ResetPolicy): Source {
  const { mode, atHour, idleMinutes, maxAgeMinutes } = reset.from;
  const asked = [mode, ...(resetsDaily(reset) ? [atHour] : []), idleMinutes, maxAgeMinutes];
  const written = asked.find((path) => path !== undefined && !isEdition(path));
  if (written !== undefined) return { path: written };
  return isEdition(mode) ? { path: "session.reset", defaultOf: mode } : { path: mode };
}

/** Whose conversations an override is about. */
function nameOf(override: ResetOverride): string {
  switch (override.for) {
    case "channel":
      return `conversations on ${channelName(override.channel)}`;
    case "agent":
      return `conversations of the agent ${override.agentId}`;
    case "group": {
      const { account, channel, peer } = override;
      const to = account === undefined ? "" : ` (account ${account})`;
      return peer === "*"
        ? `conversations in ${channelName(channel)} groups${to}`
        : `conversations in the ${channelName(channel)} group ${peer}${to}`;
    }
  }
}

const typeNames = {
  direct: "direct conversations",
  group: "conversations in groups",
  thread: "conversations in threads",
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Says when conversations start over. */
export function describeResets(policy: Policy): readonly Statement[] {
  const { byType, overrides } = resetPolicies(policy);
  // Before 2026.2.9 direct chats are called by another word.
  const direct = policy.behaviours.has("direct-reset-type") ? byType.direct : byType.dm;
  const types = (Object.keys(typeNames) as (keyof typeof typeNames)[]).map((type) => ({
    name: typeNames[type],
    reset: type === "direct" ? direct : byType[type],
  }));
  const groups = alike(types, ({ reset }) => whenOver(reset));
  const ofTypes = groups.map((group) => {
    const names = group.length === types.length ? "conversations" : joined(group.map(({ name }) => name));
    const [{ reset }] = group;
    return statement("resets", `${capital(names)} ${whenOver(reset)}.`, sourceOf(reset));
  });
  const ofOverrides = overrides
    // What every object has is no channel that anybody has.
    .filter(({ override }) => Object.keys(override.entry).length > 0)
    .map(({ override, policy: reset }) =>
      statement("resets", `${capital(nameOf(override))} ${whenOver(reset)}.`, { path: override.path }),
    );
  return [...ofTypes, ...ofOverrides];
}
