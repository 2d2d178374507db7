import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { dmReach, groupReach } from "../../../src/config/scopes.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import {
  chatKey,
  type ChatKeyFacts,
  chatKeyRules,
  partyInKey,
  peerKey,
} from "../../../src/scope/key/chat-key.ts";

const agent = { keyPrefix: "agent:a:", mainKey: "agent:a:main" };
const latest = "openclaw@2026.9.6";
const links: ConfigInput = { session: { identityLinks: { ann: ["telegram:1"] } } };

function told({
  channel = "telegram",
  account,
  kind = "direct",
  peer = "1",
  ...more
}: Partial<ChatKeyFacts>): ChatKeyFacts {
  return { channel, account, kind, peer, ...more };
}

/** The key of a chat's session, its name alone; `main` is that of the main session. */
function keyOf(
  facts: Partial<ChatKeyFacts>,
  scope: string,
  edition: Edition,
  config: ConfigInput = {},
  write = peerKey,
) {
  const rules = chatKeyRules(parsePolicy(config, { edition }));
  const chat = told(facts);
  const isRoom = chat.kind === "group" || chat.kind === "channel";
  return write(chat, agent, isRoom ? groupReach(scope) : dmReach(scope), rules)?.key.replace("agent:a:", "");
}

describe("the key of a chat with a person", () => {
  it.each<readonly [Partial<ChatKeyFacts>, string, Edition, string | undefined, string]>([
    [{}, "main", "2026-11", "main", "all share one"],
    [{}, "per-peer", "2026-11", "direct:1", "wherever they write"],
    [{}, "per-channel-peer", "2026-11", "telegram:direct:1", "on a channel"],
    [{}, "per-account-channel-peer", "2026-11", "telegram:default:direct:1", "on an account of it"],
    [{ account: "work" }, "per-account-channel-peer", "2026-11", "telegram:work:direct:1", "on another"],
    [{ account: "work" }, "per-channel-peer", "2026-11", "telegram:direct:1", "whatever the account"],
    [{ kind: undefined }, "per-peer", "2026-11", "direct:1", "where no kind is told"],
    [
      { party: { id: "B:1", hasOwnPeople: true } },
      "per-peer",
      "2026-11",
      "direct:1:party:B%3A1",
      "whose chat it is",
    ],
    [{ channel: "" }, "per-channel-peer", latest, "unknown:direct:1", "on no channel"],
    [{ peer: " " }, "per-peer", latest, "main", "with nobody"],
    [{ peer: " " }, "per-peer", "2026-11", undefined, "with nobody"],
    [{ kind: "dm" }, "per-peer", "openclaw@2026.2.3-1", "dm:1", "in the older word"],
    // Keyed by its room, though it is a chat with a person: the room's key tells that it is one.
    [{ byRoom: true, peer: "!r" }, "per-peer", "2026-11", "telegram:direct:!r", "the room it is in"],
    [{ byRoom: true, peer: "!r" }, "main", "2026-11", "main", "all share one, wherever it is"],
  ])("%j under %s in %s: %s, for %s", (facts, scope, edition, key) => {
    const given = "kind" in facts && facts.kind === undefined ? { ...told({}), kind: undefined } : facts;
    expect(keyOf(given, scope, edition)).toBe(key);
  });

  it.each<readonly [Partial<ChatKeyFacts>, Edition, string, string]>([
    [{}, "2026-11", "direct:=ann", "they are one person on all channels"],
    [{ thread: "7" }, "2026-11", "telegram:direct:=ann", "but their threads stay where they are"],
    [{ peer: "2" }, "2026-11", "telegram:direct:2", "others are not linked"],
    [{ channel: "irc" }, "2026-11", "irc:direct:1", "nor is the id on another channel"],
    [{ aliases: ["1"], peer: "2" }, "2026-11", "direct:=ann", "another id of the same person is"],
    [
      { party: { id: "B", hasOwnPeople: true } },
      "2026-11",
      "direct:=ann",
      "a link tells whom a party's id means",
    ],
    [
      { party: { id: "B", hasOwnPeople: false } },
      "2026-11",
      "direct:=ann:party:B",
      "and not whose chat it is",
    ],
    [{}, latest, "telegram:direct:ann", "releases join none across channels"],
  ])("%j with a link in %s: %s, for %s", (facts, edition, key) => {
    expect(keyOf(facts, "per-channel-peer", edition, links)).toBe(key);
  });

  it.each<readonly [boolean, string | undefined, string | undefined]>([
    [true, undefined, "B"],
    [true, "ann", undefined],
    [false, undefined, "B"],
    [false, "ann", "B"],
  ])(
    "names the party with people of its own (%s) beside the identity %s: %s",
    (hasOwnPeople, identity, party) => {
      expect(partyInKey({ id: "B", hasOwnPeople }, identity)).toBe(party);
      expect(partyInKey(undefined, identity)).toBeUndefined();
    },
  );
});

describe("the key of a room", () => {
  const room = { kind: "group", peer: "-1" };
  it.each<readonly [Partial<ChatKeyFacts>, string, Edition, string | undefined, string]>([
    [room, "per-group", "2026-11", "telegram:group:-1", "its own"],
    [room, "main", "2026-11", "main", "all share one, where the scope says so"],
    [room, "main", "openclaw@2026.1.29", "telegram:group:-1", "early releases know no such scope"],
    [{ ...room, account: "work" }, "per-group", "2026-11", "telegram:work:group:-1", "on another account"],
    [{ ...room, account: "work" }, "per-group", latest, "telegram:group:-1", "releases leave it out"],
    [
      { ...room, sender: "u:1" },
      "per-group",
      "2026-11",
      "telegram:group:-1:sender:u%3A1",
      "one person's in it",
    ],
    [{ ...room, channel: "" }, "per-group", latest, "unknown:group:-1", "on no channel"],
    [{ ...room, peer: "" }, "per-group", latest, "telegram:group:unknown", "without an id"],
    [{ ...room, peer: "" }, "per-group", "2026-11", undefined, "without an id"],
    [{ ...room, kind: "channel" }, "per-group", "2026-11", "telegram:channel:-1", "that is broadcast"],
  ])("%j under %s in %s: %s, for %s", (facts, scope, edition, key) => {
    expect(keyOf(facts, scope, edition)).toBe(key);
  });
});

describe("the key of a message's chat", () => {
  it.each<readonly [Partial<ChatKeyFacts>, Edition, string | undefined, string]>([
    [{}, latest, "telegram:direct:1", "as that of its peer"],
    [{ channel: "" }, latest, "unknown:direct:1", "a channel without a name is called so"],
    [{ peer: "" }, latest, "telegram:direct:unknown", "so is a person"],
    [{ peer: "", kind: "group" }, latest, "telegram:group:unknown", "and a room"],
    [{ channel: "", peer: " ", kind: "group" }, latest, "unknown:group:unknown", "both"],
    [{ peer: "" }, "2026-11", undefined, "2026-11 writes none"],
    [{ channel: "" }, "2026-11", "unknown:direct:1", "but for a channel"],
  ])("%j in %s: %s, for %s", (facts, edition, key) => {
    expect(keyOf(facts, "per-channel-peer", edition, {}, chatKey)).toBe(key);
  });

  it("is the main session where no peer is told, in every release", () => {
    const nobody = { channel: "telegram", account: undefined, kind: undefined, peer: "" };
    const rules = chatKeyRules(parsePolicy({}, { edition: latest }));
    expect(chatKey(nobody, agent, dmReach("per-peer"), rules)?.key).toBe(agent.mainKey);
    expect(chatKey({ ...nobody, channel: "" }, agent, dmReach("per-peer"), rules)?.key).toBe(agent.mainKey);
  });
});
