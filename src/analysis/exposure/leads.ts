import type { Policy } from "../../config/policy.ts";
import { linksOf } from "../../identity/identity-links.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { personNamed } from "../audit/people.ts";
import { channelName } from "../channel-names.ts";
import type { Door } from "../doors/door.ts";
import { whoMayWrite } from "../doors/who-may-write.ts";
import { told, twoFresh } from "../representative/representative.ts";
import type { AuditWorld } from "../world.ts";
import { addParty, type Parties, type Party } from "./party.ts";

/** Whose messages lead into which session, by its key, whether it is stored or not. */
export type Leads = ReadonlyMap<string, Parties>;

/** Whose messages lead into which session, and what of it the config alone does not tell. */
interface Led {
  readonly leads: Leads;
  /** Whose messages no session is known for, and the facts, or the settings, for want of which. */
  readonly unplaced: ReadonlyMap<string, readonly string[]>;
}

function messageAt(door: Door, id: string): Inbound {
  const { account, channel, chatType, guild, team, thread } = door;
  if (chatType === "direct") return told({ channel, account, chatType, peer: id });
  return told({ channel, account, chatType, guild: guild ?? id, team, peer: door.room ?? id, thread });
}

/** People whom a door lets in and nobody names. */
function unnamedAt({ channel, chatType, path, room, who }: Door): Party {
  const on = channelName(channel);
  const name =
    room !== undefined
      ? `${channel}:${room}`
      : chatType !== "direct"
        ? `everybody in a ${on} ${chatType} that the bot answers`
        : who === "paired"
          ? `anybody who was paired on ${on}`
          : who === "everybody"
            ? `anybody on ${on}`
            : `whoever ${on} lets in`;
  const kind = room === undefined ? "anybody" : "room";
  return { kind, name, because: "open", ...(path !== undefined && { path }) };
}

/** Tells whose messages lead into which session: of everybody who is let in, by name or unnamed. */
export function leadsOf(policy: Policy, world: AuditWorld): Led {
  const leads = new Map<string, Map<string, Party>>();
  const unplaced = new Map<string, readonly string[]>();
  const doors = whoMayWrite(policy, world).filter(({ who }) => who !== "nobody");
  const named = doors.flatMap(({ people, room }) => [...people.map(({ id }) => id), room]);
  const strangers = twoFresh(new Set([...named, ...linksOf(policy).flatMap(({ id, name }) => [id, name])]));
  const add = (message: Inbound, party: Party) => {
    const session = resolveSession(message, policy);
    if (!session.ok) {
      unplaced.set(party.name, [...new Set(session.missing)]);
      return;
    }
    const parties = leads.get(session.key) ?? new Map<string, Party>();
    leads.set(session.key, parties);
    addParty(parties, party);
  };
  for (const door of doors) {
    const { channel, chatType, people, room, who } = door;
    if (chatType === "direct")
      for (const { id, path } of people) {
        const name = personNamed({ channel, peer: id }, policy);
        add(messageAt(door, id), { kind: "person", name, because: "listed", path });
      }
    // Two of them, of whom each leads into a session of their own or both into one.
    const isOpen = chatType !== "direct" || who !== "listed";
    if (isOpen)
      for (const stranger of strangers.slice(0, room === undefined ? 2 : 1))
        add(messageAt(door, stranger), unnamedAt(door));
  }
  return { leads, unplaced };
}
