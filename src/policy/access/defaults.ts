import type { DefaultSetting } from "../../config/default-setting.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import type { GroupPolicy } from "./group-policy.ts";

/** What decides about access where nothing is written. */
export interface UnwrittenAccess {
  readonly dmPolicy: "pairing";
  readonly groupPolicy: GroupPolicy;
  /** The policy for groups of a channel that the config does not have. */
  readonly groupPolicyOfMissing: GroupPolicy;
}

/** What an edition decides about access where nothing is written. */
export const unwrittenAccess = /* @__PURE__ */ once((behaviours: Behaviours): UnwrittenAccess => ({
  dmPolicy: "pairing",
  groupPolicy: "allowlist",
  groupPolicyOfMissing: behaviours.has("missing-channel-is-allowlist") ? "allowlist" : "open",
}));

/** The settings about access that go without saying. */
export function accessDefaults({ behaviours, config }: Policy): readonly DefaultSetting[] {
  const { dmPolicy, groupPolicy } = unwrittenAccess(behaviours);
  return [
    { path: ["channels", "*", "dmPolicy"], value: dmPolicy },
    { path: ["channels", "*", "groupPolicy"], value: config.channels?.defaults?.groupPolicy ?? groupPolicy },
  ];
}
