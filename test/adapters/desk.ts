import { admit, parsePolicy, sessionStore, type ConfigInput, type StoredTurn } from "keyscope";

const defaults: ConfigInput = {
  session: {
    dmScope: "per-channel-peer",
    reset: { mode: "idle", idleMinutes: 30 },
    sendPolicy: {
      rules: [{ action: "deny", match: { keyPrefix: "agent:main:telegram:group:-2" } }],
      default: "allow",
    },
  },
  channels: {
    telegram: {
      allowFrom: ["7", "8"],
      groupPolicy: "open",
      groups: { "*": { requireMention: false } },
    },
  },
};

/** Where a message comes from: two people in private, a room, and one in which the bot is not to speak. */
const places = {
  ann: { chatType: "direct", peer: "7" },
  eve: { chatType: "direct", peer: "8" },
  room: { chatType: "group", peer: "-1", sender: "7" },
  mute: { chatType: "group", peer: "-2", sender: "7" },
} as const;

/** A place of a desk. */
export type Place = keyof typeof places;

/** A desk above which an agent answers: who says something there has a turn. */
export function desk<Data>(config: ConfigInput = defaults) {
  const policy = parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
  const clock = { now: Date.UTC(2026, 10, 30, 12) };
  const store = sessionStore<Data>(new Map(), policy, { now: () => clock.now });
  return {
    clock,
    store,
    hears: async (place: Place, text: string, channel = "telegram"): Promise<StoredTurn<Data>> => {
      clock.now += 1;
      const admitted = admit({ inbound: { channel, ...places[place] }, text }, policy);
      const taken = await store.turn(admitted, { authorized: true });
      if (!taken.ok) throw new Error(admitted.reason ?? taken.reason);
      return taken;
    },
  };
}
