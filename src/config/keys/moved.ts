import { olderKeys, type OlderKey } from "../older-keys.ts";
import { formatPath } from "../path.ts";
import { patternsOf, type Patterns, type Steps } from "../patterns.ts";
import { isObject } from "../is-object.ts";
import { isListed } from "./read-lists.ts";

/** The host keeps these beside its config. */
const approvalsFile = "exec-approvals.json";

/** The jobs that are asked for in chats and by the command; a release that keeps them in a file has a setting for it. */
const jobsFile = "cron/jobs.json";

/**
 * Where what is written at a place belongs that no release had there, and that people look for there. Of several places
 * the first one that the release knows is told; `$channel` stands for the channel, `$key` for the key. What releases
 * left behind, `older-keys.ts` lists.
 */
const table: readonly (readonly [patterns: string, places: string, decidesNothing?: true])[] = [
  [
    "channel:telegram.streamMode channel:discord.streamMode channel:slack.streamMode",
    "channels.$channel.streaming.mode channels.$channel.streaming",
    true,
  ],
  ["env.*", "env.vars", true],
  ["{googlechat,matrix,irc,line,mattermost,feishu,nostr,twitch,zalo,zalouser}", "channels.$key"],
  ["identity", "agents.entries.*.identity agents.list[].identity"],
  ["routing", "bindings"],
  ["sandbox", "agents.defaults.sandbox"],
  ["exec", "tools.exec"],
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
  [
    "agents.defaults.memorySearch.scope agents.list[].memorySearch.scope agents.entries.*.memorySearch.scope",
    "memory.qmd.scope",
  ],
  ["agents.defaults.memory", "memory.search"],
  ["channel:signal.{httpUrl,httpHost,httpPort}", "channels.signal.transport"],
  ["audio", "tools.media.models"],
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

const guessed = patternsOf(
  table.map(([patterns, places, decidesNothing = false]) => [
    patterns,
    { places: places.split(" "), decides: !decidesNothing },
  ]),
);

let older: Patterns<readonly OlderKey[]> | undefined;

/** The rows about each older key, found by its place. */
function olderAt(): Patterns<readonly OlderKey[]> {
  const byPlace = new Map<string, OlderKey[]>();
  for (const row of olderKeys)
    for (const within of row.within.split(" ")) {
      const place = `${within}.${row.key}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
    }
  return patternsOf(byPlace);
}

/** A place as the lists of keys spell it. */
function listed(place: Steps): readonly string[] {
  return place.map((step) => (typeof step === "number" ? "[]" : step));
}

/** Where a setting that releases left behind stands now, of the places that a row names. */
export function placesNow({ key, now = "" }: OlderKey, path: Steps): readonly Steps[] {
  const owner = path.slice(0, path.length - key.split(".").length);
  return now
    .split(" ")
    .filter((place) => place !== "")
    .map((place) => (place.startsWith("/") ? place.slice(1).split(".") : [...owner, ...place.split(".")]));
}

/** A place of an agent as a release spells it that has agents by name. */
function withEntries(place: Steps, time: number): Steps {
  const [agents, list, , ...rest] = place;
  const isListGone = agents === "agents" && list === "list" && !isListed(["agents", "list"], time);
  return isListGone ? ["agents", "entries", "*", ...rest] : place;
}

/** Where a setting that releases left behind stands at a time, and whether it decides something. */
function leftBehind(path: Steps, time: number): Moved | undefined {
  older ??= olderAt();
  const found = older.find(path);
  if (found === undefined) return undefined;
  const [source, rest] = [path.slice(0, found.depth), path.slice(found.depth)];
  // Where a part of it stands elsewhere, most of it is told.
  const rows = found.row.toSorted((a, b) => Number(a.only !== undefined) - Number(b.only !== undefined));
  for (const row of rows)
    for (const now of placesNow(row, source)) {
      const place = withEntries([...now, ...rest], time);
      if (isListed(listed(place), time))
        return { place: formatPath(place), decides: row.decides === true, depth: found.depth };
    }
  return undefined;
}

/** Where what is written at a place belongs. */
interface Moved {
  readonly place: string;
  /** Whether it decides something here, so that an edition of ours does not pass over it. */
  readonly decides: boolean;
  /** How many steps lead to the row that says so. */
  readonly depth: number;
}

/** Where what is written at a place belongs, if one of those places is known at a time. */
export function movedTo(path: Steps, time: number): Moved | undefined {
  const left = leftBehind(path, time);
  if (left !== undefined) return left;
  const found = guessed.find(path);
  if (found?.depth !== path.length) return undefined;
  const places = found.row.places.map((place) =>
    place.replace("$channel", String(path[1])).replace("$key", String(path.at(-1))),
  );
  const place = places.find((each) => {
    if (each === approvalsFile) return true;
    return isListed(each === jobsFile ? ["cron", "store"] : each.replaceAll("[]", ".[]").split("."), time);
  });
  return place === undefined ? undefined : { place, decides: found.row.decides, depth: path.length };
}

/** What stands within a place and has a place of its own now. */
function movedWithin(path: Steps, value: unknown, time: number): readonly Moved[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = [...path, name];
    const moved = leftBehind(at, time);
    const deeper = movedWithin(at, inner, time).filter(
      ({ depth }) => depth > at.length || moved === undefined,
    );
    return deeper.length > 0 || moved === undefined ? deeper : [moved];
  });
}

/** What to write in place of what stands at a place, if that is known at a time; of a section the first places. */
export function hintOfMoved(path: Steps, value: unknown, time: number): string | undefined {
  const within = movedWithin(path, value, time);
  const moved = movedTo(path, time);
  // What parted says more than what went together.
  if (!within.some(({ depth }) => depth > path.length)) return moved && movedHint(moved.place);
  return `write \`${[...new Set(within.map(({ place }) => place))].slice(0, 3).join("`, `")}\``;
}

/** What to write in place of what belongs elsewhere. */
export function movedHint(place: string): string {
  return place.endsWith(".json") ? `the host keeps it in ${place}` : `write \`${place}\``;
}
