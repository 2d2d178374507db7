import { parsePolicy, resolveSession } from "../dist/index.js";
import { over } from "./measure.mjs";
import { assertEqual, reportGrowth, reportHeading } from "./report.mjs";

const edition = "2026-11";
const people = 100_000;

/** Each person known by two ids; `peer(n)` is the first of person n. */
function links(count) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `person-${index}`,
      [`telegram:${index}`, `discord:d${index}`],
    ]),
  );
}

function policyWith(config) {
  return parsePolicy(
    { agents: { list: [{ id: "main", default: true }, { id: "ops" }] }, ...config },
    { edition },
  );
}

const inbounds = Array.from({ length: 512 }, (_, index) => ({
  channel: "telegram",
  chatType: "direct",
  peer: String((index * 7919) % people),
}));
const strangers = inbounds.map((inbound) => ({ ...inbound, peer: `${inbound.peer}00000000` }));

const scoped = (identityLinks) => policyWith({ session: { dmScope: "per-channel-peer", identityLinks } });
const without = scoped({});
const linked = scoped(links(people));

for (const inbound of strangers)
  assertEqual("a stranger's key", resolveSession(inbound, linked).key, resolveSession(inbound, without).key);
assertEqual(
  "a linked person's identity",
  resolveSession(inbounds[1], linked).identity,
  `person-${inbounds[1].peer}`,
);

/** Bindings of single rooms, all to one agent; the ten last are asked for. */
function bound(count) {
  const bindings = Array.from({ length: count }, (_, index) => ({
    agentId: "ops",
    match: { channel: "discord", peer: { kind: "channel", id: `room-${index}` } },
  }));
  return policyWith({ bindings });
}

function room(peer) {
  return { channel: "discord", chatType: "channel", peer };
}

/** Every other room is one of the first `count` bound ones, the others are bound nowhere. */
function roomsAmong(count) {
  return Array.from({ length: 512 }, (_, index) =>
    room(index % 2 === 0 ? `room-${(index * 7919) % count}` : `unbound-${index}`),
  );
}

const ten = bound(10);
const tenThousand = bound(10_000);
const someRooms = roomsAmong(10);
for (const inbound of someRooms)
  assertEqual(
    "a room's agent",
    resolveSession(inbound, tenThousand).agentId,
    resolveSession(inbound, ten).agentId,
  );
assertEqual("a bound room's agent", resolveSession(room("room-9999"), tenThousand).agentId, "ops");

reportHeading("small", "large");
const resolving = (policy) => (inbound) => resolveSession(inbound, policy);
reportGrowth("resolve a stranger: no links, 100 000 links", {
  small: over(strangers, resolving(without)),
  large: over(strangers, resolving(linked)),
});
reportGrowth("resolve: no links, a linked person of 100 000", {
  small: over(inbounds, resolving(without)),
  large: over(inbounds, resolving(linked)),
});
reportGrowth("resolve a room: 10 bindings, 10 000 bindings", {
  small: over(someRooms, resolving(ten)),
  large: over(someRooms, resolving(tenThousand)),
});
reportGrowth("resolve a room: one of 10 bound ones, one of 10 000", {
  small: over(someRooms, resolving(ten)),
  large: over(roomsAmong(10_000), resolving(tenThousand)),
});
