import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decidingSettings } from "../../../src/analysis/coverage/deciding-settings.ts";
import { undecided } from "../../../src/config/keys/undecided.ts";
import { patternsOf } from "../../../src/config/patterns.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { fieldsOf, type Field } from "../../config/fields.ts";
import { tableOf } from "../../docs/table.ts";

/** Where parts stand that are no settings, with all that stands within. */
const parts = [
  "session.sendPolicy.rules agent.memorySearch.scope.rules memory.qmd.scope.rules bindings session.identityLinks",
  "session.{reset,dailyReset,idleMinutes,resetByType,resetByChannel}",
  "agents.list[].reset agents.entries.*.reset channel.groups.*.reset",
  "channel.{guilds,teams,rooms,channels}",
  "channel:irc.groups channel:matrix.groups channel:googlechat.groups channel:nextcloud-talk.rooms",
];

/** What the page says is no part, with the reason. */
const none = tableOf(readFileSync("docs/coverage.md", "utf8"), "no part").map(
  ([settings = "", why = ""]) => [settings.replaceAll("`", "").replaceAll(", ", " "), why] as const,
);

const decides = patternsOf([
  ...parts.map((patterns) => [patterns, true] as const),
  ...decidingSettings.map(([patterns]) => [patterns, true] as const),
]);
const named = patternsOf(none);
/** What no edition reads, on any channel. */
const notRead = patternsOf(undecided.filter(([, { readOn, readWith }]) => !readOn && !readWith));

const editions: readonly Edition[] = [
  "2026-11",
  "openclaw@2026.9.6",
  "openclaw@2026.6.8",
  "openclaw@2026.3.7",
  "openclaw@2026.1.29",
];

/** Settings that hold no others. */
function leavesOf(edition: Edition): readonly Field[] {
  const fields = fieldsOf(edition);
  const around = new Set(fields.map((field) => JSON.stringify(field.slice(0, -1))));
  return fields.filter((field) => !around.has(JSON.stringify(field)));
}

describe("every setting that is read", () => {
  it.each(editions)("is a part, or the page says why it is none, under %s", (edition) => {
    const forgotten = leavesOf(edition).filter((field) =>
      [decides, named, notRead].every((table) => table.find(field) === undefined),
    );
    expect(forgotten.map((field) => field.join(".")).join("\n")).toBe("");
  });

  it("is not said to be no part where it is one", () => {
    const both = editions
      .flatMap(leavesOf)
      .filter((field) => (named.find(field)?.depth ?? 0) > 0 && decides.find(field) !== undefined);
    expect(both.map((field) => field.join("."))).toEqual([]);
  });

  it.each(none)("is what %s means on the page", (settings, why) => {
    const table = patternsOf([[settings, true]]);
    expect(editions.flatMap(leavesOf).some((field) => table.find(field) !== undefined)).toBe(true);
    expect(why).not.toBe("");
  });
});
