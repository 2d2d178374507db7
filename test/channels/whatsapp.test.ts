import { describe, expect, it } from "vitest";
import { fromWhatsApp, type WhatsAppMessage } from "../../src/channels/whatsapp.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames, placeOf } from "./fixtures.ts";

const phone = "+12025550123";
const lid = "271828182845904@lid";
const ann = { channel: "whatsapp", chatType: "direct", peer: phone } as const;

const cases: readonly (readonly [name: string, why: string, expected: Inbound | undefined])[] = [
  ["direct-by-phone", "the LID beside a phone number is an alias", { ...ann, aliases: [lid] }],
  [
    "direct-by-lid",
    "the phone number beside a LID is the peer: one person, one conversation",
    { ...ann, aliases: [lid] },
  ],
  ["direct-version-6", "version 6 spells it senderPn", { ...ann, aliases: [lid] }],
  ["direct-by-lid-alone", "nobody invents a phone number", { ...ann, peer: "314159265358979@lid" }],
  ["direct-from-a-device", "a person's twelfth device is that person", ann],
  ["edited-message", "an edit stays where the message was", ann],
  [
    "group",
    "a group is its JID; the sender's phone number wins over the LID",
    {
      channel: "whatsapp",
      chatType: "group",
      peer: "120363021234567890@g.us",
      sender: phone,
      aliases: [lid],
    },
  ],
  [
    "group-version-6",
    "an old group, an old key, a device",
    {
      channel: "whatsapp",
      chatType: "group",
      peer: "12025550123-1600000000@g.us",
      sender: phone,
      aliases: [lid],
    },
  ],
  [
    "newsletter",
    "a newsletter is a channel",
    { channel: "whatsapp", chatType: "channel", peer: "120363144038483540@newsletter" },
  ],
  ["own-message", "the bot's own number wrote it", undefined],
  ["status-update", "the status feed is no conversation", undefined],
  ["broadcast-list", "nor is a broadcast list", undefined],
  ["group-notice", "the platform wrote it", undefined],
  ["undecrypted", "nobody knows yet what it says", undefined],
  ["deleted-message", "a deletion is no message", undefined],
  ["reaction", "a reaction is no message", undefined],
  ["cloud-text", "the Cloud API tells the number in digits", ann],
  [
    "cloud-group-text",
    "and the group by its id",
    {
      channel: "whatsapp",
      chatType: "group",
      peer: "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD",
      sender: phone,
    },
  ],
  [
    "cloud-by-username",
    "who shows no number is known by an id; the name, which can change, is an alias",
    { ...ann, peer: "US.13491208655302741918", aliases: ["@ann.lee"] },
  ],
  ["cloud-list-reply", "a choice from a list", ann],
  ["cloud-status", "nobody said anything", undefined],
];

describe("fromWhatsApp", () => {
  it.each(cases)("%s: %s", (name, _why, expected) => {
    expect(placeOf(fromWhatsApp(fixture("whatsapp", name) as WhatsAppMessage))).toEqual(expected);
  });

  it("has a row for every recorded message", () => {
    expect(cases.map(([name]) => name).sort()).toEqual(fixtureNames("whatsapp"));
  });

  it("takes the account from the caller", () => {
    expect(fromWhatsApp(fixture("whatsapp", "group") as WhatsAppMessage, { account: "work" })?.account).toBe(
      "work",
    );
  });
});
