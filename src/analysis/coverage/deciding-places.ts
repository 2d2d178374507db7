import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateReset } from "../../lifecycle/reset/evaluate-reset.ts";
import type { ResetDecision, ResetReason } from "../../lifecycle/reset/decision.ts";
import { writtenType } from "../../lifecycle/reset/entry.ts";
import { resetPolicies, resetsDaily, type ResetPolicy } from "../../lifecycle/reset/policy.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { findRoom } from "../../policy/access/room.ts";
import { channelAccess, usualAccount } from "../../policy/access/channel-access.ts";
import { placeRoom } from "../../policy/access/placed-room.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import type { RoomScheme } from "../../policy/access/room-scheme.ts";
import type { ChangeSet } from "../../policy/trace.ts";
import { evaluateMemorySearch, type MemorySearchRequest } from "../../policy/memory/memory-search.ts";
import { evaluateSend, type SendRequest } from "../../policy/send/send.ts";
import { evaluateCommand } from "../../policy/command/command.ts";
import { elevatedPermissions } from "../../policy/exec/elevated.ts";
import { evaluateExec, type ExecDecision } from "../../policy/exec/exec.ts";
import type { ExecRequest } from "../../policy/exec/exec-request.ts";
import { execAgent } from "../../policy/exec/in-force.ts";
import { accessGroupName } from "../../policy/access/sender-list.ts";
import { evaluateSandbox } from "../../policy/sandbox/sandbox.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { evaluateVisibility } from "../../policy/visibility/visibility.ts";
import type { Inbound } from "../../scope/inbound.ts";
import type { Resolved } from "../../scope/resolution.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { scopeField, scopeSetting } from "../../scope/session/scope-setting.ts";
import type { Question } from "../question.ts";
import { enclosingPlaces } from "../source-lines.ts";
import { placeOf, readIdentityLinks } from "../../config/identity-links.ts";
import { writtenConfig } from "../../config/loaded/origin.ts";
import { extendPath, formatPath } from "../../config/path.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { valueAt } from "../audit/apply-fix.ts";
import { turningSettings } from "./turning-settings.ts";
import { unclaimedPlace } from "./unclaimed-place.ts";

type Places = readonly (string | undefined)[];

const traced = { trace: true } as const;

function ofResolution(inbound: Inbound, policy: Policy): Places {
  const resolution = resolveSession(inbound, policy);
  if (!resolution.ok) return [];
  const { binding, identity, matchedBy, split, topic } = resolution;
  return [
    binding?.path,
    topic?.path,
    split?.setting,
    ...turningSettings({ ask: "resolution", request: inbound }, policy),
    ...scopesOf(resolution, policy),
    matchedBy === "default" && topic === undefined ? unclaimedPlace(policy) : undefined,
    identity === undefined ? undefined : linkingLink(inbound, policy),
  ];
}

/** Where it stands how widely the session of a message is shared. */
function scopesOf(resolution: Resolved, policy: Policy): Places {
  const { key, keptApartBy, mainKey } = resolution;
  if (key === "global") return ["session.scope"];
  return [
    "session.scope",
    keptApartBy === undefined ? scopeSetting(scopeField(resolution), resolution, policy) : undefined,
    key === mainKey ? "session.mainKey" : undefined,
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

/** Where the settings stand by which a reset policy ends sessions. */
function endsOf(reset: ResetPolicy): Places {
  const { atHour, graceMinutes, idleMinutes, maxAgeMinutes, mode, timeZone } = reset.from;
  if (reset.mode === "none") return [mode];
  return [mode, idleMinutes, maxAgeMinutes, graceMinutes, ...(resetsDaily(reset) ? [atHour, timeZone] : [])];
}

function ofReset(decision: ResetDecision, policy: Policy): Places {
  const { policy: reset, reason, resetType } = decision;
  if (reset === undefined || unasked.has(reason)) return [];
  const override = overridePaths(policy).get(reset);
  const type = override === undefined ? writtenType(resetType, policy) : undefined;
  return [override, type && `session.resetByType.${type.name}`, ...endsOf(reset)];
}

/** What a decision names: what it comes from, what would have to change for another one, and who is asked. */
interface Naming {
  readonly path?: string;
  readonly approval?: { readonly path: string };
  readonly trace?: {
    readonly opposite: readonly ChangeSet[];
    /** What the layers say through which a tool must pass. */
    readonly layers?: readonly { readonly entries: readonly string[] }[];
  };
}

function named({ approval, path, trace }: Naming): Places {
  const turning = (trace?.opposite ?? []).flat(2).map(({ setting }) => setting);
  const heard = (trace?.layers ?? []).flatMap(({ entries }) => entries);
  return [path, approval?.path, ...turning, ...heard];
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
  const decision = evaluateAccess(request, policy, traced);
  // Of a channel that is off nothing else is in force.
  if (decision.reason === "channel-disabled") return [decision.path];
  const places = named(decision);
  if (chatType === "direct") return places;
  const scheme = schemeOf(channel);
  if (scheme !== undefined) return [...places, ...inForce(scheme, request, policy)];
  const { entry, topic } = findRoom(channelAccess(channel, account, policy), peer, thread, policy);
  const settings = Object.values(topic) as readonly { readonly path: string }[];
  const topics = settings.map(({ path }) => [...enclosingPlaces(path)][1]);
  return [...places, entry?.path, ...topics];
}

/** Where it stands that somebody may have a command leave the sandbox, or may not. */
function leaving(request: ExecRequest, policy: Policy): Places {
  if (request.elevated !== true) return [];
  const agent = execAgent(request, policy);
  const agentId = agent.ok ? agent.agentId : undefined;
  const { allowed, refusals } = elevatedPermissions({ ...request, agentId }, policy);
  const own = agentRoster(policy).agents.find(({ id }) => id === agentId);
  const sections = ["tools", ...(own === undefined ? [] : [`${own.path}.tools`])];
  return allowed
    ? sections.flatMap((section) => [
        `${section}.elevated.enabled`,
        extendPath(`${section}.elevated.allowFrom`, request.channel ?? ""),
      ])
    : refusals.map(({ path }) => path);
}

/** Where programs are listed that need no entry: the agent's own list before that of all. */
function safePrograms({ entry, path, reason }: ExecDecision, request: ExecRequest, policy: Policy): Places {
  if (reason !== "allowlisted" || path !== undefined || entry !== undefined) return [];
  const agent = execAgent(request, policy);
  const own = agentRoster(policy).agents.find(({ id }) => agent.ok && id === agent.agentId);
  const places = [...(own === undefined ? [] : [`${own.path}.tools`]), "tools"];
  return places
    .map((place) => `${place}.exec.safeBins`)
    .filter((place) => valueAt(policy.config, place) !== undefined)
    .slice(0, 1);
}

function ofExec(request: ExecRequest, policy: Policy): Places {
  const decision = evaluateExec(request, policy, traced);
  const leave = leaving(request, policy);
  // Of somebody who may not leave the sandbox no approval is asked.
  if (decision.reason === "elevated-unavailable") return leave;
  return [
    ...named(decision),
    ...leave,
    ...safePrograms(decision, request, policy),
    ...turningSettings({ ask: "exec", request }, policy),
  ];
}

function ofSend(request: SendRequest, policy: Policy): Places {
  const { reason, rule } = evaluateSend(request, policy);
  return [rule?.path, reason === "default" ? "session.sendPolicy.default" : undefined];
}

function ofMemorySearch(request: MemorySearchRequest, policy: Policy): Places {
  const { reason, rule, scope } = evaluateMemorySearch(request, policy);
  return [rule?.path, reason === "default" && scope !== undefined ? `${scope}.default` : undefined];
}

/** The access group that an entry of a list stands for. */
function groupAt(place: string, policy: Policy): string | undefined {
  const entry = place.endsWith("]") ? valueAt(writtenConfig(policy), place) : undefined;
  const name = typeof entry === "string" ? accessGroupName(entry.trim()) : undefined;
  return name === undefined ? undefined : extendPath("accessGroups", name);
}

/** The paths of the parts of a config that decide about a question. */
export function decidingParts(question: Question, policy: Policy): ReadonlySet<string> {
  const places = new Set(placesOf(question, policy).filter((place) => place !== undefined));
  for (const place of [...places]) {
    const group = groupAt(place, policy);
    if (group !== undefined) places.add(group);
  }
  return new Set([...places].flatMap((place) => [...enclosingPlaces(place)]));
}

function placesOf(question: Question, policy: Policy): Places {
  switch (question.ask) {
    case "resolution":
      return ofResolution(question.request, policy);
    case "reset":
      return ofReset(evaluateReset(question.times, question.request, policy, question.now), policy);
    case "send":
      return ofSend(question.request, policy);
    case "memory-search":
      return ofMemorySearch(question.request, policy);
    case "access":
      return ofAccess(question.request, policy);
    case "tool":
      return [...named(evaluateTool(question.request, policy, traced)), ...turningSettings(question, policy)];
    case "command":
      return named(evaluateCommand(question.request, policy, traced));
    case "visibility":
      return named(evaluateVisibility(question.request, policy, traced));
    case "exec":
      return ofExec(question.request, policy);
    case "sandbox":
      return named(evaluateSandbox(question.request, policy, traced));
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
