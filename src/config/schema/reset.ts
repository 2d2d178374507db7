import * as z from "zod/mini";
import { perEdition } from "../../edition/per-edition.ts";
import { closedSettings } from "./settings.ts";
import { text } from "./text.ts";
import { wholeNumber } from "./whole-number.ts";

const modes = ["none", "daily", "idle", "any", "all"] as const;

/** An hour of the day. */
export const hour = wholeNumber(0, 23);

/** `reset`, one entry of `resetByType`, or one of `resetByChannel`. */
export const resetSchema = perEdition((behaviours) => {
  const extended = behaviours.has("reset-extensions");
  const none = behaviours.has("reset-none-setting");
  const known = modes.filter(
    (mode) => mode === "daily" || mode === "idle" || (mode === "none" ? none : extended),
  );
  return closedSettings(
    {
      mode: z.enum(known),
      atHour: hour,
      idleMinutes: wholeNumber(1),
      maxAgeMinutes: wholeNumber(1),
      graceMinutes: wholeNumber(1),
      timeZone: text(behaviours),
    },
    { maxAgeMinutes: extended, graceMinutes: extended, timeZone: extended },
  );
});
