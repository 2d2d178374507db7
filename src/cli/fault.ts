import type { Issue } from "../config/issue.ts";

/** Thrown where the command was called wrongly, or a file cannot be read at all. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Thrown where a file was read and what stands in it is not sound. */
export class UnsoundFile extends Error {
  readonly issues: readonly Issue[];
  /** A call that mends it, where there is one, in a sentence. */
  readonly offer: string | undefined;

  constructor(message: string, issues: readonly Issue[], offer?: string) {
    super(message);
    this.name = "UnsoundFile";
    this.issues = issues;
    this.offer = offer;
  }
}
