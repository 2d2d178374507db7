import type { Issue } from "../../config/issue.ts";
import { hintAmong } from "../../config/nearest.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { ruleListsOf } from "../../config/rule-lists.ts";
import { defaultAccountId, normalizeAccountId } from "../../identity/account-id.ts";
import { channelIdOf } from "../../identity/peer-id.ts";
import { isRoute } from "./binding-index.ts";
import { configuredAccounts } from "./configured-accounts.ts";
import { routingTerms } from "./routing-terms.ts";

/** A place of a config that names an account. */
interface NamedAccount {
  /** As it is written. */
  readonly name: string;
  /** As it is compared with that of a message. */
  readonly account: string;
  /** The channel whose account is meant; undefined for that of any. */
  readonly channel: string | undefined;
  readonly path: readonly (string | number)[];
}

/** Who names an account, other than all of them. */
function isNamed(name: string | undefined): name is string {
  return name !== undefined && name.trim() !== "" && name.trim() !== "*";
}

function* namedAccounts(policy: Policy): Generator<NamedAccount> {
  const { behaviours, config } = policy;
  const { account: termOf } = routingTerms(policy);
  for (const [index, binding] of (config.bindings ?? []).entries()) {
    const { accountId: name, channel } = binding.match;
    if (!isNamed(name) || !isRoute(binding, policy)) continue;
    const path = ["bindings", index, "match", "accountId"];
    yield { name, account: termOf(name), channel, path };
  }
  for (const [channel, section] of Object.entries(config.channels ?? {})) {
    if (channel === "defaults" || section === undefined || !("defaultAccount" in section)) continue;
    const { defaultAccount: name } = section;
    if (typeof name !== "string" || !isNamed(name)) continue;
    const account = normalizeAccountId(name, behaviours);
    const path = ["channels", channel, "defaultAccount"];
    yield { name, account, channel, path };
  }
  for (const { list, path } of ruleListsOf(config))
    for (const [index, { match }] of (list.rules ?? []).entries()) {
      const name = match?.account;
      if (!isNamed(name)) continue;
      const channel = match?.channel === "*" ? undefined : match?.channel;
      yield {
        name,
        account: name,
        channel,
        path: [...path, "rules", index, "match", "account"],
      };
    }
}

/**
 * Finds accounts that are named and that their channel does not have, where the config has a section for it: what is
 * written for them holds for no message that the config's own bots get.
 */
export function checkAccounts(policy: Policy): readonly Issue[] {
  const channels = configuredAccounts(policy);
  const issues: Issue[] = [];
  for (const { name, account, channel, path } of namedAccounts(policy)) {
    const id = channel === undefined ? undefined : channelIdOf(channel.trim(), policy.behaviours);
    const of =
      id === undefined ? [...channels.values()] : [channels.get(id)].filter((each) => each !== undefined);
    if (of.length === 0 || of.some(({ ids }) => ids.has(account))) continue;
    const known = [...new Set(of.flatMap(({ ids }) => [...ids]))];
    const whose = id === undefined ? "no channel has" : `${id} has no`;
    const outside = account === defaultAccountId ? " unless the environment provides it," : "";
    issues.push({
      severity: "warning",
      code: "unknown-account",
      path: formatPath(path),
      message: `${whose} account ${JSON.stringify(name)},${outside} only ${known.join(", ")}: no messages come through it`,
      hint: hintAmong(name, known),
    });
  }
  return issues;
}
