import { explainMigration, type Migration } from "../../analysis/migration/migration.ts";
import { planMigration } from "../../analysis/migration/plan-migration.ts";
import { readWords } from "../arguments.ts";
import { defineCommand } from "../command.ts";
import { readList } from "../data-file.ts";
import { UsageError } from "../fault.ts";
import { inboundOf, messageSchema } from "../question-schema.ts";
import { type Line, type Style, tally } from "../page.ts";
import { policyOptions, readMove } from "../policy-file.ts";
import { readSessions, unreadLines } from "../store-file.ts";

const styles: Readonly<Record<Migration["action"], Style>> = {
  keep: "dim",
  rename: "green",
  merge: "yellow",
  split: "yellow",
  ambiguous: "red",
  orphan: "red",
};

const actions = ["keep", "rename", "merge", "split", "ambiguous", "orphan"] as const;
const occasions = [...actions, "mixes"] as const;

function planLine(migration: Migration): Line {
  const { action, mixes } = migration;
  const style = mixes === undefined ? styles[action] : "red";
  return [{ text: action.padEnd("ambiguous".length), style }, "  ", explainMigration(migration)];
}

/** `keyscope migrate`. */
export const migrateCommand = defineCommand({
  name: "migrate",
  summary: "Tells what becomes of stored sessions under another config or edition.",
  details: [
    "A key is kept, renamed, merged with others, split, orphaned, or ambiguous where it does not tell enough.",
    "What the entries of sessions.json tell beside their keys decides, too: the channel, the account, how ids are spelled.",
    "Nothing is changed: rename the records of your store as the JSON output says.",
  ],
  parameters: {
    config: { about: "the config in force: openclaw.json" },
    store: { about: "sessions.json, or a list of keys or entries, in JSON or one a line" },
  },
  options: {
    ...policyOptions,
    "to-config": { type: "string", value: "<file>", about: "the config that takes its place" },
    "to-edition": { type: "string", value: "<edition>", about: "the edition that takes its place" },
    messages: {
      type: "string",
      value: "<file>",
      about: "a message of each known conversation, as for explain",
    },
    "fail-on": { type: "string", value: "<what>", about: `exit with 1 at any of: ${occasions.join(", ")}` },
  },
  examples: [
    "keyscope migrate openclaw.json5 sessions.json --edition openclaw@2026.3.7 --to-edition 2026-11",
    "keyscope migrate old.json5 sessions.json --edition 2026-11 --to-config new.json5 --json",
  ],
  run: async ({ config, store: file }, chosen) => {
    const { messages, "to-config": toConfig, "to-edition": toEdition } = chosen;
    if (toConfig === undefined && toEdition === undefined)
      throw new UsageError("nothing changes: name --to-config, --to-edition, or both");
    const failOn = readWords("fail-on", chosen["fail-on"], occasions);
    const { from, to } = await readMove(config, chosen, { config: toConfig, edition: toEdition });
    const known = messages === undefined ? [] : await readList(messages, () => messageSchema);
    const store = await readSessions(file);
    const migrations = planMigration(store.rows, from, to, known.map(inboundOf));
    const found = tally(migrations, ({ action }) => action, actions);
    return {
      json: { migrations, unread: store.unread },
      page: [...migrations.map(planLine), ...unreadLines(store), [`Keys: ${found}.`]],
      failed: migrations.some(
        ({ action, mixes }) => failOn.includes(action) || (mixes !== undefined && failOn.includes("mixes")),
      ),
    };
  },
});
