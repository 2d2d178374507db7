import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Draft } from "../../config/draft.ts";
import type { Policy } from "../../config/policy.ts";
import { knowsRooms } from "../../config/rooms.ts";
import type { Edition } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { definedFields } from "../section.ts";
import { isUnresolved } from "../session-facts.ts";
import { canChange, change, sayable, smallest, type ChangeSet, type TraceOptions } from "../trace.ts";
import { isRefused } from "../../scope/facts/read-facts.ts";
import { readRequest } from "./access-facts.ts";
import { knownSender, type AccessRequest } from "./access-request.ts";
import { channelAccess, settingsPath, usualAccount, type ChannelAccess } from "./channel-access.ts";
import { directGate } from "./direct.ts";
import { groupGates, overrideList } from "./group.ts";
import { groupPolicyOf } from "./group-policy.ts";
import { findRoom, listGroup } from "./room.ts";
import { directAuthorGate } from "./room-authors.ts";
import { decideRoom, type RoomAnswer } from "./room-gates.ts";
import { schemeOf } from "./room-schemes.ts";
import { groupSenders, senderList } from "./sender-list.ts";
import { deny, notKnown, pass, type AccessGate, type AccessReason, type GateVerdict } from "./verdict.ts";

/** One gate, and what it said. */
export interface AccessGateTrace {
  /** Which of the gates it is. */
  readonly gate: AccessGate;
  /** What the gate said: only `pass` asks the next one. */
  readonly outcome: GateVerdict["outcome"];
  /** Why it said so; absent where it lets everything through. */
  readonly reason?: AccessReason;
  /** The setting or entry that decided; absent where none did. */
  readonly path?: string;
}

/** How a decision about access came about. */
export interface AccessTrace {
  /** Every gate, in the order in which they are asked. */
  readonly gates: readonly AccessGateTrace[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** Whether a message is let in. */
export interface AccessDecision {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "access";
  /** `pair`: whoever wrote it is to be paired first; `unknown`: facts are `missing`, or what the release does is not on record. Neither lets the message in. */
  readonly outcome: "admit" | "pair" | "deny" | "unknown";
  /** Whether the message is let in: `outcome` is `"admit"`. */
  readonly allowed: boolean;
  /** Why; the words are those of the gate that decided. */
  readonly reason: AccessReason;
  /** The setting or entry that decided. */
  readonly path?: string;
  /** The edition whose default decided, where nothing is written at that path. */
  readonly defaultOf?: Edition;
  /** The facts of the request without which it cannot be told. */
  readonly missing?: readonly string[];
  /** The facts of the request that cannot be read. */
  readonly facts?: readonly string[];
  /** For a message that is let in outside direct chats, on channels that write their rooms in a way of their own. */
  readonly mention?: RoomAnswer["mention"];
  /** Whether the sender may command the bot there, told for the same messages as `mention`. */
  readonly commands?: RoomAnswer["commands"];
  /** How it came about, when asked for. */
  readonly trace?: AccessTrace;
}

function channelGate(channel: string, access: ChannelAccess | undefined): GateVerdict {
  const enabled = access?.enabled;
  if (enabled?.value === false)
    return deny("channel", "channel-disabled", enabled.path, () => [change(enabled.path, true)]);
  return pass("channel", () => [change(enabled?.path ?? `${settingsPath(channel, access)}.enabled`, false)]);
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  pairingStays: behaviours.has("pairing-stays-in-direct-chats"),
}));

/** What the gates say, and on channels with rooms of their own way what to tell once a message is let in. */
interface Answers {
  readonly gates: readonly GateVerdict[];
  readonly answer?: () => RoomAnswer;
}

function answersOf(request: AccessRequest, policy: Policy): Answers {
  const { channel, account, chatType, peer, thread, mentioned } = request;
  const access = channelAccess(channel, account ?? usualAccount(channel, policy), policy);
  const sender = knownSender(request, access, policy);
  const first = channelGate(channel, access);
  const scheme = schemeOf(channel);
  if (chatType === "direct") {
    const direct = directGate(channel, access, sender, policy);
    if (scheme === undefined) return { gates: [first, direct] };
    return { gates: [first, directAuthorGate(scheme, request, access, policy), direct] };
  }
  if (scheme !== undefined) {
    const { gates, answer } = decideRoom(scheme, request, access, sender, policy);
    return { gates: [first, ...gates], answer };
  }
  if (!knowsRooms(channel, policy.behaviours)) return { gates: [first, notKnown("room")] };
  const room = findRoom(access, peer, thread, policy);
  const senders = groupSenders(channel, access, policy);
  const listed = senderList(overrideList(room) ?? senders, channel, policy);
  const ofEntry = room.entry?.config.groupPolicy;
  const nearer =
    room.topic.groupPolicy ?? (ofEntry && { value: ofEntry, path: `${room.entry.path}.groupPolicy` });
  const unpaired = rules(policy).pairingStays || access?.dmPolicy?.value === "allowlist";
  const facts = {
    channel,
    access,
    group: peer,
    room,
    groupPolicy: nearer ?? groupPolicyOf(channel, access, policy),
    listing: listGroup(access, { group: peer }, listed.entries.length > 0, policy),
    senders,
    sender,
    pairingCounts: !unpaired,
    mentioned:
      mentioned === "reply" || mentioned === true ? true : mentioned === undefined ? undefined : false,
  };
  return { gates: [first, ...groupGates(facts, policy)] };
}

function firstOf<Outcome extends GateVerdict["outcome"]>(outcome: Outcome, verdicts: readonly GateVerdict[]) {
  type OfOutcome = GateVerdict & { readonly outcome: Outcome };
  return verdicts.find((verdict): verdict is OfOutcome => verdict.outcome === outcome);
}

function missingFacts(verdicts: readonly GateVerdict[]): readonly string[] {
  return [...new Set(verdicts.flatMap(({ missing = [] }) => missing))];
}

function decide(verdicts: readonly GateVerdict[], edition: Edition): Draft<AccessDecision> {
  // A missing fact makes no difference where another gate is shut.
  const against = firstOf("deny", verdicts) ?? firstOf("unknown", verdicts) ?? firstOf("pair", verdicts);
  const decisive = against ?? verdicts.findLast(({ reason }) => reason !== undefined);
  const path = decisive?.path;
  const outcome = against?.outcome ?? "admit";
  const decision: Draft<AccessDecision> = {
    kind: "access",
    outcome,
    allowed: outcome === "admit",
    reason: decisive?.reason ?? "missing-fact",
  };
  if (path !== undefined) decision.path = path;
  if (decisive?.isDefault === true) decision.defaultOf = edition;
  const missing = outcome === "unknown" ? missingFacts(verdicts) : [];
  if (missing.length > 0) decision.missing = missing;
  return decision;
}

/** Every smallest set of settings that would have to change for the opposite answer. */
function opposite(verdicts: readonly GateVerdict[], admitted: boolean): readonly ChangeSet[] {
  if (admitted)
    return verdicts.map(({ turn }) => turn()).filter((changes) => changes.length > 0 && canChange(changes));
  const changes = smallest(
    verdicts.filter(({ outcome }) => outcome !== "pass").flatMap(({ turn }) => turn()),
  );
  return canChange(changes) ? [changes] : [];
}

function trace(verdicts: readonly GateVerdict[], admitted: boolean, policy: Policy): AccessTrace {
  return {
    gates: verdicts.map(({ gate, outcome, reason, path }) => ({
      gate,
      outcome,
      ...definedFields({ reason, path }),
    })),
    opposite: sayable(opposite(verdicts, admitted), policy),
  };
}

/**
 * Decides whether a message is let in. A direct chat is decided by `dmPolicy`, `allowFrom` and who
 * was paired. A group is let in when it and its topic are switched on, its own `allowFrom` names
 * the sender where it has one, `groupPolicy` is not `disabled`, the group is one of those that are
 * answered, the sender is listed (or the policy is open), and the bot is mentioned where that is
 * required. An account's word comes before its channel's, and that before `channels.defaults`.
 *
 * A missing fact gives `unknown` where it matters; it never lets a message in. Neither does an
 * unresolved message, nor one of which a fact cannot be read. With `trace` the decision carries every gate, and the settings that would
 * turn it around.
 *
 * Source: the releases' access policies, 2026.1.29 to 2026.9.6. What they decide about rooms of channels that
 * `docs/rooms.md` does not name is not on record: `unknown`, for `rooms-not-known`. Under `2026-11` such rooms are decided
 * in the steps of Telegram's, and listing a group does not admit its members.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * evaluateAccess({ channel: "telegram", chatType: "direct", peer: "7" }, policy).reason; //=> "dm-allowlisted"
 * evaluateAccess({ channel: "telegram", chatType: "direct", peer: "8" }, policy).outcome; //=> "pair"
 * evaluateAccess({ channel: "telegram", chatType: "direct" }, policy).missing; //=> ["peer"]
 * ```
 */
export function evaluateAccess(
  request: AccessRequest | Unresolved,
  policy: Policy,
  options?: TraceOptions,
): AccessDecision {
  if (isPolluted()) return unpolluted(evaluateAccess, request, policy, options);
  demandPolicy(policy);
  const kind = "access";
  const read = readRequest(request);
  if (isRefused(read))
    return { kind, outcome: "deny", allowed: false, reason: read.reason, facts: read.facts };
  if (isUnresolved(read)) return { kind, outcome: "deny", allowed: false, reason: "unresolved-session" };
  if ("missing" in read)
    return { kind, outcome: "unknown", allowed: false, reason: "missing-fact", missing: read.missing };
  const { gates: verdicts, answer } = answersOf(read, policy);
  const decision = decide(verdicts, policy.edition);
  if (decision.allowed && answer !== undefined) Object.assign(decision, answer());
  return options?.trace === true
    ? { ...decision, trace: trace(verdicts, decision.allowed, policy) }
    : decision;
}
