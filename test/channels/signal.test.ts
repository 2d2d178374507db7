import { describeRecorded } from "./recorded.ts";

const number = "+12025550123";
const uuid = "uuid:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
const ann = { chatType: "direct", peer: number, aliases: [uuid] } as const;
const group = {
  chatType: "group",
  peer: "7zGUjqYyXy8q2bZ6Hq5mNw0x1c2v3b4n5m6Q7W8E9R0=",
  sender: number,
  aliases: [uuid],
} as const;

describeRecorded("readSignal", [
  ["direct-message", "the number is the peer, the UUID an alias", ann],
  ["direct-by-uuid", "who hides the number is known by UUID", { chatType: "direct", peer: uuid }],
  ["group-message", "a group's id keeps its case", group],
  ["rest-api-message", "the same by signal-cli-rest-api", ann],
  ["edited-message", "an edit stays where the message was", ann],
  ["group-reaction", "a reaction tells its group", group],
  ["sent-from-another-device", "the account wrote it", "own-message"],
  ["receipt", "nobody said anything", "not-a-message"],
  ["typing", "not yet", "not-a-message"],
]);
