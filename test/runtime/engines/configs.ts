import type { ConfigInput } from "keyscope";
import type { Draw } from "./draw.ts";

export const channels = ["telegram", "discord", "slack", "whatsapp", "matrix", "irc", "signal", "msteams"];
export const accounts = ["default", "work", "Work "];
export const agents = ["main", "ops", "other"];
export const ids = ["42", "7", "C1", "-1001234567890", "@Ann:hs.example", "+12025550123", "ann", "Ann"];
export const chatTypes = ["direct", "group", "channel"] as const;
export const tools = [
  "exec",
  "read",
  "write",
  "browser",
  "message",
  "sessions_list",
  "memory_search",
  "bash",
];

const scopes = ["main", "per-peer", "per-channel-peer", "per-account-channel-peer"] as const;
const actions = ["allow", "deny"] as const;
const patterns = [
  "@?keyscope",
  String.raw`\bbot\b`,
  "[İı]stanbul",
  "(?:hey )?Clawd",
  "ſ",
  "\u{16ebb}nna",
  "(",
];

function reset(draw: Draw) {
  const idleMinutes = 1 + draw.below(3000);
  return draw.one([
    { mode: "daily" as const, atHour: draw.below(24) },
    { mode: "daily" as const, atHour: draw.below(24), idleMinutes },
    { mode: "idle" as const, idleMinutes },
  ]);
}

function rules(draw: Draw) {
  const match = () => ({
    channel: draw.one(channels),
    ...(draw.chance(50) && { chatType: draw.one(chatTypes) }),
    ...(draw.chance(30) && { keyPrefix: draw.text(["telegram:", "discord:channel:", "agent:ops:"]) }),
  });
  return {
    default: draw.one(actions),
    rules: draw.some(4, () => ({ action: draw.one(actions), match: match() })),
  };
}

function door(draw: Draw) {
  return {
    dmPolicy: draw.one(["pairing", "allowlist", "disabled"] as const),
    allowFrom: ["42", ...draw.some(2, () => draw.text(ids))],
    groupPolicy: draw.one(["open", "allowlist", "disabled"] as const),
    groupAllowFrom: ["7", ...draw.some(2, () => draw.text(ids))],
  };
}

function toolLists(draw: Draw) {
  return {
    ...(draw.chance(40) && { profile: draw.one(["minimal", "coding", "messaging", "full"] as const) }),
    deny: ["tts", ...draw.some(2, () => draw.text([...tools, "group:fs", "web_*"]))],
  };
}

/** What an agent is called, and its sign. */
export function drawnIdentity(draw: Draw): { readonly name: string; readonly emoji: string } {
  return {
    name: draw.text(["Clawd", "🦞 Clawd", "Jürgen", "Clawd\u{1fac8}", "\u{16ea0}nna"]),
    emoji: draw.one(["🦞", "👩‍👩‍👧‍👦", "1️⃣"]),
  };
}

/** A config of everything that decides; a release may refuse it. */
export function drawnConfig(draw: Draw): ConfigInput {
  const exec = {
    security: draw.one(["deny", "allowlist", "full"] as const),
    ask: draw.one(["off", "on-miss", "always"] as const),
  };
  const agent = (id: string) => ({
    id,
    default: id === "main",
    identity: drawnIdentity(draw),
    ...(draw.chance(40) && {
      groupChat: { mentionPatterns: ["@?keyscope", ...draw.some(2, () => draw.one(patterns))] },
    }),
    ...(draw.chance(50) && { tools: toolLists(draw) }),
  });
  return {
    agents: {
      defaults: {
        sandbox: {
          mode: draw.one(["off", "non-main", "all"] as const),
          workspaceAccess: draw.one(["none", "ro", "rw"] as const),
        },
        memorySearch: { scope: rules(draw) },
      },
      list: agents.map(agent),
    },
    bindings: draw.some(3, () => ({
      agentId: draw.one(["main", "ops"]),
      match: {
        channel: draw.one(channels),
        ...(draw.chance(50) && { accountId: draw.one(["work", "*"]) }),
        ...(draw.chance(50) && {
          peer: { kind: draw.one(["group", "channel"] as const), id: draw.text(ids) },
        }),
      },
    })),
    session: {
      dmScope: draw.one(scopes),
      reset: reset(draw),
      resetByType: { group: reset(draw), thread: reset(draw) },
      sendPolicy: rules(draw),
      resetTriggers: ["/new", draw.text(["/reset", "Nochmal", "YENİ"])],
      ...(draw.chance(50) && { identityLinks: { ann: ["telegram:42", `irc:${draw.text(ids)}`] } }),
      ...(draw.chance(50) && { maintenance: { mode: "enforce", pruneAfter: "30d", maxEntries: 3 } as const }),
    },
    channels: { telegram: door(draw), whatsapp: door(draw), irc: door(draw) },
    tools: {
      ...toolLists(draw),
      exec,
      sessions: { visibility: draw.one(["self", "tree", "agent", "all"] as const) },
    },
    commands: { ownerAllowFrom: ["telegram:42", `irc:${draw.text(["ann", "Ann"])}`] },
    ...(draw.chance(40) && {
      messages: {
        groupChat: { mentionPatterns: ["keyscope|nna", ...draw.some(2, () => draw.one(patterns))] },
      },
    }),
  };
}
