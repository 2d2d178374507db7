import { parsePolicy, planMaintenance } from "../dist/index.js";
import { assertEqual, reportHeading, reportPair } from "./report.mjs";
import { upstreamFunctions, upstreamVersion } from "./upstream.mjs";

const sessions = 100_000;
const now = Date.now();
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

const { pruneStaleEntries, capEntryCount } = await upstreamFunctions("pruneStaleEntries", "capEntryCount");
const maintenance = { archiveDashboardAfter: false };
const policy = parsePolicy({ session: { maintenance } }, { edition: `openclaw@${upstreamVersion}` });
const { pruneAfterMs, maxEntries } = planMaintenance([], policy, now).settings;

/** The release reads the clock; here it stands still, so that both sides decide about one instant. */
function atThatInstant(work) {
  const clock = Date.now;
  Date.now = () => now;
  try {
    return work();
  } finally {
    Date.now = clock;
  }
}

function upstreamPass(rows) {
  const steps = [];
  const note =
    (action) =>
    ({ key }) =>
      steps.push(`${action} ${key}`);
  const archived = { log: false, onArchived: note("archive") };
  atThatInstant(() => {
    pruneStaleEntries(rows, pruneAfterMs, { ...archived, onPruned: note("delete") });
    capEntryCount(rows, maxEntries, { ...archived, onRemoved: note("delete") });
  });
  return steps;
}

reportHeading("keyscope", `openclaw ${upstreamVersion}`);
for (const [kind, writers] of Object.entries(kinds)) {
  const rows = store(writers);
  const entries = Object.entries(rows).map(([key, row]) => ({ key, ...row }));
  const plan = () => planMaintenance(entries, policy, now, { force: true });
  assertEqual(
    `maintenance of ${kind}`,
    plan().steps.map(({ action, key }) => `${action} ${key}`),
    upstreamPass(copyOf(rows)),
  );
  reportPair(
    `plan maintenance of ${sessions} sessions, ${kind}`,
    {
      ours: { prepare: () => entries, work: plan },
      theirs: { prepare: () => copyOf(rows), work: upstreamPass },
      ...(kind === "mixed keys" && { target: 10 }),
    },
    { rounds: 15 },
  );
}
