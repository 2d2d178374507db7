/*
 * The same rules and requests for every engine: seeded, so that each run asks the same. Most rules
 * name a prefix of the key, the others a channel and a chat type; seven of ten deny.
 */

const kinds = ["direct", "group", "channel"];

/** A small seeded generator of numbers in [0, 1) (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function workload(count, asked = 1000) {
  const random = seeded(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const channels = Array.from({ length: Math.max(6, count / 20) }, (_, index) => `channel${index}`);
  const digits = () => String(Math.floor(random() * 10 ** (2 + Math.floor(random() * 4))));
  const rules = Array.from({ length: count }, (_, index) => {
    const channel = pick(channels);
    const match =
      random() < 0.8
        ? { keyPrefix: `${channel}:${pick(kinds)}:${digits()}` }
        : { channel, chatType: pick(kinds) };
    return { id: `rule-${index}`, action: random() < 0.7 ? "deny" : "allow", match };
  });
  const requests = Array.from({ length: asked }, () => {
    const channel = pick(channels);
    const chatType = pick(kinds);
    return { key: `agent:main:${channel}:${chatType}:${digits()}`, channel, chatType };
  });
  return { rules, requests };
}

/** What every engine must answer: any matching deny, else allow. */
export function scan(rules, { key, channel, chatType }) {
  const scoped = key.slice("agent:main:".length);
  for (const { action, match } of rules)
    if (
      action === "deny" &&
      (match.channel === undefined || match.channel === channel) &&
      (match.chatType === undefined || match.chatType === chatType) &&
      (match.keyPrefix === undefined || scoped.startsWith(match.keyPrefix))
    )
      return false;
  return true;
}
