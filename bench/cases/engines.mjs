import { evaluateSend, parsePolicy } from "../../dist/index.js";
import { compileEngine, engineNames } from "../engines.mjs";
import { affordable, awaitedOver, over } from "../measure.mjs";
import { assertEqual, besideColumns, pair } from "../pair.mjs";
import { scan, workload } from "../rules.mjs";
import { written } from "../table.mjs";

async function deciding(name, count) {
  const { rules, requests } = workload(count);
  const policy = parsePolicy(
    { session: { sendPolicy: { default: "allow", rules } } },
    { edition: "2026-11" },
  );
  const ours = (request) => evaluateSend(request, policy);
  const theirs = await compileEngine(name, rules);
  const some = await affordable(requests, theirs);
  for (const request of requests) assertEqual("keyscope", ours(request).allowed, scan(rules, request));
  for (const request of some) assertEqual(name, await theirs(request), scan(rules, request));
  const awaited = name === "json-rules-engine";
  return { ours: over(requests, ours), theirs: (awaited ? awaitedOver : over)(some, theirs) };
}

/** How often a decision of ours should fit into one of an engine's. */
const leastRatio = { 5: 1, 100: 1, 10_000: 300 };

export default {
  title: "Policy engines on the same rules",
  about: `\`evaluateSend\` under \`2026-11\`, with its reason and its rule, compared with engines that say only yes or no. Out of ten rules,
eight name a prefix of the key, and two a channel and a chat type; seven deny. CASL gets the encoding that suits it best: the
channel as subject, the chat type as action, and functions for prefixes. Each answer is compared with that of a plain scan.`,
  columns: besideColumns("the other"),
  cases: [5, 100, 10_000].flatMap((count) =>
    engineNames.map((name) =>
      pair(`${written(count, "count")} rules: ${name}`, () => deciding(name, count), {
        atLeast: name === "a plain scan" ? 1 : leastRatio[count],
        atMostNs: count === 10_000 ? 1000 : undefined,
        rounds: count > 1000 ? 5 : 15,
        warmUps: count > 1000 ? 1 : 2,
      }),
    ),
  ),
};
