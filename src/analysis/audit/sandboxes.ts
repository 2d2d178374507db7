import { isObject } from "../../config/is-object.ts";
import { lowerCase } from "../../edition/lower-case.ts";
import type { Policy } from "../../config/policy.ts";
import { networkRefusal } from "../../config/sandbox-network.ts";
import {
  mainKeyOfAgent,
  sandboxMode,
  sandboxSettings,
  sharedSandbox,
} from "../../policy/sandbox-settings.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { removeEntry, valueAt } from "./apply-fix.ts";
import { removeSetting, writeSetting, type Found } from "./finding.ts";
import type { Situation } from "./situation.ts";

/** The `sandbox` sections of a config, and the agents for which each is meant. */
function sectionsOf({ policy, agentIds }: Situation) {
  const own = agentRoster(policy).agents.map(({ id, path }) => ({ path: `${path}.sandbox`, agents: [id] }));
  return [{ path: sharedSandbox, agents: agentIds }, ...own].flatMap(({ path, agents }) => {
    const section = valueAt(policy.config, path);
    return isObject(section) ? [{ path, agents, section }] : [];
  });
}

/** What a section says beside whether there is a sandbox; without one nothing of it holds. */
const switches = new Set(["mode", "enabled"]);

/** Sections that say what a sandbox is like, of agents that have none. */
function unused(situation: Situation): readonly Found[] {
  const { policy } = situation;
  return sectionsOf(situation).flatMap(({ agents, path, section }): readonly Found[] => {
    const settings = Object.keys(section).filter((name) => !switches.has(name));
    const isUsed = agents.some((agentId) => sandboxMode(sandboxSettings(agentId, policy)) !== "off");
    if (settings.length === 0 || isUsed) return [];
    const isWritten = section["mode"] !== undefined || section["enabled"] !== undefined;
    return [
      {
        id: "sandbox-unused",
        milder: isWritten,
        path,
        message: `No session runs in a sandbox, so these settings have no effect: ${settings.join(", ")}.`,
        fix: writeSetting(
          `${path}.mode`,
          "all",
          `Write ${path}.mode: "all", or "non-main" to leave the main session outside; or remove ${path}.`,
        ),
      },
    ];
  });
}

/** What of the host a container must not have: its roots, its devices, its secrets, and what rules its containers. */
const hostRoots = ["/", "/etc", "/proc", "/sys", "/dev", "/root", "/boot", "/run", "/var/run"];
const secrets = [".ssh", ".gnupg", ".aws", ".kube", ".docker", ".netrc", ".npm", ".codex", ".openclaw"];
const rules = /(?:^|\/)(?:docker|containerd|podman|crio)\.sock$/;

/** Why a container must not have a part of the host's files; undefined where nothing is known against it. */
function mountFault(bind: string): string | undefined {
  const [written = ""] = bind.split(":");
  const source = written.trim().replace(/(?<=.)\/+$/, "");
  if (rules.test(source)) return "whoever has it can start containers with access to the whole host";
  if (hostRoots.includes(source) || /^\/(?:private\/)?(?:etc|proc|sys|dev|boot)\//.test(source))
    return "it is a part of the host that containers should not see";
  if (/^\/(?:home|users)(?:\/[^/]+)?$/i.test(source)) return "everything of a user's is in it";
  return source.split("/").some((name) => secrets.includes(lowerCase(name)))
    ? "secrets are kept in it"
    : undefined;
}

/** What takes the walls of a sandbox down, in one `docker` section. */
function openings(path: string, docker: Readonly<Record<string, unknown>>, policy: Policy): readonly Found[] {
  const found = (place: string, message: string, fix: Found["fix"]): Found => ({
    id: "sandbox-open-to-host",
    path: place,
    message,
    fix,
  });
  const { apparmorProfile, binds, network, seccompProfile } = docker;
  const mounts = (Array.isArray(binds) ? binds : []).flatMap((bind: unknown, index) => {
    const place = `${path}.binds[${index}]`;
    const fault = typeof bind === "string" ? mountFault(bind) : undefined;
    const message = `What runs in the sandbox has ${JSON.stringify(bind)} of the host: ${fault ?? ""}.`;
    return fault === undefined ? [] : [found(place, message, removeEntry(place, policy.config))];
  });
  const joined =
    typeof network === "string" && networkRefusal(network, false) !== undefined
      ? [
          found(
            `${path}.network`,
            `What runs in the sandbox has the network ${JSON.stringify(network)}, which is not its own: it reaches services that listen only on the host.`,
            writeSetting(`${path}.network`, "none"),
          ),
        ]
      : [];
  const unconfined = Object.entries({ apparmorProfile, seccompProfile })
    .filter(([, profile]) => typeof profile === "string" && lowerCase(profile.trim()) === "unconfined")
    .map(([name]) =>
      found(
        `${path}.${name}`,
        "What runs in the sandbox may make any call to the host's kernel.",
        removeSetting(`${path}.${name}`),
      ),
    );
  return [...mounts, ...joined, ...unconfined];
}

/** Sandboxes that reach what they are to be kept from; of those in which no session runs nothing is said. */
function open(situation: Situation): readonly Found[] {
  const { policy } = situation;
  return sectionsOf(situation).flatMap(({ agents, path, section }) => {
    const isUsed = agents.some((agentId) => sandboxMode(sandboxSettings(agentId, policy)) !== "off");
    const { docker } = section;
    return isUsed && isObject(docker) ? openings(`${path}.docker`, docker, policy) : [];
  });
}

/** Agents whose commands all fail, because they are to run in a sandbox and there is none. */
function missing({ agentIds, policy }: Situation): readonly Found[] {
  return agentIds.flatMap((agentId): readonly Found[] => {
    const key = mainKeyOfAgent(agentId, policy);
    if (!evaluateTool({ tool: "exec", agentId, key }, policy).allowed) return [];
    const { path, reason } = evaluateExec({ command: "ls", agentId, key }, policy);
    if (reason !== "no-sandbox" || path === undefined) return [];
    const sandboxed = sandboxMode(sandboxSettings(agentId, policy)) !== "off";
    if (sandboxed) return [];
    return [
      {
        id: "commands-without-sandbox",
        path,
        message: "Commands have to run in a sandbox, and there is none: each of them fails.",
        fix: writeSetting(`${sharedSandbox}.mode`, "all"),
        witness: { who: [`agent:${agentId}`], what: "no command", invented: false },
      },
    ];
  });
}

/** Finds sandboxes on which somebody counts and that do not hold. */
export function doubtfulSandboxes(situation: Situation): readonly Found[] {
  return [...unused(situation), ...open(situation), ...missing(situation)];
}
