import { explainMigration, type Migration } from "../../analysis/migration/migration.ts";
import { planMigration } from "../../analysis/migration/plan-migration.ts";
import { defineCommand } from "../command.ts";
import { readList } from "../data-file.ts";
import { UsageError } from "../fault.ts";
import { inboundOf, messageSchema } from "../question-schema.ts";
import { type Line, type Span, type Style, tally } from "../page.ts";
import { configParameter, moveOptions, policyOptions, readMove } from "../policy-file.ts";
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

function isOneOf({ action, mixes }: Migration, asked: readonly (typeof occasions)[number][]): boolean {
  return asked.includes(action) || (mixes !== undefined && asked.includes("mixes"));
}

function planLine(migration: Migration): Line {
  const { action, mixes } = migration;
  const style = mixes === undefined ? styles[action] : "red";
  return [{ text: action.padEnd("ambiguous".length), style }, "  ", explainMigration(migration)];
}

/** What asks for attention first: what is lost or cannot be planned, then what is read by others, then what moves. */
function rankOf({ action, mixes }: Migration): number {
  if (mixes !== undefined) return 2;
  return { orphan: 0, ambiguous: 1, split: 3, merge: 4, rename: 5, keep: 6 }[action];
}

/** So many steps that are alike are told one by one. */
const toldOfAKind = 3;

/** The steps in groups of those that are alike, of which the first ones are told and the others counted. */
function planLines(migrations: readonly Migration[], verbose: boolean): readonly Line[] {
  const groups = new Map<string, Migration[]>();
  for (const migration of migrations) {
    const kind = `${rankOf(migration)} ${migration.action} ${migration.reason}`;
    const alike = groups.get(kind);
    if (alike === undefined) groups.set(kind, [migration]);
    else alike.push(migration);
  }
  const inOrder = [...groups.values()].toSorted(
    ([one], [other]) => (one === undefined ? 0 : rankOf(one)) - (other === undefined ? 0 : rankOf(other)),
  );
  return inOrder.flatMap((alike) => {
    if (verbose || alike.length <= toldOfAKind) return alike.map(planLine);
    const told = alike.slice(0, toldOfAKind - 1);
    const rest: Span = { text: `and ${alike.length - told.length} more like these`, style: "dim" };
    return [...told.map(planLine), [" ".repeat("ambiguous  ".length), rest]];
  });
}

/** `keyscope migrate`. */
export const migrateCommand = defineCommand({
  name: "migrate",
  summary: "Shows what happens to stored sessions under another config or edition.",
  details: [
    "A key is kept, renamed, merged with others, split, orphaned, or ambiguous if it does not say enough.",
    "The entries of sessions.json count as well as their keys: they tell the channel, the account and how ids are spelled.",
    "Keys that need attention come first. Similar ones are summed up; --verbose lists them all.",
    "Your store is not touched: rename its records according to the JSON output.",
  ],
  parameters: {
    config: configParameter,
    store: { about: "sessions.json, or a list of keys or entries, in JSON or one a line" },
  },
  options: {
    ...policyOptions,
    ...moveOptions,
    messages: {
      type: "string",
      value: "<file>",
      about: "a message of each known conversation, as for explain",
    },
    only: { type: "string", value: "<what>", words: occasions, many: true, about: "show only these" },
    "fail-on": {
      type: "string",
      value: "<what>",
      words: occasions,
      many: true,
      about: "exit with 1 on any of these",
    },
  },
  examples: [
    "keyscope migrate openclaw.json5 sessions.json --edition openclaw@2026.3.7 --to 2026-11",
    "keyscope migrate old.json5 sessions.json --edition 2026-11 --to-config new.json5 --json",
  ],
  run: async ({ config, store: file }, chosen) => {
    const {
      messages,
      only,
      to: toEdition,
      "to-config": toConfig,
      "fail-on": failOn = [],
      verbose = false,
    } = chosen;
    if (toConfig === undefined && toEdition === undefined)
      throw new UsageError("nothing changes: name --to-config, --to, or both");
    const { from, to } = await readMove(config, chosen, { config: toConfig, edition: toEdition });
    const known = messages === undefined ? [] : await readList(messages, () => messageSchema);
    const store = await readSessions(file);
    const migrations = planMigration(store.rows, from, to, known.map(inboundOf)).filter(
      (migration) => only === undefined || isOneOf(migration, only),
    );
    const found = tally(migrations, ({ action }) => action, actions);
    return {
      json: { migrations, unread: store.unread },
      page: [...planLines(migrations, verbose), ...unreadLines(store), [`Keys: ${found}.`]],
      failed: migrations.some((migration) => isOneOf(migration, failOn)),
    };
  },
});
