import type { Policy } from "../../config/policy.ts";
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

/** Tells which lists hold where: paired senders in direct chats, `allowFrom` in groups that have no list of their own. */
export function effectiveLists(lists: AccessLists, { behaviours }: Policy): EffectiveLists {
  const { dmPolicy, allowFrom, groupAllowFrom } = lists;
  const unpaired = dmPolicy === "allowlist" || (dmPolicy === "open" && behaviours.has("open-heeds-list"));
  const paired = unpaired ? undefined : lists.paired;
  const stays = behaviours.has("pairing-stays-in-direct-chats");
  const blankCounts = behaviours.has("blank-group-senders-count");
  const counts = (entry: string | number) => blankCounts || String(entry).trim() !== "";
  const own = groupAllowFrom?.entries.some(counts) === true ? groupAllowFrom : undefined;
  const fallback = stays && lists.groupsUseAllowFrom === false ? undefined : allowFrom;
  return {
    direct: present(allowFrom, paired),
    group: present(own ?? fallback, stays ? undefined : paired),
  };
}
