import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { explainMaintenance } from "../../../src/lifecycle/maintenance/explain.ts";
import { planMaintenance } from "../../../src/lifecycle/maintenance/plan-maintenance.ts";
import type { SessionEntry } from "../../../src/lifecycle/session-entry.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

const now = 100 * 86_400_000;

function explained(entries: readonly SessionEntry[], edition: Edition, maintenance?: object): string {
  const policy = parsePolicy(maintenance === undefined ? {} : { session: { maintenance } }, { edition });
  return explainMaintenance(planMaintenance(entries, policy, now));
}

const old = { key: "agent:main:explicit:1", updatedAt: 1 };
const hooks = [1, 2, 3].map((id) => ({ key: `agent:main:hook:${id}`, updatedAt: now }));

describe("explainMaintenance", () => {
  it.each<readonly [why: string, sentence: string, said: string]>([
    [
      "an edition without it",
      explained([old], "openclaw@2026.2.9"),
      "This edition has no session maintenance.",
    ],
    ["nothing to do", explained([], "2026-11"), "Of 0 sessions, maintenance would touch none."],
    [
      "a warning",
      explained([old, ...hooks], "2026-11", { maxEntries: 2 }),
      "Of 4 sessions, maintenance would delete 1 and archive 1: 1 too old (the default of 2026-11), 1 too many (session.maintenance.maxEntries).",
    ],
    [
      "what is carried out",
      explained([old], "openclaw@2026.9.6"),
      "Of 1 session, maintenance will archive 1: 1 too old (the default of openclaw@2026.9.6).",
    ],
    [
      "times that cannot be read",
      explained([{ ...old, updatedAt: "yesterday" as never }], "2026-11"),
      "Of 1 session, maintenance would touch none. The times of 1 cannot be read; it stays.",
    ],
  ])("%s", (_, sentence, said) => {
    expect(sentence).toBe(said);
  });
});
