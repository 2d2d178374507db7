import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { readTimeOfDay } from "../time-of-day.ts";
import { refuse } from "./refuse.ts";
import { closedSettings } from "./settings.ts";
import { text } from "./text.ts";
import { wholeNumber } from "./whole-number.ts";

const modes = ["none", "daily", "idle", "any", "all"] as const;

/** An hour of the day. */
const hour = wholeNumber(0, 23);

const expectedTime = "a time of day, HH:MM";

/** A time of the day, to the minute. */
const timeOfDay = z.string({ error: expectedTime }).check((context) => {
  if (readTimeOfDay(context.value) === undefined) refuse(context, "malformed-time", expectedTime);
});

/** `reset`, one entry of `resetByType`, or one of `resetByChannel`. */
export const resetSchema = once((behaviours: Behaviours) => {
  const extended = behaviours.has("reset-extensions");
  const none = behaviours.has("reset-none-setting");
  const known = modes.filter(
    (mode) => mode === "daily" || mode === "idle" || (mode === "none" ? none : extended),
  );
  return closedSettings(
    {
      mode: z.enum(known),
      at: timeOfDay,
      atHour: hour,
      idleMinutes: wholeNumber(1),
      maxAgeMinutes: wholeNumber(1),
      graceMinutes: wholeNumber(1),
      timeZone: text(behaviours),
    },
    {
      at: behaviours.has("resets-to-the-minute"),
      maxAgeMinutes: extended,
      graceMinutes: extended,
      timeZone: extended,
    },
  );
});

/** The short spelling of the daily part of `session.reset`: whether there is a daily reset, or when. */
export const dailyResetSchema = once((behaviours: Behaviours) =>
  z.union(
    [
      z.boolean(),
      hour,
      timeOfDay,
      closedSettings({ at: timeOfDay, atHour: hour, timeZone: text(behaviours) }),
    ],
    {
      error: "true, false, an hour (0 to 23), a time of day (HH:MM), or { at, atHour, timeZone }",
    },
  ),
);
