import { parsePolicy, planMaintenance } from "../../dist/index.js";
import { atTime } from "../../scripts/record/calls/at-time.mjs";
import { assertEqual, besideColumns, pair } from "../pair.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";

const sessions = 100_000;
const now = Date.UTC(2026, 10, 3, 12);
const dayMs = 86_400_000;

const mixed = [
  (id) => `agent:main:telegram:direct:${id}`,
  (id) => `agent:main:subagent:${id}`,
  (id) => `agent:main:explicit:${id}`,
  (id) => `agent:main:discord:channel:${id}`,
  (id) => `agent:main:cron:job:run:${id}`,
  (id) => `agent:main:slack:channel:c1:thread:${id}`,
  (id) => `agent:main:webchat:user-${id}`,
  (id) => `agent:main:hook:${id}`,
];
const kinds = {
  "mixed keys": mixed,
  "explicit keys": [(id) => `agent:main:explicit:${id}`],
  "subagent keys": [(id) => `agent:main:subagent:${id}`],
};

/** Ages spread over 40 days in an order that looks random and is not. */
function store(writers) {
  return Object.fromEntries(
    Array.from({ length: sessions }, (_, index) => [
      writers[index % writers.length](index),
      {
        sessionId: `s${index}`,
        updatedAt: now - 60_000 - ((index * 7919) % 40_000) * (dayMs / 1000),
        lastInteractionAt: now - 60_000 - ((index * 104_729) % 50_000) * (dayMs / 1250),
      },
    ]),
  );
}

function copyOf(rows) {
  return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, { ...row }]));
}

async function tidying(writers) {
  const { pruneStaleEntries, capEntryCount } = await upstreamFunctions("pruneStaleEntries", "capEntryCount");
  const maintenance = { archiveDashboardAfter: false };
  const policy = parsePolicy({ session: { maintenance } }, { edition: `openclaw@${release}` });
  const { pruneAfterMs, maxEntries } = planMaintenance([], policy, now).settings;

  function upstreamPass(rows) {
    const steps = [];
    const note =
      (action) =>
      ({ key }) =>
        steps.push(`${action} ${key}`);
    const archived = { log: false, onArchived: note("archive") };
    atTime(now, () => {
      pruneStaleEntries(rows, pruneAfterMs, { ...archived, onPruned: note("delete") });
      capEntryCount(rows, maxEntries, { ...archived, onRemoved: note("delete") });
    });
    return steps;
  }

  const rows = store(writers);
  const entries = Object.entries(rows).map(([key, row]) => ({ key, ...row }));
  const plan = () => planMaintenance(entries, policy, now, { force: true });
  assertEqual(
    "maintenance",
    plan().steps.map(({ action, key }) => `${action} ${key}`),
    upstreamPass(copyOf(rows)),
  );
  return {
    ours: { work: plan, count: sessions },
    // The release changes the store that it is given.
    theirs: { prepare: () => copyOf(rows), work: upstreamPass, count: sessions },
  };
}

export default {
  title: "What may a store let go?",
  about: `\`planMaintenance\` for 100 000 sessions, compared with the release's two passes, in time per session. The steps and their order
have to agree.`,
  columns: besideColumns("OpenClaw"),
  cases: Object.entries(kinds).map(([kind, writers]) =>
    pair(kind, () => tidying(writers), { rounds: 10, ...(writers === mixed && { atLeast: 10 }) }),
  ),
};
