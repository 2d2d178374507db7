import { isObject } from "../../config/is-object.ts";
import type { Policy } from "../../config/policy.ts";
import { lowerCase } from "../../edition/lower-case.ts";
import { mainSessionKey } from "../../scope/key/main-key.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { resolveTaskSession } from "../../scope/task/task-session.ts";
import { removeEntry, valueAt } from "./apply-fix.ts";
import { moveOn, writeSetting, type Found, type FindingFix } from "./finding.ts";
import type { Situation } from "./situation.ts";

/** The HTTP surfaces that a config switches on. */
function httpSurfaces({ config }: Policy): readonly string[] {
  return ["chatCompletions", "responses"]
    .map((name) => `gateway.http.endpoints.${name}`)
    .filter((path) => {
      const surface = valueAt(config, path);
      return isObject(surface) && surface["enabled"] === true;
    });
}

function overHttp(key: string, policy: Policy): readonly Found[] {
  const headers = { "x-openclaw-session-key": key };
  const session = resolveTaskSession({ kind: "http", id: "1", prefix: "openai", headers }, policy);
  if (!session.ok || session.named !== "session") return [];
  return httpSurfaces(policy).map((path): Found => ({
    id: "http-names-sessions",
    path: `${path}.enabled`,
    message:
      "Anyone who reaches the gateway over HTTP may write in any session of any agent, including people's.",
    fix: writeSetting(`${path}.enabled`, false),
    witness: { who: ["HTTP"], what: key, invented: true },
  }));
}

/** Tools that the gateway keeps from requests over HTTP unless it is told otherwise: they run, change or send something. */
const keptFromHttp = new Set([
  ...["exec", "spawn", "shell", "fs_write", "fs_delete", "fs_move", "apply_patch", "terminal", "portal"],
  ...["sessions_spawn", "sessions_send", "conversations_list", "conversations_send", "conversations_turn"],
  ...["cron", "automations", "gateway", "plugins", "nodes", "computer", "mobile_ui", "openclaw"],
]);

/** Tools that are given to requests over HTTP. */
function toolsOverHttp({ config }: Policy): readonly Found[] {
  const allow = valueAt(config, "gateway.tools.allow");
  return (Array.isArray(allow) ? allow : []).flatMap((entry: unknown, index): readonly Found[] => {
    const tool = lowerCase(String(entry).trim());
    if (!keptFromHttp.has(tool)) return [];
    const path = `gateway.tools.allow[${index}]`;
    return [
      {
        id: "tools-over-http",
        path,
        message: `Anyone who reaches the gateway over HTTP may use the tool ${tool}, which it would otherwise keep from them.`,
        fix: removeEntry(path, config),
        witness: { who: ["HTTP"], what: tool, invented: true },
      },
    ];
  });
}

/** Keys by which a request could mean a session in which people write: the main one, and whatever an allowed prefix begins. */
function keysToTry(main: string, { config }: Policy): readonly string[] {
  const prefixes = (config.hooks?.allowedSessionKeyPrefixes ?? []).map((prefix) => prefix.trim());
  return [
    main,
    ...prefixes.flatMap((prefix) =>
      ["", "1001", ":1001", "direct:1001", ":direct:1001"].map((end) => `${prefix}${end}`),
    ),
  ];
}

/** Whether people write in a session of an agent, by the key that it is stored under or by the end of it. */
function isOfPeople(key: string, agentId: string, main: string): boolean {
  const kinds = [key, `agent:${agentId}:${key}`].map((each) => parseSessionKey(each)?.kind ?? "");
  return key === main || kinds.some((kind) => ["direct", "group", "channel"].includes(kind));
}

/** Keeps requests from people's sessions: by prefixes, which the session of those that name none has to begin with, too. */
function narrower({ config }: Policy): FindingFix {
  const { defaultSessionKey = "hook:" } = config.hooks ?? {};
  return defaultSessionKey.trim().startsWith("hook:")
    ? writeSetting("hooks.allowedSessionKeyPrefixes", ["hook:"])
    : writeSetting("hooks.allowRequestSessionKey", false);
}

function byHook(main: string, policy: Policy): readonly Found[] {
  const { hooks } = policy.config;
  const reached = (source: "request" | "mapping-templated") =>
    keysToTry(main, policy).find((sessionKey) => {
      const session = resolveTaskSession({ kind: "hook", id: "1", source, sessionKey }, policy);
      return session.ok && isOfPeople(session.key, session.agentId, main);
    });
  const found: Found[] = [];
  const limited = policy.behaviours.has("hook-keys-limited");
  const byRequest = reached("request");
  if (byRequest !== undefined)
    found.push({
      id: "hooks-name-sessions",
      path: limited ? "hooks.allowedSessionKeyPrefixes" : "hooks.enabled",
      message: "A request to a hook may write in any session, including people's.",
      fix: limited
        ? narrower(policy)
        : moveOn("No setting of this edition changes that: move to 2026.2.12 or later."),
      witness: { who: ["a hook"], what: byRequest, invented: true },
    });
  for (const [index, { sessionKey = "" }] of (hooks?.mappings ?? []).entries()) {
    const key = sessionKey.includes("{{") ? reached("mapping-templated") : undefined;
    if (key !== undefined && byRequest === undefined)
      found.push({
        id: "hooks-name-sessions",
        path: `hooks.mappings[${index}].sessionKey`,
        message:
          "A mapping makes the session of a hook out of what a request says: it may be any session, including people's.",
        fix: moveOn('Write hooks.allowedSessionKeyPrefixes: ["hook:"], or a key without a template.'),
        witness: { who: ["a hook"], what: key, invented: true },
      });
  }
  return found;
}

/** Hooks that hand requests to any of several agents. */
function anyAgent({ agentIds, policy }: Situation): readonly Found[] {
  const reached = agentIds.filter((agentId) => {
    const session = resolveTaskSession({ kind: "hook", id: "1", source: "request", agentId }, policy);
    return session.ok || (session.reason !== "agent-not-allowed" && session.reason !== "hooks-contradictory");
  });
  const [first = "main", second] = reached;
  if (second === undefined || policy.config.hooks?.allowedAgentIds?.some((id) => id.trim() !== "*") === true)
    return [];
  const path = "hooks.allowedAgentIds";
  return [
    {
      id: "hooks-reach-every-agent",
      path,
      message: "A request to a hook may name any agent, with that agent's tools and files.",
      fix: writeSetting(
        path,
        [first],
        `Write ${path} with the agents that hooks may address, such as ["${first}"].`,
      ),
      witness: { who: ["a hook"], what: `agent:${second}`, invented: true },
    },
  ];
}

/** Hooks of which each request begins a session that nothing goes on with. */
function newSessions(policy: Policy): readonly Found[] {
  const [one, other] = ["1", "2"].map((id) =>
    resolveTaskSession({ kind: "hook", id, source: "request" }, policy),
  );
  const mapped = (policy.config.hooks?.mappings ?? []).length > 0;
  if (mapped || one?.ok !== true || other?.ok !== true || one.key === other.key) return [];
  const path = "hooks.defaultSessionKey";
  return [
    {
      id: "hooks-begin-sessions",
      path,
      message:
        "Each request to a hook that names no session begins one of its own, so the store keeps growing.",
      fix: writeSetting(path, "hook:ingress"),
      witness: { who: ["a hook"], what: one.key, invented: true },
    },
  ];
}

/** Finds where somebody outside reaches the sessions in which people write, or what only agents are to have. */
export function sessionsNamedFromOutside(situation: Situation): readonly Found[] {
  const { agentIds, policy } = situation;
  const [agentId = "main"] = agentIds;
  const key = mainSessionKey(agentId, policy.config.session?.mainKey, policy.behaviours);
  const hooks = policy.config.hooks?.enabled === true;
  return [
    ...overHttp(key, policy),
    ...toolsOverHttp(policy),
    ...(hooks ? [...byHook(key, policy), ...anyAgent(situation), ...newSessions(policy)] : []),
  ];
}
