import {
  placed,
  type DiscordMember,
  type DiscordOptions,
  type DiscordPlace,
  type DiscordUser,
} from "./discord-chat.ts";
import { type Maybe, objectsIn, saidText } from "./payload.ts";
import { unread, type Reading } from "./reading.ts";

/** The parts of a gateway `INTERACTION_CREATE`, or of a discord.js interaction, that tell what was pressed or commanded, and where. */
export interface DiscordInteraction extends DiscordPlace {
  /** The interaction's snowflake, from which the time is read. */
  readonly id?: Maybe<string>;
  /** Discord's number of the interaction type: 2 is a command, 3 a button or a menu; the rest is nothing. */
  readonly type: Maybe<number>;
  /**
   * The token to answer it with, by which a payload is recognised as an interaction; nothing else is read
   * from it.
   */
  readonly token: Maybe<string>;
  /** Where it was made: 2 is a private chat without the bot, which is no conversation of the bot's. */
  readonly context?: Maybe<number>;
  /** What was commanded or pressed, in a payload. */
  readonly data?: Maybe<{
    /** Discord's number of the kind of command; it is not read. */
    readonly type?: Maybe<number>;
    /** The name of the command, without the slash. */
    readonly name?: Maybe<string>;
    /** The id that the app gave the button or the menu; it is the text where no value was chosen. */
    readonly custom_id?: Maybe<string>;
    /** What was chosen from a menu. */
    readonly values?: Maybe<readonly string[]>;
    /** The options of the command, with subcommands as options that have options. */
    readonly options?: Maybe<readonly object[]>;
  }>;
  /** Of discord.js, what stands in `data` of a payload. */
  readonly commandName?: Maybe<string>;
  /** The app's id of the button or the menu, in discord.js. */
  readonly customId?: Maybe<string>;
  /** What was chosen from a menu, a list of texts, in discord.js. */
  readonly values?: unknown;
  /** Of discord.js, an object with the options in `data`. */
  readonly options?: unknown;
  /** Who made it, as a member of the server; absent in direct messages. */
  readonly member?: Maybe<DiscordMember>;
  /** Who made it, where there is no `member`. */
  readonly user?: Maybe<DiscordUser>;
}

/** Interactions that a person makes on purpose: a command, and a button or a menu. */
const commanded = 2;
const pressed = 3;

/** Where an interaction was made: in a chat of others, to which the bot does not belong. */
const chatOfOthers = 2;

/** When something was made, which Discord writes into its id, counted from the first second of 2015. */
function madeAt(id: unknown): number | undefined {
  return typeof id === "string" && /^\d{6,20}$/.test(id)
    ? Number(BigInt(id) >> 22n) + 1_420_070_400_000
    : undefined;
}

/** What was commanded, as a person would have typed it. */
function commandLine(name: string, options: Maybe<readonly object[]>): string {
  const words = objectsIn(options).flatMap((option): readonly string[] => {
    const value: unknown = "value" in option ? option.value : undefined;
    const within =
      "options" in option && Array.isArray(option.options) ? (option.options as object[]) : undefined;
    if (within !== undefined && "name" in option) return [commandLine(String(option.name), within)];
    return ["string", "number", "boolean"].includes(typeof value) ? [String(value)] : [];
  });
  return [name, ...words].join(" ");
}

/** The options of a command, as discord.js keeps them. */
function commandOptions(options: unknown): readonly object[] {
  const kept: unknown =
    typeof options === "object" && options !== null && "data" in options ? options.data : [];
  return objectsIn(Array.isArray(kept) ? (kept as readonly object[]) : []);
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((text) => typeof text === "string") : [];
}

/** Reads a command, or what somebody pressed or chose from a menu. */
export function readInteraction<Payload>(
  interaction: DiscordInteraction,
  native: Payload,
  options: DiscordOptions,
): Reading<Payload> {
  const { commandName, context, customId, id, member, type } = interaction;
  const user = member?.user ?? interaction.user;
  if (type !== commanded && type !== pressed) return unread("not-a-message");
  if (typeof user !== "object" || user === null) return unread("unknown-shape");
  if (context === chatOfOthers) return unread("no-conversation");
  const data = interaction.data ?? {
    name: commandName,
    custom_id: customId,
    values: textsIn(interaction.values),
    options: commandOptions(interaction.options),
  };
  const name = saidText(type === commanded ? data.name : data.custom_id);
  if (name === undefined) return unread("unknown-shape");
  return placed(
    {
      kind: type === commanded ? "command" : "button",
      user,
      member,
      place: interaction,
      id,
      text:
        type === commanded
          ? commandLine(`/${name}`, data.options)
          : (saidText(textsIn(data.values).join(" ")) ?? name),
      at: madeAt(id),
      access: { mentioned: true },
    },
    native,
    options,
  );
}
