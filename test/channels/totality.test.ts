import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromDiscord } from "../../src/channels/discord.ts";
import { fromMatrix } from "../../src/channels/matrix.ts";
import { fromSlack } from "../../src/channels/slack.ts";
import { fromTelegram } from "../../src/channels/telegram.ts";
import { fromWhatsApp } from "../../src/channels/whatsapp.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames } from "./fixtures.ts";

const readers: Readonly<Record<string, (payload: object) => Inbound | undefined>> = {
  discord: (message) => fromDiscord(message, { channel: { type: 11, parent_id: "1" } }),
  matrix: (event) => fromMatrix(event, { self: "@bot:hs", direct: false }),
  slack: (payload) => fromSlack(payload),
  telegram: (update) => fromTelegram(update),
  whatsapp: (message) => fromWhatsApp(message),
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

describe.each(Object.entries(readers))("a payload of %s, shaped or not", (platform, read) => {
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
