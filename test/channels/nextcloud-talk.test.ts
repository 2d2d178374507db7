import { describeRecorded } from "./recorded.ts";

const room = { chatType: "group", peer: "n3xtc10ud", sender: "users/ada-lovelace" } as const;

describeRecorded("readNextcloudTalk", [
  ["message", "a conversation is its token", room],
  [
    "message",
    "one of two people is with the person",
    { chatType: "direct", peer: "users/ada-lovelace", room: "n3xtc10ud" },
    { direct: true },
  ],
  ["reply", "an answer stays in its conversation", room],
  ["reaction-added", "a reaction tells its conversation", room],
  ["reaction-removed", "nobody said anything", "not-a-message"],
  ["system-message", "the system says it", "not-a-message"],
  ["bot-added", "the bot is there", "not-a-message"],
  ["own-message", "the bot wrote it", "own-message", { self: "bots/bot-1" }],
  ["own-message", "or another bot did", "bot"],
]);
