import type { Command } from "./command.ts";
import { auditCommand } from "./commands/audit.ts";
import { editionsCommand } from "./commands/editions.ts";
import { explainCommand } from "./commands/explain.ts";

/** Every command, by its name. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [explainCommand, auditCommand, editionsCommand].map((command) => [command.name, command]),
);
