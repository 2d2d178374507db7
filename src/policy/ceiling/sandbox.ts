import type { AgentConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { earlier, type Note } from "./meet.ts";
import { networkReach } from "../sandbox/sandbox-rule.ts";
import {
  containerSections,
  readOnlyWorkspace,
  sandboxScope,
  sandboxSettings,
  writtenNetwork,
} from "../sandbox-settings.ts";
import { definedFields, nearest } from "../section.ts";

type SandboxConfig = NonNullable<AgentConfig["sandbox"]>;

const modes = ["all", "non-main", "off"] as const;
const accesses = ["none", "ro", "rw"] as const;
const scopes = ["session", "agent", "shared"] as const;

function readSandbox(agentId: string | undefined, policy: Policy) {
  const sections = sandboxSettings(agentId, policy);
  const enabled = nearest(sections, "enabled")?.value === true;
  const mode = nearest(sections, "mode")?.value ?? "off";
  const confined = enabled || mode !== "off";
  return {
    enabled,
    mode,
    confined,
    access: confined ? (nearest(sections, "workspaceAccess")?.value ?? "none") : ("rw" as const),
    // Holds tools to it whenever the host says that a session is sandboxed.
    readOnly: readOnlyWorkspace(sections, policy) !== undefined,
    network: confined ? (writtenNetwork(sections)?.value ?? "none") : undefined,
    scope: sandboxScope(sections),
    backend: nearest(sections, "backend")?.value,
    binds: containerSections(sections).flatMap(({ config }) => config.binds ?? []),
    readOnlyRoot: nearest(containerSections(sections), "readOnlyRoot")?.value ?? true,
  };
}

function meetNetwork(
  a: string | undefined,
  b: string | undefined,
  policy: Policy,
  note: () => void,
): string | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const [reachA, reachB] = [networkReach(a, policy), networkReach(b, policy)];
  if (reachA === "none" || reachB === "none") return "none";
  if (reachA === "restricted" || reachB === "restricted") return "restricted";
  // The word for any network is no narrower than the name of one.
  if (a === "full" || b === "full") return a === "full" ? b : a;
  note();
  return "none";
}

/** The sandbox that confines an agent at least as either policy does; undefined where neither says anything. */
export function meetSandbox(
  agentId: string | undefined,
  a: Policy,
  b: Policy,
  note: Note,
): SandboxConfig | undefined {
  const [ofA, ofB] = [readSandbox(agentId, a), readSandbox(agentId, b)];
  const written = [a, b].some((policy) => sandboxSettings(agentId, policy).length > 0);
  const readOnly = ofA.readOnly || ofB.readOnly;
  if (!ofA.confined && !ofB.confined)
    return written
      ? { enabled: false, mode: "off", ...(readOnly && { workspaceAccess: "ro" as const }) }
      : undefined;
  const network = meetNetwork(ofA.network, ofB.network, a, () => {
    note("sandbox.network", "two different networks have none in common");
  });
  const isWord = a.behaviours.has("sandbox-network-words") && words.has(network ?? "");
  const binds = ofA.binds.filter((bind) => ofB.binds.includes(bind));
  const docker = definedFields({
    network: isWord ? undefined : network,
    binds: binds.length > 0 ? binds : undefined,
    readOnlyRoot: ofA.readOnlyRoot || ofB.readOnlyRoot ? undefined : false,
  });
  const scope = earlier(scopes, ofA.scope, ofB.scope);
  return {
    enabled: ofA.enabled || ofB.enabled,
    mode: earlier(modes, ofA.mode, ofB.mode),
    workspaceAccess: earlier(accesses, ofA.access, ofB.access),
    ...(scope !== "agent" && { scope }),
    ...(ofA.backend !== undefined && { backend: ofA.backend }),
    // What is no name of a network is a word for how far it reaches.
    ...(isWord && { network: network as "full" | "restricted" | "none" }),
    ...(Object.keys(docker).length > 0 && { docker }),
  };
}

const words: ReadonlySet<string> = new Set(["full", "restricted", "none"]);
