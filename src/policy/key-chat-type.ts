import type { Behaviours } from "../edition/edition.ts";
import { fold } from "../identity/fold.ts";
import type { ChatType } from "../scope/chat-type.ts";

const kinds: ReadonlyMap<string, ChatType> = new Map([
  ["direct", "direct"],
  ["dm", "direct"],
  ["group", "group"],
  ["channel", "channel"],
]);

/** Reads a chat type as every release does: `dm` is direct, case and blanks aside. */
export function readChatType(text: string | undefined): ChatType | undefined {
  return text === undefined ? undefined : kinds.get(fold(text));
}

/** A key of old stores that tells its chat type by its shape. */
type OldKeyShape = readonly [shape: RegExp, chatType: ChatType];

const discordGuild: OldKeyShape = [/^discord:(?:[^:]+:)?guild-[^:]+:channel-[^:]+$/, "channel"];
const numberedWhatsapp: OldKeyShape = [/^(?:\d+(?:-\d+)*|whatsapp:(?!.*:group:).+)@g\.us$/, "group"];
const namedWhatsapp: OldKeyShape = [/^(?:whatsapp:)?[^:]+@g\.us$/, "group"];

/** The shapes of old keys that an edition knows. */
export function oldKeyShapes(behaviours: Behaviours): readonly OldKeyShape[] {
  const shapes: OldKeyShape[] = [];
  if (behaviours.has("send-whatsapp-group-keys"))
    shapes.push(behaviours.has("send-whatsapp-group-names") ? namedWhatsapp : numberedWhatsapp);
  if (behaviours.has("send-discord-guild-keys")) shapes.push(discordGuild);
  return shapes;
}

function chatTypeOfOldKey(key: string, shapes: readonly OldKeyShape[]): ChatType | undefined {
  return shapes.find(([shape]) => shape.test(key))?.[1];
}

/** Until 2026.2.21: one of two substrings tells. */
export function chatTypeBySubstring(key: string): ChatType | undefined {
  if (key.includes(":group:")) return "group";
  return key.includes(":channel:") ? "channel" : undefined;
}

/** 2026.2.22 to 2026.6: any segment tells; a group comes before a channel, and that before a direct chat. */
export function chatTypeByTokens(key: string, shapes: readonly OldKeyShape[]): ChatType | undefined {
  const segments = new Set(key.split(":"));
  if (segments.has("group")) return "group";
  if (segments.has("channel")) return "channel";
  if (segments.has("direct") || segments.has("dm")) return "direct";
  return chatTypeOfOldKey(key, shapes);
}

interface ShapeFacts {
  readonly channel?: string;
  readonly chatType?: ChatType;
  readonly doubt?: "ambiguous-key";
}

/**
 * Since 2026.7.1: `direct:<id>`, `<channel>:<kind>:<id>`, `<channel>:<account>:<kind>:<id>`, or one
 * of the shapes of old stores, `group:<id>` and `channel:<id>` among them. A key that fits two is
 * ambiguous, and only an old shape still tells its chat type; only the first three tell a channel.
 */
export function factsByShape(key: string, shapes: readonly OldKeyShape[]): ShapeFacts {
  const [first = "", second = "", third = "", fourth = ""] = key.split(":", 4);
  const readings: ShapeFacts[] = [];
  const ofFirst = second === "" ? undefined : kinds.get(first);
  if (ofFirst === "direct") readings.push({ chatType: ofFirst });
  const named = first !== "" && first !== "agent" && second !== "";
  const ofSecond = kinds.get(second);
  if (named && ofSecond !== undefined && third !== "") readings.push({ channel: first, chatType: ofSecond });
  const ofThird = kinds.get(third);
  if (named && ofThird !== undefined && fourth !== "") readings.push({ channel: first, chatType: ofThird });
  const ofOld = ofFirst === "group" || ofFirst === "channel" ? ofFirst : chatTypeOfOldKey(key, shapes);
  if (ofOld !== undefined) readings.push({ chatType: ofOld });
  if (readings.length < 2) return readings[0] ?? {};
  return { doubt: "ambiguous-key", ...(ofOld !== undefined && { chatType: ofOld }) };
}
