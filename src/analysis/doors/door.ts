import type { Edition } from "../../edition/edition.ts";
import type { ChatType } from "../../scope/chat-type.ts";

/**
 * Who gets in at a door:
 * - `nobody`;
 * - `listed`: those whom a list names;
 * - `paired`: whoever was paired, and those whom a list names;
 * - `everybody`: whoever writes there;
 * - `unknown`: what the release decides is not on record, or facts are missing that no config tells.
 */
export type DoorWho = "nobody" | "listed" | "paired" | "everybody" | "unknown";

/** Somebody whom a list names and who gets in. */
export interface PersonAtDoor {
  /** Their id, as the channel's lists write ids; of a role (`role`), the role's id. */
  readonly id: string;
  /** Whoever has this role gets in, and no single person is named. */
  readonly role?: true;
  /** The entry that names them; of somebody whom the world names and who gets in once paired, what asks for pairing. */
  readonly path: string;
}

/** One way to write to the bot: directly to one of its accounts, or in a room. */
export interface Door {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "door";
  /** The channel, such as `telegram`. */
  readonly channel: string;
  /** The bot's account; absent where the channel has one alone. */
  readonly account?: string;
  /** The kind of chat in which one writes there. */
  readonly chatType: ChatType;
  /** The room; absent in direct chats, and for every room that neither the config nor the world names. */
  readonly room?: string;
  /** The server or team of the room, where the channel has such. */
  readonly guild?: string;
  /** The Slack or Teams team of the room. */
  readonly team?: string;
  /** The topic of the room, where the config says something of it; `"*"` for those of which it says nothing itself. */
  readonly thread?: string;
  /** Who gets in. */
  readonly who: DoorWho;
  /** What decides about a stranger. */
  readonly path?: string;
  /** The edition whose default that is, where nothing is written at that path. */
  readonly defaultOf?: Edition;
  /** The facts without which it cannot be told. */
  readonly missing?: readonly string[];
  /** Whom lists name, each with the entry; whoever else gets in is told by `who`. */
  readonly people: readonly PersonAtDoor[];
  /** In rooms where anybody gets in: whether a message has to mention the bot, and what says so. */
  readonly mention?: {
    /** Whether only messages that mention the bot are answered. */
    readonly required: boolean;
    /** The setting that says so; absent where it is the edition's default. */
    readonly path?: string;
  };
}
