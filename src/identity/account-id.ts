import { once } from "../edition/once.ts";
import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { remember } from "../edition/remember.ts";
import { canonicalId } from "../config/canonical-id.ts";

/** The account that is meant where none is named. */
export const defaultAccountId = "default";

function isPrototypeName(id: string): boolean {
  return id === "__proto__" || id === "prototype" || id === "constructor";
}

type AccountIdRule = (name: string | null | undefined) => string | undefined;

const optionalRule = /* @__PURE__ */ once((behaviours: Behaviours): AccountIdRule => {
  if (behaviours.has("account-ids-kept")) return (name) => name ?? undefined;
  if (!behaviours.has("prototype-accounts-are-default")) return (name) => canonicalId(name ?? "");
  return (name) => {
    const id = canonicalId(name ?? "");
    return id === undefined || isPrototypeName(id) ? undefined : id;
  };
});

/** How an edition writes accounts' names as ids; see `normalizeAccountId`. Every message names one, and a host has few. */
export const accountIdRule = /* @__PURE__ */ once((behaviours: Behaviours) => {
  if (behaviours.has("account-ids-kept"))
    return (name: string | null | undefined) => name ?? defaultAccountId;
  const optionalId = optionalRule(behaviours);
  const idOf = remember((name) => optionalId(name) ?? defaultAccountId);
  return (name: string | null | undefined) => idOf(name ?? "");
});

/** How accounts' names are written as ids under a policy, for rooms that evaluate. */
export const accountIds = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  return accountIdRule(behaviours);
});

/**
 * Writes an account's name as its id. Under an `openclaw@` edition it is cleaned like an agent's
 * and `"default"` when nothing remains; under `2026-11` it is kept as it is, so that no two
 * accounts merge.
 */
export function normalizeAccountId(name: string | null | undefined, behaviours: Behaviours): string {
  return accountIdRule(behaviours)(name);
}

/** Writes an account's name as its id; undefined when none is named or nothing of the name can be kept. */
export function normalizeOptionalAccountId(
  name: string | null | undefined,
  behaviours: Behaviours,
): string | undefined {
  return optionalRule(behaviours)(name);
}
