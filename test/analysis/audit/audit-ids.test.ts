import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { findingKinds } from "../../../src/analysis/audit/finding-kinds.ts";
import { tableOf } from "../../docs/table.ts";

const page = readFileSync(new URL("../../../docs/audit-ids.md", import.meta.url), "utf8");
const idsIn = (cell = ""): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id);

const found = tableOf(page, "checkId");
const elsewhere = [...tableOf(page, "other checkId"), ...tableOf(page, "harmless checkId")];
const named = [...found, ...elsewhere].flatMap(([theirs]) => idsIn(theirs));

/** Whether an id is one that the page names, `<channel>` and `*` standing for a part of it. */
function isNamed(id: string): boolean {
  return named.some((each) => {
    const pattern = each.replaceAll(".", "\\.").replaceAll("*", ".+").replaceAll(/<\w+>/g, "[^.]+");
    return new RegExp(`^${pattern}$`).test(id);
  });
}

/** The ids that releases' own audits answered, as they were recorded. */
const recorded = (): readonly string[] => {
  const file = new URL("../../conformance/vectors/policy.jsonl.gz", import.meta.url);
  const ids = new Set<string>();
  for (const line of gunzipSync(readFileSync(file)).toString().split("\n")) {
    if (!line.includes('"fn":"audit.')) continue;
    const { outputs } = JSON.parse(line) as { readonly outputs: readonly { readonly value?: unknown }[] };
    for (const { value } of outputs)
      for (const each of Array.isArray(value) ? (value as unknown[]) : [])
        if (typeof each === "string") ids.add(each.split(" ")[1] ?? "");
  }
  return [...ids];
};

describe("the page about the ids of OpenClaw's audit", () => {
  it("names findings that there are", () => {
    const ours = found.flatMap(([, , , here]) => idsIn(here));
    expect(ours.filter((id) => !Object.hasOwn(findingKinds, id))).toEqual([]);
    expect(found.filter(([, , , here]) => idsIn(here).length === 0)).toEqual([]);
  });

  it("names every id that a release's audit was recorded to answer", () => {
    const ids = recorded();
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !isNamed(id))).toEqual([]);
  });

  it("names each id once", () => {
    expect(named.filter((id, at) => named.indexOf(id) !== at)).toEqual([]);
  });
});
