import type { ChannelConfig, ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import { mainKeyOfAgent } from "../../policy/sandbox-settings.ts";
import type { ToolRequest } from "../../policy/tool/tool.ts";
import type { ToolSender, ToolsBySender } from "../../policy/tool/chat-tools.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import { sessionAccess, sessionPlaces } from "../../policy/access/session-rooms.ts";
import { freshText, told } from "./representative.ts";
import { representativeRooms } from "./rooms.ts";

/** The agents of two policies, and one that neither has. */
export function representativeAgents(from: Policy, to: Policy): readonly string[] {
  const ids = new Set([from, to].flatMap((policy) => [...agentRoster(policy).ids]));
  return [freshText((id) => ids.has(id)), ...ids];
}

/** The keys of an agent's main session under several policies. */
export function mainKeys(agentId: string, policies: readonly Policy[]): readonly string[] {
  return [...new Set(policies.map((policy) => mainKeyOfAgent(agentId, policy)))];
}

/** Where a tool is asked for: everything but the tool. */
export type ToolPlace = Omit<ToolRequest, "tool" | "plugin">;

/** Agents with settings of their own, and one without. */
function agentsOf(from: Policy, to: Policy): readonly string[] {
  const special = new Set(
    [from, to].flatMap((policy) =>
      agentRoster(policy)
        .agents.filter(({ config }) => config.tools !== undefined || config.sandbox !== undefined)
        .map(({ id }) => id),
    ),
  );
  const [other, ...ids] = representativeAgents(from, to);
  return [...(other === undefined ? [] : [other]), ...ids.filter((id) => special.has(id))];
}

function sectionsOf(policy: Policy, agent: string): readonly ToolsConfig[] {
  const own = agentRoster(policy).agents.filter(({ id }) => id === agent);
  return [policy.config.tools, ...own.map(({ config }) => config.tools)].filter(
    (tools) => tools !== undefined,
  );
}

/** Senders that the keys of such lists mean. */
export function* sendersOf(lists: readonly (ToolsBySender | undefined)[]): Generator<ToolSender> {
  const keys = new Set(lists.flatMap((list) => Object.keys(list ?? {})).map((key) => key.trim()));
  if (keys.size === 0) return;
  yield { sender: freshText((text) => keys.has(text)) };
  for (const key of keys) {
    const [kind = "", ...rest] = key.split(":");
    const value = rest.join(":");
    yield { sender: key };
    if (kind === "id") yield { sender: value };
    if (kind === "e164") yield { senderE164: value };
    if (kind === "username") yield { senderUsername: value };
    if (kind === "name") yield { senderName: value };
    if (kind === "channel") yield { channel: rest[0] ?? "", sender: rest.slice(1).join(":") };
  }
}

/** The provider, and the model, of which a key of `byProvider` speaks. */
export function providerPlace(name: string): ToolPlace {
  const [provider = "", ...model] = name.split("/");
  return { provider, ...(model.length > 0 && { model: model.join("/") }) };
}

function* providersOf(sections: readonly ToolsConfig[]): Generator<ToolPlace> {
  for (const name of new Set(sections.flatMap(({ byProvider }) => Object.keys(byProvider ?? {}))))
    yield providerPlace(name);
}

/** A place for each provider, and each model, of which an agent's tools have something to say. */
export function providerPlaces(policy: Policy, agentId: string): Iterable<ToolPlace> {
  return providersOf(sectionsOf(policy, agentId));
}

type Groups = NonNullable<ChannelConfig["groups"]>;

function* groupsOf(
  groups: Groups | undefined,
  place: Pick<ToolRequest, "channel" | "account">,
): Generator<readonly [ToolPlace, ToolsBySender | undefined]> {
  for (const [id, { tools, toolsBySender }] of Object.entries(groups ?? {})) {
    if (tools === undefined && toolsBySender === undefined) continue;
    const peer = id === "*" ? freshText((text) => Object.hasOwn(groups ?? {}, text)) : id;
    yield [{ ...place, chatType: "group", peer }, toolsBySender];
  }
}

/** Rooms of channels that write them in a way of their own, one for each pair of what two policies say of its tools. */
function* placedRooms(
  policies: readonly Policy[],
): Generator<readonly [ToolPlace, ToolsBySender | undefined]> {
  const sections = policies.map((policy) => configuredChannels(policy.config));
  for (const channel of new Set(sections.flatMap((section) => [...section.keys()]))) {
    const scheme = schemeOf(channel);
    if (scheme === undefined) continue;
    const accounts = sections.flatMap((section) => Object.keys(section.get(channel)?.accounts ?? {}));
    for (const account of new Set([undefined, ...accounts])) {
      const accesses = policies.map((policy) => sessionAccess(channel, account, policy));
      const seen = new Set<string>();
      for (const address of representativeRooms(scheme, accesses, policies).addresses) {
        const found = policies.map((policy, index) =>
          sessionPlaces(scheme, address, accesses[index], policy),
        );
        const kind = JSON.stringify(
          found.map((places) => places.map(({ config: { tools, toolsBySender } }) => [tools, toolsBySender])),
        );
        if (seen.has(kind)) continue;
        seen.add(kind);
        const place = { channel, chatType: "channel" as const, ...told({ account }), ...address };
        const bySender = found.flat().flatMap(({ config }) => Object.entries(config.toolsBySender ?? {}));
        yield [place, Object.fromEntries(bySender)];
      }
    }
  }
}

function* roomsOf(policy: Policy): Generator<readonly [ToolPlace, ToolsBySender | undefined]> {
  for (const [channel, { groups, accounts }] of configuredChannels(policy.config)) {
    if (schemeOf(channel) !== undefined) continue;
    yield* groupsOf(groups, { channel });
    for (const [account, own] of Object.entries(accounts ?? {})) {
      yield* groupsOf(own.groups, { channel, account });
      // What an account says for its groups hides what its channel says.
      if (own.groups !== undefined) yield* groupsOf(groups, { channel, account });
    }
  }
}

/** Depths on either side of where two policies stop sub-agents from spawning. */
function* depthsOf(policies: readonly Policy[]): Generator<number> {
  const deepest = policies.map(({ config }) => config.agents?.defaults?.subagents?.maxSpawnDepth);
  // One and five are the releases' own.
  for (const depth of new Set([1, 5, ...deepest.filter((depth) => depth !== undefined)])) {
    yield depth - 1;
    yield depth;
  }
}

/** What brings a layer into force that other sessions of an agent do not have, each by itself. */
function* conditionsOf(
  agentId: string,
  sections: readonly ToolsConfig[],
  policies: readonly Policy[],
): Generator<ToolPlace> {
  const key = `agent:${agentId}:x`;
  const own = { agentId, key, sandboxed: false };
  yield own;
  yield { agentId, key, sandboxed: true };
  yield { agentId, key };
  yield { agentId };
  for (const main of mainKeys(agentId, policies)) yield { agentId, key: main };
  for (const spawnDepth of new Set(depthsOf(policies)))
    yield { ...own, key: `agent:${agentId}${":subagent:x".repeat(spawnDepth)}`, subagent: { spawnDepth } };
  for (const provider of providersOf(sections)) yield { ...own, ...provider };
}

/**
 * The places that can tell two policies apart. A tool is denied by one layer, and with fewer layers
 * more is allowed: so beside the agent, which always counts, a place needs only what brings that
 * layer into force; and the sender, because what is said of one takes the place of what is said of all.
 */
export function* representativeToolPlaces(from: Policy, to: Policy): Generator<ToolPlace> {
  const policies = [from, to];
  const rooms = [...policies.flatMap((policy) => [...roomsOf(policy)]), ...placedRooms(policies)];
  for (const agentId of agentsOf(from, to)) {
    const sections = policies.flatMap((policy) => sectionsOf(policy, agentId));
    const bySender = sections.map(({ toolsBySender }) => toolsBySender);
    for (const place of conditionsOf(agentId, sections, policies))
      for (const sender of [{}, ...sendersOf(bySender)]) yield { ...place, ...sender };
    const own = { agentId, key: `agent:${agentId}:x`, sandboxed: false };
    for (const [room, ofRoom] of rooms)
      for (const sender of [{}, ...sendersOf([...bySender, ofRoom])]) yield { ...own, ...sender, ...room };
  }
}
