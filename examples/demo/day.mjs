import * as at from "./places.mjs";

/** The zone in which the bot's day begins, and in which times are printed. */
export const timeZone = "Europe/Berlin";

const day = (time) => Date.parse(`2026-03-02T${time}:00+01:00`);
const dayBefore = (time) => Date.parse(`2026-03-01T${time}:00+01:00`);

/** One day of messages, in the order they arrived. */
export const messages = [
  { now: dayBefore("22:40"), who: "Ann", place: at.telegramDirect, text: "Good night" },
  { now: day("03:40"), who: "Bob", place: at.telegramGroup, text: "Frost tonight" },
  { now: day("03:55"), who: "Ann", place: at.telegramReply, text: "I cover the beds" },
  { now: day("04:10"), who: "Bob", place: at.telegramGroup, text: "Thanks" },
  { now: day("07:30"), who: "Ann", place: at.telegramDirect, text: "What is on today?" },
  { now: day("07:45"), who: "Ann", place: at.whatsappByPhone, text: "And where?" },
  { now: day("07:50"), who: "Ann", place: at.whatsappByLid, text: "Found it" },
  { now: day("07:55"), who: "Eve", place: at.whatsappByLid, text: "Hello?" },
  { now: day("08:00"), who: "Ann", place: at.discordDirect, text: "Same here" },
  { now: day("09:00"), who: "Bob", place: at.telegramTopic, text: "Order 1007?" },
  { now: day("09:05"), who: "Ann", place: at.telegramGeneral, text: "Hello all" },
  { now: day("10:00"), who: "Dana", place: at.slackChannel, text: "Deploy today?" },
  { now: day("10:02"), who: "Eve", place: at.slackThread, text: "After lunch" },
  { now: day("10:03"), who: "Dana", place: at.slackDirect, text: "Between us" },
  { now: day("11:00"), who: "Bob", place: at.discordChannel, text: "Status?" },
  { now: day("11:05"), who: "Ann", place: at.discordThread, text: "Details here" },
  { now: day("12:00"), who: "Cem", place: at.matrixRoom, text: "Pager is quiet" },
  { now: day("12:05"), who: "Cem", place: at.matrixDirect, text: "My shift" },
  { now: day("12:06"), who: "cem", place: at.matrixDirect, text: "My shift too" },
  { now: day("13:00"), who: "Bob", place: at.telegramDirect, text: "Plan my trip" },
  { now: day("13:05"), who: "Bob", place: at.telegramDirect, text: "/new Plan lunch" },
  { now: day("16:00"), who: "Bob", place: at.telegramDirect, text: "And dinner?" },
  { now: day("21:00"), who: "Dana", place: at.slackDirect, text: "Good night" },
];
