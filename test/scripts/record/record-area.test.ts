import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { recordArea } from "../../../scripts/record/record-area.mjs";
import { readVectors } from "../../../scripts/record/vectors.mjs";

const release = mkdtempSync(join(tmpdir(), "keyscope-test-area-"));
afterAll(() => {
  rmSync(release, { recursive: true });
});

mkdirSync(join(release, "dist"));
const chunks = {
  "agents.js": [
    'import { spawn } from "node:child_process";',
    "spawn('no-such-command');",
    "setTimeout(() => process.exit(1));",
    "function normalizeAgentId(value) {",
    "\treturn 'an agent';",
    "}",
  ].join("\n"),
  "accounts.js": "function normalizeAccountId(value) {\n\tfor (;;);\n}",
  "hanging.js": "for (;;);\nfunction normalizeMainKey(value) {}",
  "needy.js": [
    'import { parse } from "json5";',
    "function normalizeChatType(value) {",
    "\treturn value === 'group' ? parse(value) : 'no group';",
    "}",
  ].join("\n"),
};
for (const [name, source] of Object.entries(chunks)) writeFileSync(join(release, "dist", name), source);

describe("recordArea", () => {
  it("passes over what hangs, as it loads or as it answers, and what needs a package that is not there", async () => {
    const lines = readVectors("keys");
    const steps: string[] = [];
    const { answers, failures, leftOut } = await recordArea(release, "keys", lines, {
      seconds: 5,
      progress: (step) => steps.push(step),
    });

    const answered = (fn: string) => lines.flatMap((line, index) => (line.fn === fn ? [answers[index]] : []));
    expect(new Set(answered("normalizeAgentId").map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"value":"an agent"}']),
    );
    expect(new Set(answered("normalizeAccountId"))).toEqual(new Set([undefined]));
    expect(new Set(answered("normalizeChatType").map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([undefined, '{"value":"no group"}']),
    );
    expect(Object.fromEntries(failures)).toEqual({
      normalizeAccountId: "it was not done after 5 seconds",
      normalizeMainKey: "it was not done after 5 seconds",
    });
    expect(leftOut).toEqual({ normalizeChatType: { json5: true } });
    expect(steps).toContain("keys: normalizeAgentId");
  });
});
