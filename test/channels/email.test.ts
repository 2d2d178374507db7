import { describeRecorded } from "./recorded.ts";

const self = { self: ["desk@example.org", "help@example.org"] };
const ann = { chatType: "direct", peer: "ann@example.com" } as const;
const thread = "<CAF1@mail.example.com>";
const sender = "ann@example.com";

describeRecorded("readEmail", [
  ["mail", "a mail to the bot alone", ann, self],
  ["mail", "nobody tells who else it is for", "missing-fact"],
  ["answer", "the first of its references is the thread", { ...ann, thread }, self],
  ["answer-by-mailparser", "as another parser has it", { ...ann, thread }, self],
  ["to-several", "others read it", { chatType: "group", peer: thread, sender }, self],
  ["to-a-list", "a list is its id", { chatType: "group", peer: "club.lists.example.com", sender }, self],
  ["out-of-office", "a program answered", "bot", self],
  ["own-message", "the bot wrote it", "own-message", self],
]);
