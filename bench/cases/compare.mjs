import { comparePolicies } from "../../dist/analysis/index.js";
import { parsePolicy } from "../../dist/index.js";
import { measure } from "../measure.mjs";
import { assertEqual } from "../pair.mjs";

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

const changes = {
  "the same": { change: (before) => before, verdict: "equivalent" },
  "one rule less": { change: (before) => before.slice(1), verdict: "stricter" },
  "all rules others": { change: (before) => rules(before.length, 1), verdict: "incomparable" },
};

/** Compares two policies of so many rules. */
function comparing(count, { change, verdict }) {
  const before = rules(count, 0);
  const [from, to] = [policyOf(before), policyOf(change(before))];
  assertEqual("verdict", comparePolicies(from, to).byKind.send.verdict, verdict);
  return { repeatable: true, count: 1, work: () => comparePolicies(from, to) };
}

export default {
  title: "Comparing two policies",
  about: "`comparePolicies` on policies with a hundred and with a thousand rules.",
  columns: {
    small: { heading: "100 rules", kind: "time" },
    large: { heading: "1000 rules", kind: "time" },
  },
  cases: Object.entries(changes).map(([title, change]) => ({
    title,
    run: () =>
      measure(
        { small: comparing(100, change), large: comparing(1000, change) },
        { rounds: 5, warmUpMs: 500 },
      ),
  })),
};
