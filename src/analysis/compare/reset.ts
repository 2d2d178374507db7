import { withoutFields } from "../../policy/section.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateReset } from "../../lifecycle/reset/evaluate-reset.ts";
import type { ResetDecision } from "../../lifecycle/reset/decision.ts";
import { resetOverrides, type ResetOverride } from "../../lifecycle/reset/override.ts";
import { resetsDaily, type ResetPolicy } from "../../lifecycle/reset/policy.ts";
import type { ResetTarget } from "../../lifecycle/reset/target.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { readAlike, startComparison } from "./requests.ts";
import type { KindComparison } from "./verdict.ts";
import { freshText, told } from "../representative/representative.ts";
import { momentsToldApart, ordinaryNoon, type SessionMoment } from "../representative/times.ts";

/** A session at a moment of its life. */
export interface ResetRequest extends SessionMoment {
  /** The session that is asked about. */
  readonly target: ResetTarget;
}

type Place = Omit<ResetTarget, "key">;

const chats: readonly { readonly chatType: ChatType; readonly thread?: string }[] = [
  { chatType: "direct" },
  { chatType: "group" },
  { chatType: "group", thread: "1" },
];

function groupPlace(
  override: ResetOverride & { readonly for: "group" },
  isListed: (peer: string) => boolean,
): Place {
  const { channel, account, peer } = override;
  return told({ channel, account, peer: peer === "*" ? freshText(isListed) : peer });
}

/** The sessions for which two policies may have reset policies of their own, the simplest first. */
function* targetsOf(from: Policy, to: Policy): Generator<ResetTarget> {
  const overrides = [from, to].flatMap((policy) => [...resetOverrides(policy)]);
  const channels = new Set(overrides.flatMap((each) => (each.for === "channel" ? [each.channel] : [])));
  const agents = new Set(overrides.flatMap((each) => (each.for === "agent" ? [each.agentId] : [])));
  const peers = new Set(overrides.flatMap((each) => (each.for === "group" ? [each.peer] : [])));
  const rooms = overrides.flatMap((each) =>
    each.for === "group" ? [groupPlace(each, (peer) => peers.has(peer))] : [],
  );
  const places: readonly Place[] = [{}, ...[...channels].map((channel) => ({ channel })), ...rooms];
  const agentless = freshText((id) => agents.has(id));
  for (const place of places)
    for (const agentId of [undefined, ...agents])
      for (const chat of chats)
        yield { key: `agent:${agentId ?? agentless}:x`, ...chat, ...place, ...told({ agentId }) };
}

function settingsOf(reset: ResetPolicy): string {
  return JSON.stringify(withoutFields(reset, "from", "configured"));
}

/** Whether the days of two policies begin at the same distance all year. */
function daysKeepPace(one: ResetPolicy, other: ResetPolicy): boolean {
  if (!resetsDaily(one) || !resetsDaily(other)) return true;
  const sameTime = one.atHour === other.atHour && one.atMinute === other.atMinute;
  return one.timeZone === other.timeZone && (sameTime || one.timeZone === "UTC");
}

/** Times that only editions tell apart. */
const oddMoments: readonly SessionMoment[] = [
  { times: {}, now: ordinaryNoon },
  { times: { updatedAt: 0 }, now: ordinaryNoon },
  { times: { updatedAt: ordinaryNoon + 1 }, now: ordinaryNoon },
];

/** Compares how long sessions go on: stricter is what resets them sooner. */
export function compareReset(from: Policy, to: Policy): KindComparison<ResetRequest, ResetDecision> {
  const comparison = startComparison<ResetRequest, ResetDecision>({
    from: ({ times, target, now }) => evaluateReset(times, target, from, now),
    to: ({ times, target, now }) => evaluateReset(times, target, to, now),
    loosens: (before, after) => !before.fresh && after.fresh,
  });
  const alike = readAlike(from, to, ["lifecycle", "keys"]);
  const seen = new Set<string>();
  let inStep = true;
  for (const target of targetsOf(from, to)) {
    const decisions = [from, to].map((policy) => evaluateReset({}, target, policy, ordinaryNoon));
    const policies = decisions.map(({ policy }) => policy).filter((policy) => policy !== undefined);
    const [before, after] = policies;
    if (before === undefined || after === undefined) continue;
    const settings = [before, after].map(settingsOf);
    // Sessions under the same settings are decided alike.
    if (seen.has(settings.join()) || (alike && settings[0] === settings[1])) continue;
    seen.add(settings.join());
    inStep &&= daysKeepPace(before, after);
    const boundaries = decisions.flatMap(({ dailyResetAt }) => dailyResetAt ?? []);
    for (const moment of [...(alike ? [] : oddMoments), ...momentsToldApart(policies, boundaries)])
      comparison.consider({ core: { target, ...moment } });
  }
  return comparison.conclude({ "editions-differ": !alike, "days-out-of-step": !inStep });
}
