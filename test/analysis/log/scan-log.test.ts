import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainLogFinding } from "../../../src/analysis/log/log-finding.ts";
import { scanLog, type ScanOptions } from "../../../src/analysis/log/scan-log.ts";
import { evaluateLogEvent, type LogEvent, type LogRecord } from "../../../src/analysis/log-event.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { evaluateTool } from "../../../src/policy/tool/tool.ts";
import { evaluateVisibility } from "../../../src/policy/visibility/visibility.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";

const events = { sessionCreate: true, sessionAccess: true, toolExecution: true, approvalRequests: true };
const policy = parsePolicy(
  {
    logging: { events },
    channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["7"] } },
    tools: { deny: ["browser"], sessions: { visibility: "agent" } },
    agents: { list: [{ id: "main", default: true }, { id: "work" }] },
  },
  { edition: "2026-11" },
);

function logged(event: LogEvent): LogRecord {
  const { record } = evaluateLogEvent(event, policy);
  if (record === undefined) throw new Error("the config logs everything");
  return record;
}

const alice = "agent:main:telegram:direct:alice";
const bob = "agent:main:telegram:direct:bob";

function read(requester: string, target: string, action: "history" | "list" = "history"): LogRecord {
  const inputs = { action, requester, target };
  return logged({ event: "sessionAccess", inputs, decision: evaluateVisibility(inputs, policy) });
}

function use(tool: string, key: string): LogRecord {
  const inputs = { tool, key };
  return logged({ event: "toolExecution", inputs, decision: evaluateTool(inputs, policy) });
}

function knock(peer: string): LogRecord {
  const inputs = { channel: "telegram", chatType: "direct", peer } as const;
  return logged({ event: "sessionAccess", inputs, decision: evaluateAccess(inputs, policy) });
}

function many<Thing>(count: number, thing: Thing): readonly Thing[] {
  return Array.from({ length: count }, () => thing);
}

function found(records: readonly LogRecord[], options?: ScanOptions) {
  return scanLog(records, options).findings.map(explainLogFinding);
}

describe("what a log tells", () => {
  it.each<readonly [string, readonly LogRecord[], readonly string[]]>([
    ["nothing is logged", [], []],
    ["a session reads another one", [read(bob, alice)], [`${bob} read ${alice} once (record 0).`]],
    [
      "it does so again, and somebody else once",
      [read(bob, alice), read(alice, bob), read(bob, alice)],
      [`${bob} read ${alice} 2 times (records 0 and 2).`, `${alice} read ${bob} once (record 1).`],
    ],
    ["it reads itself", [read(bob, bob)], []],
    ["it lists others, which tells nothing of what was written there", [read(bob, alice, "list")], []],
    ["it is not let read another agent's", [read(bob, "agent:work:main")], []],
    ["tools that it always used", [...many(20, use("read", bob)), use("read", bob)], []],
    [
      "a tool after twenty others",
      [...many(20, use("read", bob)), use("exec", bob), use("exec", bob)],
      [`${bob} used exec once, which it had never done in 20 uses of tools (record 20).`],
    ],
    [
      "a young session uses what its agent never did",
      [...many(20, use("read", bob)), use("exec", alice)],
      [`${alice} used exec once, which its agent had never done in 20 uses of tools (record 20).`],
    ],
    [
      "a young session of another agent, of which nothing is known",
      [...many(20, use("read", bob)), use("exec", "agent:work:main")],
      [],
    ],
    [
      "by its other name it is the same tool",
      [...many(19, use("read", bob)), use("exec", bob), use("bash", bob)],
      [],
    ],
    ["what is denied was not used", [...many(20, use("read", bob)), use("browser", bob)], []],
    ["four denials", many(4, knock("666")), []],
    [
      "five denials",
      many(5, knock("666")),
      ["telegram:666 was denied 5 times in a row: dm-not-allowlisted (records 0, 1, 2, 3 and 4)."],
    ],
    [
      "five denials with somebody else's success in between",
      [...many(3, knock("666")), knock("7"), ...many(2, knock("666"))],
      ["telegram:666 was denied 5 times in a row: dm-not-allowlisted (records 0, 1, 2, 4 and 5)."],
    ],
    [
      "denials with a success of their own in between",
      [...many(4, use("browser", bob)), use("read", bob), ...many(4, use("browser", bob))],
      [],
    ],
  ])("%s", (_, records, sentences) => {
    expect(found(records)).toEqual(sentences);
  });

  it("tells two runs of denials apart", () => {
    const run = many(5, use("browser", bob));
    const findings = scanLog([...run, use("read", bob), ...run]).findings;
    expect(findings.map(({ id, count, records }) => [id, count, records[0]?.index])).toEqual([
      ["denials-in-a-row", 5, 0],
      ["denials-in-a-row", 5, 6],
    ]);
  });

  it("takes other numbers, and the usual ones for what is none", () => {
    expect(found(many(2, knock("666")), { denialsInARow: 2 })).toHaveLength(1);
    expect(found([use("read", bob), use("exec", bob)], { usualAfter: 1 })).toHaveLength(1);
    for (const wrong of [0, -1, 1.5, NaN])
      expect(found(many(2, knock("666")), { denialsInARow: wrong })).toEqual([]);
  });

  it("proves each finding with records of the log, ten at most", () => {
    const records = many(30, knock("666"));
    const [finding] = scanLog(records).findings;
    expect(finding?.count).toBe(30);
    expect(finding?.records.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const { index, record } of finding?.records ?? []) expect(record).toBe(records[index]);
    expect(explainLogFinding(finding ?? ({} as never))).toContain("8, 9 and 20 others");
  });

  it("names whoever asked by the resolution that was handed on", () => {
    const requester = resolveSession({ channel: "telegram", chatType: "group", peer: "-1" }, policy);
    const inputs = { action: "history", requester, target: { key: alice } } as const;
    const record = logged({ event: "sessionAccess", inputs, decision: evaluateVisibility(inputs, policy) });
    expect(found([record])).toEqual([`agent:main:telegram:group:-1 read ${alice} once (record 0).`]);
  });
});

describe("what a log does not tell", () => {
  it("counts what is no record, and whose records nobody knows", () => {
    const strange = [undefined, null, 1, "text", [], {}, { event: "else", inputs: {}, decision: {} }];
    const nameless: LogRecord = {
      event: "toolExecution",
      edition: "2026-11",
      policy: "",
      inputs: {},
      decision: {},
    };
    // A file of records holds whatever was written into it.
    const scan = scanLog([...strange, nameless, knock("7")] as readonly LogRecord[]);
    expect(scan).toEqual({
      kind: "log-scan",
      findings: [],
      more: 0,
      read: 2,
      unread: { count: 7, first: [0, 1, 2, 3, 4, 5, 6] },
      nameless: 1,
      forgotten: 0,
    });
  });

  it("counts whom it lost sight of, and the findings that it does not tell", () => {
    function* records() {
      for (let id = 0; id < 12_000; id += 1) yield read(bob, `agent:main:telegram:direct:${id}`);
      for (let id = 0; id < 12_000; id += 1) yield knock(String(id + 10));
    }
    const scan = scanLog(records());
    expect(scan.findings).toHaveLength(1_000);
    expect(scan.more).toBe(11_000);
    expect(scan.forgotten).toBeGreaterThan(1_999);
  });

  it("is the same of a stream", async () => {
    const list = [read(bob, alice), ...many(6, knock("666"))];
    async function* stream() {
      for (const record of list) yield await Promise.resolve(record);
    }
    expect(await scanLog(stream())).toEqual(scanLog(list));
  });

  it("never throws, whatever a log holds", () => {
    const decision = fc.record(
      {
        kind: fc.constantFrom("tool", "visibility", "access"),
        action: fc.constant("history"),
        allowed: fc.boolean(),
        reason: fc.oneof(fc.constant("same-agent"), fc.anything()),
      },
      { requiredKeys: [] },
    );
    const record = fc.record(
      {
        event: fc.constantFrom("toolExecution", "sessionAccess"),
        inputs: fc.oneof(
          fc.dictionary(
            fc.constantFrom("key", "tool", "requester", "target", "channel", "peer", "__proto__"),
            fc.anything(),
          ),
          fc.anything(),
        ),
        decision: fc.oneof(decision, fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(record, fc.anything()), { maxLength: 30 }), (records) => {
        const scan = scanLog(records as readonly LogRecord[], { denialsInARow: 1, usualAfter: 1 });
        expect(scan.read + scan.unread.count).toBe(records.length);
        for (const finding of scan.findings) expect(typeof explainLogFinding(finding)).toBe("string");
      }),
    );
  });
});
