import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { unwrittenList } from "./allow-list.ts";
import { unwrittenAccess } from "../defaults.ts";
import { findSender, type KnownSender } from "./access-request.ts";
import { nameSender } from "./opposite.ts";
import { judgeDirectSender } from "./sender.ts";
import { senderList } from "./sender-list.ts";
import { unturnable, type GateVerdict } from "./verdict.ts";
import type { SettingChoice } from "../trace.ts";
import type { ChannelAccess, Setting } from "./channel-access.ts";

function become(setting: string, ...values: readonly string[]): SettingChoice {
  return values.map((to) => ({ setting, to }));
}

/** Decides a direct chat by `dmPolicy`, `allowFrom` and who was paired. */
export function directGate(
  channel: string,
  access: ChannelAccess | undefined,
  sender: KnownSender,
  policy: Policy,
): GateVerdict {
  const place = access?.path ?? extendPath("channels", channel);
  const dmPolicy: Setting<string> = access?.dmPolicy ?? {
    value: unwrittenAccess(policy.behaviours).dmPolicy,
    path: `${place}.dmPolicy`,
    isDefault: true,
  };
  const allowFrom = access?.allowFrom ?? unwrittenList(`${place}.allowFrom`);
  const list = senderList(allowFrom, channel, policy);
  const verdict = judgeDirectSender(dmPolicy.value, list, (of) => findSender(sender, of), policy);
  const gate = "policy";
  const { path: setting, value } = dmPolicy;
  if (verdict.outcome === "admit") {
    const turn = () => [become(setting, "disabled")];
    return { gate, outcome: "pass", reason: verdict.reason, path: verdict.path ?? setting, turn };
  }
  const disabled = value === "disabled";
  if (sender.ids.length === 0 && !disabled)
    return { gate, outcome: "unknown", reason: "missing-fact", missing: [sender.fact], turn: unturnable };
  if (verdict.outcome === "pair" && sender.isPaired) {
    const turn = () => [become(setting, "allowlist", "disabled")];
    return { gate, outcome: "pass", reason: "dm-paired", path: setting, turn };
  }
  const turn = () => {
    const openToAll = policy.behaviours.has("open-heeds-list") ? [] : become(setting, "open");
    if (!disabled) return [[...openToAll, ...nameSender(allowFrom, sender)]];
    if (findSender(sender, list) !== undefined) return [[...openToAll, ...become(setting, "allowlist")]];
    return openToAll.length > 0 ? [openToAll] : [become(setting, "allowlist"), nameSender(allowFrom, sender)];
  };
  const { isDefault = false } = dmPolicy;
  return { gate, outcome: verdict.outcome, reason: verdict.reason, path: setting, isDefault, turn };
}
