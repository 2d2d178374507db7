import { describeRecorded } from "./recorded.ts";

const ann = "U4af4980629f5a3b1c2d3e4f5a6b7c8d9";

describeRecorded("readLine", [
  ["user-message", "a chat with one person", { chatType: "direct", peer: ann }],
  [
    "group-message",
    "a group is the peer",
    { chatType: "group", peer: "Ca56f94637c4c4f5a9b1d2e3f4a5b6c7d", sender: ann },
  ],
  [
    "room-message",
    "so is an older chat of several people",
    { chatType: "group", peer: "Ra8dbf4673c4c4f5a9b1d2e3f4a5b6c7d", sender: ann },
  ],
  ["postback", "a button", { chatType: "direct", peer: ann }],
  ["follow", "nobody said anything", "not-a-message"],
  ["member-joined", "nor there", "not-a-message"],
  ["standby", "another answers", "no-conversation"],
]);
