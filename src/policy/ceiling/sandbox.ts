import type { AgentConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { earlier, type Note } from "./meet.ts";
import { readOnlyWorkspace, sandboxSettings } from "../sandbox-settings.ts";
import { nearest } from "../section.ts";

type SandboxConfig = NonNullable<AgentConfig["sandbox"]>;

const modes = ["all", "non-main", "off"] as const;
const accesses = ["none", "ro", "rw"] as const;

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
    network: confined ? (nearest(sections, "network")?.value ?? "none") : undefined,
  };
}

function meetNetwork(a: string | undefined, b: string | undefined, note: () => void): string | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  if (a === "none" || b === "none") return "none";
  if (a === "restricted" || b === "restricted") return "restricted";
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
  const network = meetNetwork(ofA.network, ofB.network, () => {
    note("sandbox.network", "two different networks have none in common");
  });
  return {
    enabled: ofA.enabled || ofB.enabled,
    mode: earlier(modes, ofA.mode, ofB.mode),
    workspaceAccess: earlier(accesses, ofA.access, ofB.access),
    ...(network !== undefined && { network }),
  };
}
