import { isObject } from "../is-object.ts";
import { formatPath } from "../path.ts";
import { change } from "./change.ts";
import {
  append,
  drop,
  property,
  put,
  valueAt,
  type LoadDraft,
  type PropertyPath,
  type Tree,
} from "./draft.ts";
import { channelNames } from "./places.ts";
import { markedAgents, writtenAgents, type WrittenAgent } from "./roster.ts";
import type { Circumstances, LoadStep } from "./step.ts";
import { lowerCase } from "../../edition/lower-case.ts";

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** The name of a channel as bindings are compared. */
function channelId(name: unknown): string {
  return lowerCase(textOf(name));
}

/** The channel that a binding claims as a whole: every account of it, and nothing else asked; undefined for any other. */
function wholeChannel(binding: unknown): string | undefined {
  const match = property(binding, "match");
  if (!isObject(match) || property(binding, "type") === "acp") return undefined;
  const roles = match["roles"];
  const asksMore =
    match["peer"] !== undefined ||
    textOf(match["guildId"]) !== "" ||
    textOf(match["teamId"]) !== "" ||
    (Array.isArray(roles) && roles.length > 0);
  return textOf(match["accountId"]) === "*" && !asksMore ? channelId(match["channel"]) : undefined;
}

/** The channels that a config has and does not switch off. */
function configuredChannels(config: Tree): readonly string[] {
  return channelNames(config)
    .filter((name) => valueAt(config, ["channels", name, "enabled"]) !== false)
    .map(channelId);
}

/** The variables of the environment by which a channel is configured without a section in the config. */
const channelsOfVariables: ReadonlyMap<string, string> = new Map([["TELEGRAM_BOT_TOKEN", "telegram"]]);

/** The channels that are configured outside the config, unless the config switches them off. */
function outsideChannels(config: Tree, { env, channels }: Circumstances): readonly string[] {
  const variables = [...channelsOfVariables].filter(([variable]) => textOf(env[variable]) !== "");
  const off = new Set(
    channelNames(config)
      .filter((name) => valueAt(config, ["channels", name, "enabled"]) === false)
      .map(channelId),
  );
  return [...variables.map(([, channel]) => channel), ...channels.map(channelId)].filter(
    (id) => !off.has(id),
  );
}

/** Binds channels that no binding claims as a whole, in the order of the alphabet. */
function bind(draft: LoadDraft, owner: WrittenAgent, channels: readonly string[]): void {
  const written = valueAt(draft.config, ["bindings"]);
  if (written !== undefined && !Array.isArray(written)) return;
  const bindings = (written ?? []) as readonly unknown[];
  const claimed = new Set(bindings.map(wholeChannel));
  const unclaimed = [...new Set(channels)].filter((id) => id !== "" && !claimed.has(id)).sort();
  const added = unclaimed.map((channel) =>
    Object.freeze({ agentId: owner.id, match: Object.freeze({ channel, accountId: "*" }) }),
  );
  if (added.length === 0) return;
  append(draft, ["bindings"], added);
  for (const [position, value] of added.entries()) {
    const path = ["bindings", bindings.length + position];
    const from = [...owner.path, "default"];
    const sentence = `The loader binds ${value.match.channel} to the agent ${JSON.stringify(owner.id)}, because \`${formatPath(from)}\` marks it as the default one: its messages now belong to a binding.`;
    draft.changes.push(change("channel-bound", path, { from, value, sentence }));
  }
}

/** The roles that go to the default agent, where nobody has them. */
const roles: readonly {
  readonly path: PropertyPath;
  readonly isFree: (config: Tree, owner: WrittenAgent) => boolean;
}[] = [
  {
    path: ["agents", "defaults", "heartbeat"],
    isFree: (config) =>
      valueAt(config, ["agents", "defaults", "heartbeat"]) === undefined &&
      !writtenAgents(config).some(({ config: { heartbeat } }) => Boolean(heartbeat)),
  },
  { path: ["agents", "defaults", "systemAgent"], isFree: () => true },
  { path: ["agents", "defaults", "authInheritance"], isFree: (_, { id }) => id !== "main" },
  {
    path: ["agents", "defaults", "sessionStore"],
    isFree: (config) => {
      const store = textOf(valueAt(config, ["session", "store"]));
      return store !== "" && !store.includes("{agentId}");
    },
  },
  { path: ["talk"], isFree: () => true },
];

function giveRoles(draft: LoadDraft, owner: WrittenAgent): void {
  const before = draft.config;
  for (const { path, isFree } of roles) {
    const written = valueAt(before, path);
    const isNobodys = written === undefined || (isObject(written) && !Object.hasOwn(written, "agentId"));
    if (!isNobodys || !isFree(before, owner)) continue;
    const target = [...path, "agentId"];
    put(draft, target, owner.id);
    const from = [...owner.path, "default"];
    const sentence = `The loader gives \`${formatPath(target)}\` to the agent ${JSON.stringify(owner.id)}, because \`${formatPath(from)}\` marks it as the default one.`;
    draft.changes.push(change("role-given", target, { from, value: owner.id, sentence }));
  }
}

function removeMarks(draft: LoadDraft, agents: readonly WrittenAgent[]): void {
  for (const { path, config } of agents) {
    if (!Object.hasOwn(config, "default")) continue;
    const mark = [...path, "default"];
    const isMarked = config["default"] === true;
    drop(draft, mark);
    if (!isMarked) continue;
    const sentence = `The loader removes the mark \`${formatPath(mark)}\`.`;
    draft.changes.push(change("default-mark-removed", mark, { from: mark, sentence }));
  }
}

/**
 * Makes the mark of the default agent a binding for every channel, and gives it the roles that nobody has.
 * With one agent the mark goes, and that is all.
 */
export const bindDefaultAgent: LoadStep = (draft, circumstances) => {
  if (!circumstances.behaviours.has("default-agent-bound") || draft.issues.length > 0) return;
  if (valueAt(draft.config, ["agents", "ownership"]) === "explicit") return;
  const agents = writtenAgents(draft.config);
  const marked = markedAgents(agents);
  const [owner] = marked;
  if (owner === undefined || marked.length > 1) return;
  if (agents.length > 1) {
    const config = draft.config;
    bind(draft, owner, configuredChannels(config));
    giveRoles(draft, owner);
    bind(draft, owner, outsideChannels(config, circumstances));
    draft.defaultAgentId = owner.id;
  }
  if (draft.decidesOnly !== true) removeMarks(draft, agents);
};
