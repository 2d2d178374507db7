import { describe, expect, it } from "vitest";
import { behavioursOf, editions, type Edition } from "../../../src/edition/edition.ts";
import { chatTypeOfKey } from "../../../src/scope/key/chat-type-of-key.ts";

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
