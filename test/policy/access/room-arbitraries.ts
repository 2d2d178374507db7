import fc from "fast-check";
import type { RoomChannel } from "../../../src/config/rooms.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";

const groupPolicy = fc.constantFrom("open", "allowlist", "disabled");
const people = fc.uniqueArray(fc.constantFrom("1", "2", "ann", "*"), { maxLength: 2 });
const roles = fc.uniqueArray(fc.constantFrom("71", "72", "*"), { maxLength: 2 });
const said = {
  requireMention: fc.boolean(),
  ignoreOtherMentions: fc.boolean(),
  users: people,
};
const optional = { requiredKeys: [] };

const room = fc.record({ ...said, enabled: fc.boolean(), autoThread: fc.boolean(), roles }, optional);
const guild = fc.record(
  { ...said, roles, channels: fc.dictionary(fc.constantFrom("800", "general", "*"), room, { maxKeys: 3 }) },
  optional,
);
const door = {
  groupPolicy,
  allowFrom: people,
  dangerouslyAllowNameMatching: fc.boolean(),
  allowBots: fc.constantFrom(true, false, "mentions"),
  dm: fc.record({ groupEnabled: fc.boolean(), groupChannels: fc.constantFrom(["802"], ["crew"]) }, optional),
};
const discord = fc.record(
  { ...door, guilds: fc.dictionary(fc.constantFrom("900", "hall", "*"), guild, { maxKeys: 3 }) },
  optional,
);
const slackRoom = fc.record({ ...said, enabled: fc.boolean(), allowBots: fc.boolean() }, optional);
const slack = fc.record(
  {
    ...door,
    requireMention: fc.boolean(),
    channels: fc.dictionary(fc.constantFrom("C1", "c1", "general", "*"), slackRoom, { maxKeys: 3 }),
  },
  optional,
);
const matrix = fc.record(
  {
    groupPolicy,
    groupAllowFrom: people,
    groups: fc.dictionary(
      fc.constantFrom("!a:x", "*"),
      fc.record({ ...said, enabled: fc.boolean() }, optional),
    ),
  },
  optional,
);
const team = fc.record(
  {
    requireMention: fc.boolean(),
    channels: fc.dictionary(
      fc.constantFrom("19:a", "General", "*"),
      fc.record({ requireMention: fc.boolean() }, optional),
    ),
  },
  optional,
);
const msteams = fc.record(
  {
    groupPolicy,
    groupAllowFrom: people,
    allowFrom: people,
    teams: fc.dictionary(fc.constantFrom("t-1", "Sales", "*"), team),
  },
  optional,
);
const googlechat = fc.record(
  {
    groupPolicy,
    groupAllowFrom: people,
    requireMention: fc.boolean(),
    groups: fc.dictionary(
      fc.constantFrom("spaces/A", "Ops", "*"),
      fc.record({ requireMention: fc.boolean(), enabled: fc.boolean(), users: people }, optional),
    ),
  },
  optional,
);

const feishu = fc.record(
  {
    groupPolicy,
    groupAllowFrom: fc.uniqueArray(fc.constantFrom("oc_a", "chat:oc_b", "*"), { maxLength: 2 }),
    groupSenderAllowFrom: people,
    allowFrom: people,
    requireMention: fc.boolean(),
    groups: fc.dictionary(
      fc.constantFrom("oc_a", "OC_A", "*"),
      fc.record({ requireMention: fc.boolean(), enabled: fc.boolean(), allowFrom: people }, optional),
    ),
  },
  optional,
);

const listedRoom = fc.record(
  { requireMention: fc.boolean(), enabled: fc.boolean(), allowFrom: people },
  optional,
);
const irc = fc.record(
  {
    groupPolicy,
    groupAllowFrom: people,
    allowFrom: people,
    groups: fc.dictionary(fc.constantFrom("#ops", "#OPS", "*"), listedRoom),
  },
  optional,
);
const talk = fc.record(
  {
    groupPolicy,
    groupAllowFrom: people,
    allowFrom: people,
    rooms: fc.dictionary(fc.constantFrom("tok1", "TOK1", "ops", "*"), listedRoom),
  },
  optional,
);

/** What may be written of the channels whose rooms are written in a way of their own. */
export const roomSections = {
  discord,
  slack,
  matrix,
  msteams,
  googlechat,
  feishu,
  irc,
  "nextcloud-talk": talk,
} satisfies Readonly<Record<RoomChannel, fc.Arbitrary<object>>>;

/** Messages in rooms, those of one channel's facts with another's among them. */
export const roomMessages = fc.record(
  {
    channel: fc.constantFrom(...Object.keys(roomSections)),
    chatType: fc.constantFrom("channel", "group", "direct"),
    peer: fc.constantFrom(
      "800",
      "802",
      "850",
      "C1",
      "c1",
      "!a:x",
      "19:a",
      "spaces/A",
      "oc_a",
      "oc_b",
      "#ops",
      "tok1",
      "1",
    ),
    guild: fc.constantFrom("900", "901"),
    team: fc.constantFrom("t-1", "t-2"),
    parent: fc.constant({ peer: "800" }),
    sender: fc.constantFrom("1", "2", "9"),
    senderName: fc.constantFrom("ann", "Bob"),
    roomName: fc.constantFrom("general", "crew", "Ops"),
    guildName: fc.constant("Hall"),
    teamName: fc.constant("Sales"),
    roles: fc.constantFrom([], ["71"], ["71", "72"]),
    mentioned: fc.constantFrom(true, false, "reply", "everyone", "joined"),
    othersMentioned: fc.boolean(),
    ownThread: fc.boolean(),
    bot: fc.boolean(),
    ownerPresent: fc.boolean(),
  },
  { requiredKeys: ["channel", "chatType"] },
) as fc.Arbitrary<AccessRequest>;
