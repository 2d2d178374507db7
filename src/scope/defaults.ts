import type { DefaultSetting } from "../config/default-setting.ts";
import type { Policy } from "../config/policy.ts";
import { defaultMainKey } from "./key/main-key.ts";
import type { DmScope, GroupScope } from "../config/scopes.ts";

/** How widely a direct chat is shared where no `dmScope` is written. */
export const defaultDmScope: DmScope = "main";

/** How widely a group is shared where no `groupScope` is written. */
export const defaultGroupScope: GroupScope = "per-group";

/** Where a `dmScope` that is written holds, one that is not keeps the chats of other Telegram bots apart, if there are any. */
function dmScopeCounts({ behaviours, config }: Policy): boolean {
  const accounts = config.channels?.["telegram"]?.accounts ?? {};
  return (
    behaviours.has("written-dm-scope-holds") && Object.keys(accounts).some((account) => account !== "default")
  );
}

/** The settings about scopes that go without saying. */
export function scopeDefaults(policy: Policy): readonly DefaultSetting[] {
  return [
    { path: ["session", "scope"], value: "per-sender" },
    ...(dmScopeCounts(policy) ? [] : [{ path: ["session", "dmScope"], value: defaultDmScope }]),
    { path: ["session", "mainKey"], value: defaultMainKey },
    ...(policy.behaviours.has("group-scope-setting")
      ? [{ path: ["session", "groupScope"], value: defaultGroupScope }]
      : []),
  ];
}
