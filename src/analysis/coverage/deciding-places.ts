import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateReset } from "../../lifecycle/reset/evaluate-reset.ts";
import type { ResetDecision, ResetReason } from "../../lifecycle/reset/decision.ts";
import { writtenType } from "../../lifecycle/reset/entry.ts";
import { resetPolicies, type ResetPolicy } from "../../lifecycle/reset/policy.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { findRoom } from "../../policy/access/room.ts";
import { channelAccess, usualAccount } from "../../policy/access/channel-access.ts";
import { placeRoom } from "../../policy/access/placed-room.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import type { RoomScheme } from "../../policy/access/room-scheme.ts";
import type { ChangeSet } from "../../policy/trace.ts";
import { evaluateMemorySearch } from "../../policy/memory/memory-search.ts";
import { evaluateSend } from "../../policy/send/send.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import type { Question } from "../question.ts";
import { enclosingPlaces } from "../source-lines.ts";
import { placeOf, readIdentityLinks } from "../../config/identity-links.ts";
import { formatPath } from "../../config/path.ts";

type Places = readonly (string | undefined)[];

function ofResolution(inbound: Inbound, policy: Policy): Places {
  const resolution = resolveSession(inbound, policy);
  if (!resolution.ok) return [];
  const { binding, identity, split, topic } = resolution;
  return [
    binding?.path,
    topic?.path,
    split?.setting,
    identity === undefined ? undefined : linkingLink(inbound, policy),
  ];
}

const overridePaths = once(
  (policy: Policy): ReadonlyMap<ResetPolicy, string> =>
    new Map(resetPolicies(policy).overrides.map((each) => [each.policy, each.override.path])),
);

/** Reasons that lie in how a session is asked about, whatever its reset policy. */
const unasked: ReadonlySet<ResetReason> = new Set([
  "invalid-clock",
  "manual",
  "missing-times",
  "system-event",
  "unresolved-session",
]);

function ofReset(decision: ResetDecision, policy: Policy): Places {
  const { policy: reset, reason, resetType } = decision;
  if (reset === undefined || unasked.has(reason)) return [];
  const override = overridePaths(policy).get(reset);
  if (override !== undefined) return [override];
  const type = writtenType(resetType, policy);
  return [type && `session.resetByType.${type.name}`];
}

/** What a decision names: what it comes from, and what would have to change for another one. */
function named(decision: {
  readonly path?: string;
  readonly trace?: { readonly opposite: readonly ChangeSet[] };
}): Places {
  const turning = (decision.trace?.opposite ?? []).flat(2).map(({ setting }) => setting);
  return [decision.path, ...turning];
}

/** The entries about the room of a message, and about what is around it. */
function inForce(scheme: RoomScheme, request: AccessRequest, policy: Policy): Places {
  const { account, channel, chatType, guild } = request;
  // A chat of several people is in no server.
  if (scheme.groupChats !== undefined && chatType === "group" && guild === undefined) return [];
  const access = channelAccess(channel, account ?? usualAccount(channel, policy), policy);
  const { outer, room } = placeRoom(scheme, request, access, policy);
  return [...(outer?.says ?? []), ...room.says].map(({ path }) => path);
}

/** What is written about a room and its topic is in force as soon as the channel is on. */
function ofAccess(request: AccessRequest, policy: Policy): Places {
  const { account, channel, chatType, peer, thread } = request;
  const decision = evaluateAccess(request, policy, { trace: true });
  if (decision.reason === "channel-disabled") return [];
  const scheme = schemeOf(channel);
  if (chatType === "direct") return named(decision);
  if (scheme !== undefined) return [...named(decision), ...inForce(scheme, request, policy)];
  const { entry, topic } = findRoom(channelAccess(channel, account, policy), peer, thread, policy);
  const settings = Object.values(topic) as readonly { readonly path: string }[];
  return [entry?.path, ...settings.map(({ path }) => path)];
}

/** The paths of the parts of a config that decide about a question. */
export function decidingParts(question: Question, policy: Policy): ReadonlySet<string> {
  const places = placesOf(question, policy).filter((place) => place !== undefined);
  return new Set(places.flatMap((place) => [...enclosingPlaces(place)]));
}

function placesOf(question: Question, policy: Policy): Places {
  switch (question.ask) {
    case "resolution":
      return ofResolution(question.request, policy);
    case "reset":
      return ofReset(evaluateReset(question.times, question.request, policy, question.now), policy);
    case "send":
      return [evaluateSend(question.request, policy).rule?.path];
    case "memory-search":
      return [evaluateMemorySearch(question.request, policy).rule?.path];
    case "access":
      return ofAccess(question.request, policy);
    case "tool":
      return [evaluateTool(question.request, policy).path];
    case "command":
    case "visibility":
    case "exec":
    case "sandbox":
      return [];
  }
}

/** A policy under which every link is of a person of its own, and where each such person's link stands. */
interface LinksApart {
  readonly policy: Policy;
  readonly pathOf: ReadonlyMap<string, string>;
}

const linksApart = once((policy: Policy): LinksApart => {
  const { behaviours, config } = policy;
  const identityLinks: Record<string, readonly string[]> = {};
  const pathOf = new Map<string, string>();
  for (const link of readIdentityLinks(config.session?.identityLinks)) {
    // The releases read neither labelled links nor those of a person without a name.
    const unread = link.spelling === "labelled" && !behaviours.has("links-name-their-channel");
    if (unread || link.name.trim() === "") continue;
    const person = `link ${pathOf.size}`;
    identityLinks[person] = [link.text];
    pathOf.set(person, formatPath(placeOf(link)));
  }
  return {
    policy: { ...policy, config: { ...config, session: { ...config.session, identityLinks } } },
    pathOf,
  };
});

/** Where the link stands that told who wrote a message; undefined where none did. */
function linkingLink(inbound: Inbound, policy: Policy): string | undefined {
  const { policy: apart, pathOf } = linksApart(policy);
  const resolution = resolveSession(inbound, apart);
  return resolution.ok ? pathOf.get(resolution.identity ?? "") : undefined;
}
