import { describeRecorded } from "./recorded.ts";

const ann = { chatType: "direct", peer: "+12025550123" } as const;

describeRecorded("readBlueBubbles", [
  ["direct-message", "a chat with one person is with the number", ann],
  [
    "group-message",
    "a group is its chat's id",
    { chatType: "group", peer: "iMessage;+;chat693847102938475610", sender: "+12025550123" },
  ],
  ["reply", "an answer opens no thread", ann],
  ["edited-message", "an edit stays where the message was", ann],
  ["tapback", "a reaction tells its chat", ann],
  ["read-receipt", "nobody said anything", "not-a-message"],
  ["own-message", "the bot's own number wrote it", "own-message"],
  ["group-renamed", "the platform tells it", "not-a-message"],
]);
