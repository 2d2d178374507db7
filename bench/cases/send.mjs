import { evaluateSend, parsePolicy } from "../../dist/index.js";
import { affordable, over } from "../measure.mjs";
import { assertAgree, besideColumns, pair } from "../pair.mjs";
import { workload } from "../rules.mjs";
import { written } from "../table.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";

async function sending(count, sessions) {
  const { resolveSendPolicy } = await upstreamFunctions("resolveSendPolicy");
  const { rules, requests } = workload(count, sessions);
  // The release knows no ids of rules.
  const cfg = {
    session: {
      sendPolicy: { default: "allow", rules: rules.map(({ action, match }) => ({ action, match })) },
    },
  };
  const policy = parsePolicy(cfg, { edition: `openclaw@${release}` });
  const ours = (request) => evaluateSend(request, policy);
  const theirs = ({ key, channel, chatType }) =>
    resolveSendPolicy({ cfg, sessionKey: key, channel, chatType });
  assertAgree(
    "send",
    requests.slice(0, 200),
    (request) => (ours(request).allowed ? "allow" : "deny"),
    theirs,
  );
  return { ours: over(requests, ours), theirs: over(await affordable(requests, theirs), theirs) };
}

export default {
  title: "May a session send?",
  about: `\`evaluateSend\` compared with the release's \`resolveSendPolicy\`, with the rules and the thousand sessions that the engines
below are asked about. The last rows ask only about sessions that have not been asked about lately.`,
  columns: besideColumns("OpenClaw"),
  cases: [
    ...[5, 100, 10_000].map((count) =>
      pair(`${written(count, "count")} rules`, () => sending(count, 1000), {
        atLeast: 1,
        rounds: count > 1000 ? 10 : 30,
      }),
    ),
    ...[5, 10_000].map((count) =>
      pair(`${written(count, "count")} rules, 50 000 sessions in turn`, () => sending(count, 50_000), {
        rounds: count > 1000 ? 10 : 30,
      }),
    ),
  ],
};
