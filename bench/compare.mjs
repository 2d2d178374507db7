import { comparePolicies, parsePolicy } from "../dist/index.js";
import { keep } from "./measure.mjs";
import { assertEqual, reportGrowth, reportHeading } from "./report.mjs";

const channels = ["telegram", "discord", "slack", "irc"];

/** Rules of several kinds: beginnings of keys, rooms of a channel, people. */
function rules(count, salt) {
  return Array.from({ length: count }, (_, index) => {
    const number = (index * 7919 + salt) % 5000;
    const action = (index + salt) % 3 === 0 ? "allow" : "deny";
    if (index % 4 === 0) return { action, match: { keyPrefix: `telegram:direct:${number}:` } };
    if (index % 4 === 1) return { action, match: { rawKeyPrefix: `agent:main:discord:channel:${number}:` } };
    return { action, match: { channel: channels[index % 4], chatType: "group", peer: String(number) } };
  });
}

function policyOf(written) {
  const sendPolicy = { default: "deny", rules: written };
  return parsePolicy({ session: { sendPolicy } }, { edition: "2026-11" });
}

function pair(count, change) {
  const before = rules(count, 0);
  return { from: policyOf(before), to: policyOf(change(before)) };
}

const changes = {
  "the same": (before) => before,
  "one rule less": (before) => before.slice(1),
  "all rules others": (before) => rules(before.length, 1),
};
const verdicts = {
  "the same": "equivalent",
  "one rule less": "stricter",
  "all rules others": "incomparable",
};

const comparing =
  ({ from, to }) =>
  (inner) => {
    for (let turn = 0; turn < inner; turn += 1) keep(comparePolicies(from, to));
  };

reportHeading("100 rules", "1000 rules");
for (const [title, change] of Object.entries(changes)) {
  const [small, large] = [pair(100, change), pair(1000, change)];
  for (const { from, to } of [small, large])
    assertEqual(`what becomes of ${title}`, comparePolicies(from, to).byKind.send.verdict, verdicts[title]);
  reportGrowth(
    `compare two policies: ${title}`,
    { small: comparing(small), large: comparing(large) },
    { rounds: 5, sampleMs: 50, warmUpMs: 500 },
  );
}
