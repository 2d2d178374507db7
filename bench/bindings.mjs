import { spread } from "./world.mjs";

/** Bindings of one kind, all to one agent, and where a message comes from that the nth of them matches. */
const kinds = {
  rooms: {
    match: (index) => ({ peer: { kind: "channel", id: `room-${index}` } }),
    // Of ten rooms one is bound; where the others are, nobody was before.
    place: (index, turn) => ({ peer: turn % 10 === 0 ? `room-${index}` : `unbound-${turn}` }),
  },
  wildcards: {
    match: (index) => ({ peer: { kind: "channel", id: "*" }, guildId: `guild-${index}` }),
    place: (index, turn) => ({ peer: `room-${turn}`, guild: `guild-${index}` }),
  },
  roles: {
    match: (index) => ({ guildId: "guild", roles: [`role-${index}`] }),
    place: (index, turn) => ({ peer: `room-${turn}`, guild: "guild", roles: [`role-${index}`, "everyone"] }),
  },
};

export function bindingsOf(kind, count) {
  return Array.from({ length: count }, (_, index) => ({
    agentId: "ops",
    match: { channel: "discord", accountId: "*", ...kinds[kind].match(index) },
  }));
}

/** Messages from as many places, spread over what the bindings match. */
export function messagesOf(kind, count, messages) {
  return spread(messages, count).map((index, turn) => ({
    channel: "discord",
    account: "work",
    chatType: "channel",
    ...kinds[kind].place(index, turn),
  }));
}
