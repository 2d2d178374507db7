import { planMigration } from "../../dist/analysis/index.js";
import { parsePolicy, safeParsePolicy, sweep } from "../../dist/index.js";
import { affordable, cpuNs, keep, measure, over } from "../measure.mjs";
import { assertEqual } from "../pair.mjs";
import {
  allowLists,
  bindings,
  commandLists,
  discordRooms,
  identityLinks,
  rules,
  slackRooms,
} from "../subjects.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";

/** How long it takes until the first answer is there, and how much memory the policy holds then. */
function compiled(config, first, ours) {
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const start = cpuNs();
  const policy = parsePolicy(config, { edition: `openclaw@${release}` });
  keep(ours(first, policy));
  const compile = cpuNs() - start;
  globalThis.gc();
  return { policy, compile, heap: process.memoryUsage().heapUsed - before };
}

/** The release looks at one entry after the other; what it takes for more than this many can be reckoned. */
const mostForTheRelease = 10_000;

function grown(title, subject, size) {
  const answer = subject.ours;
  async function run() {
    const config = subject.config(size);
    const asked = subject.asked(size);
    const { policy, compile, heap } = compiled(config, asked[0], answer);
    const ours = over(asked, (request) => answer(request, policy));
    if (size > mostForTheRelease || subject.theirs === undefined)
      return { size, ...(await measure({ ours }, { rounds: 15 })), compile, heap };
    const theirs = subject.theirs(await upstreamFunctions(...subject.functions), config);
    for (const request of asked.slice(0, 10)) assertEqual(title, answer(request, policy), theirs(request));
    const theirsOver = over(await affordable(asked, theirs, subject.atLeast), theirs);
    return { size, ...(await measure({ ours, theirs: theirsOver }, { rounds: 15 })), compile, heap };
  }
  return { title, run };
}

const noon = Date.UTC(2026, 10, 3, 12);

/** A store of any size, made while it is swept. */
function* store(size) {
  for (let index = 0; index < size; index += 1) {
    const at = noon - ((index * 7919) % 90_000) * 1000;
    yield {
      key: `agent:main:telegram:direct:${index}`,
      updatedAt: at,
      lastInteractionAt: at,
      sessionStartedAt: at,
    };
  }
}

function swept(size) {
  async function run() {
    const policy = parsePolicy(
      { session: { reset: { mode: "daily", atHour: 4, idleMinutes: 60 } } },
      { edition: "2026-11", timeZone: "Europe/Berlin" },
    );
    const sweepOf = (size) => {
      for (const entry of sweep(store(size), policy, noon)) keep(entry);
    };
    sweepOf(10_000);
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    const sweeping = { work: () => sweepOf(size), count: size };
    const { ours } = await measure({ ours: sweeping }, { rounds: 1, warmUps: 0 });
    globalThis.gc();
    return { size, ours, heap: Math.max(0, process.memoryUsage().heapUsed - before) };
  }
  return { title: "sessions in a sweep", run };
}

const kindsOfKeys = [
  (index) => `agent:main:telegram:direct:${index}`,
  (index) => `agent:main:discord:channel:${index}`,
  (index) => `agent:main:telegram:group:-100${index}:thread:${index % 9}`,
  (index) => `agent:main:whatsapp:direct:+4915${index}`,
];

/** What becomes of so many things at once: the time of each, and the memory that the answer takes. */
function atOnce(title, size, make, answerOf) {
  async function run() {
    const given = make(size);
    keep(answerOf(make(100)));
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    let answer;
    const work = () => (answer = answerOf(given));
    const { ours } = await measure({ ours: { work, count: size } }, { rounds: 1, warmUps: 0 });
    globalThis.gc();
    const heap = process.memoryUsage().heapUsed - before;
    keep(answer);
    return { size, ours, heap };
  }
  return { title, run };
}

function migrated(size) {
  const edition = "2026-11";
  const from = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: `openclaw@${release}` });
  const to = parsePolicy({ session: { dmScope: "per-peer" } }, { edition });
  const keys = (size) =>
    Array.from({ length: size }, (_, index) => kindsOfKeys[index % kindsOfKeys.length](index));
  return atOnce("keys in a plan of migration", size, keys, (keys) => planMigration(keys, from, to));
}

function mistaken(size) {
  const rule = { action: "deny", match: { chanel: "telegram" } };
  const config = (size) => ({ session: { sendPolicy: { rules: Array.from({ length: size }, () => rule) } } });
  return atOnce("mistakes of one kind", size, config, (config) =>
    safeParsePolicy(config, { edition: "2026-11" }),
  );
}

const sizesOf = (subject, title, sizes) => sizes.map((size) => grown(title, subject, size));

export default {
  title: "How cost grows",
  about: `How long one decision takes, depending on the size of the config; how long the first answer takes, including parsing; and how
much memory the policy takes in addition to the config it was read from. For bindings, every message is from a different place.
The release, which looks at one entry after the other, is not asked about more than 10 000, and not about rooms and commands, which no function of
its own decides. A sweep needs hardly any config:
its time is for one session among that many, which arrive one by one; its memory is what is left of them afterwards. For a migration plan, and for the issues of a
config, the time is for one of them, and the memory for the whole answer.`,
  columns: {
    size: { heading: "how many", kind: "count" },
    ours: { heading: "a decision", kind: "time" },
    theirs: { heading: "OpenClaw's", kind: "time" },
    compile: { heading: "first answer", kind: "time" },
    heap: { heading: "memory", kind: "bytes" },
  },
  cases: [
    ...sizesOf(identityLinks, "identity links", [0, 10, 1000, 10_000, 100_000, 1_000_000]),
    ...sizesOf(bindings("rooms"), "bindings of single rooms", [10, 1000, 10_000, 100_000]),
    ...sizesOf(bindings("wildcards"), "bindings of any room of a guild", [10, 1000, 10_000, 100_000]),
    ...sizesOf(bindings("roles"), "bindings of a guild's roles", [10, 1000, 10_000, 100_000]),
    ...sizesOf(rules, "rules", [5, 100, 1000, 10_000, 100_000]),
    ...sizesOf(allowLists, "entries of an allow list", [10, 1000, 10_000, 100_000, 1_000_000]),
    ...sizesOf(discordRooms, "rooms of Discord", [10, 1000, 10_000, 100_000]),
    ...sizesOf(slackRooms, "rooms of Slack", [10, 1000, 10_000, 100_000]),
    ...sizesOf(commandLists, "owners, and who may command", [10, 1000]),
    ...[10_000, 100_000, 1_000_000, 10_000_000].map(swept),
    ...[1000, 10_000, 100_000, 1_000_000].map(migrated),
    ...[100, 5000, 50_000].map(mistaken),
  ],
};
