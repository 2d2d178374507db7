import { repairs } from "../../edition/repairs.ts";
import { isObject } from "../is-object.ts";
import { append, drop, objectAt, put, valueAt, type LoadDraft, type Tree } from "../loaded/draft.ts";
import { channelNames } from "../loaded/places.ts";
import { agentId, markedAgents, writtenAgents, type WrittenAgent } from "../loaded/roster.ts";
import { formatPath } from "../path.ts";
import { upgraded, type UpgradeChange } from "./change.ts";
import type { UpgradeStep, Way } from "./way.ts";

/** A list of agents, each with an id that no other has; what is no agent is left out. */
function* withIds(
  list: readonly unknown[],
): Generator<{ readonly id: string; readonly index: number; readonly agent: Tree }> {
  const taken = new Set<string>();
  for (const [index, agent] of list.entries()) {
    if (!isObject(agent)) continue;
    const written = typeof agent["id"] === "string" && agent["id"].trim() !== "" ? agent["id"] : "agent";
    const wanted = agentId(written);
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
    taken.add(id);
    yield { id, index, agent };
  }
}

/** Writes the list of agents as agents by name. */
function* keyRoster(draft: LoadDraft): Generator<UpgradeChange> {
  const source = ["agents", "list"];
  const list = valueAt(draft.config, source);
  if (!Array.isArray(list)) return;
  const release = repairs["roster-keyed"];
  drop(draft, source);
  if (objectAt(draft.config, ["agents", "entries"]) !== undefined) {
    yield upgraded("setting-left-out", source, {
      from: source,
      release,
      effect: "loses",
      sentence: "`agents.list` is left out, because `agents.entries` is written, too.",
    });
    return;
  }
  const target = ["agents", "entries"];
  put(draft, target, {});
  yield upgraded("roster-keyed", target, {
    from: source,
    release,
    sentence: "The agents of `agents.list` stand in `agents.entries`, by their ids.",
  });
  for (const [index, agent] of (list as unknown[]).entries())
    if (!isObject(agent))
      yield upgraded("setting-left-out", [...source, index], {
        from: [...source, index],
        release,
        effect: "loses",
        sentence: `\`${formatPath([...source, index])}\` is left out, because it is no agent.`,
      });
  for (const { id, index, agent } of withIds(list)) {
    const from = [...source, index, "id"];
    put(draft, [...target, id], agent);
    if (Object.hasOwn(agent, "id")) drop(draft, [...target, id, "id"]);
    if (agent["id"] === id) continue;
    // An id that is only spelled otherwise is the same agent's in every release.
    const isSame = typeof agent["id"] === "string" && agentId(agent["id"]) === id;
    yield upgraded("agent-renamed", [...target, id], {
      from,
      value: id,
      release,
      effect: isSame ? "lossless" : "reaches",
      sentence: isSame
        ? `The agent of \`${formatPath(from)}\` is spelled "${id}".`
        : `The agent of \`${formatPath(from)}\` is called "${id}", because its id is missing or another's; its sessions start over.`,
    });
  }
}

function isUnmarked(agents: readonly WrittenAgent[]): boolean {
  return agents.length > 1 && agents.every(({ config }) => config["default"] !== true);
}

/** Keeps the workspace of the agent that was the first one, which depends on its being the default one. */
function* pinWorkspace(
  draft: LoadDraft,
  [first]: readonly WrittenAgent[],
  { home }: Way,
): Generator<UpgradeChange> {
  const written = first?.config["workspace"];
  if (first === undefined || (typeof written === "string" && written.trim() !== "")) return;
  const common = valueAt(draft.config, ["agents", "defaults", "workspace"]);
  const value = typeof common === "string" && common.trim() !== "" ? common : `${home}/.openclaw/workspace`;
  const path = [...first.path, "workspace"];
  put(draft, path, value);
  yield upgraded("workspace-written", path, {
    value,
    release: repairs["workspace-written"],
    sentence: `The workspace of the agent "${first.id}" is written down: it was the first one, and other agents have one each.`,
  });
}

/** Gives what happens without a message, and the heartbeat, to the agent that had them. */
function* giveRoles(draft: LoadDraft, agents: readonly WrittenAgent[]): Generator<UpgradeChange> {
  const marked = markedAgents(agents);
  const isExplicit = valueAt(draft.config, ["agents", "ownership"]) === "explicit";
  if (agents.length < 2 || marked.length > 1 || (marked.length === 1 && !isExplicit)) return;
  const owner = marked[0] ?? agents.find(({ id }) => id === "main");
  const system = ["agents", "defaults", "systemAgent"];
  const said = valueAt(draft.config, system);
  if (owner === undefined || (said !== undefined && (!isObject(said) || said["agentId"] !== undefined)))
    return;
  const heartbeat = ["agents", "defaults", "heartbeat"];
  const isFree =
    valueAt(draft.config, heartbeat) === undefined &&
    !agents.some(({ config }) => Boolean(config["heartbeat"]));
  for (const role of [system, ...(isFree ? [heartbeat] : [])]) {
    const path = [...role, "agentId"];
    put(draft, path, owner.id);
    yield upgraded("role-given", path, {
      value: owner.id,
      release: repairs["system-agent-named"],
      sentence: `\`${formatPath(path)}\` is the agent "${owner.id}", which had that without being named.`,
    });
  }
}

/** The bots that a config has, by channel. */
function* botsIn(config: Tree): Generator<{ readonly channel: string; readonly accountId: string }> {
  for (const channel of channelNames(config)) {
    const section = objectAt(config, ["channels", channel]);
    if (section === undefined || section["enabled"] === false) continue;
    const accounts = section["accounts"];
    const names = isObject(accounts) ? Object.keys(accounts) : [];
    for (const accountId of names.length > 0 ? names : ["default"]) yield { channel, accountId };
  }
}

/** Whether a binding claims one bot, and asks nothing else of its messages. */
function claims(binding: unknown, { channel, accountId }: { channel: string; accountId: string }): boolean {
  const match = isObject(binding) ? binding["match"] : undefined;
  if (!isObject(match) || match["channel"] !== channel) return false;
  const names = Object.keys(match).filter((name) => match[name] !== undefined);
  const isWhole = names.every((name) => name === "channel" || name === "accountId");
  return isWhole && (match["accountId"] === "*" || (match["accountId"] ?? "default") === accountId);
}

/**
 * Whether a binding lets direct messages fall into the main session: those of a named bot of Telegram that no binding claimed
 * had sessions of their own.
 */
function joinsMain(config: Tree, { channel, accountId }: { channel: string; accountId: string }): boolean {
  const scope = valueAt(config, ["session", "dmScope"]) ?? "main";
  return channel === "telegram" && accountId !== "default" && scope === "main";
}

/** Binds every bot to the agent that answered it as the first one. */
function* bindBots(draft: LoadDraft, [first]: readonly WrittenAgent[]): Generator<UpgradeChange> {
  const written = valueAt(draft.config, ["bindings"]) ?? [];
  if (first === undefined || !Array.isArray(written)) return;
  for (const match of botsIn(draft.config)) {
    if ((written as unknown[]).some((binding) => claims(binding, match))) continue;
    const length = (valueAt(draft.config, ["bindings"]) as readonly unknown[] | undefined)?.length ?? 0;
    const value = { agentId: first.id, match };
    append(draft, ["bindings"], [value]);
    const joins = joinsMain(draft.config, match);
    const more = joins
      ? "its direct messages share the main session then, unless `session.dmScope` keeps them apart"
      : "a channel that is added later needs a binding of its own";
    yield upgraded("binding-added", ["bindings", length], {
      value,
      release: repairs["bots-bound"],
      effect: joins ? "reaches" : "lossless",
      sentence: `The agent "${first.id}" goes on answering ${match.channel} (${match.accountId}), as the first one; ${more}.`,
    });
  }
}

/**
 * Writes the agents as the releases from 2026.8.1 on have them, and what followed from their order, which says nothing there.
 * Which of several answers, the releases from 2026.9.4 on take from what is written, and those before do not guess.
 */
export const upgradeRoster: UpgradeStep = function* (draft, way) {
  if (!way.behaviours.has("default-agent-bound")) return;
  const wasList = Array.isArray(valueAt(draft.config, ["agents", "list"]));
  const wasOwned = valueAt(draft.config, ["agents", "ownership"]) !== undefined;
  yield* keyRoster(draft);
  const agents = writtenAgents(draft.config);
  const isUnowned = isUnmarked(agents) && !wasOwned;
  // The order of names tells nothing, so that only of a list the first is the first.
  if (isUnowned && wasList && way.repairs("workspace-written")) yield* pinWorkspace(draft, agents, way);
  if (way.repairs("system-agent-named")) yield* giveRoles(draft, agents);
  if (!isUnowned || !way.behaviours.has("unowned-rosters-repaired")) return;
  const path = ["agents", "ownership"];
  put(draft, path, "explicit");
  const isBound = wasList && way.repairs("bots-bound");
  yield upgraded("ownership-written", path, {
    value: "explicit",
    release: repairs["ownership-written"],
    effect: isBound ? "lossless" : "reaches",
    sentence: isBound
      ? "No agent is the default one any more; each answers what a binding gives it."
      : "No agent is the default one any more: what no binding claims, no agent answers, or the one that is `agents.defaults.systemAgent`.",
  });
  if (isBound) yield* bindBots(draft, agents);
};
