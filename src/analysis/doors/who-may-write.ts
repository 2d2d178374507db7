import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy, type Policy } from "../../config/policy.ts";
import type { AccessDecision } from "../../policy/access/access.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { placeRoom } from "../../policy/access/placed-room.ts";
import { listedPeople } from "../../policy/access/room-people.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import { listedSenders, roleList } from "../../policy/access/sender-list.ts";
import { freshText, told } from "../representative/representative.ts";
import { listsOfRoom } from "../audit/rooms.ts";
import { readWorld, type AuditWorld } from "../world.ts";
import type { Door, DoorWho, PersonAtDoor } from "./door.ts";
import { accountsToAsk, doorwaysOf, namedFact, type Doorway } from "./doors-of.ts";

/** Asks at a doorway as somebody, whose message says whatever lets it in. */
type Ask = (person: Partial<AccessRequest>) => AccessDecision;

function asker({ inbound }: Doorway, policy: Policy): Ask {
  // A topic of which nothing is written itself stands under `*`.
  const { thread, ...place } = inbound;
  const asked = told({ ...place, thread: thread === "*" ? freshText(() => false) : thread });
  return (person) =>
    evaluateAccess({ ...asked, roles: [], mentioned: true, ...person }, policy, {
      trace: person.mentioned === false,
    });
}

/** Somebody, in the words of a message at a doorway. */
function writer({ inbound }: Doorway, id: string): Partial<AccessRequest> {
  return inbound.chatType === "direct" ? { peer: id } : { sender: id };
}

/** The lists that may name whoever gets in at a doorway. */
function listsAt({ account, inbound }: Doorway, policy: Policy): readonly AllowListSource[] {
  if (inbound.chatType !== "direct") return listsOfRoom(inbound, account, policy);
  const { directList } = account.access;
  return directList === undefined ? [] : [directList];
}

/** The roles that a room lists. */
function rolesAt({ account, inbound }: Doorway, policy: Policy): readonly string[] {
  const scheme = schemeOf(account.channel);
  if (scheme === undefined || inbound.chatType === "direct") return [];
  const placed = placeRoom(scheme, inbound, account.access, policy);
  return listedPeople(placed, policy)
    .flatMap(({ roles }) => (roles === undefined ? [] : [...roleList(roles).keys()]))
    .filter((role) => role !== "*");
}

/** Whom lists name at a doorway, and the world, as far as they get in. */
function peopleAt(doorway: Doorway, ask: Ask, world: AuditWorld, policy: Policy): readonly PersonAtDoor[] {
  const { channel } = doorway.account;
  const people = new Map<string, PersonAtDoor>();
  const add = (person: PersonAtDoor | undefined) => {
    if (person !== undefined && !people.has(person.id)) people.set(person.id, person);
  };
  const asked = (id: string, decision: AccessDecision): PersonAtDoor | undefined =>
    decision.allowed ? { id, path: decision.path ?? "" } : undefined;
  for (const list of listsAt(doorway, policy))
    for (const id of listedSenders(list, channel, policy))
      if (!people.has(id)) add(asked(id, ask(writer(doorway, id))));
  if (doorway.inbound.chatType === "direct")
    for (const { channel: at, account, peer, aliases } of world.senders ?? [])
      if (
        at === channel &&
        peer !== undefined &&
        (account ?? doorway.account.account) === doorway.account.account
      )
        add(asked(peer, ask({ peer, paired: [peer], ...told({ aliases }) })));
  for (const role of rolesAt(doorway, policy)) {
    const decision = ask({ ...writer(doorway, doorway.stranger), roles: [role] });
    if (decision.allowed) add({ id: role, role: true, path: decision.path ?? "" });
  }
  return [...people.values()];
}

function whoOf(stranger: AccessDecision, paired: AccessDecision, people: readonly PersonAtDoor[]): DoorWho {
  if (stranger.outcome === "admit") return "everybody";
  if (stranger.outcome === "unknown") return "unknown";
  if (paired.allowed) return "paired";
  return people.length > 0 ? "listed" : "nobody";
}

/** Whether a message in a room has to mention the bot, asked as somebody who gets in. */
function mentionAt(ask: Ask, person: Partial<AccessRequest>): NonNullable<Door["mention"]> {
  const { allowed, path, trace } = ask({ ...person, mentioned: false });
  const waived = () =>
    trace?.opposite.flat(2).find(({ setting, to }) => setting.endsWith("requireMention") && to === true);
  const setting = allowed ? waived()?.setting : path;
  return { required: !allowed, ...(setting !== undefined && { path: setting }) };
}

function doorAt(doorway: Doorway, world: AuditWorld, policy: Policy): Door {
  const { account, inbound, stranger: id } = doorway;
  const ask = asker(doorway, policy);
  const stranger = ask(writer(doorway, id));
  const paired = ask({ ...writer(doorway, id), paired: [id] });
  const people = peopleAt(doorway, ask, world, policy);
  const who = whoOf(stranger, paired, people);
  const [first] = people;
  const somebody =
    who === "everybody"
      ? writer(doorway, id)
      : first?.role === true
        ? { ...writer(doorway, id), roles: [first.id] }
        : first && writer(doorway, first.id);
  return {
    kind: "door",
    channel: account.channel,
    chatType: inbound.chatType,
    ...told({
      account: account.account,
      room: namedFact(inbound.peer),
      guild: namedFact(inbound.guild),
      team: namedFact(inbound.team),
      thread: inbound.thread,
      path: stranger.path,
      defaultOf: stranger.defaultOf,
      missing: stranger.missing,
    }),
    who,
    people,
    ...(somebody !== undefined && inbound.chatType !== "direct" && { mention: mentionAt(ask, somebody) }),
  };
}

/**
 * Tells who may write to the bot: of every account the door for direct messages, one for each room that the config or the
 * world names, one for any other room, and one for each topic that the config names. Each door is asked as a stranger would,
 * as somebody who was paired, and as everybody whom a list names: it tells what `evaluateAccess` answers, and the setting
 * that decides. A message that has to mention the bot does so.
 *
 * Who has been paired stands in no config; tell it by the world's `senders`. What a release decides about rooms of which it
 * is not on record is `unknown`, and so is what depends on a fact that no config tells (`missing`).
 *
 * @param world - The rooms, accounts and senders that the host knows beside its config.
 * @returns One door for each way to write, in the order of the config. The cost grows with the doors, each by its lists.
 *
 * @example
 * ```ts
 * const channels = { telegram: { allowFrom: ["7"], groupAllowFrom: ["7", "8"] } } as const;
 * const policy = parsePolicy({ channels }, { edition: "2026-11" });
 * const [direct, groups] = whoMayWrite(policy);
 * direct?.who; //=> "paired"
 * direct?.people; //=> [{ id: "7", path: "channels.telegram.allowFrom[0]" }]
 * groups?.who; //=> "listed"
 * groups?.mention?.required; //=> true
 * ```
 */
export function whoMayWrite(policy: Policy, world: AuditWorld = {}): readonly Door[] {
  if (isPolluted()) return unpolluted(whoMayWrite, policy, world);
  demandPolicy(policy);
  const known = readWorld(world);
  return accountsToAsk(policy, known).flatMap((account) =>
    doorwaysOf(account, known, policy).map((doorway) => doorAt(doorway, known, policy)),
  );
}
