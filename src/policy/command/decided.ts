import type { CommandReason, CommandRequest } from "./command-request.ts";

/** What becomes of somebody's commands. */
export interface CommandOutcome {
  /** `reset-only`: no command but `/new`, `/reset` and what else resets. */
  readonly outcome: "commands" | "reset-only" | "denied";
  /** Why; each is told in `CommandReason`. */
  readonly reason: CommandReason;
  /** The list, or the entry of it, that decided. */
  readonly path?: string;
  /** The facts that are missing. */
  readonly missing?: readonly string[];
}

/** The same, with who it is. */
export interface DecidedCommand extends CommandOutcome {
  /** Whether they are an owner, for what only owners may do. */
  readonly owner: boolean;
  /** Whether a message of theirs may reset its session. */
  readonly resets: boolean;
  /** Who it is, as the channel's lists write people. */
  readonly sender?: string | undefined;
  /** The owners who are one on that channel. */
  readonly owners: readonly string[];
}

/** The scope of a client of the gateway that may do everything. */
export const adminScope = "operator.admin";

/** Whether the scopes of a client of the gateway let it reset; one that names none may. */
export function mayResetByScope({ scopes = [] }: CommandRequest): boolean {
  return scopes.length === 0 || scopes.includes(adminScope);
}
