import { type Maybe, nativeId, objectsIn, saidText } from "./payload.ts";
import { reading, unread, type Reading } from "./reading.ts";
import { chatTypeOf, factsOf, isOrgWide, teamOf, timeOf, type SlackOptions } from "./slack-chat.ts";

/** The parts of a slash command. */
export interface SlackCommand {
  /** The command, with its slash. */
  readonly command: string;
  /** What was written behind it. */
  readonly text?: Maybe<string>;
  /** The workspace, `T…`. */
  readonly team_id?: Maybe<string>;
  /** The organization, `E…`; it stands for the team where no workspace is told. */
  readonly enterprise_id?: Maybe<string>;
  /** Who gave the command, `U…` or `W…`. */
  readonly user_id?: Maybe<string>;
  /** That person's user name. */
  readonly user_name?: Maybe<string>;
  /** The channel in which it was given. */
  readonly channel_id?: Maybe<string>;
  /** The channel's name; `directmessage` and `privategroup` stand for names that are not told. */
  readonly channel_name?: Maybe<string>;
  /** Whether the app is installed for the whole organization; a form has it as the text `"true"`. */
  readonly is_enterprise_install?: Maybe<string | boolean>;
}

/** A channel. */
interface SlackRoom {
  /** The channel's id. */
  readonly id?: Maybe<string>;
  /** The channel's name; `directmessage` and `privategroup` stand for names that are not told. */
  readonly name?: Maybe<string>;
}

/** Whoever used a button or a shortcut. */
interface SlackUser {
  /** The user's id, `U…` or `W…`. */
  readonly id?: Maybe<string>;
  /** The user name, as `block_actions` have it. */
  readonly username?: Maybe<string>;
  /** The user name, as an `interactive_message` has it. */
  readonly name?: Maybe<string>;
}

/** Something in a channel that was used: by whom, and where. */
interface SlackUse {
  /** The workspace; absent where an app that is installed for an organization is told none. */
  readonly team?: Maybe<{
    /** The workspace's id, `T…`. */
    readonly id?: Maybe<string>;
  }>;
  /** The organization, where there is one. */
  readonly enterprise?: Maybe<{
    /** The organization's id, `E…`; it stands for the team where no workspace is told. */
    readonly id?: Maybe<string>;
  }>;
  /** Who used it. */
  readonly user?: Maybe<SlackUser>;
  /** The channel of the message; absent where it stands in a view. */
  readonly channel?: Maybe<SlackRoom>;
  /** The message that it stands under, or that it was used on. */
  readonly message?: Maybe<SlackUsed>;
  /** Whether the app is installed for the whole organization. */
  readonly is_enterprise_install?: Maybe<string | boolean>;
}

/** The message under which something was used. */
interface SlackUsed {
  /** The message's id. */
  readonly ts?: Maybe<string>;
  /** The `ts` of the message that its thread hangs under. */
  readonly thread_ts?: Maybe<string>;
}

/** The parts of a `block_actions` payload, or an `interactive_message`: somebody pressed a button, or chose from a menu. */
export interface SlackAction extends SlackUse {
  /** `block_actions` or `interactive_message`; any other is nothing. */
  readonly type?: Maybe<string>;
  /** What the button stands in, where the message itself is not told. */
  readonly container?: Maybe<{
    /** The `ts` of the message. */
    readonly message_ts?: Maybe<string>;
    /** The `ts` of the message that the thread hangs under. */
    readonly thread_ts?: Maybe<string>;
  }>;
  /** Of an `interactive_message`, what `message` is of the others. */
  readonly original_message?: Maybe<SlackUsed>;
  /** What was pressed or chosen; the first one is read. */
  readonly actions: Maybe<
    readonly {
      /** The id that the app gave the button; it is the text where there is no value. */
      readonly action_id?: Maybe<string>;
      /** The same of an `interactive_message`. */
      readonly name?: Maybe<string>;
      /** What the app put behind the button; it is the text. */
      readonly value?: Maybe<string>;
      /** When it was pressed, in seconds with six decimals. */
      readonly action_ts?: Maybe<string>;
    }[]
  >;
}

/** The parts of a shortcut: from the message that it is used on (`message_action`), or from anywhere. */
export interface SlackShortcut extends SlackUse {
  /** `message_action` for one that is used on a message; what is used from anywhere is of no conversation. */
  readonly type: Maybe<string>;
  /** The id that the app gave the shortcut; it is the text. */
  readonly callback_id: Maybe<string>;
  /** When it was used, in seconds with six decimals. */
  readonly action_ts?: Maybe<string>;
}

/** A view that was sent in or shut; it stands in no conversation. */
export interface SlackView {
  /** `view_submission` or `view_closed`. */
  readonly type: Maybe<string>;
  /** The view, of which nothing is read. */
  readonly view: Maybe<object>;
}

/** What a channel is called; Slack writes a word in place of the names of those that not everybody sees. */
function calledName(name: unknown): string | undefined {
  return name === "directmessage" || name === "privategroup" ? undefined : saidText(name);
}

/** Reads a slash command. */
export function readCommand<Payload>(
  command: SlackCommand,
  native: Payload,
  options: SlackOptions,
): Reading<Payload> {
  const chatType = chatTypeOf(undefined, options);
  if (typeof chatType !== "string") return chatType;
  const {
    channel_id,
    channel_name,
    enterprise_id,
    is_enterprise_install,
    team_id,
    text,
    user_id,
    user_name,
  } = command;
  const person = nativeId(user_id);
  if (person === undefined) return unread("missing-fact", "user_id");
  return reading({
    kind: "command",
    facts: factsOf(
      { chatType, person, room: nativeId(channel_id), team: teamOf(team_id, enterprise_id) },
      options,
    ),
    text: [command.command, saidText(text)].filter((part) => part !== undefined).join(" "),
    at: undefined,
    access: {
      mentioned: true,
      orgWide: isOrgWide(is_enterprise_install),
      roomName: calledName(channel_name),
      senderUsername: saidText(user_name),
    },
    native,
  });
}

interface Used {
  readonly kind: "button" | "command";
  readonly by: Maybe<SlackUser>;
  readonly channel: Maybe<SlackRoom>;
  readonly team: string | undefined;
  readonly ts: unknown;
  readonly thread: unknown;
  readonly text: string | undefined;
  readonly at: unknown;
  readonly orgWide: unknown;
}

/** Reads what somebody used under a message: a button, or a shortcut. */
function readUsed<Payload>(used: Used, native: Payload, options: SlackOptions): Reading<Payload> {
  const { at, by, channel, kind, orgWide, team, text, thread, ts } = used;
  // A button in a view, or on the app's own page, stands under no message.
  if (channel == null) return unread("no-conversation");
  const chatType = chatTypeOf(undefined, options);
  if (typeof chatType !== "string") return chatType;
  const person = nativeId(by?.id);
  if (person === undefined) return unread("missing-fact", "user");
  return reading({
    kind,
    facts: factsOf({ chatType, person, room: nativeId(channel.id), team, ts, thread }, options),
    text,
    at: timeOf(at),
    access: {
      mentioned: true,
      orgWide: isOrgWide(orgWide),
      roomName: calledName(channel.name),
      senderUsername: saidText(by?.username) ?? saidText(by?.name),
    },
    native,
  });
}

/** Reads what somebody pressed, or chose from a menu. */
export function readAction<Payload>(
  action: SlackAction,
  native: Payload,
  options: SlackOptions,
): Reading<Payload> {
  const { actions, channel, container, enterprise, is_enterprise_install: orgWide, team, type } = action;
  if (type !== "block_actions" && type !== "interactive_message") return unread("not-a-message");
  const message = action.message ?? action.original_message;
  const [pressed] = objectsIn(actions);
  return readUsed(
    {
      kind: "button",
      by: action.user,
      channel,
      team: teamOf(team?.id, enterprise?.id),
      ts: message?.ts ?? container?.message_ts,
      thread: message?.thread_ts ?? container?.thread_ts,
      text: [pressed?.value, pressed?.action_id, pressed?.name]
        .map(saidText)
        .find((each) => each !== undefined),
      at: pressed?.action_ts,
      orgWide,
    },
    native,
    options,
  );
}

/** Reads a shortcut: on a message it is a command, and from anywhere it is of no conversation. */
export function readShortcut<Payload>(
  shortcut: SlackShortcut,
  native: Payload,
  options: SlackOptions,
): Reading<Payload> {
  const { callback_id, channel, enterprise, is_enterprise_install: orgWide, message, team } = shortcut;
  // What is used from anywhere, or sent in, stands under no message.
  if (shortcut.type !== "message_action") return unread("no-conversation");
  return readUsed(
    {
      kind: "command",
      by: shortcut.user,
      channel,
      team: teamOf(team?.id, enterprise?.id),
      ts: message?.ts,
      thread: message?.thread_ts,
      text: saidText(callback_id),
      at: shortcut.action_ts,
      orgWide,
    },
    native,
    options,
  );
}
