import { describe, expect, it } from "vitest";
import { coverage } from "../../../src/analysis/coverage/coverage.ts";
import { toLcov } from "../../../src/analysis/coverage/lcov.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

const source = `{
  session: {
    dmScope: "per-peer",
    identityLinks: { ann: ["irc:a", "irc:b"] },
  },
  bindings: [
    { agentId: "ops", match: { channel: "irc" } },
  ],
}
`;
const policy = parsePolicy(source, { edition: "2026-11" });
const covered = coverage(policy, [
  { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "a" } },
  { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "a" } },
]);

describe("an LCOV record", () => {
  it("has a function for each part, and lines as well covered as the least covered part on them", () => {
    expect(toLcov(covered, source, "conf/openclaw.json5")).toBe(
      [
        "TN:",
        "SF:conf/openclaw.json5",
        "FN:7,bindings[0]",
        "FNDA:2,bindings[0]",
        "FN:3,session.dmScope",
        "FNDA:2,session.dmScope",
        "FN:4,session.identityLinks.ann[0]",
        "FNDA:2,session.identityLinks.ann[0]",
        "FN:4,session.identityLinks.ann[1]",
        "FNDA:0,session.identityLinks.ann[1]",
        "FNF:4",
        "FNH:3",
        "DA:3,2",
        "DA:4,0",
        "DA:7,2",
        "LF:3",
        "LH:2",
        "end_of_record\n",
      ].join("\n"),
    );
  });

  it("leaves out what the text does not write", () => {
    expect(toLcov(covered, "{}", "x")).toBe("TN:\nSF:x\nFNF:0\nFNH:0\nLF:0\nLH:0\nend_of_record\n");
  });
});
