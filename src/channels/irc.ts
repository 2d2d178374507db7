import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { optionsOf } from "../config/given.ts";
import { lowerAscii } from "../identity/fold.ts";
import type { Inbound } from "../scope/inbound.ts";
import { selfOf, unheard } from "./mentions.ts";
import { isoTime, type Maybe, nativeId, saidText } from "./payload.ts";
import { reading, saidIn, unread, type ReaderOptions, type Reading } from "./reading.ts";

/** A message of IRC in its parts: as parsers of its lines give them, and as irc-framework does in its `message` event. */
export interface IrcMessage {
  /** The command: a `PRIVMSG` counts, any other is nothing. */
  readonly command?: Maybe<string>;
  /** The parameters: to whom it was sent, then what was said. */
  readonly params?: Maybe<readonly string[]>;
  /** The source: `nick!user@host`. */
  readonly prefix?: Maybe<string>;
  /** The tags of IRCv3, by name, as the server sent them; a map of another kind is not read. */
  readonly tags?: unknown;
  /** Of irc-framework: `privmsg`, `notice`, `action`. */
  readonly type?: Maybe<string>;
  /** The sender's nick; read from `prefix` where absent. */
  readonly nick?: Maybe<string>;
  /** The user name before the `@` of the sender's mask, in irc-framework. */
  readonly ident?: Maybe<string>;
  /** The host behind the `@` of the sender's mask, in irc-framework. */
  readonly hostname?: Maybe<string>;
  /** To whom it was sent, in irc-framework: a channel, or the bot's nick. */
  readonly target?: Maybe<string>;
  /** What was said, in irc-framework. */
  readonly message?: Maybe<string>;
  /** Whether the server itself says it, in irc-framework. */
  readonly from_server?: Maybe<boolean>;
}

interface Parts {
  readonly command: string | undefined;
  readonly nick: string | undefined;
  /** The source whole, by which lists name people. */
  readonly mask: string | undefined;
  readonly target: string | undefined;
  readonly text: string | undefined;
  readonly tags: Readonly<Record<string, unknown>>;
}

/** The values of IRCv3 tags are escaped. */
const escapes: Readonly<Record<string, string>> = { ":": ";", s: " ", r: "\r", n: "\n", "\\": "\\" };

function tagsIn(text: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    text.split(";").map((tag) => {
      const at = tag.indexOf("=");
      const value = at === -1 ? "" : tag.slice(at + 1);
      return [
        at === -1 ? tag : tag.slice(0, at),
        value.replace(/\\(.?)/g, (_all, escaped: string) => escapes[escaped] ?? escaped),
      ] as const;
    }),
  );
}

/** A line in its parts, by RFC 1459 with the tags of IRCv3. */
function parsed(line: string): IrcMessage {
  const [, tags = "", prefix, rest = ""] =
    /^(?:@(\S+) +)?(?::(\S+) +)?([\s\S]*)$/.exec(line.replace(/[\r\n]+$/, "")) ?? [];
  const trailing = rest.indexOf(" :");
  const words = (trailing === -1 ? rest : rest.slice(0, trailing)).split(" ").filter((word) => word !== "");
  const [command, ...params] = words;
  return {
    command: command?.toUpperCase(),
    params: trailing === -1 ? params : [...params, rest.slice(trailing + 2)],
    prefix,
    tags: tagsIn(tags),
  };
}

/** The same parts of either form. */
function partsOf(message: IrcMessage): Parts {
  const { command, hostname, ident, params, prefix, tags, target, type } = message;
  const source = nativeId(prefix);
  const nick = nativeId(message.nick) ?? source?.split("!")[0];
  const told = nativeId(ident) === undefined ? undefined : `${nick}!${ident}@${hostname}`;
  const words: readonly unknown[] = Array.isArray(params) ? params : [];
  const isAction = type === "action";
  const said = saidText(message.message);
  return {
    command: saidText(command)?.toUpperCase() ?? (isAction ? "PRIVMSG" : saidText(type)?.toUpperCase()),
    nick,
    mask: source?.includes("!") === true ? source : told,
    target: nativeId(target ?? words[0]),
    text: said ?? saidText(words[1]),
    tags: typeof tags === "object" && tags !== null ? { ...tags } : {},
  };
}

/** What begins the names of channels, by RFC 2811. */
const channelMark = /^[#&+!]/;

/** A channel behind what narrows its readers: only those who are heard, or run it. */
const narrowedMark = /^[~&@%+](?=[#&!])/;

/** Whether a text names a nick, as a word of its own. */
function names(text: string, nick: string): boolean {
  const words = lowerAscii(text);
  const part = /[\w[\]\\`^{|}-]/;
  for (let at = words.indexOf(nick); at !== -1; at = words.indexOf(nick, at + 1)) {
    const [before = "", after = ""] = [words[at - 1], words[at + nick.length]];
    if (!part.test(before) && !part.test(after)) return true;
  }
  return false;
}

/** What parts a request between programs from a text. */
const requestMark = "\u0001";
const actionMark = `${requestMark}ACTION `;

/** What is said in a text, of an action as well; undefined where programs speak. */
function wordsIn(text: string): string | undefined {
  if (!text.startsWith(requestMark)) return text;
  return text.startsWith(actionMark) ? text.slice(actionMark.length).replace(requestMark, "") : undefined;
}

/**
 * Reads a message of IRC: what a person said, where, and whether it was meant for the bot.
 *
 * - Read are lines as they arrive, with the tags of IRCv3 or without, the parts that parsers make of them, and the `message`
 *   event of irc-framework. A `PRIVMSG` counts, and an action (`/me`). Notices are by convention a bot's; other CTCP
 *   requests, joins and numerics are nothing.
 * - Sent to the bot's nick, it is a chat with one person, by nick, and so `self` must tell that; sent to a channel, it is a
 *   `group`, as OpenClaw has it. What is sent to those alone who run a channel is in no conversation of the bot's.
 * - `mentioned` is told by the bot's nick in the text. Tags tell the message's id, its time, and that a bot wrote it.
 *
 * @param message - The line, or its parts, from outside; any value is answered.
 * @param options - `self`: the bot's nick. `account`, `bots` as everywhere.
 * @returns What was said, or why it is nothing to answer.
 *
 * @example
 * ```ts
 * const read = readIrc(":ann!a@host PRIVMSG #garden :desk: hi", { self: "Desk" });
 * read.ok && [read.inbound.peer, read.inbound.sender, read.mentioned]; //=> ["#garden", "ann", true]
 * readIrc(":ann!a@host PRIVMSG desk :hi").missing; //=> ["self"]
 * ```
 */
export function readIrc<Message extends Maybe<IrcMessage | string>>(
  message: Message,
  options: ReaderOptions = {},
): Reading<Message> {
  if (isPolluted()) return unpolluted(readIrc, message, options);
  const chosen = optionsOf(options);
  // Narrowed by hand: what stands behind the type came from outside.
  const given: Maybe<IrcMessage | string> = message;
  const line = typeof given === "string" ? parsed(given) : given;
  if (typeof line !== "object" || line === null) return unread("unknown-shape");
  const { command, mask, nick, tags, target, text } = partsOf(line);
  if (command === undefined) return unread("unknown-shape");
  if (command !== "PRIVMSG" && command !== "NOTICE") return unread("not-a-message");
  const isNotice = command === "NOTICE";
  const said = text === undefined ? undefined : wordsIn(text);
  if (said === undefined) return unread("not-a-message");
  // The server speaks of itself.
  if (line.from_server === true) return unread("not-a-message");
  if (nick === undefined) return unread("missing-fact", "nick");
  const self = selfOf(chosen, lowerAscii);
  const isBot = isNotice || tags["bot"] !== undefined;
  const ignored = unheard([lowerAscii(nick)], isBot, self, chosen);
  if (ignored !== undefined) return ignored;
  if (target === undefined) return unread("missing-fact", "target");
  if (narrowedMark.test(target)) return unread("no-conversation");
  const isRoom = channelMark.test(target);
  if (!isRoom && self.length === 0) return unread("missing-fact", "self");
  // What is sent to another's nick reached somebody else.
  if (!isRoom && !self.includes(lowerAscii(target))) return unread("no-conversation");
  const reply = nativeId(tags["+draft/reply"] ?? tags["+reply"]);
  return reading({
    kind: "message",
    facts: {
      channel: "irc",
      account: chosen.account,
      chatType: isRoom ? "group" : "direct",
      peer: isRoom ? target : nick,
      aliases: mask === undefined ? undefined : [mask],
      sender: nick,
      messageId: nativeId(tags["msgid"]),
      reply: reply === undefined ? undefined : true,
    },
    text: said,
    at: isoTime(tags["time"]),
    access: {
      mentioned: self.length === 0 ? undefined : self.some((own) => names(said, own)),
      bot: isBot ? true : undefined,
      senderUsername: nick,
    },
    native: message,
  });
}

/**
 * Tells which conversation a message of IRC belongs to: the short form of `readIrc`.
 *
 * @param message - The line, or its parts; a misshaped one gives `undefined`.
 * @param options - `self`: the bot's nick. `account`: on which of the host's networks it came.
 *
 * @example
 * ```ts
 * fromIrc({ type: "privmsg", nick: "ann", target: "desk", message: "hi" }, { self: "desk" })?.peer; //=> "ann"
 * ```
 */
export function fromIrc(
  message: Maybe<IrcMessage | string>,
  options: ReaderOptions = {},
): Inbound | undefined {
  if (isPolluted()) return unpolluted(fromIrc, message, options);
  return saidIn(readIrc(message, options));
}
