import type { BindingConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { defaultAccountId } from "../../identity/account-id.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { numberWithin, tellStrayCharacters } from "../../identity/stray-characters.ts";
import { isRoute, bindingIndex } from "./binding-index.ts";
import { placementsOf, type Placement } from "./binding-tiers.ts";
import { configuredAccounts } from "./configured-accounts.ts";
import { lowestMatch, nobody } from "./constraint-tree.ts";
import { routingTerms } from "./routing-terms.ts";

type Path = readonly (string | number)[];

function warning(code: Issue["code"], path: Path, message: string, hint: string): Issue {
  return { severity: "warning", code, path: formatPath(path), message, hint };
}

function neverWins(binding: BindingConfig, index: number, policy: Policy): readonly Issue[] {
  const shadow = shadowingBinding(binding, index, policy);
  const path = ["bindings", index];
  if (shadow === undefined) return [];
  if (shadow === "impossible")
    return [
      warning(
        "binding-impossible",
        path,
        "never wins: no message has such a channel or peer",
        "name the channel, and the peer's kind and id",
      ),
    ];
  const message = `never wins: ${formatPath(["bindings", shadow])} asks for no more and comes before it`;
  return [warning("binding-shadowed", path, message, "move it up, or remove it")];
}

function strayCharacters({ match }: BindingConfig, index: number): readonly Issue[] {
  const ids: readonly (readonly [Path, string | undefined])[] = [
    [["peer", "id"], match.peer?.id],
    [["guildId"], match.guildId],
    [["teamId"], match.teamId],
    ...(match.roles ?? []).map((role, at) => [["roles", at], role] as const),
  ];
  return ids.flatMap(([field, id = ""]) => {
    const number = numberWithin(id);
    if (number === undefined) return [];
    const path = ["bindings", index, "match", ...field];
    return [warning("id-stray-characters", path, tellStrayCharacters(id), `write "${number}"`)];
  });
}

function missingAccount(
  accounts: readonly string[],
  { match }: BindingConfig,
  index: number,
): readonly Issue[] {
  if (match.accountId !== undefined || !accounts.some((account) => account !== defaultAccountId)) return [];
  const message = `without accountId it serves only the account "${defaultAccountId}", and ${match.channel} has ${accounts.join(", ")}`;
  return [
    warning(
      "binding-without-account",
      ["bindings", index, "match"],
      message,
      'name the accountId, or write "*" for all',
    ),
  ];
}

/**
 * Finds bindings that deserve a look: those that can never win, ids that were copied with something around
 * them, and those that serve only the default account though the channel has others.
 */
export function checkBindings(policy: Policy): readonly Issue[] {
  const accounts = configuredAccounts(policy);
  return (policy.config.bindings ?? []).flatMap((binding, index) => {
    if (!isRoute(binding, policy)) return [];
    const channel = channelIdOf(binding.match.channel.trim(), policy.behaviours);
    return [
      ...neverWins(binding, index, policy),
      ...strayCharacters(binding, index),
      ...missingAccount(accounts.get(channel)?.names ?? [], binding, index),
    ];
  });
}

/**
 * Of the bindings that win every message which a binding would match, the first; `"impossible"` when no
 * message can match it; undefined when it can win. A binding is asked about like a message that has
 * just what it asks for: whatever matches that, matches every message of it.
 */
function shadowingBinding(
  { match }: BindingConfig,
  index: number,
  policy: Policy,
): number | "impossible" | undefined {
  const { behaviours } = policy;
  const placements = placementsOf(match, routingTerms(policy), behaviours);
  if (placements.length === 0) return "impossible";
  const attempts = bindingIndex(policy).attempts.get(channelIdOf(match.channel.trim(), behaviours)) ?? [];

  function firstIn({ tier, wants }: Placement): number {
    const tree = attempts.find(({ matchedBy }) => matchedBy === `binding.${tier}`)?.tree ?? nobody;
    const facts = {
      account: wants.account?.[0],
      kind: wants.kind?.[0],
      peer: wants.peer?.[0],
      guild: wants.guild?.[0],
      team: wants.team?.[0],
    };
    // A message with any one of the roles matches, so each of them must be covered.
    const roles = wants.role === undefined ? [[]] : wants.role.map((role) => [role]);
    return Math.max(...roles.map((role) => lowestMatch(tree, { ...facts, role })));
  }

  const first = Math.max(...placements.map(firstIn));
  return first < index ? first : undefined;
}
