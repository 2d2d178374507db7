import type { Edition } from "../../edition/edition.ts";
import type { ExecAllowlistEntry, ExecSegment } from "./allowlist.ts";
import type { CommandDoubt } from "./command.ts";
import type { ExecApprovalsFile } from "./file.ts";
import type { ExecShell } from "./shell.ts";

/** A command that an agent wants to run. */
export interface ExecRequest {
  /** The command as the shell would get it. */
  readonly command: string;
  /** The shell that gets it; `"posix"` when absent. `2026-11` reads by it what is a plain command. */
  readonly shell?: ExecShell;
  /** The agent; read from the session key where it is absent. */
  readonly agentId?: string;
  /** The session key. */
  readonly key?: string;
  /** Where the wish came from, and where approvers may be asked. */
  readonly channel?: string;
  /** The host's approvals file (`exec-approvals.json`), which the releases decide by. */
  readonly file?: ExecApprovalsFile;
  /** The command as the host took it apart; absent where it could not. The releases decide by it. */
  readonly segments?: readonly ExecSegment[];
  /** The command was approved for good. */
  readonly approvedForGood?: boolean;
}

/** Why a command runs, is asked about, or is denied. */
export type ExecReason =
  /** Approvals are switched off: every command runs. */
  | "approvals-off"
  /** The allowlist has it. */
  | "allowlisted"
  /** Commands are trusted as they are (`security: "full"`). */
  | "trusted"
  /** It was approved for good. */
  | "approved-for-good"
  /** Everything has to be approved. */
  | "always-ask"
  /** The allowlist does not have it. */
  | "not-allowlisted"
  /** It is more than a plain command, and no allowlist can answer for that. */
  | "not-plain"
  /** No command runs (`security: "deny"`). */
  | "security-deny"
  /** The agent is not certain. */
  | "ambiguous-agent"
  | "agent-mismatch"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session";

/** What becomes of a command, before the settings that turn it are told. */
export interface ExecOutcome {
  /** `ask`: somebody has to approve it first. */
  readonly outcome: "run" | "ask" | "deny";
  readonly reason: ExecReason;
  /** The setting or entry that decided. */
  readonly path?: string;
  /** The edition whose default decided, where no setting is written (`2026-11`). */
  readonly defaultOf?: Edition;
  /** Why it is not a plain command. */
  readonly doubt?: CommandDoubt;
  /** The entry of the approvals file that allows it. */
  readonly entry?: ExecAllowlistEntry;
}
