// The release knows only the zone of its host.
process.env.TZ = "Europe/Berlin";

import { evaluateReset, parsePolicy } from "../dist/index.js";
import { over } from "./measure.mjs";
import { assertEqual, reportHeading, reportPair } from "./report.mjs";
import { upstreamFunctions, upstreamVersion } from "./upstream.mjs";

const upstream = await upstreamFunctions(
  "resolveSessionResetType",
  "resolveChannelResetConfig",
  "resolveSessionResetPolicy",
  "evaluateSessionFreshness",
);

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 3, 2, 30);

const keys = [
  { key: "agent:main:main", channel: "telegram" },
  { key: "agent:main:telegram:direct:123456789", channel: "telegram" },
  { key: "agent:main:discord:channel:1234567890", channel: "discord" },
  { key: "agent:main:slack:channel:c0123:thread:1772442000.000200", channel: "slack" },
];

/** Sessions of one busy day, and of instants all over a year. */
function questions(spanMs) {
  return Array.from({ length: 512 }, (_, index) => {
    const now = start + Math.floor((index / 512) * spanMs);
    return {
      now,
      target: keys[index % keys.length],
      times: {
        sessionStartedAt: now - ((index * 37) % 30) * hour,
        lastInteractionAt: now - ((index * 17) % 90) * minute,
        updatedAt: now - ((index * 7) % 60) * minute,
      },
    };
  });
}

const configs = {
  daily: { reset: { mode: "daily", atHour: 4 } },
  "daily or idle": {
    reset: { mode: "daily", atHour: 4, idleMinutes: 60 },
    resetByType: { group: { mode: "idle", idleMinutes: 30 }, thread: { mode: "daily", atHour: 6 } },
    resetByChannel: { discord: { mode: "idle", idleMinutes: 15 } },
  },
};

function upstreamDecision(sessionCfg, { times, target, now }) {
  const resetType = upstream.resolveSessionResetType({ sessionKey: target.key });
  const resetOverride = upstream.resolveChannelResetConfig({ sessionCfg, channel: target.channel });
  const policy = upstream.resolveSessionResetPolicy({ sessionCfg, resetType, resetOverride });
  return upstream.evaluateSessionFreshness({ ...times, now, policy });
}

function comparable({ fresh, dailyResetAt = null, idleExpiresAt = null, reason, staleReason = reason }) {
  return [fresh, dailyResetAt, idleExpiresAt, fresh ? null : staleReason];
}

reportHeading("keyscope", `openclaw ${upstreamVersion}`);
for (const [name, session] of Object.entries(configs)) {
  const policy = parsePolicy(
    { session },
    { edition: `openclaw@${upstreamVersion}`, timeZone: process.env.TZ },
  );
  for (const [span, spanMs] of Object.entries({ "one day": 24 * hour, "one year": 365 * 24 * hour })) {
    const inputs = questions(spanMs);
    const ours = ({ times, target, now }) => evaluateReset(times, target, policy, now);
    for (const input of inputs)
      assertEqual(
        `freshness, ${name}, ${JSON.stringify(input)}`,
        comparable(ours(input)),
        comparable(upstreamDecision(session, input)),
      );
    reportPair(`freshness from the key: ${name}, ${span}`, {
      ours: over(inputs, ours),
      theirs: over(inputs, (input) => upstreamDecision(session, input)),
      target: 2,
    });
    // The release's policy and type are given to it; ours are told the kind of chat alone.
    const known = inputs.map((input) => ({
      ...input,
      target: { ...input.target, chatType: "direct", key: "agent:main:main" },
    }));
    const resetPolicy = upstream.resolveSessionResetPolicy({ sessionCfg: session, resetType: "direct" });
    const direct = { key: "agent:main:main", chatType: "direct" };
    reportPair(`freshness of a direct chat alone: ${name}, ${span}`, {
      ours: over(known, ({ times, now }) => evaluateReset(times, direct, policy, now)),
      theirs: over(known, ({ times, now }) =>
        upstream.evaluateSessionFreshness({ ...times, now, policy: resetPolicy }),
      ),
      target: 2,
    });
  }
}
