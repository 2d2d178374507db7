import { describe, expect, it } from "vitest";
import { readJid } from "../../src/channels/whatsapp-address.ts";

describe("readJid", () => {
  it.each([
    ["12025550123@s.whatsapp.net", "+12025550123", "a phone number"],
    ["12025550123@c.us", "+12025550123", "the same in the older spelling"],
    ["12025550123:12@s.whatsapp.net", "+12025550123", "the device goes"],
    ["12025550123_1:12@s.whatsapp.net", "+12025550123", "agent and device go"],
    ["12025550123:99@hosted", "+12025550123", "a number hosted by a business"],
    ["271828182845904:7@lid", "271828182845904@lid", "a LID is never a phone number"],
    ["271828182845904:99@hosted.lid", "271828182845904@lid", "a hosted LID"],
    ["12025550123-1600000000@g.us", "12025550123-1600000000@g.us", "an old group, which names its founder"],
    ["120363144038483540@newsletter", "120363144038483540@newsletter", "a newsletter"],
  ])("reads %s as %s: %s", (jid, id) => {
    expect(readJid(jid)?.id).toBe(id);
  });

  it.each([
    ["status@broadcast", "the status feed"],
    ["1600000001@broadcast", "a broadcast list"],
    ["13135550002@bot", "a bot of the platform"],
    ["@s.whatsapp.net", "nobody"],
    ["ann@s.whatsapp.net", "no number"],
    ["12025550123", "no server"],
    ["", "nothing"],
  ])("refuses %s: %s", (jid) => {
    expect(readJid(jid)).toBeUndefined();
  });
});
