import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as channels from "../../src/channels/index.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames } from "./fixtures.ts";

type Reader = (payload: object) => channels.Reading<object>;
type Readers = Extract<keyof typeof channels, `read${string}`>;

/** Every reader, by what one asks of it; whoever adds one is told of it here. */
const readers: Readonly<Record<Readers, readonly Reader[]>> = {
  readDiscord: [
    (message) => channels.readDiscord(message),
    (message) =>
      channels.readDiscord(message, { channel: { type: 11, parent_id: "1" }, self: "9", bots: true }),
  ],
  readMatrix: [(event) => channels.readMatrix(event, { self: "@bot:hs", direct: false })],
  readSlack: [
    (payload) => channels.readSlack(payload),
    (payload) => channels.readSlack(payload, { channelType: "group", bots: true }),
  ],
  readTelegram: [
    (update) => channels.readTelegram(update),
    (update) => channels.readTelegram(update, { self: ["7007007007", "@desk_bot"], bots: true }),
  ],
  readWhatsApp: [
    (message) => channels.readWhatsApp(message),
    (message) => channels.readWhatsApp(message, { self: ["+12025550100", "141421356237309@lid"] }),
  ],
};

/** Every value of a payload, with a way to put another in its place. */
function places(
  payload: unknown,
  put: (value: unknown) => unknown,
): readonly ((value: unknown) => unknown)[] {
  if (typeof payload !== "object" || payload === null) return [put];
  const inner = Object.entries(payload).flatMap(([name, value]) =>
    places(value, (other) =>
      put(Array.isArray(payload) ? payload.with(Number(name), other) : { ...payload, [name]: other }),
    ),
  );
  return [put, ...inner];
}

function isInbound(inbound: Inbound): boolean {
  const { channel, chatType, aliases, roles, parent, mentioned, reply, forum, ...ids } = inbound;
  return (
    channel !== "" &&
    ["direct", "group", "channel"].includes(chatType) &&
    inbound.peer !== undefined &&
    [mentioned, reply, forum].every((fact) => fact === undefined || typeof fact === "boolean") &&
    [...Object.values(ids), ...(aliases ?? []), ...(roles ?? []), ...(parent ? [parent.peer] : [])].every(
      (id) => typeof id === "string",
    )
  );
}

/** Whether a reading is all that its type says. */
function isSound(read: channels.Reading<object>): boolean {
  if (!read.ok) return (read.reason === "missing-fact") === read.missing.length > 0;
  const { access, at, inbound, mentioned, text } = read;
  return (
    isInbound(inbound) &&
    typeof text === "string" &&
    (at === undefined || Number.isSafeInteger(at)) &&
    inbound.mentioned === mentioned &&
    [access.senderName, access.senderUsername, access.roomName].every(
      (name) => name === undefined || typeof name === "string",
    )
  );
}

/** A payload with one value, or two, replaced or gone. */
function mutated(payload: object): fc.Arbitrary<object> {
  const value = fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined });
  const once = (before: object) =>
    fc
      .tuple(fc.constantFrom(...places(before, (other) => other)), value)
      .map(([put, other]) => put(other) as object);
  return fc.oneof(
    once(payload),
    once(payload).chain((after) => (typeof after === "object" ? once(after) : fc.constant(after))),
  );
}

describe.each(Object.entries(readers))("whatever payload %s is given, shaped or not", (reader, read) => {
  const platform = reader.slice("read".length).toLowerCase();
  const payloads = fixtureNames(platform).map((name) => fixture(platform, name));
  const asked = fc.constantFrom(...read);

  it.each([
    ["any JSON value", fc.jsonValue().map((value) => value as object)],
    ["a real payload with values replaced or gone", fc.constantFrom(...payloads).chain(mutated)],
  ])("never makes it throw, nor give anything but what its type says: %s", (_what, given) => {
    fc.assert(
      fc.property(given, asked, (payload, ask) => {
        const answer = ask(payload);
        expect(isSound(answer)).toBe(true);
        const plain = answer.ok ? answer.inbound : answer;
        expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
      }),
    );
  });

  it("never makes a private chat of what was written in a room, or nowhere", () => {
    const isDirect = (answer: channels.Reading<object>) => answer.ok && answer.inbound.chatType === "direct";
    const inRooms = payloads.filter((payload) =>
      read.some((ask) => {
        const answer = ask(payload);
        return answer.ok && answer.inbound.chatType !== "direct";
      }),
    );
    expect(inRooms).not.toEqual([]);
    const elsewhere = fc.oneof(
      fc.constantFrom(...inRooms).chain(mutated),
      fc.jsonValue().map((value) => value as object),
    );
    fc.assert(
      fc.property(elsewhere, asked, (payload, ask) => {
        expect(isDirect(ask(payload))).toBe(false);
      }),
    );
  });

  it("never makes a private chat with anybody else of one with a person", () => {
    const [ask = read[0]] = read;
    const direct = payloads.flatMap((payload) => {
      const answer = ask?.(payload);
      return answer?.ok && answer.inbound.chatType === "direct" ? [{ payload, inbound: answer.inbound }] : [];
    });
    if (direct.length === 0) return;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...direct)
          .chain(({ payload, inbound }) => fc.tuple(mutated(payload), fc.constant(inbound))),
        ([payload, inbound]) => {
          const answer = ask?.(payload);
          if (!answer?.ok || answer.inbound.chatType !== "direct") return;
          const { peer = "" } = answer.inbound;
          // An id that was itself replaced is another's; WhatsApp tells one person twice.
          const known = [inbound.peer, ...(inbound.aliases ?? [])].includes(peer);
          expect(known || !JSON.stringify(payload).includes(String(inbound.peer).replace("+", ""))).toBe(
            true,
          );
        },
      ),
    );
  });
});
