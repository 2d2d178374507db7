import type { Config, ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { ceiling } from "../../../src/policy/ceiling/ceiling.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

/** What the ceiling of two configs writes, and what it notes, each with its place. */
export function met(
  a: ConfigInput,
  b: ConfigInput,
  edition: Edition = "2026-11",
): { readonly config: Config; readonly notes: readonly string[] } {
  const found = ceiling(uncheckedPolicy(a, edition), uncheckedPolicy(b, edition));
  if (!found.ok) throw new Error(found.reason);
  return {
    config: found.policy.config,
    notes: found.notes.map(({ path, message }) => `${path}: ${message}`),
  };
}

/** What is written, and beside it what is noted, where anything is. */
export function withNotes(written: object | undefined, notes: readonly string[]): object | undefined {
  return notes.length === 0 ? written : { ...written, notes };
}
