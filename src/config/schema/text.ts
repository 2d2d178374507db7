import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import type { Behaviours } from "../../edition/edition.ts";
import { refuse } from "./refuse.ts";

const anyText = z.string();

const exactText = anyText.check((context) => {
  const trimmed = context.value.trim();
  if (trimmed === "") refuse(context, "empty-value", "text that is not empty");
  else if (trimmed !== context.value) refuse(context, "padded-value", "text without blanks around it");
});

/** An id or another text that something is compared with: a blank or padded one never matches what was meant. */
export const text = once((behaviours: Behaviours) =>
  behaviours.has("strict-settings") ? exactText : anyText,
);

/** A list that decides by what it contains; an empty one would decide nothing, or everything. `hint` shows what to write for it. */
export function listOf<Element extends z.ZodMiniType>(
  behaviours: Behaviours,
  element: Element,
  hint?: string,
) {
  const list = z.array(element);
  if (!behaviours.has("strict-settings")) return list;
  return list.check((context) => {
    if (context.value.length === 0) refuse(context, "empty-list", "a list with something in it", hint);
  });
}

/** A list of texts that decides by what it contains. */
export const texts = once((behaviours: Behaviours) => listOf(behaviours, text(behaviours)));

/** Ids as people write them; numbers are accepted, as every release accepts them. */
export const ids = once((behaviours: Behaviours) =>
  listOf(behaviours, z.union([text(behaviours), z.number()], { error: "text or a number" })),
);
