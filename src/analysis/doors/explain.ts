import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { sourceOf } from "../../config/source-of.ts";
import { channelName } from "../channel-names.ts";
import { enumerated, joined } from "../enumeration.ts";
import type { Door, PersonAtDoor } from "./door.ts";

function nameOf({ id, role }: PersonAtDoor): string {
  return role === true ? `whoever has the role ${id}` : id;
}

/** The bot, by the name of its account where a channel has several. */
function theBot({ account }: Door): string {
  return account === undefined ? "the bot" : `the bot's account ${account}`;
}

/**
 * Where some doors of one account are that are alike, as somebody would say it.
 *
 * @param all - Whether the account has no rooms but these.
 */
function whereAre(doors: readonly [Door, ...Door[]], all: boolean): string {
  const [{ channel, chatType, guild, team, thread }] = doors;
  const kind = `${channelName(channel)} ${chatType === "channel" ? "channel" : "group"}`;
  const around = guild !== undefined ? ` of server ${guild}` : team !== undefined ? ` of team ${team}` : "";
  const rooms = doors.flatMap(({ room }) => room ?? []);
  const unlisted = all ? "" : " that the config does not list";
  const named = `the ${kind}${rooms.length > 1 ? "s" : ""} ${enumerated(rooms)}${around}`;
  const topic = thread === undefined ? "" : thread === "*" ? "other topics of " : `topic ${thread} of `;
  if (rooms.length === 0) return `in ${topic}${kind}s${around}${unlisted}`;
  if (doors.length === rooms.length) return `in ${topic}${named}`;
  return all ? `in ${topic}all ${kind}s${around}` : `in ${topic}${named}, and in those${unlisted}`;
}

function directSentence(door: Door): string {
  const { channel, people, who, missing = [] } = door;
  const bot = theBot(door);
  const on = `on ${channelName(channel)}`;
  const names = people.map(nameOf);
  switch (who) {
    case "everybody":
      return `Anybody can message ${bot} ${on}.`;
    case "paired":
      return `A stranger who messages ${bot} ${on} has to be paired first${names.length === 0 ? "" : `; ${enumerated(names)} can write right away`}.`;
    case "listed":
      return `Only ${enumerated(names)} can message ${bot} ${on}.`;
    case "nobody":
      return `Nobody can message ${bot} directly ${on}.`;
    case "unknown":
      return `Who can message ${bot} ${on} is not known${missing.length === 0 ? "" : `: it depends on ${joined(missing)}`}.`;
  }
}

function roomSentence(doors: readonly [Door, ...Door[]], all: boolean): string {
  const [door] = doors;
  const { mention, people, who, missing = [] } = door;
  const bot = theBot(door);
  const where = whereAre(doors, all);
  const names = people.map(nameOf);
  const isAsked = mention?.required === true;
  switch (who) {
    case "everybody":
      return `Anybody ${where}${isAsked ? ` who mentions ${bot} gets an answer` : ` gets an answer from ${bot}, even without mentioning it`}.`;
    case "paired":
      return `${capital(where)}, ${bot} answers whoever was paired${names.length === 0 ? "" : `, and ${enumerated(names)}`}${isAsked ? ", if they mention it" : ""}.`;
    case "listed":
      return `${capital(where)}, ${bot} answers only ${enumerated(names)}${isAsked ? ", and only when they mention it" : ", even when they don't mention it"}.`;
    case "nobody":
      return `${capital(where)}, ${bot} answers nobody.`;
    case "unknown":
      return `Whom ${bot} answers ${where} is not known${missing.length === 0 ? "" : `: it depends on ${joined(missing)}`}.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Says who gets in at doors of one account that are alike.
 *
 * @param all - Whether the account has no rooms of their kind but these.
 */
export function sayDoors(doors: readonly [Door, ...Door[]], all = false): string {
  return doors[0].chatType === "direct" ? directSentence(doors[0]) : roomSentence(doors, all);
}

/**
 * Says in a sentence who may write at a door, and which setting decides.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * whoMayWrite(policy).map(explainDoor)[0];
 * //=> "A stranger who messages the bot on Telegram has to be paired first; 7 can write right away (channels.telegram.dmPolicy: the default of 2026-11)."
 * ```
 */
export function explainDoor(door: Door): string {
  if (isPolluted()) return unpolluted(explainDoor, door);
  return said(door, sentenceOf);
}

function sentenceOf(door: Door): string {
  return sayDoors([door]).replace(/\.$/, `${sourceOf(door)}.`);
}
