import * as z from "zod/mini";
import type { Behaviours } from "../../edition/edition.ts";
import { readByteSize } from "../byte-size.ts";
import { readDuration } from "../duration.ts";
import { refuse } from "./refuse.ts";

type Amount = string | number | false;

/** Text or a number, whatever it says. */
export const amount = z.union([z.string(), z.number()], { error: "text or a number" });

/** The same, or `false` for none at all. */
export const amountOrOff = z.union([z.string(), z.number(), z.literal(false)], {
  error: "text, a number or false",
});

/** Refuses what is no duration, and a duration of zero where the edition does. */
export function isDuration<Schema extends z.ZodMiniType<Amount>>(
  schema: Schema,
  behaviours: Behaviours,
): Schema {
  const aboveZero = behaviours.has("zero-durations-refused");
  const expected = aboveZero ? "a duration above zero, such as 30d" : "a duration, such as 30d";
  return schema.check((context) => {
    if (context.value === false) return;
    const duration = readDuration(String(context.value), "d", behaviours);
    if (duration === undefined) refuse(context, "malformed-duration", expected);
    else if (duration === 0 && aboveZero) refuse(context, "out-of-range", expected);
  });
}

/** Refuses what is no size in bytes. */
export function isByteSize<Schema extends z.ZodMiniType<Amount>>(
  schema: Schema,
  behaviours: Behaviours,
): Schema {
  return schema.check((context) => {
    if (context.value === false || readByteSize(String(context.value), behaviours) !== undefined) return;
    refuse(context, "malformed-size", "a size, such as 10mb");
  });
}
