import type { Policy } from "../../config/policy.ts";
import { linksOf } from "../../identity/identity-links.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { isolationOf, type Isolation } from "../../scope/isolation/isolation.ts";
import { explainResolution } from "../../scope/session/explain.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { channelName } from "../channel-names.ts";
import type { Door } from "../doors/door.ts";
import { enumerated } from "../enumeration.ts";
import { told, twoFresh } from "../representative/representative.ts";
import { alike, statement, type Source, type Statement } from "./statement.ts";

/** Two people whom nothing names, and in their ids two rooms and two servers. */
type Strangers = readonly [string, string];

function strangersTo(policy: Policy, doors: readonly Door[]): Strangers {
  const named = doors.flatMap(({ people, room }) => [...people.map(({ id }) => id), room]);
  return twoFresh(new Set([...named, ...linksOf(policy).flatMap(({ id, name }) => [id, name])]));
}

/** Where the bot is written to: an account of a channel. */
type Place = Pick<Door, "channel" | "account">;

function messageTo({ channel, account }: Place, peer: string): Inbound {
  return told({ channel, account, chatType: "direct", peer });
}

function messageIn({ channel, account }: Place, room: string): Inbound {
  const scheme = schemeOf(channel);
  const chatType = scheme === undefined ? ("group" as const) : ("channel" as const);
  const around = scheme !== undefined && scheme.levels.length > 1 ? { [scheme.levels[0].fact]: room } : {};
  return told({ channel, account, chatType, ...around, peer: room });
}

function sourceOf({ setting, defaultOf }: Isolation, fallback: string): Source {
  return { path: setting ?? fallback, ...(setting === undefined && defaultOf && { defaultOf }) };
}

function channelsOf(places: readonly Place[]): string {
  return enumerated([...new Set(places.map(({ channel }) => channelName(channel)))]);
}

/** Accounts by what they are, a channel's name where it has one alone. */
function accountsIn(places: readonly Place[]): string {
  return enumerated(
    places.map(({ channel, account }) =>
      account === undefined ? channelName(channel) : `${channelName(channel)} (${account})`,
    ),
  );
}

/** Says how the direct chats of different people are kept apart. */
function directChats(
  places: readonly Place[],
  [one, other]: Strangers,
  policy: Policy,
): readonly Statement[] {
  const asked = places.map((place) => {
    const [a, b] = [messageTo(place, one), messageTo(place, other)];
    return { place, message: a, isolation: isolationOf(a, b, policy), resolution: resolveSession(a, policy) };
  });
  const path = "session.dmScope";
  const groups = alike(asked, ({ isolation, resolution }) => [
    isolation,
    isolation.shared || !resolution.ok ? (resolution.key ?? resolution.reason) : "",
  ]);
  return groups.flatMap((group) => {
    const [{ isolation, resolution }] = group;
    const at = group.map(({ place }) => place);
    const on = accountsIn(at);
    const source = sourceOf(isolation, path);
    if (!resolution.ok) {
      const [missing = "agents"] = resolution.missing;
      return [
        statement(
          "conversations",
          `Direct messages on ${on} are not accepted. ${explainResolution(resolution)}`,
          {
            path: missing,
          },
        ),
      ];
    }
    if (isolation.shared)
      return [
        statement(
          "conversations",
          `Everybody who messages the bot on ${on} shares one conversation: what one person writes, another can be told.`,
          source,
        ),
      ];
    const apart = `On ${on}, each person has a conversation of their own with the bot`;
    return [
      statement("conversations", `${apart}; nobody else writes in it.`, source),
      ...acrossPlaces(
        group.map(({ place, message }) => ({ place, message })),
        policy,
      ),
    ];
  });
}

/** Says where one id has one conversation in several places. */
function acrossPlaces(
  asked: readonly { readonly place: Place; readonly message: Inbound }[],
  policy: Policy,
): readonly Statement[] {
  const keys = alike(asked, ({ message }) => resolveSession(message, policy).key ?? null);
  return keys.flatMap((group) => {
    const [first, second] = group;
    if (second === undefined) return [];
    const isolation = isolationOf(first.message, second.message, policy);
    const places = group.map(({ place }) => place);
    const channels = new Set(places.map(({ channel }) => channel));
    const sentence =
      channels.size > 1
        ? `People with the same id on ${channelsOf(places)} count as one person there.`
        : `Anyone who writes to several of the bot's accounts (${accountsIn(places)}) has one conversation with all of them.`;
    return [statement("conversations", sentence, sourceOf(isolation, "session.dmScope"))];
  });
}

/** Says what identity links join. */
function linkedPeople(policy: Policy): readonly Statement[] {
  const people = alike(
    linksOf(policy).filter(({ channel }) => channel !== undefined),
    ({ name }) => name,
  ).filter(({ length }) => length > 1);
  const known = people.map((links) => {
    const [a, b] = links.map(({ channel = "", id }) => messageTo({ channel: channel.trim() }, id));
    const name = links[0].name.trim();
    const path = "session.identityLinks";
    if (a === undefined || b === undefined) return { name, shared: false, source: { path } };
    const isolation = isolationOf(a, b, policy);
    return {
      name,
      shared: isolation.shared,
      source: isolation.shared ? { path } : sourceOf(isolation, path),
    };
  });
  return alike(known, ({ shared, source }) => [shared, source]).map((group) => {
    const [{ shared, source }] = group;
    const names = enumerated(group.map(({ name }) => name));
    const known = `${names} ${group.length === 1 ? "is" : "are each"} known under several ids`;
    const sentence = shared
      ? `${known}, which share one conversation.`
      : `${known}, and still ${group.length === 1 ? "has" : "have"} a separate conversation under each of them.`;
    return statement("conversations", sentence, source);
  });
}

/** Says how rooms are kept apart. */
function rooms(places: readonly Place[], [one, other]: Strangers, policy: Policy): readonly Statement[] {
  const asked = places.flatMap((place) => {
    const [a, b] = [messageIn(place, one), messageIn(place, other)];
    const resolution = resolveSession(a, policy);
    const withDirect = isolationOf(messageTo(place, other), a, policy);
    const isolation = isolationOf(a, b, policy);
    const kept = isolation.shared ? isolation : withDirect.shared ? withDirect : isolation;
    return resolution.ok
      ? [{ place, isolation: kept, bySender: resolution.split?.by.includes("sender") }]
      : [];
  });
  return alike(asked, ({ isolation, bySender }) => [isolation.shared, isolation.setting, bySender]).map(
    (group) => {
      const [{ isolation, bySender = false }] = group;
      const on = accountsIn(group.map(({ place }) => place));
      const sentence = isolation.shared
        ? `Groups on ${on} are part of the bot's main conversation: everybody in them can be told what was written elsewhere.`
        : bySender
          ? `On ${on}, each person in a group has a conversation of their own with the bot.`
          : `On ${on}, each group has a conversation of its own, which everybody in it shares.`;
      return statement("conversations", sentence, sourceOf(isolation, "session.groupScope"));
    },
  );
}

/** Says which agent answers where no binding of a single chat decides. */
function answering(places: readonly Place[], [one]: Strangers, policy: Policy): readonly Statement[] {
  const { agents, bindings = [] } = policy.config;
  if (agents?.list === undefined && agents?.entries === undefined && bindings.length === 0) return [];
  const asked = places.flatMap((place) => {
    const resolution = resolveSession(messageTo(place, one), policy);
    return resolution.ok ? [{ place, agentId: resolution.agentId, path: resolution.binding?.path }] : [];
  });
  const single = bindings.filter(
    ({ match: { peer, guildId, teamId, roles } }) => peer ?? guildId ?? teamId ?? roles,
  );
  const exceptions = statement(
    "agents",
    `${single.length === 1 ? "One binding sends" : `${single.length} bindings send`} the messages of single people, rooms or servers to an agent of their own.`,
    { path: "bindings" },
  );
  return [
    ...alike(asked, ({ agentId, path }) => [agentId, path]).map((group) => {
      const [{ agentId, path }] = group;
      const on = accountsIn(group.map(({ place }) => place));
      return statement("agents", `Messages on ${on} go to the agent ${agentId}.`, {
        path: path ?? (agents?.entries === undefined ? "agents.list" : "agents.entries"),
      });
    }),
    ...(single.length > 0 ? [exceptions] : []),
  ];
}

/** The accounts of some doors, each once. */
function placesOf(doors: readonly Door[]): readonly Place[] {
  return alike(doors, ({ channel, account }) => [channel, account]).map(([door]) => door);
}

/** Says how conversations are kept apart, and which agent has them. */
export function describeConversations(doors: readonly Door[], policy: Policy): readonly Statement[] {
  const strangers = strangersTo(policy, doors);
  const open = doors.filter(({ who }) => who !== "nobody");
  const direct = placesOf(open.filter(({ chatType }) => chatType === "direct"));
  const inRooms = placesOf(open.filter(({ chatType }) => chatType !== "direct"));
  return [
    ...answering(placesOf(open), strangers, policy),
    ...directChats(direct, strangers, policy),
    ...linkedPeople(policy),
    ...rooms(inRooms, strangers, policy),
  ];
}
