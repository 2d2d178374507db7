import type { Behaviours } from "../edition/edition.ts";
import { canonicalId } from "./canonical-id.ts";

/** The account that is meant where none is named. */
export const defaultAccountId = "default";

const prototypeNames: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

/**
 * Writes an account's name as its id. Under an `openclaw@` edition it is cleaned like an agent's
 * and `"default"` when nothing remains; under `2026-11` it is kept as it is, so that no two
 * accounts merge.
 */
export function normalizeAccountId(name: string | null | undefined, behaviours: Behaviours): string {
  if (behaviours.has("account-ids-kept")) return name ?? defaultAccountId;
  return normalizeOptionalAccountId(name, behaviours) ?? defaultAccountId;
}

/** Writes an account's name as its id; undefined when none is named or nothing of the name can be kept. */
export function normalizeOptionalAccountId(
  name: string | null | undefined,
  behaviours: Behaviours,
): string | undefined {
  if (behaviours.has("account-ids-kept")) return name ?? undefined;
  const id = canonicalId(name ?? "");
  if (id === undefined) return undefined;
  return behaviours.has("prototype-accounts-are-default") && prototypeNames.has(id) ? undefined : id;
}
