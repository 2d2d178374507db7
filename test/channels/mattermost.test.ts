import { describeRecorded } from "./recorded.ts";

const ann = "131gkd5thbdxiq141b3514bgjh";
const team = "36sxxqzokfgkpbxzpwtuwqbckw";
const channel = {
  chatType: "channel",
  peer: "4fgt3n51f7ftpff91gk1iy1zow",
  sender: ann,
  aliases: ["@ann"],
} as const;

describeRecorded("readMattermost", [
  ["channel-post", "a public channel is the peer", { ...channel, team }],
  ["thread-reply", "root_id is the thread", { ...channel, team, thread: "9xk3b5hqkpy1zgfa8f1s3d5g7h" }],
  [
    "private-channel-post",
    "a private channel is a group to OpenClaw",
    { ...channel, team, chatType: "group" },
  ],
  ["group-message", "a chat of several people", { ...channel, chatType: "group" }],
  [
    "direct-message",
    "a direct chat is with the person",
    { chatType: "direct", peer: ann, aliases: ["@ann"] },
  ],
  ["joined", "the system wrote it", "not-a-message"],
  ["another-bot", "a bot's post starts nothing", "bot"],
  ["edited-post", "an edit does not tell the kind of its channel", "missing-fact"],
  [
    "edited-post",
    "the host does",
    { chatType: "channel", peer: channel.peer, sender: ann },
    { channelType: "O" },
  ],
  ["reaction-added", "a reaction tells no thread", "missing-fact"],
  ["outgoing-webhook", "a webhook tells neither kind nor thread", "missing-fact"],
  ["outgoing-webhook", "the host tells both", { ...channel, team }, { channelType: "O", rootId: "" }],
  [
    "slash-command",
    "as of a command",
    { ...channel, team, thread: "p1" },
    { channelType: "O", rootId: "p1" },
  ],
]);
