import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { knownFields } from "./known-fields.ts";
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
  return z.strictObject(
    knownFields(
      {
        mode: z.enum(known).optional(),
        atHour: hour.optional(),
        idleMinutes: wholeNumber(1).optional(),
        maxAgeMinutes: wholeNumber(1).optional(),
        graceMinutes: wholeNumber(1).optional(),
        timeZone: text(behaviours).optional(),
      },
      { maxAgeMinutes: extended, graceMinutes: extended, timeZone: extended },
    ),
  );
});
