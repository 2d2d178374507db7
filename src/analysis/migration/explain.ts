import type { Migration, MigrationReason } from "./migration.ts";

const reasons: Readonly<Record<MigrationReason, string>> = {
  "same-key": "nothing changes for it",
  "leads-here-again": "no message leads there now, and some will",
  agent: "another agent answers",
  scope: "the scope is another",
  "main-key": "main sessions have another name",
  identity: "identity links join other ids",
  spelling: "the edition writes the key in another way",
  "not-in-key": "the key does not tell what the new one depends on",
  unreadable: "the key has no shape that could be read with certainty",
  unreachable: "no message leads there, before or after",
  "missing-peer": "its messages name nobody, and are refused",
  "ambiguous-agent": "none of several agents is the default one",
  "unknown-agent": "its agent is not configured any more",
  "no-agent": "no agents are configured",
  "malformed-inbound": "its messages lack a fact, and are refused",
  "global-scope": "one session is for all so far",
  "dm-scope": "direct chats share it so far",
  "group-scope": "rooms share it so far",
  "identity-links": "identity links join several ids in it so far",
  "account-not-in-key": "several accounts share it so far",
};

function whatHappens({ action, to, into = [] }: Migration): string {
  const known = into.length === 0 ? "" : `, among them ${into.join(", ")}`;
  switch (action) {
    case "keep":
      return "stays";
    case "rename":
      return `becomes ${to}`;
    case "merge":
      return `goes into ${to}, together with others`;
    case "split":
      return `parts into several${known}`;
    case "ambiguous":
      return into.length === 0 ? "cannot be planned for" : `becomes one of several${known}`;
    case "orphan":
      return "is left behind";
  }
}

/**
 * Says in a sentence or two what becomes of a stored session, and warns where histories would mix.
 *
 * @example
 * ```ts
 * const from = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
 * const to = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11" });
 * planMigration(["agent:main:direct:7"], from, to).map(explainMigration);
 * //=> [
 * //   "agent:main:direct:7 becomes agent:main:main: the scope is another. It would mix the histories of 7 and whoever else writes.",
 * // ]
 * ```
 */
export function explainMigration(migration: Migration): string {
  const { from, mixes, reason } = migration;
  const names = mixes?.map((name) => (name === "*" ? "whoever else writes" : name)) ?? [];
  const warning = names.length === 0 ? "" : ` It would mix the histories of ${names.join(" and ")}.`;
  return `${from} ${whatHappens(migration)}: ${reasons[reason]}.${warning}`;
}
