import type { Edition } from "../../edition/edition.ts";
import type { FactFault } from "../../scope/facts/read-facts.ts";
import type { ExecAllowlistEntry, ExecSegment } from "./allowlist.ts";
import type { CommandDoubt } from "./command.ts";
import type { ElevatedLevel, ElevatedSender } from "./elevated.ts";
import type { ExecApprovalsFile } from "./file.ts";
import type { ExecHost, ExecPlace } from "./host.ts";
import type { ExecPrograms } from "./listed.ts";
import type { ExecAsk, ExecSecurity } from "./mode.ts";
import type { ExecShell } from "./shell.ts";

/** A command that an agent wants to run, and who had it do so, which counts for elevated commands. */
export interface ExecRequest extends Omit<ElevatedSender, "agentId" | "channel"> {
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
  /** Where the host finds programs: `{ git: "/usr/bin/git" }`. The releases hold those against their allowlist. */
  readonly programs?: ExecPrograms;
  /** The command as the host took it apart, in place of what is read from its text and `programs`; empty where it could not. */
  readonly segments?: readonly ExecSegment[];
  /** The command was approved for good. */
  readonly approvedForGood?: boolean;
  /** The session runs in a sandbox, where the config does not tell (`sandboxOf`). Under `2026-11` nobody's word counts for more than the config's. */
  readonly sandboxed?: boolean;
  /** Where the call asks to run it, and how strictly it is to be decided. */
  readonly host?: ExecHost;
  /** How far the call asks to go: heeded before 2026.5.12, and only where it is the stricter word. */
  readonly security?: ExecSecurity;
  /** When the call asks for approval; it counts only where it is stricter than what is configured. */
  readonly ask?: ExecAsk;
  /** The call asks to leave the sandbox, or not to; the level of elevated commands in its session. */
  readonly elevated?: boolean;
  /** How far elevated commands go in the session, as a person set it there. */
  readonly elevatedLevel?: ElevatedLevel;
}

/** Why a command runs, is asked about, or is denied. */
export type ExecReason =
  /** Approvals are switched off: every command runs. */
  | "approvals-off"
  /** It runs in the sandbox, where no approvals are asked (releases). */
  | "sandboxed"
  /** It runs on the host, and no approvals are asked, because a sandbox is meant and there is none (up to 2026.3.28). */
  | "no-approvals"
  /** Somebody who may runs it outside the sandbox, and no approvals are asked (level `full`, up to 2026.5.22). */
  | "elevated"
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
  /** It brings code with it, which has to be approved (`strictInlineEval`). */
  | "inline-code"
  /** It is a shell that is given what the allowlist has. */
  | "shell-command"
  /** It would have to be approved, and could not be taken apart for whoever is asked (since 2026.8.1). */
  | "unbindable"
  /** No command runs (`security: "deny"`). */
  | "security-deny"
  /** It is to run in a sandbox, and there is none. */
  | "no-sandbox"
  /** The call asks for another host than it may. */
  | "host-not-allowed"
  /** Whoever had it run may not have commands run outside the sandbox. */
  | "elevated-unavailable"
  /** The agent is not certain. */
  | "ambiguous-agent"
  | "agent-mismatch"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read, or contradict its key (`2026-11`); see `facts`. */
  | FactFault;

/** What becomes of a command, before the settings that turn it are told. */
export interface ExecOutcome {
  /** `ask`: somebody has to approve it first. */
  readonly outcome: "run" | "ask" | "deny";
  /** Why; each is told in `ExecReason`. */
  readonly reason: ExecReason;
  /** Where it runs, or would; absent where it may not be sent to run there. */
  readonly host?: ExecPlace;
  /** How far commands may go and when somebody is asked, by all that has a say; absent where that is not asked. */
  readonly security?: ExecSecurity;
  /** When somebody is asked; absent where `security` is. */
  readonly ask?: ExecAsk;
  /** The setting or entry that decided. */
  readonly path?: string;
  /** The edition whose default decided, where no setting is written (`2026-11`). */
  readonly defaultOf?: Edition;
  /** Why it is not a plain command. */
  readonly doubt?: CommandDoubt;
  /** The entry of the approvals file that allows it. */
  readonly entry?: ExecAllowlistEntry;
}
