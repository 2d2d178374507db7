import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { unwrittenList } from "./allow-list.ts";
import { findSender, type KnownSender } from "./facts.ts";
import { nameSender } from "./opposite.ts";
import { judgeDirectSender } from "./sender.ts";
import { senderList } from "./sender-list.ts";
import { unturnable, type GateVerdict } from "./verdict.ts";
import type { ChannelAccess } from "./channel-access.ts";

/** Decides a direct chat by `dmPolicy`, `allowFrom` and who was paired. */
export function directGate(
  channel: string,
  access: ChannelAccess | undefined,
  sender: KnownSender,
  policy: Policy,
): GateVerdict {
  const place = access?.path ?? extendPath("channels", channel);
  const dmPolicy = access?.dmPolicy ?? { value: "pairing", path: `${place}.dmPolicy` };
  const allowFrom = access?.allowFrom ?? unwrittenList(`${place}.allowFrom`);
  const list = senderList(allowFrom, channel, policy);
  const verdict = judgeDirectSender(dmPolicy.value, list, (of) => findSender(sender, of), policy);
  const gate = "policy";
  const to = (...values: readonly string[]) => values.map((value) => ({ setting: dmPolicy.path, to: value }));
  if (verdict.outcome === "admit") {
    const path = verdict.path ?? dmPolicy.path;
    return { gate, outcome: "pass", reason: verdict.reason, path, turn: () => [to("disabled")] };
  }
  const disabled = dmPolicy.value === "disabled";
  if (sender.ids.length === 0 && !disabled)
    return { gate, outcome: "unknown", reason: "missing-fact", missing: [sender.fact], turn: unturnable };
  if (verdict.outcome === "pair" && sender.isPaired) {
    const turn = () => [to("allowlist", "disabled")];
    return { gate, outcome: "pass", reason: "dm-paired", path: dmPolicy.path, turn };
  }
  const openToAll = policy.behaviours.has("open-heeds-list") ? [] : to("open");
  const turn = () => {
    if (!disabled) return [[...openToAll, ...nameSender(allowFrom, sender)]];
    if (findSender(sender, list) !== undefined) return [[...openToAll, ...to("allowlist")]];
    return openToAll.length > 0 ? [openToAll] : [to("allowlist"), nameSender(allowFrom, sender)];
  };
  return { gate, outcome: verdict.outcome, reason: verdict.reason, path: dmPolicy.path, turn };
}
