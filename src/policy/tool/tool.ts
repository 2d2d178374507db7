import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isBlank } from "../../identity/fold.ts";
import { heldAgainst } from "../../scope/facts/contradiction.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import type { Edition } from "../../edition/edition.ts";
import { normalizeOptionalAgentId } from "../../identity/agent-id.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import type { RoomAddress } from "../access/access-request.ts";
import { schemeOf } from "../access/room-schemes.ts";
import { sessionAccess } from "../access/session-rooms.ts";
import { findSenderTools, firstSections, groupTools, roomTools, type ToolSender } from "./chat-tools.ts";
import type { TraceOptions } from "../trace.ts";
import { isToldSandboxed } from "../sandbox-settings.ts";
import { isRefused, type FactFault } from "../../scope/facts/read-facts.ts";
import { readToolRequest, roomOf } from "./tool-facts.ts";
import { isUnresolved } from "../session-facts.ts";
import type { ToolSection } from "./list.ts";
import { untoldFacts } from "./untold.ts";
import { resolveToolAgent } from "./agent.ts";
import { withoutForeignList, judgeTool, toolNames, type ToolNames } from "./tool-rule.ts";
import { toolLayers, type LayerVerdict, type ToolLayer, type ToolLayerName } from "./layers.ts";
import { resolveToolSettings, type ToolSettings } from "./tool-settings.ts";
import { isLeafSession, type StoredSubagent } from "./subagent.ts";
import { traceTool, type ToolTrace } from "./trace.ts";

/** A tool that an agent wants to use, and where. */
export interface ToolRequest extends ToolSender, RoomAddress {
  /** The tool by any of its names: `bash` is `exec`. */
  readonly tool: string;
  /** The plugin that brings the tool; absent for the agent's own ones. */
  readonly plugin?: string;
  /** The agent; read from the session key where it is absent. */
  readonly agentId?: string;
  /** The session key. */
  readonly key?: string;
  /** Who serves the model, and the model: `"openai"`, `"gpt-5"`. */
  readonly provider?: string;
  /** The model within what its provider has; read only beside `provider`. */
  readonly model?: string;
  /** The bot's account that the message came on; read from the session key where absent. */
  readonly account?: string;
  /** The kind of chat; read from the session key where absent. */
  readonly chatType?: ChatType;
  /** Whom the conversation is with: outside direct chats, the room. */
  readonly peer?: string;
  /** The session runs in a sandbox, beside what the config tells (`sandboxOf`); `false` counts in releases alone. */
  readonly sandboxed?: boolean;
  /** The session is a sub-agent's; what the host remembers of it, as far as it does. */
  readonly subagent?: StoredSubagent;
  /** Every tool of the agent that no plugin brings; those of the edition where absent. */
  readonly ownTools?: ReadonlySet<string>;
}

/** Why a tool may be used or not. */
export type ToolReason =
  /** No layer objects. */
  | "allowed"
  /** A layer denies it. */
  | "denied"
  /** A layer allows certain tools only, and this is not one of them. */
  | "not-listed"
  /** The release fails on a list with such an entry (`constructor`). */
  | "unreadable-list"
  /** The profile has a name that the edition does not know. */
  | "unknown-profile"
  /** No agent was named and none is the default. */
  | "ambiguous-agent"
  /** The agent that was named is not the one in the session key. */
  | "agent-mismatch"
  /** A list of a room, or of a sender, could deny it, and the request does not tell which holds; see `missing` (`2026-11`). */
  | "missing-fact"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read, or contradict its key (`2026-11`); see `facts`. */
  | FactFault;

/** Whether an agent may use a tool. */
export interface ToolDecision {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "tool";
  /** Whether the agent may use it. */
  readonly allowed: boolean;
  /** Why; each is told in `ToolReason`. */
  readonly reason: ToolReason;
  /** The layer that objects. */
  readonly layer?: ToolLayerName;
  /** The entry that denies, or the setting that does not list the tool. */
  readonly path?: string;
  /** The edition, where no setting is written and its default decided; `path` is then the setting that would. */
  readonly defaultOf?: Edition;
  /** The facts of the request without which it cannot be told. */
  readonly missing?: readonly string[];
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** The name that was asked for and the tool that it means (`bash` is `exec`); absent where they are the same. */
  readonly alias?: {
    /** The name that was asked for: `bash`. */
    readonly asked: string;
    /** The tool that it means: `exec`. */
    readonly meant: string;
  };
  /** How it came about, when asked for. */
  readonly trace?: ToolTrace;
}

const noSections: readonly ToolSection[] = [];
const nothing: readonly string[] = [];

/** The tool lists of the room that an agent is asked in. */
function toolsOfRoom(request: ToolRequest, channel: string, peer: string, policy: Policy) {
  const scheme = schemeOf(channel);
  const access = sessionAccess(channel, request.account, policy);
  if (scheme !== undefined) return roomTools(scheme, access, request, policy);
  return access?.groups === undefined
    ? noSections
    : groupTools(access, { ...request, groups: [peer] }, policy);
}

function layersOf(
  request: ToolRequest,
  agentId: string | undefined,
  settings: ToolSettings,
  policy: Policy,
): readonly ToolLayer[] {
  const { sandboxed, subagent, key } = request;
  const room = roomOf(request);
  return toolLayers(
    {
      // Whose sandbox it is was never in doubt: up to 2026.2.21 only the other lists ignore who is named.
      sandboxOf: normalizeOptionalAgentId(request.agentId) ?? agentId,
      settings,
      group: room === undefined ? noSections : toolsOfRoom(request, room.channel, room.peer, policy),
      sender: firstSections(settings.senders, ({ value, path }) =>
        findSenderTools(value, path, request, policy),
      ),
      sandboxed: isToldSandboxed(sandboxed, { agentId, key }, policy),
      subagent:
        subagent === undefined ? "none" : isLeafSession(key ?? "", subagent, policy) ? "leaf" : "parent",
    },
    policy,
  );
}

/** The layers that are in force for a request; none where it is not clear whose tools are meant. */
export function layersInForce(given: ToolRequest, policy: Policy): readonly ToolLayer[] {
  const read = readToolRequest(given, policy);
  if (isRefused(read) || isUnresolved(read)) return [];
  const { request } = read;
  const agent = resolveToolAgent(request, policy);
  if (!agent.ok) return [];
  const settings = resolveToolSettings(agent.agentId, request.provider, request.model, policy);
  return layersOf(request, agent.agentId, settings, policy);
}

// The releases up to 2026.4.2 drop foreign lists everywhere but in the sandbox and for sub-agents.
function verdictOf(
  layer: ToolLayer,
  tool: ToolNames,
  request: ToolRequest,
  policy: Policy,
): LayerVerdict["verdict"] {
  if (layer.unknownProfile === true) return { allowed: false, reason: "unknown-profile" };
  const confined = layer.name === "sandbox" || layer.name === "subagent";
  const rule = confined ? layer.rule : withoutForeignList(layer.rule, request.ownTools, policy);
  return judgeTool(tool, rule, policy);
}

function refuse(reason: ToolReason): ToolDecision {
  return { kind: "tool", allowed: false, reason };
}

function decide(
  layers: readonly ToolLayer[],
  tool: ToolNames,
  request: ToolRequest,
  { profile, providerProfile }: ToolSettings,
  policy: Policy,
): ToolDecision {
  const { edition } = policy;
  for (const layer of layers) {
    const verdict = verdictOf(layer, tool, request, policy);
    if (verdict.allowed) continue;
    const { reason } = verdict;
    const path = reason === "denied" ? verdict.path : layer.path;
    const unwritten = layer.unwritten?.has(path) === true;
    const objection = { kind: "tool", allowed: false, reason, layer: layer.name, path } as const;
    return unwritten ? { ...objection, defaultOf: edition } : objection;
  }
  // The profile `full` is no layer in every release, and yet is written.
  const unwritten =
    profile === undefined &&
    providerProfile === undefined &&
    layers.every((layer) => layer.unwritten?.has(layer.path) === true);
  const allowed = { kind: "tool", allowed: true, reason: "allowed" } as const;
  return unwritten ? { ...allowed, defaultOf: edition } : allowed;
}

/**
 * Decides whether an agent may use a tool. Every layer that is in force must let it through: the
 * profile, the provider's profile, `tools`, `tools.byProvider`, the agent's own lists, the group's,
 * the sender's, the sandbox's, the sub-agents'. In each, what is denied is denied, and an allow
 * list is all there is. `group:*` names expand as the edition has them, `*` matches any text.
 * Under `2026-11` a profile and the `allow` beside it add up, and a sandbox whose workspace may only be
 * read denies the tools that write it.
 *
 * A spread `Resolution` may be part of the request; an unresolved message is denied, and so is a request of which a fact
 * cannot be read. Under `2026-11` the session key tells the room, the person of a direct chat and that a sub-agent asks, where
 * the request does not, and no fact may contradict it; a tool that a list of rooms or senders could deny is denied where the
 * room or the sender is not told (`missing`). With `trace`
 * the decision carries what every layer says, and the settings that would turn it around.
 *
 * Source: the releases' tool policy pipeline, 2026.1.29 to 2026.9.6, which cut a profile down to the list
 * beside it; the published guides, which have them add up. Under `2026-11` an unknown profile and an empty
 * allow list allow nothing.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ tools: { profile: "coding", deny: ["group:runtime"] } }, { edition: "2026-11" });
 * evaluateTool({ tool: "read", agentId: "main" }, policy).allowed; //=> true
 * evaluateTool({ tool: "exec", agentId: "main" }, policy).path; //=> "tools.deny[0]"
 * evaluateTool({ tool: "tts", agentId: "main" }, policy).layer; //=> "profile"
 * ```
 */
export function evaluateTool(
  given: ToolRequest | (Unresolved & Pick<ToolRequest, "tool">),
  policy: Policy,
  options?: TraceOptions,
): ToolDecision {
  if (isPolluted()) return unpolluted(evaluateTool, given, policy, options);
  demandPolicy(policy);
  const read = readToolRequest(given, policy);
  if (isRefused(read)) return { ...refuse(read.reason), facts: read.facts };
  if (isUnresolved(read)) return refuse("unresolved-session");
  const { request } = read;
  if (isBlank(request.tool) && heldAgainst(policy).tell !== undefined)
    return { ...refuse("malformed-request"), facts: ["tool"] };
  const agent = resolveToolAgent(request, policy);
  if (!agent.ok) return refuse(agent.reason);
  const settings = resolveToolSettings(agent.agentId, request.provider, request.model, policy);
  const tool = toolNames(request.tool, request.plugin, policy);
  const layers = layersOf(request, agent.agentId, settings, policy);
  const byLayers = decide(layers, tool, request, settings, policy);
  const missing = byLayers.allowed ? untoldFacts(read, tool, settings, policy) : nothing;
  const decided: ToolDecision = missing.length > 0 ? { ...refuse("missing-fact"), missing } : byLayers;
  const { asked, name: meant } = tool;
  const decision = asked === undefined ? decided : { ...decided, alias: { asked, meant } };
  if (options?.trace !== true) return decision;
  const verdicts = layers.map((layer) => ({ layer, verdict: verdictOf(layer, tool, request, policy) }));
  return { ...decision, trace: traceTool(tool, verdicts, policy, missing.length > 0) };
}
