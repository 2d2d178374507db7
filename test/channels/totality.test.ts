import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as channels from "../../src/channels/index.ts";
import { jsonIn } from "../../src/channels/payload.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames } from "./fixtures.ts";
import { platforms, type Platform } from "./platforms.ts";

type Put = (value: unknown) => unknown;

/** Every value of a payload, with a way to put another in its place; what stands in it as JSON is changed as well. */
function places(payload: unknown, put: Put, kept: readonly string[]): readonly Put[] {
  const inside = jsonIn(payload);
  if (inside !== undefined)
    return [put, ...places(inside, (other) => put(JSON.stringify(other)), kept).slice(1)];
  if (typeof payload !== "object" || payload === null) return [put];
  const inner = Object.entries(payload).flatMap(([name, value]) => {
    const putInside: Put = (other) =>
      put(Array.isArray(payload) ? payload.with(Number(name), other) : { ...payload, [name]: other });
    const all = places(value, putInside, kept);
    return kept.includes(name) ? all.slice(1) : all;
  });
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

/** A platform's reader, without options and with each of those that it is asked with. */
function asks({ asked, read }: Platform): readonly ((payload: object) => channels.Reading<object>)[] {
  return [{}, ...asked].map((options) => (payload) => read(payload, options));
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

/** A payload with one value, or two, replaced or gone; fields that are to be kept are changed inside alone. */
function mutated(payload: object, kept: readonly string[] = []): fc.Arbitrary<object> {
  const value = fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined });
  const once = (before: object) =>
    fc
      .tuple(fc.constantFrom(...places(before, (other) => other, kept)), value)
      .map(([put, other]) => put(other) as object);
  return fc.oneof(
    once(payload),
    once(payload).chain((after) => (typeof after === "object" ? once(after) : fc.constant(after))),
  );
}

/** Platforms whose payloads never tell by themselves that a chat is one with a person. */
const toldByHost: ReadonlySet<string> = new Set(["matrix", "nextcloud-talk"]);

describe.each(Object.values(platforms))("whatever payload of $name is given, shaped or not", (platform) => {
  const payloads = fixtureNames(platform.fixtures).map((name) => fixture(platform.fixtures, name));
  const read = asks(platform);
  const asked = fc.constantFrom(...read);

  it.each([
    ["any JSON value", fc.jsonValue().map((value) => value as object)],
    [
      "a real payload with values replaced or gone",
      fc.constantFrom(...payloads).chain((payload) => mutated(payload)),
    ],
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
      fc.constantFrom(...inRooms).chain((payload) => mutated(payload, platform.roomMarks)),
      fc.jsonValue().map((value) => value as object),
    );
    fc.assert(
      fc.property(elsewhere, asked, (payload, ask) => {
        expect(isDirect(ask(payload))).toBe(false);
      }),
    );
  });

  it("never makes a private chat with anybody else of one with a person", () => {
    const direct = payloads.flatMap((payload) =>
      read.flatMap((ask) => {
        const answer = ask(payload);
        return answer.ok && answer.inbound.chatType === "direct"
          ? [{ payload, inbound: answer.inbound, ask }]
          : [];
      }),
    );
    expect(direct.length > 0 || toldByHost.has(platform.channel)).toBe(true);
    if (direct.length === 0) return;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...direct)
          .chain(({ payload, ...before }) => fc.tuple(mutated(payload), fc.constant(before))),
        ([payload, { ask, inbound }]) => {
          const answer = ask(payload);
          if (!answer.ok || answer.inbound.chatType !== "direct") return;
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
