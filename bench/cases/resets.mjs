import { evaluateReset, parsePolicy } from "../../dist/index.js";
import { over } from "../measure.mjs";
import { assertAgree, besideColumns, pair } from "../pair.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";

const timeZone = "Europe/Berlin";
const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 3, 2, 30);

const sessions = [
  { key: "agent:main:main", channel: "telegram" },
  { key: "agent:main:telegram:direct:123456789", channel: "telegram" },
  { key: "agent:main:discord:channel:1234567890", channel: "discord" },
  { key: "agent:main:slack:channel:c0123:thread:1772442000.000200", channel: "slack" },
];

const spans = { "one day": 24 * hour, "one year": 365 * 24 * hour };
const configs = {
  daily: { reset: { mode: "daily", atHour: 4 } },
  "daily or idle": {
    reset: { mode: "daily", atHour: 4, idleMinutes: 60 },
    resetByType: { group: { mode: "idle", idleMinutes: 30 }, thread: { mode: "daily", atHour: 6 } },
    resetByChannel: { discord: { mode: "idle", idleMinutes: 15 } },
  },
};

/** Sessions at instants spread over a span, of ages that look random and are not. */
function questions(spanMs) {
  return Array.from({ length: 512 }, (_, index) => {
    const now = start + Math.floor((index / 512) * spanMs);
    return {
      now,
      target: sessions[index % sessions.length],
      times: {
        sessionStartedAt: now - ((index * 37) % 30) * hour,
        lastInteractionAt: now - ((index * 17) % 90) * minute,
        updatedAt: now - ((index * 7) % 60) * minute,
      },
    };
  });
}

function comparable({ fresh, dailyResetAt = null, idleExpiresAt = null, reason, staleReason = reason }) {
  return [fresh, dailyResetAt, idleExpiresAt, fresh ? null : staleReason];
}

/** The release knows only the zone of its host. */
async function inHostZone() {
  process.env.TZ = timeZone;
  return upstreamFunctions(
    "resolveSessionResetType",
    "resolveChannelResetConfig",
    "resolveSessionResetPolicy",
    "evaluateSessionFreshness",
  );
}

function policyOf(session) {
  return parsePolicy({ session }, { edition: `openclaw@${release}`, timeZone });
}

/** The release is asked in the steps in which it asks itself. */
async function fromTheKey(session, spanMs) {
  const upstream = await inHostZone();
  const policy = policyOf(session);
  const asked = questions(spanMs);
  const ours = ({ times, target, now }) => evaluateReset(times, target, policy, now);
  const theirs = ({ times, target, now }) => {
    const resetType = upstream.resolveSessionResetType({ sessionKey: target.key });
    const resetOverride = upstream.resolveChannelResetConfig({
      sessionCfg: session,
      channel: target.channel,
    });
    const reset = upstream.resolveSessionResetPolicy({ sessionCfg: session, resetType, resetOverride });
    return upstream.evaluateSessionFreshness({ ...times, now, policy: reset });
  };
  assertAgree(
    "reset",
    asked,
    (question) => comparable(ours(question)),
    (question) => comparable(theirs(question)),
  );
  return { ours: over(asked, ours), theirs: over(asked, theirs) };
}

/** The release is handed what it found out before; keyscope is told the kind of chat. */
async function ofADirectChat(session, spanMs) {
  const { resolveSessionResetPolicy, evaluateSessionFreshness } = await inHostZone();
  const policy = policyOf(session);
  const asked = questions(spanMs);
  const direct = { key: "agent:main:main", chatType: "direct" };
  const reset = resolveSessionResetPolicy({ sessionCfg: session, resetType: "direct" });
  const ours = ({ times, now }) => evaluateReset(times, direct, policy, now);
  const theirs = ({ times, now }) => evaluateSessionFreshness({ ...times, now, policy: reset });
  assertAgree(
    "reset",
    asked,
    (question) => comparable(ours(question)),
    (question) => comparable(theirs(question)),
  );
  return { ours: over(asked, ours), theirs: over(asked, theirs) };
}

const askedAlike = Object.entries(configs).flatMap(([config, session]) =>
  Object.entries(spans).map(([span, spanMs]) => ({ title: `${config}, ${span}`, session, spanMs })),
);

export default {
  title: "Is a session still fresh?",
  about: `\`evaluateReset\` in ${timeZone} compared with the release on a host in that zone, at times spread over a day and over a year
with its clock changes. In the rows "from the key" the release first finds the type, the override and the policy, as it does in
use; in the rows "of a direct chat" it is given the policy, and keyscope the type.`,
  columns: besideColumns("OpenClaw"),
  cases: [
    ...askedAlike.map(({ title, session, spanMs }) =>
      pair(`from the key: ${title}`, () => fromTheKey(session, spanMs), { atLeast: 2 }),
    ),
    ...askedAlike.map(({ title, session, spanMs }) =>
      pair(`of a direct chat: ${title}`, () => ofADirectChat(session, spanMs), { atLeast: 2 }),
    ),
  ],
};
