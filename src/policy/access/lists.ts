import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { AllowListSource } from "./allow-list.ts";

/** The lists from which the senders of a channel are let in. */
export interface AccessLists {
  readonly dmPolicy?: string | undefined;
  readonly allowFrom?: AllowListSource | undefined;
  readonly groupAllowFrom?: AllowListSource | undefined;
  /** Who was paired, as the host stores it. */
  readonly paired?: AllowListSource | undefined;
  /** `false` where a channel's groups never fall back to `allowFrom`. */
  readonly groupsUseAllowFrom?: boolean | undefined;
}

/** Which lists hold in direct chats, and which in groups. */
export interface EffectiveLists {
  readonly direct: readonly AllowListSource[];
  readonly group: readonly AllowListSource[];
}

function present(...sources: readonly (AllowListSource | undefined)[]): readonly AllowListSource[] {
  return sources.filter((source) => source !== undefined);
}

const rules = once(({ behaviours }: Policy) => ({
  openAsksList: behaviours.has("open-heeds-list"),
  pairingStays: behaviours.has("pairing-stays-in-direct-chats"),
  blankCounts: behaviours.has("blank-group-senders-count"),
}));

/** Tells which lists hold where: paired senders in direct chats, `allowFrom` in groups that have no list of their own. */
export function effectiveLists(lists: AccessLists, policy: Policy): EffectiveLists {
  const { openAsksList, pairingStays, blankCounts } = rules(policy);
  const { dmPolicy, allowFrom, groupAllowFrom } = lists;
  const unpaired = dmPolicy === "allowlist" || (dmPolicy === "open" && openAsksList);
  const paired = unpaired ? undefined : lists.paired;
  const counts = (entry: string | number) => blankCounts || String(entry).trim() !== "";
  const own = groupAllowFrom?.entries.some(counts) === true ? groupAllowFrom : undefined;
  const fallback = pairingStays && lists.groupsUseAllowFrom === false ? undefined : allowFrom;
  return {
    direct: present(allowFrom, paired),
    group: present(own ?? fallback, pairingStays ? undefined : paired),
  };
}
