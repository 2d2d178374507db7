import type * as z from "zod/mini";
import type { IssueCode } from "../issue-codes.ts";

/** Refuses a value under a code of our own, without keeping other faults from being found; `hint` shows what to write instead. */
export function refuse<Value>(
  context: z.core.ParsePayload<Value>,
  code: IssueCode,
  expected: string,
  hint?: string,
): void {
  context.issues.push({
    code: "custom",
    input: context.value,
    message: expected,
    params: { code, ...(hint !== undefined && { hint }) },
    continue: true,
  });
}
