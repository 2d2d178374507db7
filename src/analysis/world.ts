import { isText, membersOf, optionsOf } from "../config/given.ts";
import { readStore, type StoredSessions } from "../lifecycle/store/read-store.ts";
import { isRefused, readFacts, type FactReadings, type FactRefusal } from "../scope/facts/read-facts.ts";
import type { ChatType } from "../scope/chat-type.ts";

/** Somebody who writes to the bot directly. */
export interface WorldSender {
  /** The channel on which they write, such as `telegram`. */
  readonly channel: string;
  /** Their id on the channel. */
  readonly peer?: string;
  /** The bot's account that they write to; every one of `World.accounts` when absent. */
  readonly account?: string;
  /** Other ids of theirs on the same channel. */
  readonly aliases?: readonly string[];
  /** Who it is: senders with the same name here are one person. Without it each id is a person of its own. */
  readonly person?: string;
}

/** A room that the bot is in. */
export interface WorldGroup {
  /** The channel of the room, such as `telegram`. */
  readonly channel: string;
  /** The room's id, as messages name it. */
  readonly peer: string;
  /** The bot's account that is in it; every one of `World.accounts` when absent. */
  readonly account?: string;
  /** `"group"` when absent. */
  readonly chatType?: Exclude<ChatType, "direct">;
  /** The thread or topic in the room; absent for the room itself. */
  readonly thread?: string;
}

/** What a host knows about who is there, beside its config. */
export interface AuditWorld {
  /** Those who may write to the bot, as far as the host knows; nobody is known where it is absent. */
  readonly senders?: readonly WorldSender[];
  /** The bot's accounts, by channel. */
  readonly accounts?: Readonly<Record<string, readonly string[]>>;
  /** The rooms that the bot is in, as far as the host knows; none is known where it is absent. */
  readonly groups?: readonly WorldGroup[];
  /**
   * The stored sessions: keys, entries with their keys, or entries by key. Those of direct chats and rooms tell of senders and
   * rooms, and entries of whoever wrote last, too.
   */
  readonly keys?: StoredSessions;
}

const senderReadings = {
  channel: "text",
  peer: "text",
  account: "text",
  aliases: "texts",
  person: "text",
} as const satisfies FactReadings;

const groupReadings = {
  channel: "text",
  peer: "text",
  account: "text",
  chatType: ["group", "channel"],
  thread: "text",
} as const satisfies FactReadings;

/** Those of a list that can be read. */
function readEach<Member>(
  given: readonly unknown[],
  read: (member: unknown) => { readonly facts: Member } | FactRefusal,
): readonly Member[] {
  return given.flatMap((member) => {
    const told = read(member);
    return isRefused(told) ? [] : [told.facts];
  });
}

const readSender = (sender: unknown) => readFacts<WorldSender>(sender, senderReadings, ["channel"]);
const readGroup = (group: unknown) => readFacts<WorldGroup>(group, groupReadings, ["channel", "peer"]);

/** What a host tells of who is there, as far as it can be read; what is no list tells nothing. */
export function readWorld(given: AuditWorld): AuditWorld {
  const { accounts, groups, keys, senders } = optionsOf(given);
  const store = keys === undefined ? undefined : readStore(keys);
  return {
    ...(Array.isArray(senders) && { senders: readEach(senders, readSender) }),
    ...(Array.isArray(groups) && { groups: readEach(groups, readGroup) }),
    ...(store?.ok === true && { keys: store.rows }),
    ...(accounts !== undefined && {
      accounts: Object.fromEntries(
        Object.entries(optionsOf(accounts)).map(([channel, ids]) => [
          channel,
          [...membersOf(ids ?? [])].filter(isText),
        ]),
      ),
    }),
  };
}
