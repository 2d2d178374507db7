import { describeRecorded } from "./recorded.ts";

const ann = "9e6b1c5c-5f3a-4a3e-9c0a-1f2d3c4b5a69";
const aliases = ["29:1cvNpXqJkQ3bT5ylZbqRWu7L8qvM1xY5w0F6mYb0aXcE"];
const inChannel = {
  chatType: "channel",
  peer: "19:4b6bed8d24574f6a9e436813cb2617d8@thread.tacv2",
  thread: "1772442000123",
  team: "19:712c61d0ef384e5fa681ba90ca943398@thread.tacv2",
  sender: ann,
  aliases,
} as const;
const personal = {
  chatType: "direct",
  peer: ann,
  party: "72f988bf-86f1-41af-91ab-2d7cd011db47",
  aliases,
} as const;

describeRecorded("readTeams", [
  ["personal-message", "a personal chat is with the person, of a tenant", personal],
  ["channel-post", "a post is the root of its thread", inChannel],
  ["channel-reply", "an answer is in the thread of its root", inChannel],
  [
    "group-chat",
    "a chat of several people has no threads",
    { chatType: "group", peer: "19:1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f@thread.v2", sender: ann, aliases },
  ],
  ["edited-channel-post", "an edit stays where the post was", inChannel],
  ["card-action", "who pressed the button is the peer", personal],
  ["reaction-added", "a reaction tells its thread", inChannel],
  ["members-added", "the platform tells it", "not-a-message"],
]);
