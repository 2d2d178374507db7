/** What a session wants to do that its sandbox may forbid. */
export type SandboxAction = "read-workspace" | "write-workspace" | "network" | "tool";

/** A session, and what it wants to do. */
export interface SandboxRequest {
  readonly action: SandboxAction;
  /** The tool, where the action is `"tool"`. */
  readonly tool?: string;
  readonly agentId?: string;
  /** The session key, and the key of the same agent's main session. */
  readonly key?: string;
  readonly mainKey?: string;
}
