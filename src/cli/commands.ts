import type { Command } from "./command.ts";

/** Loads each command by its name; a call waits for what it uses and nothing else. */
const loaders: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["init", async () => (await import("./commands/init.ts")).initCommand],
  ["validate", async () => (await import("./commands/validate.ts")).validateCommand],
  ["explain", async () => (await import("./commands/explain.ts")).explainCommand],
  ["audit", async () => (await import("./commands/audit.ts")).auditCommand],
  ["sessions", async () => (await import("./commands/sessions.ts")).sessionsCommand],
  ["exposure", async () => (await import("./commands/exposure.ts")).exposureCommand],
  ["diff", async () => (await import("./commands/diff.ts")).diffCommand],
  ["migrate", async () => (await import("./commands/migrate.ts")).migrateCommand],
  ["upgrade", async () => (await import("./commands/upgrade.ts")).upgradeCommand],
  ["pin", async () => (await import("./commands/pin.ts")).pinCommand],
  ["check", async () => (await import("./commands/check.ts")).checkCommand],
  ["coverage", async () => (await import("./commands/coverage.ts")).coverageCommand],
  ["editions", async () => (await import("./commands/editions.ts")).editionsCommand],
  ["completion", async () => (await import("./commands/completion.ts")).completionCommand],
]);

/** The name of every command. */
export const commandNames: readonly string[] = [...loaders.keys()];

/** The command of a name; undefined where there is none. */
export async function findCommand(name: string): Promise<Command | undefined> {
  return loaders.get(name)?.();
}

/** Every command. */
export async function allCommands(): Promise<readonly Command[]> {
  return Promise.all([...loaders.values()].map((load) => load()));
}
