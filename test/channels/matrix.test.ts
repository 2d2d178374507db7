import { describe, expect, it } from "vitest";
import { fromMatrix, type MatrixEvent } from "../../src/channels/matrix.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames, placeOf } from "./fixtures.ts";

const ann = "@Ann:example.org";
const room = { channel: "matrix", chatType: "channel", peer: "!OpsRoom:example.org", sender: ann } as const;

const cases: readonly (readonly [name: string, why: string, expected: Inbound | undefined])[] = [
  ["room-message", "a room is the peer, to the letter", room],
  [
    "room-without-server-name",
    "a version 12 room has no server in its id",
    { ...room, peer: "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM" },
  ],
  [
    "direct-message",
    "a direct room is with the person",
    { channel: "matrix", chatType: "direct", peer: ann, room: "!aDirectRoom:example.org" },
  ],
  ["message-from-sync", "a sync response names the room outside the event", room],
  ["thread-message", "an m.thread relation is a thread", { ...room, thread: "$Root:example.org" }],
  ["plain-reply", "a reply is not", room],
  ["edit", "an edit does not tell its thread", undefined],
  ["sticker", "a sticker is a message", room],
  ["notice", "a notice must never be answered", undefined],
  ["own-message", "the bot hears itself", undefined],
  ["membership", "state is no message", undefined],
  ["reaction", "a reaction is no message", undefined],
  ["encrypted", "nobody knows yet what it says", undefined],
  ["redacted", "nothing is left of it", undefined],
];

describe("fromMatrix", () => {
  it.each(cases)("%s: %s", (name, _why, expected) => {
    const direct = name === "direct-message";
    const options = { self: "@desk:example.org", direct, roomId: "!OpsRoom:example.org" };
    expect(placeOf(fromMatrix(fixture("matrix", name) as MatrixEvent, options))).toEqual(expected);
  });

  it("has a row for every recorded event", () => {
    expect(cases.map(([name]) => name).sort()).toEqual(fixtureNames("matrix"));
  });

  it("keeps ids apart that differ by case alone", () => {
    const options = { account: "work", self: "@desk:example.org", direct: true };
    const message = { type: "m.room.message", content: { msgtype: "m.text" } };
    expect(fromMatrix({ ...message, sender: "@ann:hs" }, options)).not.toEqual(
      fromMatrix({ ...message, sender: "@Ann:hs" }, options),
    );
  });
});
