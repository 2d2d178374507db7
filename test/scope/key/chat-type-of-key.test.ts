import { describe, expect, it } from "vitest";
import { behavioursOf, editions, type Edition } from "../../../src/edition/edition.ts";
import {
  chatTypeOfKey,
  chatTypeOfKeyWithoutPlugins,
  chatTypeOfText,
} from "../../../src/scope/key/chat-type-of-key.ts";

/** The releases, and the edition of ours, under which a key tells no kind of chat. */
function silent(key: string): readonly Edition[] {
  return editions.filter((edition) => chatTypeOfKey(key, behavioursOf(edition)) === undefined);
}

describe("the kind of chat that a key tells", () => {
  it.each<readonly [string, Edition, string | undefined]>([
    ["agent:main:telegram:direct:7", "openclaw@2026.1.29", "direct"],
    ["agent:main:telegram:direct:7", "2026-11", "direct"],
    ["agent:main:main", "openclaw@2026.9.6", undefined],
    ["agent:main:a:b:c:group:x", "openclaw@2026.6.35", "group"],
    ["agent:main:a:b:c:group:x", "openclaw@2026.7.1", undefined],
    ["agent:main:telegram:direct:direct:5", "openclaw@2026.6.35", "direct"],
    ["agent:main:telegram:direct:direct:5", "openclaw@2026.7.35", undefined],
    ["agent:main:telegram:work:direct:7", "openclaw@2026.9.6", "direct"],
    ["agent:main:agent:ops:telegram:group:1", "openclaw@2026.9.6", undefined],
    ["group:1", "openclaw@2026.9.6", "group"],
    ["group:1", "2026-11", undefined],
  ])("%s under %s", (key, edition, type) => {
    expect(chatTypeOfKey(key, behavioursOf(edition))).toBe(type);
  });

  it("for old Discord keys was lost with the plugin from 2026.5.3 to 2026.5.7", () => {
    const lost = silent("agent:main:discord:guild-1:channel-2");
    expect(lost.filter((edition) => edition.startsWith("openclaw@2026.5"))).toEqual(
      ["2026.5.3", "2026.5.3-1", "2026.5.4", "2026.5.5", "2026.5.6", "2026.5.7"].map(
        (release) => `openclaw@${release}`,
      ),
    );
  });

  it("for old WhatsApp keys was known from 2026.4.5 to 2026.5.2, and again from 2026.5.18", () => {
    const lost = silent("agent:main:whatsapp:120363@g.us");
    expect(lost.at(-1)).toBe("2026-11");
    expect(lost.at(-2)).toBe("openclaw@2026.5.12");
    expect(lost).toContain("openclaw@2026.4.2");
    expect(lost).not.toContain("openclaw@2026.5.2");
  });
});

describe("the kind of chat that keys of older hosts tell, by the whole of their shape", () => {
  it.each<readonly [string, Edition, string | undefined]>([
    // Discord: a guild, and a channel in it; an account may stand before.
    ["discord:guild-1:channel-2", "openclaw@2026.9.6", "channel"],
    ["discord:guild-10:channel-20", "openclaw@2026.9.6", "channel"],
    ["discord:work:guild-1:channel-2", "openclaw@2026.9.6", "channel"],
    ["discord::guild-1:channel-2", "openclaw@2026.9.6", undefined],
    ["my-discord:guild-1:channel-2", "openclaw@2026.9.6", undefined],
    ["discord:guild-1:channel-2:x", "openclaw@2026.9.6", undefined],
    ["discord:guild-1:channel-", "openclaw@2026.9.6", undefined],
    // WhatsApp: a number, or two, or any name since 2026.5.18 reads them by its plugin.
    ["whatsapp:120363@g.us", "openclaw@2026.9.6", "group"],
    [" whatsapp:120363@g.us", "openclaw@2026.9.6", "group"],
    ["120363-1@g.us", "openclaw@2026.9.6", "group"],
    ["x@g.us", "openclaw@2026.9.6", "group"],
    ["sms:x@g.us", "openclaw@2026.9.6", undefined],
    ["whatsapp:120363", "openclaw@2026.9.6", undefined],
    ["plain", "openclaw@2026.9.6", undefined],
    // Rooms that name no channel, since 2026.7.1.
    ["group:12", "openclaw@2026.9.6", "group"],
    ["group:12:topic:3", "openclaw@2026.9.6", "group"],
    ["channel:12", "openclaw@2026.9.6", "channel"],
    ["channel:c", "openclaw@2026.9.6", "channel"],
    ["channel:12:topic:3", "openclaw@2026.9.6", "channel"],
    ["group::", "openclaw@2026.9.6", undefined],
    ["channel::", "openclaw@2026.9.6", undefined],
    // What ends otherwise is no room: a line break is not part of what follows.
    ["group:1:a\nb", "openclaw@2026.9.6", undefined],
    ["channel:1:a\nb", "openclaw@2026.9.6", undefined],
  ])("%j under %s", (key, edition, type) => {
    expect(chatTypeOfKey(key, behavioursOf(edition))).toBe(type);
  });

  it.each<readonly [string, Edition, string | undefined]>([
    ["discord:guild-1:channel-2", "openclaw@2026.4.5", "channel"],
    ["120363@g.us", "openclaw@2026.4.5", "group"],
    ["whatsapp:120363@g.us", "openclaw@2026.4.5", "group"],
    ["x120363@g.us", "openclaw@2026.4.5", undefined],
    ["1:120363@g.us", "openclaw@2026.4.5", undefined],
    ["120363@g.us.x", "openclaw@2026.4.5", undefined],
    ["whatsapp:120363@g.us.x", "openclaw@2026.4.5", undefined],
    ["sms:120363@g.us", "openclaw@2026.4.5", undefined],
    ["120363-45-67@g.us", "openclaw@2026.4.5", "group"],
    ["120363-a@g.us", "openclaw@2026.4.5", undefined],
    ["sms-whatsapp:120363@g.us", "openclaw@2026.4.5", undefined],
    ["whatsapp:1:2@g.us", "openclaw@2026.4.5", "group"],
    ["whatsapp:1:2@g.us", "openclaw@2026.9.6", undefined],
    ["my-whatsapp:1@g.us", "openclaw@2026.9.6", undefined],
    ["whatsapp:1@g.us.x", "openclaw@2026.9.6", undefined],
    // Its plugin takes whatever has the sign of a group in it, of one segment or after the channel.
    ["whatsapp:120363@g.us", "openclaw@2026.4.24", "group"],
    ["whatsapp:a:b@g.us:c", "openclaw@2026.4.24", "group"],
    ["120363@g.us", "openclaw@2026.4.24", "group"],
    ["x@g.us.y", "openclaw@2026.4.24", "group"],
    ["sms:120363@g.us", "openclaw@2026.4.24", undefined],
    ["sms:whatsapp:120363@g.us", "openclaw@2026.4.24", undefined],
    ["whatsapp:120363", "openclaw@2026.4.24", undefined],
    ["plain", "openclaw@2026.4.24", undefined],
  ])("%j under %s", (key, edition, type) => {
    expect(chatTypeOfKey(key, behavioursOf(edition))).toBe(type);
  });
});

describe("the kind of chat that no plugin tells", () => {
  it.each<readonly [string | null | undefined, Edition, string | undefined, string]>([
    ["agent:main:telegram:group:1", "openclaw@2026.9.6", "group", "the core reads it"],
    ["whatsapp:120363@g.us", "openclaw@2026.4.24", undefined, "the plugin would"],
    ["discord:guild-1:channel-2", "openclaw@2026.4.24", undefined, "the plugin would"],
    ["whatsapp:120363@g.us", "openclaw@2026.9.6", "group", "the core knows it since 2026.5.18"],
    ["agent:main:telegram:group:1", "2026-11", "group", "the grammar"],
    ["agent:main:telegram:channel:1", "2026-11", "channel", "the grammar"],
    ["agent:main:telegram:direct:1", "2026-11", "direct", "the grammar"],
    ["agent:main:main", "2026-11", undefined, "no chat"],
    ["agent:main:telegram:slash:1", "2026-11", undefined, "commands, and no chat"],
    ["telegram:group:1", "2026-11", undefined, "no key"],
    [null, "2026-11", undefined, "no key"],
    [undefined, "openclaw@2026.9.6", undefined, "no key"],
  ])("%s under %s: %s, for %s", (key, edition, type) => {
    expect(chatTypeOfKeyWithoutPlugins(key, behavioursOf(edition))).toBe(type);
  });

  it("of no key there is none with plugins, either", () => {
    for (const edition of ["openclaw@2026.1.29", "openclaw@2026.9.6", "2026-11"] as const)
      for (const none of [null, undefined, ""])
        expect(chatTypeOfKey(none, behavioursOf(edition)), `under ${edition}`).toBeUndefined();
  });

  it("a text is read as it stands, with the agent's part", () => {
    const latest = behavioursOf("openclaw@2026.9.6");
    expect(chatTypeOfText("telegram:group:1", latest)).toBe("group");
    expect(chatTypeOfText("agent:main:telegram:group:1", latest)).toBeUndefined();
  });
});
