import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { defaultAccountId } from "../../identity/account-id.ts";
import { peerIdOf } from "../../identity/peer-id.ts";
import { dailyBoundary, type BoundaryRule, type DailyBoundary } from "./daily-boundary.ts";
import { resetChannelNames } from "./override.ts";
import type { ResetFacts } from "./target.ts";
import { resetPolicies, resetsDaily, timeOfReset, type ResetPolicy } from "./policy.ts";
import { ofEachType, type ResetType } from "./type.ts";

/** A reset policy, made ready to be evaluated. */
export interface ResetRow {
  readonly policy: ResetPolicy;
  /** Whether it ends sessions at all. */
  readonly ends: boolean;
  /** Whether the hour and the idle window must both have passed. */
  readonly needsBoth: boolean;
  readonly daily: DailyBoundary | undefined;
  readonly idleMs: number | undefined;
  readonly maxAgeMs: number | undefined;
  readonly graceMs: number | undefined;
}

/** Finds the reset policy of a session. */
export interface ResetTable {
  readonly rowOf: (facts: ResetFacts, type: ResetType) => ResetRow;
  /** The policy that takes the place of all others on a channel. */
  readonly ofChannel: (channel: string | undefined) => ResetRow | undefined;
}

const minute = 60_000;

function milliseconds(minutes: number | undefined): number | undefined {
  return minutes === undefined || minutes === 0 ? undefined : minutes * minute;
}

/** How an edition finds the boundary of a day. */
export function boundaryRule(behaviours: Behaviours): BoundaryRule {
  if (behaviours.has("boundary-never-ahead")) return "passed";
  return behaviours.has("exact-boundary-before-gap") ? "yesterday" : "shifted";
}

function readyRow(reset: ResetPolicy, policy: Policy): ResetRow {
  const { mode, timeZone } = reset;
  return {
    policy: reset,
    // Before 2026.8.1 no config can say `none`, and the evaluation lets an idle window end even that.
    ends: mode !== "none" || !policy.behaviours.has("reset-none-setting"),
    needsBoth: mode === "all",
    daily: resetsDaily(reset)
      ? dailyBoundary(timeOfReset(reset), timeZone, boundaryRule(policy.behaviours))
      : undefined,
    idleMs: milliseconds(reset.idleMinutes),
    maxAgeMs: milliseconds(reset.maxAgeMinutes),
    graceMs: milliseconds(reset.graceMinutes),
  };
}

/** Stands for the groups of a channel that have no entry of their own. */
const anyGroup = "*";

type Rows = Map<string, ResetRow>;

/** The rows of a channel's groups by account; those of every account are under `""`. */
type GroupRows = Map<string, Rows>;

function mapIn<Inner>(map: Map<string, Map<string, Inner>>, name: string): Map<string, Inner> {
  const before = map.get(name);
  if (before !== undefined) return before;
  const added = new Map<string, Inner>();
  map.set(name, added);
  return added;
}

/** The reset policies of a policy's sessions. */
export const resetTable = /* @__PURE__ */ once((policy: Policy): ResetTable => {
  const { byType, overrides } = resetPolicies(policy);
  const { behaviours } = policy;
  const { nameOf } = resetChannelNames(behaviours);
  const types = ofEachType((type) => readyRow(byType[type], policy));
  const channels: Rows = new Map();
  const agents: Rows = new Map();
  const groups = new Map<string, GroupRows>();
  for (const { override, policy: reset } of overrides) {
    const row = readyRow(reset, policy);
    if (override.for === "channel") addRow(channels, override.channel, row);
    else if (override.for === "agent") addRow(agents, override.agentId, row);
    else {
      const { channel, account = "", peer } = override;
      addRow(mapIn(mapIn(groups, channel), account), peerIdOf(peer, channel, "group", behaviours), row);
    }
  }
  const ofChannel = (channel: string | undefined): ResetRow | undefined => {
    const name = nameOf(channel);
    return name === undefined ? undefined : channels.get(name);
  };
  const ofGroup = ({ chatType, channel, account, peer }: ResetFacts): ResetRow | undefined => {
    const name = nameOf(channel);
    const rows = name === undefined || chatType === "direct" ? undefined : groups.get(name);
    if (rows === undefined || peer === undefined) return undefined;
    const id = peerIdOf(peer, name, "group", behaviours);
    const own = rows.get(account ?? defaultAccountId);
    const shared = rows.get("");
    return own?.get(id) ?? own?.get(anyGroup) ?? shared?.get(id) ?? shared?.get(anyGroup);
  };
  const overriding = (facts: ResetFacts): ResetRow | undefined =>
    ofGroup(facts) ??
    (facts.agentId === undefined ? undefined : agents.get(facts.agentId)) ??
    ofChannel(facts.channel);
  return {
    rowOf: (facts, type) => (overrides.length === 0 ? undefined : overriding(facts)) ?? types[type],
    ofChannel,
  };
});

function addRow(rows: Rows, name: string, row: ResetRow): void {
  if (!rows.has(name)) rows.set(name, row);
}
