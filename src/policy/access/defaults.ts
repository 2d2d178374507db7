import type { DefaultSetting } from "../../config/default-setting.ts";
import { parsePath } from "../../config/path.ts";
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

/** What the release's loader writes into a channel, which the policy of all channels does not reach then. */
function writtenIn({ loader }: Policy): readonly DefaultSetting[] {
  return (loader?.changes ?? []).flatMap(({ code, path, value }) => {
    const steps = code === "policy-written-in" ? (parsePath(path) ?? []) : [];
    return steps.length === 3 ? [{ path: steps.map(String), value }] : [];
  });
}

/** The settings about access that go without saying. */
export function accessDefaults(policy: Policy): readonly DefaultSetting[] {
  const { behaviours, config } = policy;
  const { dmPolicy, groupPolicy } = unwrittenAccess(behaviours);
  return [
    ...writtenIn(policy),
    { path: ["channels", "*", "dmPolicy"], value: dmPolicy },
    { path: ["channels", "*", "groupPolicy"], value: config.channels?.defaults?.groupPolicy ?? groupPolicy },
  ];
}
