import { isListed } from "./read-lists.ts";
import { patternsOf, type Steps } from "./patterns.ts";

/** The host keeps these beside its config. */
const approvalsFile = "exec-approvals.json";

/** The jobs that are asked for in chats and by the command; a release that keeps them in a file has a setting for it. */
const jobsFile = "cron/jobs.json";

/**
 * Where what is written at a place belongs: other releases have it there, or people look for it here. Of several places
 * the first one that the release knows is told; `$channel` stands for the channel, `$key` for the key.
 */
const table: readonly (readonly [patterns: string, places: string])[] = [
  [
    "{telegram,discord,slack,whatsapp,signal,imessage,googlechat,msteams,matrix,irc,line,mattermost,feishu,nostr,twitch,zalo,zalouser}",
    "channels.$key",
  ],
  ["identity", "agents.entries.*.identity agents.list[].identity"],
  ["routing", "bindings"],
  ["sandbox", "agents.defaults.sandbox"],
  ["exec", "tools.exec"],
  ["session.idleMinutes", "session.reset.idleMinutes"],
  ["session.maintenance.pruneDays", "session.maintenance.pruneAfter"],
  ["session.{pruneAfter,maxEntries,maxDiskBytes}", "session.maintenance.$key"],
  ["session.{timezone,timeZone}", "agents.defaults.userTimezone"],
  ["session.dailyReset", "session.reset.atHour"],
  ["session.send", "session.sendPolicy"],
  ["channel:matrix.dmPolicy", "channels.matrix.dm.policy"],
  ["channel:matrix.allowFrom", "channels.matrix.dm.allowFrom"],
  [
    "channel:discord.dmPolicy channel:slack.dmPolicy channel:googlechat.dmPolicy",
    "channels.$channel.dm.policy",
  ],
  [
    "channel:discord.allowFrom channel:slack.allowFrom channel:googlechat.allowFrom",
    "channels.$channel.dm.allowFrom",
  ],
  ["channel.dm.policy", "channels.$channel.dmPolicy"],
  ["channel.dm.allowFrom", "channels.$channel.allowFrom"],
  ["channel.{dm,pairing,dmAccess}", "channels.$channel.dmPolicy channels.$channel.dm.policy"],
  ["channels.discord.{groups,channels,rooms}", "channels.discord.guilds"],
  ["channels.slack.{groups,guilds,rooms}", "channels.slack.channels"],
  ["channels.msteams.{groups,guilds,rooms,channels}", "channels.msteams.teams"],
  ["channel.{rooms,guilds,teams,channels}", "channels.$channel.groups"],
  ["channel.requireMention", "channels.$channel.groups.*.requireMention"],
  [
    "channels.defaults.dmPolicy channels.defaults.allowFrom channels.defaults.requireMention",
    "channels.telegram.$key",
  ],
  ["channels.slack.channels.*.allow", "channels.slack.channels.*.enabled"],
  ["channels.discord.guilds.*.channels.*.allow", "channels.discord.guilds.*.channels.*.enabled"],
  ["channels.matrix.{groups,rooms}.*.allow", "channels.matrix.groups.*.enabled"],
  [
    "agents.defaults.memorySearch.scope agents.list[].memorySearch.scope agents.entries.*.memorySearch.scope",
    "memory.qmd.scope",
  ],
  ["agents.defaults.memorySearch", "memory.search"],
  ["agents.list[].memorySearch agents.entries.*.memorySearch", "agents.entries.*.memory.search"],
  ["agents.defaults.memory", "memory.search"],
  ["agent.sandbox.perSession", "agents.defaults.sandbox.scope"],
  ["agent.sandbox.enabled", "agents.defaults.sandbox.mode"],
  ["agent.sandbox.network", "agents.defaults.sandbox.docker.network"],
  ["agent.sandbox.tools", "tools.sandbox.tools"],
  ["agent.sendPolicy", "session.sendPolicy"],
  ["agent.requireMention", "channels.telegram.groups.*.requireMention"],
  ["agents.list[].elevatedDefault agents.entries.*.elevatedDefault", "agents.defaults.elevatedDefault"],
  [
    "agents.list[].subagents.maxSpawnDepth agents.entries.*.subagents.maxSpawnDepth",
    "agents.defaults.subagents.maxSpawnDepth",
  ],
  ["agent.reset", "session.reset"],
  ["agents.default", "agents.entries.*.default agents.list[].default"],
  ["agents.entries", "agents.list"],
  ["agents.list[].session agents.entries.*.session", "session bindings[].session"],
  ["bindings[].agent", "bindings[].agentId"],
  ["gateway.nodes.denyCommands", "gateway.nodes.commands.deny"],
  ["gateway.nodes.allowCommands", "gateway.nodes.commands.allow"],
  ["gateway.token", "gateway.auth.token"],
  ["tools.message.allowCrossContextSend", "tools.message.crossContext.allowAcrossProviders"],
  ["tools.exec.{allowlist,askFallback,autoAllowSkills}", approvalsFile],
  ["tools.exec.approvals", approvalsFile],
  ["tools.elevated.default", "agents.defaults.elevatedDefault"],
  ["tools.sendPolicy", "session.sendPolicy"],
  ["messages.groupChat.requireMention", "channels.telegram.groups.*.requireMention"],
  ["hooks.sessionKey", "hooks.defaultSessionKey"],
  ["cron.sessionTarget", "cron.sessionRetention"],
  ["cron.jobs", jobsFile],
  ["memory.scope", "memory.qmd.scope"],
];

const moved = patternsOf(table.map(([patterns, places]) => [patterns, places.split(" ")]));

/** Where what is written at a place belongs, if one of those places is known at a time. */
export function movedTo(path: Steps, time: number): string | undefined {
  const found = moved.find(path);
  if (found?.depth !== path.length) return undefined;
  const places = found.row.map((place) =>
    place.replace("$channel", String(path[1])).replace("$key", String(path.at(-1))),
  );
  return places.find((place) => {
    if (place === approvalsFile) return true;
    return isListed(place === jobsFile ? ["cron", "store"] : place.replaceAll("[]", ".[]").split("."), time);
  });
}
