import type { DefaultSetting } from "../../config/default-setting.ts";
import type { Policy } from "../../config/policy.ts";
import type { RuleAction } from "../rule/rule.ts";

/** What holds where no rule of `session.sendPolicy` matches and no default is written. */
export const defaultSendAction: RuleAction = "allow";

/** The settings about sending that go without saying. */
export function sendDefaults({ behaviours, config }: Policy): readonly DefaultSetting[] {
  // In releases a policy that is written at all makes keys that cannot be read count.
  const policyCounts = config.session?.sendPolicy === undefined && !behaviours.has("send-reads-whole-key");
  return policyCounts ? [] : [{ path: ["session", "sendPolicy", "default"], value: defaultSendAction }];
}
