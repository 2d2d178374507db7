import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behaviourChanges } from "../../src/edition/behaviour-changes.ts";
import { behavioursOf, editions, type Edition } from "../../src/edition/edition.ts";

describe("what a move between editions changes", () => {
  it("is told in the direction of the move", () => {
    const forth = behaviourChanges("openclaw@2026.9.5", "openclaw@2026.9.6");
    const back = behaviourChanges("openclaw@2026.9.6", "openclaw@2026.9.5");
    const id = "creation-notice-setting";
    expect(forth.find((change) => change.id === id)).toEqual({
      id,
      area: "config",
      risk: "widens",
      was: "`session.notifyOnCreate` is refused",
      became: "`session.notifyOnCreate` is read",
      gained: true,
      changedIn: ["2026.9.6"],
    });
    expect(back.find((change) => change.id === id)).toEqual({
      id,
      area: "config",
      risk: "narrows",
      was: "`session.notifyOnCreate` is read",
      became: "`session.notifyOnCreate` is refused",
      gained: false,
      changedIn: ["2026.9.6"],
    });
  });

  it("names the release that took a behaviour back", () => {
    const lost = behaviourChanges("openclaw@2026.3.7", "openclaw@2026.6.6");
    expect(lost.find(({ id }) => id === "fork-limit-setting")).toMatchObject({
      gained: false,
      changedIn: ["2026.5.2"],
    });
  });

  it("follows the tree of releases: 2026.7.35 behaves almost as 2026.7.1-2, and older than 2026.8.1", () => {
    const ids = (from: Edition, to: Edition) => behaviourChanges(from, to).map(({ id }) => id);
    const maintained = ids("openclaw@2026.7.1-2", "openclaw@2026.7.35");
    expect(maintained).toEqual(["matrix-senders-of-exact-case", "approvals-for-good-name-directory"]);
    expect(ids("openclaw@2026.7.35", "openclaw@2026.8.1")).toEqual(
      ids("openclaw@2026.7.1-2", "openclaw@2026.8.1").filter((id) => !maintained.includes(id)),
    );
  });

  it("applied to the one set of behaviours gives the other, and says where each changed", () => {
    const any = fc.constantFrom(...editions);
    fc.assert(
      fc.property(any, any, (from, to) => {
        const set = new Set(behavioursOf(from));
        for (const { id, gained, changedIn } of behaviourChanges(from, to)) {
          if (gained) set.add(id);
          else set.delete(id);
          expect(changedIn.length).toBeGreaterThan(0);
        }
        expect(set).toEqual(behavioursOf(to));
      }),
    );
  });
});
