import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAccountId } from "../../identity/account-id.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { isRoute } from "./binding-index.ts";

/**
 * The accounts of each channel that bindings name, sorted. A binding to all accounts names none; one
 * without an account names the default one from 2026.9.4 on. Every release lists accounts in canonical
 * form, also those that route by names as they are written.
 */
export const boundAccounts = once((policy: Policy): ReadonlyMap<string, readonly string[]> => {
  const { behaviours, config } = policy;
  const named = new Map<string, Set<string>>();
  for (const binding of config.bindings ?? []) {
    const pattern = binding.match.accountId?.trim() ?? "";
    if (!isRoute(binding, policy) || pattern === "*") continue;
    if (pattern === "" && !behaviours.has("bound-default-accounts")) continue;
    const channel = channelIdOf(binding.match.channel.trim(), behaviours);
    const account = normalizeAccountId(pattern === "" ? undefined : binding.match.accountId, behaviours);
    named.set(channel, (named.get(channel) ?? new Set<string>()).add(account));
  }
  return new Map([...named].map(([channel, accounts]) => [channel, [...accounts].sort()]));
});
