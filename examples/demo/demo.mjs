import { readFileSync } from "node:fs";
import { formatInTimeZone } from "date-fns-tz";
import { explain, parsePolicy } from "keyscope";
import { company as rooms } from "./company.mjs";
import { messages, timeZone } from "./day.mjs";
import { replay } from "./host.mjs";
import { table } from "./table.mjs";

const file = "examples/openclaw.json5";
const options = { edition: "2026-11", timeZone };
const policy = parsePolicy(readFileSync(new URL("../openclaw.json5", import.meta.url), "utf8"), options);
const shared = { ...policy.config, session: { ...policy.config.session, dmScope: "main" } };

const day = replay(messages, policy);
const sameDay = replay(messages, parsePolicy(shared, options));

const time = (instant) => formatInTimeZone(instant, timeZone, "EEE HH:mm");

function sessionCell({ before, trigger }) {
  if (before === undefined) return "new";
  if (trigger !== undefined) return `reset: ${trigger.trigger}`;
  return before.fresh ? "fresh" : `reset: ${before.reason}\nsince ${time(before.staleSince)}`;
}

function nextCell({ next }) {
  return next.nextResetAt === undefined ? "never" : `${time(next.nextResetAt)}\n${next.nextResetBy}`;
}

function sendCell({ send }) {
  return `${send.allowed ? "yes" : "no"}: ${send.rule === undefined ? send.reason : `rule ${send.rule.index}`}`;
}

const dayColumns = { time: 9, message: 31, key: 42, agent: 7, session: 15, "next reset": 10, send: 12 };

const dayRow = (decided) => ({
  time: time(decided.now),
  message: `${decided.who}, ${decided.place.name}\n“${decided.text}”`,
  key: decided.resolution.key,
  agent: decided.resolution.agentId,
  session: sessionCell(decided),
  "next reset": nextCell(decided),
  send: sendCell(decided),
});

/** Each direct session of a day with the people who write in it, and from where. */
function company(decisions) {
  const sessions = new Map();
  for (const { who, place, resolution } of decisions) {
    if (resolution.chatType !== "direct") continue;
    const people = sessions.get(resolution.key) ?? new Map();
    people.set(who, (people.get(who) ?? new Set()).add(place.name));
    sessions.set(resolution.key, people);
  }
  return sessions;
}

const companyColumns = { key: 42, "who writes in it, and from where": 60 };

const companyRow = ([key, people]) => ({
  key,
  "who writes in it, and from where": [...people]
    .map(([who, places]) => `${who}: ${[...places].join(", ")}`)
    .join("\n"),
});

console.log(`A day of messages under ${file}, edition ${options.edition}, times in ${timeZone}\n`);
console.log(table(dayColumns, day.map(dayRow)));

console.log("\nWhy sessions began anew, and why the bot kept silent\n");
for (const { now, who, before, send } of day) {
  if (before?.fresh === false) console.log(`${time(now)}  ${who}: ${explain(before)}`);
  if (!send.allowed) console.log(`${time(now)}  ${who}: ${explain(send)}`);
}

console.log(`\nDirect chats under dmScope: "${policy.config.session.dmScope}"\n`);
console.log(table(companyColumns, [...company(day)].map(companyRow)));

console.log('\nThe same day with dmScope: "main"\n');
console.log(table(companyColumns, [...company(sameDay)].map(companyRow)));

console.log("\nWho would now share a session with whom\n");
for (const [key, people] of company(sameDay))
  if (people.size > 1) console.log(`${[...people.keys()].join(", ")} (${key})`);

console.log("\nA company's rooms, commands and heartbeats\n");
for (const [asked, answer] of rooms) console.log(`${asked.padEnd(26)}${answer}`);
