import { isObject } from "../../config/is-object.ts";
import type { Policy } from "../../config/policy.ts";
import { mainSessionKey } from "../../scope/key/main-key.ts";
import { resolveTaskSession } from "../../scope/task/task-session.ts";
import { valueAt } from "./apply-fix.ts";
import { moveOn, writeSetting, type Found } from "./finding.ts";
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
      "Whoever reaches the gateway over HTTP may write in any session of any agent, people's among them.",
    fix: writeSetting(`${path}.enabled`, false),
    witness: { who: ["HTTP"], what: key, invented: true },
  }));
}

function byHook(key: string, policy: Policy): readonly Found[] {
  const { hooks } = policy.config;
  if (hooks?.enabled !== true) return [];
  const ask = (source: "request" | "mapping-templated") =>
    resolveTaskSession({ kind: "hook", id: "1", source, sessionKey: key }, policy);
  const witness = { who: ["a hook"], what: key, invented: true } as const;
  const found: Found[] = [];
  const limited = policy.behaviours.has("hook-keys-limited");
  if (ask("request").ok)
    found.push({
      id: "hooks-name-sessions",
      path: limited ? "hooks.allowedSessionKeyPrefixes" : "hooks.enabled",
      message: "A request to a hook may write in any session, people's among them.",
      fix: limited
        ? writeSetting("hooks.allowedSessionKeyPrefixes", ["hook:"])
        : moveOn("No setting of this edition changes that: move to 2026.2.12 or later."),
      witness,
    });
  for (const [index, { sessionKey = "" }] of (hooks.mappings ?? []).entries())
    if (sessionKey.includes("{{") && ask("mapping-templated").ok && !ask("request").ok)
      found.push({
        id: "hooks-name-sessions",
        path: `hooks.mappings[${index}].sessionKey`,
        message:
          "A mapping makes the session of a hook out of what a request says: it may be any, people's among them.",
        fix: moveOn('Write hooks.allowedSessionKeyPrefixes: ["hook:"], or a key without a template.'),
        witness,
      });
  return found;
}

/** Finds where somebody outside reaches the sessions in which people write. */
export function sessionsNamedFromOutside({ agentIds, policy }: Situation): readonly Found[] {
  const [agentId = "main"] = agentIds;
  const key = mainSessionKey(agentId, policy.config.session?.mainKey, policy.behaviours);
  return [...overHttp(key, policy), ...byHook(key, policy)];
}
