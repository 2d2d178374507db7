import { describeRecorded } from "./recorded.ts";

const ann = "6ede9afa66b88fe6d6a9";

describeRecorded("readZalo", [
  ["private-text", "a private chat is with the person", { chatType: "direct", peer: ann }],
  ["group-text", "a group is the peer", { chatType: "group", peer: "0e078a2fb66a5f34067b", sender: ann }],
  ["private-picture", "a picture is a message", { chatType: "direct", peer: ann }],
  ["private-sticker", "so is a sticker", { chatType: "direct", peer: ann }],
  ["unsupported", "what it was, the platform does not pass on", "not-a-message"],
]);
