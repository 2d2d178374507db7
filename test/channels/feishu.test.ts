import { describeRecorded } from "./recorded.ts";

const ann = "ou_84aad35d084aa403a838cf73ee18467";
const aliases = ["on_8ed6aa67826108097d9ee143816345", "e33ggbyz"];
const group = {
  chatType: "group",
  peer: "oc_5ce6d572455d361153b7xx51da133945",
  sender: ann,
  aliases,
} as const;

describeRecorded("readFeishu", [
  ["group-message", "a group is the peer", group],
  ["direct-message", "a chat with one person is with the person", { chatType: "direct", peer: ann, aliases }],
  [
    "thread-message",
    "thread and root are told",
    { ...group, thread: "omt_1accc5a75c0fb93a", root: "om_root" },
  ],
  [
    "topic-group-post",
    "a group that consists of topics says so",
    { ...group, thread: "omt_1accc5a75c0fb93a", forum: true },
  ],
  ["from-the-sdk", "what the SDK hands over", group],
  [
    "card-action",
    "a button tells no kind of chat; the host does",
    { chatType: "direct", peer: ann, aliases: ["on_8ed6", "e33ggbyz"] },
    { chatType: "p2p" },
  ],
  ["card-action", "and without the host nothing does", "missing-fact"],
  ["reaction", "a reaction tells no chat", "missing-fact"],
  ["another-app", "an app's message starts nothing", "bot"],
]);
