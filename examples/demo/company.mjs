import { evaluateAccess, evaluateCommand, explain, parsePolicy, resolveTaskSession } from "keyscope";

/** A company's rooms, who commands its bot, and a heartbeat that keeps to itself. */
const policy = parsePolicy(
  {
    agents: { list: [{ id: "main", default: true, heartbeat: { isolatedSession: true } }] },
    commands: { ownerAllowFrom: ["slack:U1"] },
    channels: {
      discord: {
        groupPolicy: "allowlist",
        guilds: { 900: { roles: ["55"], channels: { 30: { requireMention: false } } } },
      },
      slack: { groupPolicy: "allowlist", channels: { C1: { users: ["U1"] } } },
    },
  },
  { edition: "2026-11" },
);

const discord = {
  channel: "discord",
  chatType: "channel",
  guild: "900",
  peer: "30",
  sender: "7",
  mentioned: false,
};
const slack = { channel: "slack", chatType: "channel", peer: "C1", mentioned: true };
const beat = resolveTaskSession({ kind: "heartbeat", agentId: "main" }, policy);

/** What is asked, and the answer in words. */
export const company = [
  ["Discord, a room, role 55", explain(evaluateAccess({ ...discord, roles: ["55"] }, policy))],
  ["Discord, a room, no role", explain(evaluateAccess({ ...discord, roles: [] }, policy))],
  ["Slack, a room, U1 writes", explain(evaluateAccess({ ...slack, sender: "U1" }, policy))],
  ["Slack, U2 writes /model", explain(evaluateCommand({ ...slack, sender: "U2", admitted: true }, policy))],
  ["main, a heartbeat", `It has a session of its own: ${beat.isolatedKey}`],
];
