import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { unwrittenAccess } from "../defaults.ts";
import type { Setting } from "../section.ts";
import { change } from "../trace.ts";
import { findSender, nameSender, type KnownSender } from "./access-request.ts";
import { unwrittenList, type AllowList } from "./allow-list.ts";
import { settingsPath, type ChannelAccess } from "./channel-access.ts";
import { doorSettings } from "./door.ts";
import { senderList } from "./sender-list.ts";
import { admit, deny, missing, type FindSender, type GateVerdict, type SenderVerdict } from "./verdict.ts";

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  openAsksList: behaviours.has("open-heeds-list"),
}));

/** Decides a direct chat by its policy and the list that holds in direct chats. */
export function judgeDirectSender(
  dmPolicy: string,
  list: AllowList,
  find: FindSender,
  policy: Policy,
): SenderVerdict {
  if (dmPolicy === "disabled") return { outcome: "deny", reason: "dm-disabled" };
  if (dmPolicy === "open" && !rules(policy).openAsksList) return { outcome: "admit", reason: "dm-open" };
  if (dmPolicy === "open" && list.wildcard !== undefined)
    return { outcome: "admit", reason: "dm-open", path: list.wildcard };
  const path = find(list);
  if (path !== undefined) return { outcome: "admit", reason: "dm-allowlisted", path };
  return dmPolicy === "pairing"
    ? { outcome: "pair", reason: "dm-pairing" }
    : { outcome: "deny", reason: "dm-not-allowlisted" };
}

/** Whether whoever was paired counts as listed, whatever the policy. */
export function pairedAreListed(channel: string, dmPolicy: string, { behaviours }: Policy): boolean {
  return channel === "matrix" && dmPolicy !== "disabled" && !behaviours.has("matrix-pairing-by-policy");
}

/** Decides a direct chat by `dmPolicy`, `allowFrom` and who was paired. */
export function directGate(
  channel: string,
  access: ChannelAccess | undefined,
  sender: KnownSender,
  policy: Policy,
): GateVerdict {
  const place = settingsPath(channel, access);
  const enabled = access?.directEnabled;
  if (enabled?.value === false)
    return deny("policy", "dm-disabled", enabled.path, () => [change(enabled.path, true)]);
  const door = doorSettings(channel, policy);
  const dmPolicy: Setting<string> = access?.dmPolicy ?? {
    value: unwrittenAccess(policy.behaviours).dmPolicy,
    path: `${place}.${door.dmPolicy}`,
    isDefault: true,
  };
  const allowFrom = access?.directList ?? unwrittenList(`${place}.${door.allowFrom}`);
  const list = senderList(allowFrom, channel, policy);
  const { path: setting, value, isDefault = false } = dmPolicy;
  const { outcome, reason, path } = judgeDirectSender(value, list, (of) => findSender(sender, of), policy);
  const gate = "policy";
  if (outcome === "admit") return admit(gate, reason, path ?? setting, () => [change(setting, "disabled")]);
  const disabled = value === "disabled";
  if (sender.ids.length === 0 && !disabled) return missing(gate, "peer");
  const listed = pairedAreListed(channel, value, policy);
  if (sender.isPaired && (outcome === "pair" || listed))
    return admit(gate, "dm-paired", setting, () => [change(setting, "allowlist", "disabled")]);
  const turn = () => {
    const openToAll = rules(policy).openAsksList ? [] : change(setting, "open");
    if (!disabled) return [[...openToAll, ...nameSender(allowFrom, sender)]];
    if (findSender(sender, list) !== undefined) return [[...openToAll, ...change(setting, "allowlist")]];
    return openToAll.length > 0 ? [openToAll] : [change(setting, "allowlist"), nameSender(allowFrom, sender)];
  };
  return { gate, outcome, reason, path: setting, isDefault, turn };
}
