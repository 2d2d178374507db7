import { describe, expect, it } from "vitest";
import { fromSlack, readSlack, type SlackPayload } from "../../src/channels/slack.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { fixture, fixtureNames, placeOf } from "./fixtures.ts";

const facts = { channel: "slack", team: "T061EG9R6" } as const;
const sender = "U2147483697";
const room = { ...facts, chatType: "channel", peer: "C0LAN2Q65", sender } as const;
const inThread = { ...room, thread: "1772442000.000200" } as const;

const cases: readonly (readonly [name: string, why: string, expected: Inbound | undefined])[] = [
  ["direct-message", "an im is with the person", { ...facts, chatType: "direct", peer: sender }],
  ["group-direct-message", "an mpim is a group", { ...facts, chatType: "group", peer: "G024BE91M", sender }],
  ["channel-message", "a message without thread_ts has no thread", room],
  [
    "private-channel-message",
    "a private channel is a channel, though Slack calls its type group",
    { ...room, peer: "C0PRIVATE9" },
  ],
  ["thread-reply", "thread_ts is the thread", inThread],
  ["thread-broadcast", "a reply shown in the channel as well is in its thread", inThread],
  ["thread-root-edited", "the message a thread hangs under was written in the channel", room],
  ["thread-reply-edited", "an edited reply stays in its thread", inThread],
  ["file-share", "a file is a message", room],
  ["app-mention", "a mention names no channel type; nearly all are in channels", room],
  [
    "guest-from-another-workspace",
    "the team is where the app is installed",
    { ...room, sender: "U0STRANGER" },
  ],
  ["bot-message", "a bot's message starts nothing", undefined],
  ["own-message", "nor does the app's own", undefined],
  ["channel-join", "the platform wrote it", undefined],
  ["message-deleted", "a deletion is no message", undefined],
  ["reaction-added", "a reaction is no message", undefined],
];

describe("fromSlack", () => {
  it.each(cases)("%s: %s", (name, _why, expected) => {
    expect(placeOf(fromSlack(fixture("slack", name) as SlackPayload))).toEqual(expected);
  });

  it("has a row for every recorded callback", () => {
    expect(cases.map(([name]) => name).sort()).toEqual(fixtureNames("slack"));
  });

  it.each([
    ["D0123", undefined, undefined, "of direct chats Slack sends no mentions, so nobody knows what it is"],
    ["D0123", "im", "direct", "the host tells"],
    ["G0123", undefined, "channel", "an old private channel"],
    ["C0123", undefined, "channel", "where nearly all mentions are"],
    ["C0123", "mpim", "group", "the host tells"],
  ] as const)(
    "tells the kind of chat of a mention in %s of an %s: %s, %s",
    (...[channel, channelType, chatType]) => {
      const event = { type: "app_mention", channel, user: "U1", ts: "1.0" };
      expect(fromSlack({ event }, { channelType })?.chatType).toBe(chatType);
    },
  );

  it("takes no kind from the first letter of an id", () => {
    const event = { type: "message", channel: "D0123", user: "U1", text: "hi", ts: "1.0" };
    expect(readSlack({ event }).reason).toBe("missing-fact");
    expect(readSlack({ event: { ...event, channel_type: "mpim" } }, { channelType: "im" }).reason).toBe(
      "contradicting-facts",
    );
  });

  it("takes the account from the caller", () => {
    expect(fromSlack(fixture("slack", "channel-message") as SlackPayload, { account: "work" })?.account).toBe(
      "work",
    );
  });

  const organization = { id: "E1" };
  const direct = { channel: { id: "D1" }, user: { id: "U7" }, message: { ts: "1.0" } };
  it.each<[told: string, payload: SlackPayload, team: string | undefined]>([
    [
      "an event, of the workspace",
      {
        team_id: "T1",
        enterprise_id: "E1",
        event: { type: "message", channel: "D1", user: "U7", text: "hi", ts: "1.0" },
      },
      "T1",
    ],
    [
      "a command, of nothing but the organization",
      { command: "/new", team_id: "", enterprise_id: "E1", channel_id: "D1", user_id: "U7" },
      "E1",
    ],
    [
      "a button",
      { ...direct, type: "block_actions", team: null, enterprise: organization, actions: [] },
      "E1",
    ],
    [
      "a shortcut",
      { ...direct, type: "message_action", callback_id: "note", enterprise: organization },
      "E1",
    ],
    [
      "a button of an app that one workspace installed",
      { ...direct, type: "block_actions", team: { id: "T1" }, enterprise: null, actions: [] },
      "T1",
    ],
    ["a button that tells neither", { ...direct, type: "block_actions", actions: [] }, undefined],
  ])("keeps two organizations apart by %s", (_, payload, team) => {
    expect(fromSlack(payload, { channelType: "im" })?.team).toBe(team);
  });
});
