import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findingKinds } from "../../../src/analysis/audit/finding-kinds.ts";
import { tableOf } from "../../docs/table.ts";

it("the page about audits names every kind of finding, and how much is at stake", () => {
  const page = readFileSync(new URL("../../../docs/audit.md", import.meta.url), "utf8");
  const kinds = Object.entries(findingKinds).map(([id, { severities, means }]) => [
    `\`${id}\``,
    severities.join(", "),
    means,
  ]);
  expect(tableOf(page, "id")).toEqual(kinds);
});
