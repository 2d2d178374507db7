import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { FactFault } from "../../scope/facts/read-facts.ts";
import { unwrittenVisibility } from "../defaults.ts";
import type { VisibilityFacts } from "./visibility-facts.ts";

/** How far a session sees, narrowest first. */
export const visibilityLevels = ["self", "tree", "agent", "all"] as const;

/** How far a session sees: itself; what it spawned; its agent; everyone. */
export type Visibility = (typeof visibilityLevels)[number];

/** `tools.sessions.visibility`; undefined where it is not written, or the edition does not read it. */
export function writtenVisibility({ behaviours, config }: Policy): Visibility | undefined {
  return behaviours.has("visibility-setting") ? config.tools?.sessions?.visibility : undefined;
}

/** `tools.sessions.visibility`, or what the edition has in its place. */
export function configuredVisibility(policy: Policy): Visibility {
  return writtenVisibility(policy) ?? unwrittenVisibility(policy.behaviours).visibility;
}

/** `agents.defaults.sandbox.sessionToolsVisibility`: only the exact word `spawned` narrows anything. */
export function sandboxVisibility({ behaviours, config }: Policy): string {
  return config.agents?.defaults?.sandbox?.sessionToolsVisibility ?? unwrittenVisibility(behaviours).sandbox;
}

type Clamp = (visibility: Visibility) => Visibility;

const clampRule = /* @__PURE__ */ once((behaviours: Behaviours): Clamp => {
  // Before the setting, the sandbox hid everything but what was spawned.
  if (!behaviours.has("visibility-setting")) return (visibility) => visibility;
  return behaviours.has("sandbox-never-widens")
    ? (visibility) => (visibility === "self" ? "self" : "tree")
    : () => "tree";
});

/** What remains of a visibility in a sandbox. */
function clampVisibility(visibility: Visibility, sandbox: string, behaviours: Behaviours): Visibility {
  return sandbox === "spawned" ? clampRule(behaviours)(visibility) : visibility;
}

/** How far a session sees in or out of the sandbox. */
export function effectiveVisibility(sandboxed: boolean, policy: Policy): Visibility {
  const visibility = configuredVisibility(policy);
  return sandboxed ? clampVisibility(visibility, sandboxVisibility(policy), policy.behaviours) : visibility;
}

/** Why a session may or may not see another one. */
export type VisibilityReason =
  /** The session itself. */
  | "self"
  /** The target was spawned by the requester, or belongs to it. */
  | "spawned"
  /** Both belong to one agent, and the visibility covers it. */
  | "same-agent"
  /** Agent-to-agent access covers both agents. */
  | "agent-to-agent"
  /** The target is an incognito session. */
  | "incognito-session"
  /** The requester's key belongs to no agent. */
  | "requester-agent-unknown"
  /** The target's key belongs to no agent. */
  | "target-agent-unknown"
  /** A sandboxed session sees only what it spawned; until 2026.2.12. */
  | "spawned-only"
  /** The visibility covers the session itself alone. */
  | "self-only"
  /** The visibility covers the spawn tree alone. */
  | "tree-only"
  /** The visibility does not cover other agents. */
  | "other-agent"
  /** Agent-to-agent access is off. */
  | "agent-to-agent-disabled"
  /** The list of agent-to-agent access leaves one of the agents out. */
  | "agent-to-agent-not-allowed"
  /** The requester is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read, or contradict a key (`2026-11`); see `facts`. */
  | FactFault;

/** The settings that decide, between two given agents. */
export interface VisibilitySettings {
  /** `tools.sessions.visibility`, or the default. */
  readonly visibility: Visibility;
  /** `agents.defaults.sandbox.sessionToolsVisibility`. */
  readonly sandbox: string;
  /** `tools.agentToAgent.enabled`. */
  readonly agentToAgent: boolean;
  /** Whether `tools.agentToAgent.allow` has both agents. */
  readonly admitted: boolean;
}

/** What the rule says of two sessions. */
interface VisibilityVerdict {
  readonly allowed: boolean;
  readonly reason: VisibilityReason;
  /** How far the requester sees, the sandbox considered. */
  readonly visibility: Visibility;
}

const allowing: ReadonlySet<VisibilityReason> = new Set(["self", "spawned", "same-agent", "agent-to-agent"]);

/** Tells the first thing that decides, given how far the requester sees. */
type ReasonRule = (
  visibility: Visibility,
  settings: VisibilitySettings,
  facts: VisibilityFacts,
) => VisibilityReason;

const reasonRule = /* @__PURE__ */ once((behaviours: Behaviours): ReasonRule => {
  const hasSetting = behaviours.has("visibility-setting");
  const treeAcrossAgents = behaviours.has("spawned-across-agents");
  const tasksOnly = behaviours.has("spawned-tasks-across-agents");
  const mainSeesAgent = behaviours.has("main-sees-its-agent");
  const levelsNest = behaviours.has("visibility-levels-nest");

  return (visibility, { sandbox, agentToAgent, admitted }, facts) => {
    if (facts.requesterAgent === undefined) return "requester-agent-unknown";
    if (facts.incognito) return "incognito-session";
    if (facts.targetAgent === undefined) return "target-agent-unknown";

    const confined = sandbox === "spawned" && facts.confined;
    if (!hasSetting && confined && !facts.owned) return "spawned-only";

    const sameAgent = facts.requesterAgent === facts.targetAgent;
    const seesAgent = mainSeesAgent && facts.main && !confined && visibility === "tree" && sameAgent;
    const owned = facts.owned || seesAgent;
    const seesTree = visibility === "tree" || visibility === "all" || (levelsNest && visibility === "agent");
    const reachable = sameAgent || (treeAcrossAgents && (facts.task || !tasksOnly));
    if (!facts.self && owned && seesTree && reachable) return "spawned";

    if (!sameAgent) {
      if (visibility !== "all") return "other-agent";
      if (!agentToAgent) return "agent-to-agent-disabled";
      return admitted ? "agent-to-agent" : "agent-to-agent-not-allowed";
    }
    if (facts.self) return "self";
    if (visibility === "self") return "self-only";
    return visibility === "tree" ? "tree-only" : "same-agent";
  };
});

/** Applies the edition's rule to what is known. */
export function judgeVisibility(
  settings: VisibilitySettings,
  facts: VisibilityFacts,
  behaviours: Behaviours,
): VisibilityVerdict {
  const { visibility: configured, sandbox } = settings;
  const visibility = facts.sandboxed ? clampVisibility(configured, sandbox, behaviours) : configured;
  const reason = reasonRule(behaviours)(visibility, settings, facts);
  return { allowed: allowing.has(reason), reason, visibility };
}
