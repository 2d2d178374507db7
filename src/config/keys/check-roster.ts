import { describeValue } from "../expectation.ts";
import type { Issue } from "../issue.ts";
import { agentPlaces, at, issueAt, listAt, settingsAt, type Path } from "./places.ts";

const canonical = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Releases that keep agents by name take ids alone that are names already, each once. */
export function* checkRoster(config: unknown): Generator<Issue> {
  const ids = listAt(config, "agents", "list").map((agent) => at(agent, "id"));
  const names = Object.keys(settingsAt(config, "agents", "entries"));
  for (const [index, id] of ids.entries()) {
    if (typeof id !== "string" || (canonical.test(id) && ids.indexOf(id) === index)) continue;
    const path = ["agents", "list", index, "id"];
    if (ids.indexOf(id) < index)
      yield issueAt(
        "agent-conflict",
        path,
        `the agent ${describeValue(id)} is listed twice`,
        "give it another id",
      );
    else yield issueAt("agent-without-id", path, `${describeValue(id)} is no id`, "use a-z, 0-9, - and _");
  }
  for (const name of names)
    if (!canonical.test(name.toLowerCase()))
      yield issueAt(
        "agent-without-id",
        ["agents", "entries", name],
        `${describeValue(name)} is no id`,
        "use a-z, 0-9, - and _",
      );
  if (at(config, "agents", "list") !== undefined && at(config, "agents", "entries") !== undefined)
    yield issueAt(
      "conflicting-settings",
      ["agents", "list"],
      "`agents.list` stands beside `agents.entries`",
      "move the agents of the list to `agents.entries`, each under its id",
    );
  yield* owner(config, [...ids, ...names]);
  yield* strangers(config, new Set([...ids, ...names]));
}

function* owner(config: unknown, agents: readonly unknown[]): Generator<Issue> {
  const marked = agentPlaces(config).filter((place) => at(config, ...place, "default") === true);
  if (at(config, "agents", "ownership") === "explicit") {
    const [mark] = marked;
    if (mark !== undefined)
      yield issueAt(
        "conflicting-settings",
        [...mark, "default"],
        "an agent is marked default beside `agents.ownership`",
        "leave one of them out",
      );
  } else if (agents.length > 1 && marked.length === 0)
    yield issueAt(
      "ambiguous-agent",
      ["agents", "ownership"],
      "several agents, and none of them is marked default",
      'write `default: true` at one of them, or `agents.ownership: "explicit"` and a binding for each channel',
    );
  else if (marked.length > 1)
    yield issueAt(
      "agent-conflict",
      [...(marked[1] ?? []), "default"],
      "two agents are marked default",
      "mark one agent",
    );
}

/** Agents that bindings and broadcasts name, and that are not there. A config without agents has `main`. */
function* strangers(config: unknown, agents: ReadonlySet<unknown>): Generator<Issue> {
  const known = agents.size === 0 ? new Set<unknown>(["main"]) : agents;
  const named: (readonly [unknown, Path])[] = listAt(config, "bindings").map((binding, index) => [
    at(binding, "agentId"),
    ["bindings", index, "agentId"],
  ]);
  for (const [peer, listed] of Object.entries(settingsAt(config, "broadcast")))
    for (const [index, name] of (Array.isArray(listed) ? listed : listAt(listed, "agents")).entries())
      named.push([
        name,
        Array.isArray(listed) ? ["broadcast", peer, index] : ["broadcast", peer, "agents", index],
      ]);
  for (const [name, path] of named)
    if (typeof name === "string" && !known.has(name.trim().toLowerCase()))
      yield issueAt(
        "unknown-agent",
        path,
        `there is no agent ${describeValue(name)}`,
        `one of ${[...known].join(", ")}`,
      );
}
