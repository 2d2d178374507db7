/* What a host calls with every message, on the sessions of 512 people under one policy of ten settings or so. */
import {
  evaluateAccess,
  evaluateExec,
  evaluateMemorySearch,
  evaluateReset,
  evaluateSend,
  evaluateTool,
  evaluateVisibility,
  formatSessionKey,
  matchResetTrigger,
  parsePolicy,
  parseSessionKey,
  recordActivity,
  resolveSession,
} from "../dist/index.js";
import { links, listedPeople, people } from "./world.mjs";

const policy = parsePolicy(
  {
    agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
    bindings: [{ agentId: "ops", match: { channel: "slack", peer: { kind: "channel", id: "C7" } } }],
    session: {
      dmScope: "per-channel-peer",
      identityLinks: links(10),
      reset: { mode: "daily", atHour: 4, idleMinutes: 120 },
      sendPolicy: {
        default: "allow",
        rules: [
          { action: "deny", match: { channel: "discord", chatType: "group" } },
          { action: "deny", match: { keyPrefix: "cron:" } },
        ],
      },
    },
    channels: { slack: { dmPolicy: "allowlist", allowFrom: listedPeople(256) } },
    tools: { profile: "messaging", deny: ["exec"], sessions: { visibility: "tree" } },
  },
  { edition: "2026-11", timeZone: "Europe/Berlin" },
);

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 3, 12);

const messages = people.map((peer, index) => ({
  inbound: { channel: "slack", chatType: "direct", peer },
  key: `agent:main:slack:direct:${peer}`,
  parts: { kind: "direct", agentId: "main", channel: "slack", peer },
  times: {
    sessionStartedAt: now - ((index * 37) % 30) * hour,
    lastInteractionAt: now - ((index * 17) % 5) * hour,
    updatedAt: now - ((index * 17) % 5) * hour,
  },
}));
const placed = messages.map((message) => {
  const session = resolveSession(message.inbound, policy);
  return {
    ...message,
    session,
    sight: { action: "history", requester: session, target: message.key },
    use: { tool: "sessions_send", ...session },
  };
});

/** Each function, asked about one message. */
export const hotFunctions = {
  resolveSession: ({ inbound }) => resolveSession(inbound, policy),
  formatSessionKey: ({ parts }) => formatSessionKey(parts),
  parseSessionKey: ({ key }) => parseSessionKey(key),
  evaluateReset: ({ session, times }) => evaluateReset(times, session, policy, now),
  recordActivity: ({ times }) => recordActivity(times, { kind: "message", at: now }, policy),
  matchResetTrigger: () => matchResetTrigger("good morning", policy),
  evaluateSend: ({ session }) => evaluateSend(session, policy),
  evaluateMemorySearch: ({ session }) => evaluateMemorySearch(session, policy),
  evaluateVisibility: ({ sight }) => evaluateVisibility(sight, policy),
  evaluateAccess: ({ inbound }) => evaluateAccess(inbound, policy),
  evaluateTool: ({ use }) => evaluateTool(use, policy),
  evaluateExec: () => evaluateExec({ command: "git status" }, policy),
};

/** Whom they are asked about. */
export const hotInputs = placed;

const agents = new Map(people.map((peer) => [peer, "main"]));

/** The least work that such a function could do: one look-up in a map, and the concatenation of a key. */
export const leastWork = ({ inbound: { peer, channel } }) =>
  `agent:${agents.get(peer)}:${channel}:direct:${peer}`;
