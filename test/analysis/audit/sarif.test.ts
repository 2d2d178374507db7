import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { audit, toSarif, type Finding } from "../../../src/analysis/index.ts";
import { parsePolicy } from "../../../src/index.ts";

const text = readFileSync(new URL("../../configs/dangerous.json5", import.meta.url), "utf8");
const findings = audit(parsePolicy(text, { edition: "2026-11" }));

function finding(id: Finding["id"], severity: Finding["severity"], path = "session.dmScope"): Finding {
  return {
    kind: "finding",
    id,
    severity,
    path,
    message: "Somebody could.",
    fix: { sentence: "Do not.", changes: [] },
  };
}

describe("a SARIF log", () => {
  it("names the line of each setting, as the file writes it", () => {
    const [{ results }] = toSarif(findings, { source: { uri: "openclaw.json5", text } }).runs;
    const lines = text.split("\n");
    const written = results.map(({ ruleId, locations }) => {
      const line = locations[0]?.physicalLocation?.region?.startLine ?? 0;
      return [ruleId, lines[line - 1]?.trim().split(" ")[0]];
    });
    expect(Object.fromEntries(written)).toEqual({
      "direct-messages-shared": "session:",
      "exec-without-approval": "exec:",
      "open-direct-messages": "dmPolicy:",
      "open-groups-without-mention": "groups:",
      "inert-pairing": "allowFrom:",
      "strangers-reach-gateway": "tools:",
      "strangers-reach-host": "tools:",
      "tools-full": "profile:",
      "visibility-all": "sessions:",
      // Nothing of these is written, nor anything around them.
      "memory-scope-by-default": undefined,
      "nothing-logged": undefined,
    });
  });

  it.each([
    ["critical", "error"],
    ["high", "error"],
    ["medium", "warning"],
    ["low", "note"],
    ["info", "note"],
  ] as const)("has %s findings at the level %s", (severity, level) => {
    expect(toSarif([finding("tools-full", severity)]).runs[0].results[0]?.level).toBe(level);
  });

  it("has one rule for each kind of finding, at its worst", () => {
    const [run] = toSarif([
      finding("tools-full", "low"),
      finding("open-groups", "info"),
      finding("tools-full", "high", "bindings"),
    ]).runs;
    expect(
      run.tool.driver.rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration.level]),
    ).toEqual([
      ["tools-full", "error"],
      ["open-groups", "note"],
    ]);
    expect(run.results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1, 0]);
  });

  it("marks what is suppressed, with the reason", () => {
    const [result] = toSarif([{ ...finding("tools-full", "high"), suppressed: { reason: "one owner" } }])
      .runs[0].results;
    expect(result?.suppressions).toEqual([{ kind: "external", justification: "one owner" }]);
  });

  it("tells no place where there is none", () => {
    expect(toSarif([finding("tools-full", "low", "")]).runs[0].results[0]?.locations).toEqual([]);
    expect(toSarif([finding("tools-full", "low")]).runs[0].results[0]?.locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: "session.dmScope" }] },
    ]);
  });

  it("is plain data", () => {
    const log = toSarif(findings, { source: { uri: "openclaw.json5", text } });
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
  });
});
