import type * as z from "zod/mini";

/** Refuses a value under a code of our own, without keeping other faults from being found. */
export function refuse<Value>(context: z.core.ParsePayload<Value>, code: string, expected: string): void {
  context.issues.push({
    code: "custom",
    input: context.value,
    message: expected,
    params: { code },
    continue: true,
  });
}
