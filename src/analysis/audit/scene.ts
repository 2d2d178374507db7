import type { Policy } from "../../config/policy.ts";
import { mainAgentId } from "../../identity/agent-id.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import type { World } from "../world.ts";
import { doorsOf, type Door } from "./door.ts";
import type { Participant } from "./participant.ts";
import { peopleOf } from "./people.ts";
import { roomsOf } from "./rooms.ts";

/** Everything that an audit looks at. */
export interface Scene {
  readonly policy: Policy;
  readonly doors: readonly Door[];
  /** Who gets in directly, as far as config and world tell. */
  readonly people: readonly Participant[];
  /** The rooms in which the bot answers, likewise. */
  readonly rooms: readonly Participant[];
  /** Whether `people` are more than one person. */
  readonly severalPeople: boolean;
  readonly agentIds: readonly string[];
  /** The keys of stored sessions. */
  readonly keys: readonly string[];
}

/** What stored keys tell about who is there. */
function readKeys(keys: readonly string[]): Pick<Required<World>, "senders" | "groups"> {
  const senders: NonNullable<World["senders"]>[number][] = [];
  const groups: NonNullable<World["groups"]>[number][] = [];
  for (const key of keys) {
    const parts = parseSessionKey(key);
    if (parts?.kind === "group" || parts?.kind === "channel") {
      const { channel, account, peer, kind } = parts;
      groups.push({ channel, peer, chatType: kind, ...(account !== undefined && { account }) });
    } else if (parts?.kind === "direct" && parts.channel !== undefined && parts.identity === undefined) {
      const { channel, account, peer } = parts;
      senders.push({ channel, peer, ...(account !== undefined && { account }) });
    }
  }
  return { senders, groups };
}

/** Sets the scene: who is there, as the config, the world and the stored keys tell. */
export function sceneOf(policy: Policy, world: World): Scene {
  const { keys = [] } = world;
  const stored = readKeys(keys);
  const known: World = {
    ...world,
    senders: [...(world.senders ?? []), ...stored.senders],
    groups: [...(world.groups ?? []), ...stored.groups],
  };
  const doors = doorsOf(policy);
  const people = peopleOf(doors, known, policy);
  const agentIds = agentRoster(policy).agents.map(({ id }) => id);
  return {
    policy,
    doors,
    people,
    rooms: roomsOf(doors, known, policy),
    severalPeople: new Set(people.map(({ name }) => name)).size > 1,
    agentIds: agentIds.length > 0 ? agentIds : [mainAgentId],
    keys,
  };
}
