import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { unnamedAccountAccess } from "../../policy/access/channel-access.ts";
import { unwrittenAccess } from "../../policy/defaults.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { addressOf, type ChannelAccount } from "./channel-account.ts";
import type { ConfigChange, Found, FindingFix } from "./finding.ts";
import { strangersAt } from "./people.ts";
import { nameOf } from "./participant.ts";
import type { Situation } from "./situation.ts";

/** Takes `*` out of a list. */
function withoutStar({ entries, path }: AllowListSource): ConfigChange {
  const others = entries.filter((entry) => String(entry).trim() !== "*");
  return others.length > 0 ? { path, set: others } : { path, remove: true };
}

/** Closes what is open by a list, and takes `*` out of it: neither is accepted without the other. */
function closeAccess(
  list: AllowListSource | undefined,
  account: ChannelAccount,
  { accounts, policy }: Situation,
): FindingFix["changes"] {
  const ofChannel = accounts.filter(({ channel }) => channel === account.channel).map(({ access }) => access);
  const unnamed = unnamedAccountAccess(account.channel, policy);
  const open = [account.access, ...ofChannel, ...(unnamed ? [unnamed] : [])].filter(
    (access) =>
      access.dmPolicy?.value === "open" &&
      (access === account.access || access.allowFrom?.path === list?.path),
  );
  const paths = new Set(open.flatMap(({ dmPolicy }) => dmPolicy?.path ?? []));
  return [...[...paths].map((path) => ({ path, set: "pairing" })), ...(list ? [withoutStar(list)] : [])];
}

/** Strangers who are let in directly: because the account is open, or because `*` makes pairing and lists idle. */
function openToStrangers(account: ChannelAccount, situation: Situation): readonly Found[] {
  const { access, channel } = account;
  const [stranger] = strangersAt(account, situation.policy);
  const message: Inbound = { ...addressOf(account), chatType: "direct", peer: stranger };
  if (!evaluateAccess(message, situation.policy).allowed) return [];
  const { dmPolicy, allowFrom } = access;
  const starred = allowFrom?.entries.some((entry) => String(entry).trim() === "*") === true;
  const list = starred ? allowFrom : undefined;
  const listPath = list?.path ?? `${access.path}.allowFrom`;
  const pairs = (dmPolicy?.value ?? unwrittenAccess(situation.policy.behaviours).dmPolicy) === "pairing";
  const isOpen = dmPolicy?.value === "open";
  return [
    {
      id: pairs ? "inert-pairing" : "open-direct-messages",
      severity: "high",
      path: isOpen ? dmPolicy.path : listPath,
      message: pairs
        ? 'Nobody is ever paired: "*" lets everybody write to the bot, as `dmPolicy: "open"` does.'
        : "Anybody who finds the bot could write to it and have it act.",
      fix: {
        sentence: isOpen
          ? `Write ${dmPolicy.path}: "pairing", and list in allowFrom whom you know.`
          : `Take "*" out of ${listPath}.`,
        changes: closeAccess(list, account, situation),
      },
      witness: { who: [nameOf(message)], what: `a direct chat on ${channel}`, invented: true },
    },
  ];
}

/** Finds where strangers write to the bot directly. */
export function openDirectMessages(situation: Situation): readonly Found[] {
  return situation.accounts.flatMap((account) => openToStrangers(account, situation));
}
