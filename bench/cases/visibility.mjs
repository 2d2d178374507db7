import { evaluateVisibility, parsePolicy, visibleSessions } from "../../dist/index.js";
import { over } from "../measure.mjs";
import { assertAgree, assertEqual, besideColumns, pair } from "../pair.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";

const requesterKey = "agent:main:telegram:direct:7";

/** Sessions of the requester's agent and of others, spawned by it or by nobody. */
const rows = Array.from({ length: 10_000 }, (_, index) => ({
  key: [
    `agent:main:telegram:direct:${index}`,
    `agent:main:subagent:${index}`,
    `agent:work:slack:channel:c${index}`,
    `agent:work:subagent:${index}`,
    `agent:agent-${index}:main`,
  ][index % 5],
  ...(index % 4 === 1 && { spawnedBy: requesterKey }),
}));

/** A release's guard is made once for each requester; the config is the same. */
async function bothSides(visibility) {
  const { createSessionVisibilityRowChecker, createAgentToAgentPolicy } = await upstreamFunctions(
    "createSessionVisibilityRowChecker",
    "createAgentToAgentPolicy",
  );
  const config = {
    tools: { sessions: { visibility }, agentToAgent: { enabled: true, allow: ["main", "work*"] } },
  };
  const policy = parsePolicy(config, { edition: `openclaw@${release}` });
  const guardFor = (action) =>
    createSessionVisibilityRowChecker({
      action,
      requesterSessionKey: requesterKey,
      requesterAgentId: "main",
      visibility,
      a2aPolicy: createAgentToAgentPolicy(config),
    });
  return { policy, guardFor };
}

async function checking(visibility) {
  const { policy, guardFor } = await bothSides(visibility);
  const guard = guardFor("history");
  const requester = { key: requesterKey, agentId: "main" };
  const ours = (target) => evaluateVisibility({ action: "history", requester, target }, policy);
  const theirs = (row) => guard.check(row);
  const asked = rows.slice(0, 1000);
  assertAgree(
    "visibility",
    asked,
    (row) => ours(row).allowed,
    (row) => theirs(row).allowed,
  );
  return { ours: over(asked, ours), theirs: over(asked, theirs) };
}

async function listing(visibility) {
  const { policy, guardFor } = await bothSides(visibility);
  const requester = { key: requesterKey, agentId: "main" };
  const ours = () => [...visibleSessions(requester, rows, policy)];
  const theirs = () => {
    const guard = guardFor("list");
    return rows.filter((row) => guard.check(row).allowed);
  };
  assertEqual("visible sessions", ours(), theirs());
  return { ours: { work: ours, count: rows.length }, theirs: { work: theirs, count: rows.length } };
}

export default {
  title: "May one session see another?",
  about: `\`evaluateVisibility\` compared with the release's \`createSessionVisibilityRowChecker\`, which is created beforehand for one
requester and one action; and \`visibleSessions\` for 10 000 sessions, in time per session.`,
  columns: besideColumns("OpenClaw"),
  cases: ["tree", "all"].flatMap((visibility) => [
    pair(`one session, \`${visibility}\``, () => checking(visibility), { atLeast: 1 }),
    pair(`10 000 sessions, \`${visibility}\``, () => listing(visibility), { atLeast: 1, warmUps: 10 }),
  ]),
};
