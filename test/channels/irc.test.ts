import fc from "fast-check";
import { expect, it } from "vitest";
import { readIrc } from "../../src/channels/irc.ts";
import { describeRecorded } from "./recorded.ts";

const mask = "ann_lee!~al@user/7";
const garden = { chatType: "group", peer: "#garden", sender: "ann_lee", aliases: [mask] } as const;
const ann = { chatType: "direct", peer: "ann_lee", aliases: [mask] } as const;
const self = { self: "Desk" };

describeRecorded("readIrc", [
  ["channel-message", "a channel is the peer", garden],
  ["direct-message", "sent to the bot's nick it is a chat with one person", ann, self],
  ["direct-message", "nobody tells whose nick it is", "missing-fact"],
  ["action", "an action is a message", garden],
  ["notice", "a notice must never be answered", "bot"],
  ["join", "nobody said anything", "not-a-message"],
  ["framework-message", "the event of irc-framework", garden],
  ["framework-direct-message", "the same, to the bot", ann, self],
  ["framework-notice", "the server wrote it", "not-a-message"],
]);

it("reads a line as its parts", () => {
  const text = fc
    .string({ unit: "binary" })
    .filter((words) => words !== "" && !["\r", "\n", "\u0001"].some((mark) => words.includes(mark)));
  fc.assert(
    fc.property(text, (words) => {
      const line = readIrc(`@time=2026-03-02T09:00:00.000Z :ann!a@host PRIVMSG #garden :${words}\r\n`, self);
      const tags = { time: "2026-03-02T09:00:00.000Z" };
      const parts = { tags, prefix: "ann!a@host", command: "PRIVMSG", params: ["#garden", words] };
      expect({ ...line, native: parts }).toEqual(readIrc(parts, self));
    }),
  );
});

it.each([
  ["desk: hi", true],
  ["hi DESK!", true],
  ["what a desktop", false],
  ["desk_bot: hi", false],
  ["the desk-top", false],
])("tells whether %s names the bot", (text, mentioned) => {
  expect(readIrc({ prefix: "ann!a@h", command: "PRIVMSG", params: ["#g", text] }, self)).toMatchObject({
    mentioned,
  });
});
