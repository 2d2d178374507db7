import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import type { ChangeSet } from "../../../src/policy/trace.ts";
import { evaluateVisibility, visibleSessions } from "../../../src/policy/visibility/visibility.ts";
import type {
  Requester,
  SessionRow,
  VisibilityRequest,
} from "../../../src/policy/visibility/visibility-facts.ts";
import { effectiveVisibility, type Visibility } from "../../../src/policy/visibility/visibility-rule.ts";
import { changeSettings } from "../change-settings.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const numRuns = Number(process.env["KEYSCOPE_RUNS"] ?? 100);
const ours = "2026-11";
const newest = "openclaw@2026.9.6";

const main = "agent:main:main";
const child = "agent:main:subagent:a";
const grandchild = "agent:main:subagent:b";
const stranger = "agent:main:irc:direct:1";
const otherAgent = "agent:work:main";
const otherChild = "agent:work:subagent:c";

function config(
  visibility?: Visibility,
  agentToAgent?: { enabled?: boolean; allow?: string[] },
): ConfigInput {
  return {
    tools: {
      ...(visibility !== undefined && { sessions: { visibility } }),
      ...(agentToAgent !== undefined && { agentToAgent }),
    },
  };
}

type QuestionKind = Partial<VisibilityRequest> & { readonly target: string | SessionRow };

function decide(written: ConfigInput, ask: QuestionKind, edition: Edition = ours): string {
  const policy = parsePolicy(written, { edition });
  return evaluateVisibility({ action: "history", requester: main, ...ask }, policy).reason;
}

describe("evaluateVisibility under 2026-11", () => {
  const spawnedBy = { [child]: main, [grandchild]: child, [otherChild]: main };
  const on = { enabled: true, allow: ["main", "work"] };
  it.each([
    ["self", main, "self"],
    ["self", "current", "self"],
    ["self", child, "self-only"],
    ["self", otherAgent, "other-agent"],
    ["tree", main, "self"],
    ["tree", child, "spawned"],
    ["tree", grandchild, "spawned"],
    ["tree", otherChild, "spawned"],
    ["tree", stranger, "tree-only"],
    ["tree", otherAgent, "other-agent"],
    ["agent", stranger, "same-agent"],
    ["agent", otherAgent, "other-agent"],
    ["agent", otherChild, "spawned"],
    ["all", stranger, "same-agent"],
    ["all", otherChild, "spawned"],
    ["all", otherAgent, "agent-to-agent"],
    ["all", "agent:third:main", "agent-to-agent-not-allowed"],
    ["all", "main", "target-agent-unknown"],
    ["all", "agent:main:dashboard:incognito-1", "incognito-session"],
  ] as const)("%s, %s: %s", (visibility, target, reason) => {
    expect(decide(config(visibility, on), { target, spawnedBy })).toBe(reason);
  });

  it.each([
    ["a list", { spawned: [child] }],
    ["a set", { spawned: new Set([child]) }],
  ])("climbs to what the requester is known to have spawned, in %s", (_, known) => {
    const ask = {
      requester: { key: main, ...known },
      target: grandchild,
      spawnedBy: new Map([[grandchild, child]]),
    };
    expect(decide({}, ask)).toBe("spawned");
  });

  it.each(["spawnedBy", "owner", "parent"] as const)("climbs from the %s of a row", (field) => {
    expect(decide({}, { target: { key: "agent:main:x", [field]: child }, spawnedBy })).toBe("spawned");
  });

  it("survives a cycle, a session that spawned itself, and foreign names", () => {
    expect(decide({}, { target: child, spawnedBy: { [child]: grandchild, [grandchild]: child } })).toBe(
      "tree-only",
    );
    expect(decide({}, { target: child, spawnedBy: { [child]: child } })).toBe("tree-only");
    expect(decide({}, { target: "constructor", spawnedBy: {} })).toBe("target-agent-unknown");
  });

  it("finds the end of a long chain, and no end that is not there", () => {
    const chain = Array.from({ length: 5000 }, (_, depth) => `agent:main:subagent:${depth}`);
    const parents = new Map(chain.map((key, depth) => [key, chain[depth - 1] ?? main]));
    const target = chain.at(-1) ?? "";
    expect(decide({}, { target, spawnedBy: parents })).toBe("spawned");
    expect(decide({}, { target, spawnedBy: parents, requester: stranger })).toBe("tree-only");
  });

  it("lets a main session see its agent, but not in the sandbox", () => {
    const requester: Requester = { key: main, mainKey: main };
    expect(decide({}, { requester, target: stranger })).toBe("spawned");
    expect(decide({}, { requester: { ...requester, sandboxed: true }, target: stranger })).toBe("tree-only");
  });

  it("denies one that has no session, or no agent", () => {
    const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: [] } as const;
    expect(decide({}, { requester: unresolved, target: main })).toBe("unresolved-session");
    expect(decide({}, { requester: "global", target: main })).toBe("requester-agent-unknown");
    expect(decide({}, { requester: "global", target: "global", defaultAgentId: "main" })).toBe("self");
  });
});

describe("what the releases got wrong, and what becomes of it", () => {
  const open = { enabled: true };
  it.each([
    ["V1: everything is visible by default", {}, { target: stranger }, "same-agent", "tree-only"],
    [
      "V2: agents reach one another by default",
      config("all"),
      { target: otherAgent },
      "agent-to-agent",
      "agent-to-agent-disabled",
    ],
    [
      "V3b: the sandbox widens self to tree",
      config("self"),
      { requester: { key: main, sandboxed: true, spawned: [child] }, target: child },
      "spawned",
      "self-only",
    ],
    [
      "V4c: under agent it does not see its own, as it does under tree",
      config("agent"),
      { requester: { key: main, spawned: [otherChild] }, target: otherChild },
      "other-agent",
      "spawned",
    ],
    [
      "V6: a list leaves out what was spawned",
      config("tree"),
      { action: "list", requester: { key: main, spawned: [child] }, target: child },
      "tree-only",
      "spawned",
    ],
    [
      "V12: an id in the list is compared in its own case",
      config("all", { enabled: true, allow: ["Main", "Work"] }),
      { target: otherAgent },
      "agent-to-agent-not-allowed",
      "agent-to-agent",
    ],
  ] as const)("%s", (_, written, ask, before, now) => {
    expect(decide(written as ConfigInput, ask, newest)).toBe(before);
    expect(decide(written as ConfigInput, ask)).toBe(now);
  });

  it("up to 2026.5.22 a pattern covers no agent whose name has two lines", () => {
    const written = config("all", { enabled: true, allow: ["m*", "work*"] });
    const ask = { target: { key: otherAgent, agentId: "work\nb" } };
    expect(decide(written, ask, "openclaw@2026.5.22")).toBe("agent-to-agent-not-allowed");
    expect(decide(written, ask, "openclaw@2026.5.26")).toBe("agent-to-agent");
    expect(decide(written, { target: { key: "global", agentId: "work\nb" } })).toBe("agent-to-agent");
    const everyone = config("all", { enabled: true, allow: ["*"] });
    expect(decide(everyone, ask, "openclaw@2026.5.22")).toBe("agent-to-agent");
  });

  it.each([
    ["V7: an unknown visibility means agent", { tools: { sessions: { visibility: "everything" } } }],
    ["V14: an empty list is everyone", config("all", { enabled: true, allow: [] })],
    ["V15: a blank name in the list is nobody", config("all", { enabled: true, allow: [""] })],
  ])("%s: refused when parsed", (_, written) => {
    expect(safeParsePolicy(JSON.stringify(written), { edition: ours }).ok).toBe(false);
  });

  it("V14: no list is everyone too, which is said when parsed", () => {
    const parsed = safeParsePolicy(config("all", open), { edition: ours });
    expect(parsed.ok && parsed.warnings).toContainEqual(
      expect.objectContaining({ code: "open-agent-to-agent" }),
    );
  });

  it.each([
    ["2026.3.7", { target: { key: otherAgent, spawnedBy: main } }, "other-agent"],
    ["2026.7.1", { target: { key: otherAgent, spawnedBy: main } }, "spawned"],
    ["2026.8.1", { target: { key: otherAgent, spawnedBy: main } }, "other-agent"],
    ["2026.8.1", { target: { key: otherChild, spawnedBy: main } }, "spawned"],
    ["2026.3.7", { target: "current" }, "tree-only"],
    ["2026.7.1", { target: "current" }, "self"],
    [
      "2026.7.1",
      { target: "agent:main:dashboard:incognito-1", spawnedBy: { "agent:main:dashboard:incognito-1": main } },
      "spawned",
    ],
    [
      "2026.8.1",
      { target: "agent:main:dashboard:incognito-1", spawnedBy: { "agent:main:dashboard:incognito-1": main } },
      "incognito-session",
    ],
    ["2026.3.7", { target: "main" }, "tree-only"],
    ["2026.8.1", { target: "main" }, "target-agent-unknown"],
    ["2026.9.6", { target: grandchild, spawnedBy: { [grandchild]: child, [child]: main } }, "tree-only"],
  ] as const)("V4, V8, V10, V11 in %s: %o is %s", (release, ask, reason) => {
    expect(decide(config("tree"), ask, `openclaw@${release}`)).toBe(reason);
  });

  it.each([
    ["2026.2.12", "all", "all"],
    ["2026.2.17", "tree", "tree"],
    ["2026.8.2", "agent", "tree"],
    ["2026.9.2", "all", "tree"],
  ] as const)("%s sees %s by default, and %s in the sandbox", (release, visibility, sandboxed) => {
    const policy = parsePolicy({}, { edition: `openclaw@${release}` });
    expect([effectiveVisibility(false, policy), effectiveVisibility(true, policy)]).toEqual([
      visibility,
      sandboxed,
    ]);
  });
});

describe("visibleSessions", () => {
  it("asks for no more sessions than are taken", () => {
    const policy = parsePolicy(config("agent"), { edition: ours });
    function* endless(): Generator<string> {
      for (let at = 0; ; at += 1) yield at % 2 === 0 ? `agent:work:cron:${at}` : `agent:main:cron:${at}`;
    }
    const seen: string[] = [];
    for (const key of visibleSessions(main, endless(), policy)) if (seen.push(key) === 2) break;
    expect(seen).toEqual(["agent:main:cron:1", "agent:main:cron:3"]);
  });

  it("passes rows on as they are, with the world taken into account", () => {
    const policy = parsePolicy({}, { edition: ours });
    const rows = [{ key: child }, { key: stranger, parent: main }, { key: otherAgent }];
    expect([...visibleSessions(main, rows, policy, { spawnedBy: { [child]: main } })]).toEqual(
      rows.slice(0, 2),
    );
  });
});

describe("laws", () => {
  const keys = fc.constantFrom(main, child, grandchild, stranger, otherAgent, otherChild, "current", "main");
  const configs = fc
    .record({
      visibility: fc.constantFrom<Visibility>("self", "tree", "agent", "all"),
      enabled: fc.boolean(),
      allow: fc.option(fc.subarray(["main", "work", "w*"], { minLength: 1 }), { nil: undefined }),
      sandbox: fc.constantFrom("spawned" as const, "all" as const),
    })
    .map(({ visibility, enabled, allow, sandbox }): ConfigInput => ({
      ...config(visibility, { enabled, ...(allow !== undefined && { allow }) }),
      agents: { defaults: { sandbox: { sessionToolsVisibility: sandbox } } },
    }));
  const requests: fc.Arbitrary<VisibilityRequest> = fc.record({
    action: fc.constantFrom("list", "history", "send", "status"),
    requester: fc.record({ key: keys, sandboxed: fc.boolean(), mainKey: fc.constant(main) }),
    target: keys,
    spawnedBy: fc.dictionary(keys, keys),
  });
  const editions = fc.constantFrom<Edition>("openclaw@2026.2.12", "openclaw@2026.3.7", newest, ours);
  const policies = editions.map((edition) => parsePolicy({}, { edition }));

  it("the trace agrees with the decision, and its changes turn the answer, all of them needed", () => {
    fc.assert(
      fc.property(configs, requests, editions, (written, request, edition) => {
        const policy = uncheckedPolicy(written, edition);
        const { trace, ...decision } = evaluateVisibility(request, policy, { trace: true });
        expect(evaluateVisibility(request, policy)).toEqual(decision);
        const after = (changes: ChangeSet) =>
          evaluateVisibility(request, uncheckedPolicy(changeSettings(written, changes, 0), edition)).allowed;
        for (const changes of trace?.opposite ?? []) {
          expect(after(changes)).toBe(!decision.allowed);
          for (const choice of changes)
            expect(after(changes.filter((each) => each !== choice))).toBe(decision.allowed);
        }
      }),
      { numRuns },
    );
  });

  it("under 2026-11 each visibility shows what the narrower ones show", () => {
    const levels = (["self", "tree", "agent", "all"] as const).map((visibility) =>
      parsePolicy(config(visibility, { enabled: true }), { edition: ours }),
    );
    fc.assert(
      fc.property(requests, (request) => {
        const allowed = levels.map((policy) => evaluateVisibility(request, policy).allowed);
        expect(allowed).toEqual(allowed.toSorted((a, b) => Number(a) - Number(b)));
      }),
      { numRuns },
    );
  });

  it("under 2026-11 the sandbox shows nothing that is hidden without it", () => {
    fc.assert(
      fc.property(configs, requests, (written, request) => {
        const policy = parsePolicy(written, { edition: ours });
        const asking = request.requester as Requester;
        const allowed = (sandboxed: boolean) =>
          evaluateVisibility({ ...request, requester: { ...asking, sandboxed } }, policy).allowed;
        expect(allowed(true) && !allowed(false)).toBe(false);
      }),
      { numRuns },
    );
  });

  it("is total and serialisable for hostile keys", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("__proto__", "agent:", "agent:a:"),
    );
    fc.assert(
      fc.property(hostile, hostile, policies, (requester, target, policy) => {
        const request = { action: "send", requester, target, spawnedBy: { [target]: requester } } as const;
        const decision = evaluateVisibility(request, policy, { trace: true });
        expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision);
      }),
      { numRuns },
    );
  });
});

describe("a chain of ten thousand sessions", () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `agent:main:subagent:s${index}`);
  const spawnedBy = Object.fromEntries(names.slice(1).map((name, index) => [name, names[index] ?? ""]));
  const policy = parsePolicy({}, { edition: "2026-11", timeZone: "UTC" });

  it("is listed soon, and as each session is decided alone", { timeout: 20_000 }, () => {
    const [first = "", middle = ""] = [names[0], names[5_000]];
    const seen = [
      ...visibleSessions(middle, [...names.toReversed(), "agent:main:main"], policy, { spawnedBy }),
    ];
    expect(seen.toSorted()).toEqual(names.slice(5_000).toSorted());
    expect([...visibleSessions(first, names, policy, { spawnedBy })]).toEqual(names);
  });
});
