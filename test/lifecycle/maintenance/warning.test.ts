import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { warnOfMaintenance, type MaintenanceWarning } from "../../../src/lifecycle/maintenance/warning.ts";
import type { SessionEntry } from "../../../src/lifecycle/session-entry.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

const now = 100 * 86_400_000;
const mine: SessionEntry = { key: "agent:main:explicit:mine", updatedAt: 1 };
const others: readonly SessionEntry[] = [
  { key: "agent:main:explicit:a", updatedAt: now },
  { key: "agent:main:explicit:b", updatedAt: now },
];
const maintenance = { maxEntries: 2, pruneAfter: "30d" };

function warn(
  entries: readonly SessionEntry[],
  edition: Edition = "2026-11",
): MaintenanceWarning | undefined {
  return warnOfMaintenance(mine.key, entries, parsePolicy({ session: { maintenance } }, { edition }), now);
}

describe("warnOfMaintenance", () => {
  it("tells what age and cap would do, each on its own", () => {
    expect(warn([...others, mine])).toEqual({ ageOutcome: "archive", capOutcome: "archive" });
    expect(warn([...others, mine], "openclaw@2026.9.2")).toEqual({
      ageOutcome: "delete",
      capOutcome: "archive",
    });
    expect(warn([mine])).toEqual({ ageOutcome: "archive" });
    expect(warn([{ ...mine, updatedAt: now - 1 }, ...others])).toEqual({ capOutcome: "archive" });
  });

  it.each<readonly [why: string, entries: readonly SessionEntry[]]>([
    ["it is safe", [{ ...mine, updatedAt: now }]],
    ["it is pinned", [...others, { ...mine, pinnedAt: 1 }]],
    ["the store does not have it", [...others, { key: "agent:main:explicit:c", updatedAt: 1 }]],
  ])("says nothing when %s", (_, entries) => {
    expect(warn(entries)).toBeUndefined();
  });

  it("says nothing where there is no maintenance", () => {
    expect(
      warnOfMaintenance(mine.key, [mine], parsePolicy({}, { edition: "openclaw@2026.1.29" }), now),
    ).toBeUndefined();
  });
});
