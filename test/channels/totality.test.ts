import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as channels from "../../src/channels/index.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames } from "./fixtures.ts";

/** Every reader, by what one asks of it; whoever adds one is told of it here. */
const readers: Readonly<Record<keyof typeof channels, (payload: object) => Inbound | undefined>> = {
  fromDiscord: (message) => channels.fromDiscord(message, { channel: { type: 11, parent_id: "1" } }),
  fromMatrix: (event) => channels.fromMatrix(event, { self: "@bot:hs", direct: false }),
  fromSlack: (payload) => channels.fromSlack(payload),
  fromTelegram: (update) => channels.fromTelegram(update),
  fromWhatsApp: (message) => channels.fromWhatsApp(message),
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
  const { channel, chatType, aliases, roles, parent, ...ids } = inbound;
  return (
    channel !== "" &&
    ["direct", "group", "channel"].includes(chatType) &&
    [...Object.values(ids), ...(aliases ?? []), ...(roles ?? []), ...(parent ? [parent.peer] : [])].every(
      (id) => typeof id === "string",
    )
  );
}

describe.each(Object.entries(readers))("whatever payload %s is given, shaped or not", (reader, read) => {
  const platform = reader.slice("from".length).toLowerCase();
  const misshaped = fc
    .constantFrom(...fixtureNames(platform))
    .chain((name) =>
      fc.tuple(
        fc.constantFrom(...places(fixture(platform, name), (value) => value)),
        fc.jsonValue({ maxDepth: 2 }),
      ),
    )
    .map(([put, value]) => put(value) as object);

  it.each([
    ["any JSON value", fc.jsonValue().map((value) => value as object)],
    ["a real payload with one value replaced", misshaped],
  ])("never makes it throw, nor give anything but an inbound or nothing: %s", (_what, payloads) => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const inbound = read(payload);
        expect(inbound === undefined || isInbound(inbound)).toBe(true);
        expect(JSON.parse(JSON.stringify(inbound ?? null))).toEqual(inbound ?? null);
      }),
    );
  });
});
