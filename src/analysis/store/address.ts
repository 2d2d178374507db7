import { fold } from "../../identity/fold.ts";
import type { ChatType } from "../../scope/chat-type.ts";

/** What an address of OpenClaw's tells: `telegram:group:-100:topic:7`, `user:U1`, `+4366012345`. */
export interface Address {
  readonly id: string;
  /** Whether it is a person's or a room's, where the address says so. */
  readonly of?: "person" | "room";
  /** The kind of room, where the address says so. */
  readonly chatType?: Exclude<ChatType, "direct">;
  readonly thread?: string;
}

type Form = Pick<Address, "of" | "chatType">;

const person: Form = { of: "person" };
const room: Form = { of: "room" };

/** What the words before an id say of it. */
const forms: ReadonlyMap<string, Form> = new Map([
  ["user", person],
  ["direct", person],
  ["dm", person],
  ["slash", person],
  ["group", { ...room, chatType: "group" }],
  ["channel", { ...room, chatType: "channel" }],
  ["room", room],
  ["chat", room],
  ["conversation", room],
  ["chat_id", room],
  ["chat_guid", room],
  ["chat_identifier", room],
]);

/** Ids that say themselves whose they are. */
const shapes: readonly (readonly [channel: string, shape: RegExp, form: Form])[] = [
  ["whatsapp", /@g\.us$/i, room],
  ["matrix", /^!/, room],
  ["matrix", /^@/, person],
  ["googlechat", /^spaces\//i, room],
  ["googlechat", /^users\//i, person],
  ["feishu", /^oc_/, room],
  ["feishu", /^o[nu]_/, person],
  ["irc", /^[#&]/, room],
];

const topicMark = ":topic:";

/** The text behind a word and a colon; undefined where it begins with no such word. */
function behind(word: string, text: string): string | undefined {
  const colon = text.indexOf(":");
  return colon > 0 && fold(text.slice(0, colon)) === word ? text.slice(colon + 1) : undefined;
}

/** Reads an address as the channel writes it; undefined for one that names nobody. */
export function readAddress(written: string, channel: string): Address | undefined {
  const text = written.trim();
  const local = behind(channel, text) ?? text;
  const word = fold(local.slice(0, Math.max(0, local.indexOf(":"))));
  const form = forms.get(word);
  const named = form === undefined ? local : local.slice(word.length + 1);
  const [chat = "", thread] = named.split(topicMark, 2);
  // A nick with the host from which its owner writes.
  const id = channel === "irc" ? chat.replace(/!.*$/s, "") : chat;
  if (id.trim() === "" || id === "heartbeat") return undefined;
  const shaped = shapes.find(([of, shape]) => of === channel && shape.test(id))?.[2];
  return { id, ...(form ?? shaped), ...(thread !== undefined && { thread }) };
}
