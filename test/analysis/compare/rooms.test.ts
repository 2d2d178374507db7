import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { compareAccess } from "../../../src/analysis/compare/access.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { RoomChannel } from "../../../src/config/rooms.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { roomSections } from "../../policy/access/room-arbitraries.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const whoWrites = {
  sender: ["1", "2", "9"],
  senderName: [undefined, "ann"],
  mentioned: [false, true],
} as const;

const channels: Readonly<
  Record<RoomChannel, { config: fc.Arbitrary<object>; messages: readonly AccessRequest[] }>
> = {
  discord: {
    config: roomSections.discord,
    messages: [
      ...everyMix<AccessRequest>({
        ...whoWrites,
        channel: ["discord"],
        chatType: ["channel"],
        guild: ["900", "901"],
        guildName: [undefined, "Hall"],
        peer: ["800", "850"],
        roomName: [undefined, "general"],
        parent: [undefined, { peer: "800" }],
        roles: [[], ["71"], ["71", "72"]],
        othersMentioned: [undefined, true],
        ownThread: [undefined, true],
        bot: [undefined, true],
      }),
      ...everyMix<AccessRequest>({
        ...whoWrites,
        channel: ["discord"],
        chatType: ["group"],
        peer: ["802", "803"],
        roomName: [undefined, "crew"],
        bot: [undefined, true],
      }),
      ...everyMix<AccessRequest>({
        channel: ["discord"],
        chatType: ["direct"],
        peer: ["1", "9"],
        bot: [undefined, true],
      }),
    ],
  },
  slack: {
    config: roomSections.slack,
    messages: [
      ...everyMix<AccessRequest>({
        ...whoWrites,
        channel: ["slack"],
        chatType: ["channel"],
        peer: ["C1", "c1", "C9"],
        roomName: [undefined, "general"],
        othersMentioned: [undefined, true],
        bot: [undefined, true],
        ownerPresent: [undefined, false, true],
        mentioned: [false, true, "reply", "joined"],
      }),
      ...everyMix<AccessRequest>({
        ...whoWrites,
        channel: ["slack"],
        chatType: ["group"],
        peer: ["802", "803"],
        roomName: [undefined, "crew"],
      }),
    ],
  },
  matrix: {
    config: roomSections.matrix,
    messages: everyMix<AccessRequest>({
      ...whoWrites,
      channel: ["matrix"],
      chatType: ["channel"],
      peer: ["!a:x", "!b:x"],
    }),
  },
  msteams: {
    config: roomSections.msteams,
    messages: everyMix<AccessRequest>({
      ...whoWrites,
      channel: ["msteams"],
      chatType: ["channel"],
      team: ["t-1", "t-2"],
      teamName: [undefined, "Sales"],
      peer: ["19:a", "19:b"],
      roomName: [undefined, "General", "general"],
    }),
  },
  googlechat: {
    config: roomSections.googlechat,
    messages: everyMix<AccessRequest>({
      ...whoWrites,
      channel: ["googlechat"],
      chatType: ["group"],
      peer: ["spaces/A", "spaces/B"],
      roomName: [undefined, "Ops"],
      senderEmail: [undefined, "ann"],
    }),
  },
  feishu: {
    config: roomSections.feishu,
    messages: everyMix<AccessRequest>({
      ...whoWrites,
      channel: ["feishu"],
      chatType: ["group"],
      peer: ["oc_a", "Oc_A", "oc_b", "oc_c"],
      mentioned: [false, true, "reply"],
    }),
  },
  irc: {
    config: roomSections.irc,
    messages: everyMix<AccessRequest>({
      ...whoWrites,
      channel: ["irc"],
      chatType: ["group"],
      peer: ["#ops", "#Ops", "#other"],
    }),
  },
  "nextcloud-talk": {
    config: roomSections["nextcloud-talk"],
    messages: everyMix<AccessRequest>({
      ...whoWrites,
      channel: ["nextcloud-talk"],
      chatType: ["group"],
      peer: ["tok1", "Tok1", "tok2"],
      roomName: [undefined, "Ops"],
    }),
  },
};

const openness = { deny: 0, unknown: 0, pair: 1, admit: 2 } as const;
const editions: readonly Edition[] = ["2026-11", "openclaw@2026.9.6", "openclaw@2026.3.7"];
/** The first releases do not have them. */
const firstOf = new Map<string, Edition>([
  ["feishu", "openclaw@2026.2.17"],
  ["irc", "openclaw@2026.2.17"],
]);

describe.each(Object.entries(channels))("rooms of %s", (channel, { config, messages }) => {
  it.each([...editions, firstOf.get(channel) ?? "openclaw@2026.1.29"] as const)(
    "are compared as a search of every message finds them under %s",
    (edition) => {
      const configs = fc.record({ channels: fc.record({ [channel]: config }) }) as fc.Arbitrary<ConfigInput>;
      expectAgreement(configs, edition, messages, {
        compare: compareAccess,
        decide: evaluateAccess,
        loosens: (before, after) => openness[before.outcome] < openness[after.outcome],
      });
    },
  );
});

it("a room is found in a spelling that nobody wrote", () => {
  const groups = { OC_A: {}, oc_a: { requireMention: true } };
  const [from, to] = [groups, Object.fromEntries(Object.entries(groups).toReversed())].map((written) =>
    parsePolicy({ channels: { feishu: { groups: written } } }, { edition: "openclaw@2026.9.6" }),
  );
  // Of two spellings of an id the one that is written first stands for a third.
  expect(from && to && compareAccess(from, to).stricter?.request.peer).toBe("Oc_a");
});
