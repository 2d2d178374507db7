import type { Behaviours } from "../../edition/edition.ts";
import { canonicalId } from "../canonical-id.ts";
import { isObject } from "../is-object.ts";
import type { Issue } from "../issue.ts";
import { formatPath } from "../path.ts";
import { change } from "./change.ts";
import { drop, objectAt, put, valueAt, type PropertyPath, type Tree } from "./draft.ts";
import type { LoadStep } from "./step.ts";

/** One agent as it is written, in whichever of the two ways. */
export interface WrittenAgent {
  /** The name in `agents.entries`, or the id in `agents.list`. */
  readonly name: string;
  readonly id: string;
  readonly path: PropertyPath;
  readonly config: Tree;
}

/** An agent's name as its id; `main` where nothing of it can be kept. */
export function agentId(name: string): string {
  return canonicalId(name) ?? "main";
}

/** The agents that a config lists, in the order in which they are written. */
export function writtenAgents(config: Tree): readonly WrittenAgent[] {
  const entries = objectAt(config, ["agents", "entries"]);
  if (entries !== undefined)
    return Object.entries(entries).flatMap(([name, agent]) =>
      isObject(agent) ? [{ name, id: agentId(name), path: ["agents", "entries", name], config: agent }] : [],
    );
  const list = valueAt(config, ["agents", "list"]);
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((agent, index) => {
    const name = isObject(agent) && typeof agent["id"] === "string" ? agent["id"] : undefined;
    return isObject(agent) && name !== undefined
      ? [{ name, id: agentId(name), path: ["agents", "list", index], config: agent }]
      : [];
  });
}

/** Those of them that are marked as the default one. */
export function markedAgents(agents: readonly WrittenAgent[]): readonly WrittenAgent[] {
  return agents.filter(({ config }) => config["default"] === true);
}

function refusal(code: Issue["code"], path: PropertyPath, message: string, hint: string): Issue {
  return { severity: "error", code, path: formatPath(path), message, hint };
}

function* doubtsOf(config: Tree, agents: readonly WrittenAgent[], behaviours: Behaviours): Generator<Issue> {
  const list = valueAt(config, ["agents", "list"]);
  const entries = valueAt(config, ["agents", "entries"]);
  const ownership = ["agents", "ownership"];
  const isExplicit = valueAt(config, ownership) === "explicit";
  const hint =
    'mark the agent that answers what no binding claims with `default: true`, or write `agents.ownership: "explicit"`';
  if (list !== undefined && entries !== undefined)
    yield refusal(
      "conflicting-settings",
      ["agents", "list"],
      "agents are listed both in `agents.list` and in `agents.entries`",
      "keep `agents.entries`",
    );
  const first = new Map<string, WrittenAgent>();
  for (const agent of agents) {
    const { id, name, path } = agent;
    const place = list === undefined ? path : [...path, "id"];
    const before = first.get(id);
    first.set(id, before ?? agent);
    if (before !== undefined)
      yield refusal(
        "agent-conflict",
        place,
        `${JSON.stringify(name)} is the agent of ${formatPath(before.path)}`,
        "give each agent an id of its own",
      );
    else if (list !== undefined && id !== name)
      yield refusal(
        "unknown-value",
        place,
        `${JSON.stringify(name)} is not spelled as an agent's id has to be`,
        `write ${JSON.stringify(id)}`,
      );
    else if (entries !== undefined && !entryName.test(name))
      yield refusal(
        "unknown-value",
        place,
        `${JSON.stringify(name)} is not the id of an agent`,
        `write ${JSON.stringify(id)}`,
      );
  }
  const marked = markedAgents(agents);
  if (marked.length > 1)
    for (const { path } of marked.slice(1))
      yield refusal(
        "agent-conflict",
        [...path, "default"],
        "a second agent is marked as the default one",
        hint,
      );
  if (isExplicit && marked.length > 0)
    yield refusal(
      "conflicting-settings",
      ownership,
      "ownership is explicit, and an agent is marked as the default one",
      "keep one of the two",
    );
  const atStart = behaviours.has("unowned-rosters-repaired")
    ? "the start of a gateway would write the latter into the file, and bind each account there is to the first agent"
    : "a gateway does not start without";
  if (!isExplicit && agents.length > 1 && marked.length === 0)
    yield refusal(
      "ambiguous-agent",
      ownership,
      "several agents, and none of them answers what no binding claims",
      `${hint}; ${atStart}`,
    );
}

const entryName = /^[a-z0-9_][a-z0-9_-]{0,63}$/i;

/** The roles whose agent must exist. */
const roles: readonly PropertyPath[] = [
  ["agents", "defaults", "heartbeat", "agentId"],
  ["agents", "defaults", "systemAgent", "agentId"],
  ["talk", "agentId"],
];

/** The places of the agents that each peer of a broadcast names. */
function* broadcastPlaces(config: Tree): Generator<PropertyPath> {
  for (const [peer, listed] of Object.entries(objectAt(config, ["broadcast"]) ?? {})) {
    const inner = Array.isArray(listed) ? [] : ["agents"];
    const names = valueAt(listed, inner);
    if (Array.isArray(names)) for (const index of names.keys()) yield ["broadcast", peer, ...inner, index];
  }
}

function* strangers(config: Tree, agents: readonly WrittenAgent[]): Generator<Issue> {
  const ids = new Set(agents.length === 0 ? ["main"] : agents.map(({ id }) => id));
  const bindings = valueAt(config, ["bindings"]);
  const bound = (Array.isArray(bindings) ? bindings : []).keys();
  const boundTo = Array.from(bound, (index) => ["bindings", index, "agentId"]);
  for (const path of [...roles, ...boundTo, ...broadcastPlaces(config)]) {
    const name = valueAt(config, path);
    if (typeof name !== "string" || ids.has(agentId(name))) continue;
    // A binding may name `main`, which exists even where others are configured.
    if (path[0] === "bindings" && name === "main") continue;
    yield refusal(
      "unknown-agent",
      path,
      `there is no agent ${JSON.stringify(name)}`,
      `the agents are ${[...ids].map((id) => `\`${id}\``).join(", ")}`,
    );
  }
}

/** Refuses a roster of which it is not clear who answers, and names of agents that are none. */
export const judgeRoster: LoadStep = (draft, { behaviours }) => {
  if (!behaviours.has("default-agent-bound")) return;
  const agents = writtenAgents(draft.config);
  for (const issue of doubtsOf(draft.config, agents, behaviours)) draft.issues.push(issue);
  if (draft.issues.length > 0) return;
  for (const issue of strangers(draft.config, agents)) draft.issues.push(issue);
};

/** Writes a list of agents as agents by name. */
export const keyRoster: LoadStep = (draft, { behaviours }) => {
  const list = valueAt(draft.config, ["agents", "list"]);
  if (!behaviours.has("default-agent-bound") || list === undefined) return;
  const target = ["agents", "entries"];
  const agents = writtenAgents(draft.config);
  drop(draft, ["agents", "list"]);
  put(draft, target, {});
  for (const { name, config } of agents) {
    put(draft, [...target, name], config);
    drop(draft, [...target, name, "id"]);
  }
  const sentence = "The loader writes the agents of `agents.list` into `agents.entries`, by their ids.";
  draft.changes.push(change("roster-keyed", target, { from: ["agents", "list"], sentence }));
};

/** Adds an agent `main` where none is configured, and nobody said that this is meant. */
export const addMainAgent: LoadStep = (draft, { behaviours }) => {
  if (!behaviours.has("default-agent-bound") || draft.issues.length > 0) return;
  const agents = objectAt(draft.config, ["agents"]) ?? {};
  if (writtenAgents(draft.config).length > 0 || agents["ownership"] === "explicit") return;
  const isListed = agents["list"] !== undefined || agents["entries"] !== undefined;
  // Where no agents are listed, `main` is the one there is without being written.
  if (draft.decidesOnly === true && !isListed) return;
  if (agents["list"] !== undefined) drop(draft, ["agents", "list"]);
  put(draft, ["agents", "entries"], { main: {} });
  const sentence = "The loader adds an agent `main`, because none is configured.";
  draft.changes.push(change("main-agent-added", ["agents", "entries", "main"], { value: {}, sentence }));
};
