import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { checkExec } from "../../../src/policy/exec/check.ts";
import { evaluateExec, type ExecDecision } from "../../../src/policy/exec/exec.ts";
import type { ExecRequest } from "../../../src/policy/exec/exec-request.ts";
import { execPolicy } from "../../../src/policy/exec/in-force.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const exec = (settings: object) => ({ tools: { exec: settings } });
const released: Edition = "openclaw@2026.9.6";

function decide(config: object, request: object, edition: Edition = "2026-11"): ExecDecision {
  const asked = { command: "git status", agentId: "main", ...request } as ExecRequest;
  return evaluateExec(asked, uncheckedPolicy(config as ConfigInput, edition), { trace: true });
}

/** What would turn a decision: choices parted by `or`, all that have to be made by `and`. */
function turns({ trace }: ExecDecision): readonly string[] {
  return (trace?.opposite ?? []).map((set) =>
    set
      .map((choice) => choice.map(({ setting, to }) => `${setting}=${JSON.stringify(to)}`).join(" or "))
      .join(" and "),
  );
}

/** Two agents, with a section of `tools.exec` each where it is given. */
const agents = (main: object | undefined, work: object | undefined) => ({
  agents: {
    list: [
      { id: "main", default: true, ...(main && { tools: { exec: main } }) },
      { id: "work", ...(work && { tools: { exec: work } }) },
    ],
  },
});

const list = "tools.exec.approvals.allowlist[0]";
const off = { approvals: { enabled: false } };
const git = { approvals: { allowlist: ["git status"] } };
const stops = [
  'tools.exec.approvals.policy="always" or tools.exec.security="deny" or tools.exec.ask="always"',
];

describe("what would turn a decision of the config", () => {
  it.each<readonly [string, object, object, string, readonly string[]]>([
    [
      "an entry is written as the command is, without the blanks around it",
      {},
      { command: " \t git  push \t " },
      "not-allowlisted",
      [`${list}="git  push"`, "tools.exec.approvals.enabled=false"],
    ],
    [
      "one word is set free for both",
      exec({ mode: "ask" }),
      {},
      "not-allowlisted",
      [`${list}="git status"`, 'tools.exec.approvals.enabled=false and tools.exec.mode="full"'],
    ],
    [
      "and stops both",
      exec({ mode: "ask", ...git }),
      {},
      "allowlisted",
      ['tools.exec.approvals.policy="always" or tools.exec.mode="deny"'],
    ],
    [
      "approvals are on again, and the command is listed: more has to say that it is asked about",
      exec({ approvals: { enabled: false, allowlist: ["git status"] } }),
      {},
      "approvals-off",
      [`tools.exec.approvals.enabled=true and ${stops.join("")}`],
    ],
    [
      "unless everything is",
      exec({ approvals: { enabled: false, policy: "always", allowlist: ["git status"] } }),
      {},
      "approvals-off",
      ["tools.exec.approvals.enabled=true"],
    ],
    [
      "or it is not plain, though its beginning is listed",
      exec({ approvals: { enabled: false, allowlist: ["git status"] } }),
      { command: "git status | wc" },
      "approvals-off",
      ["tools.exec.approvals.enabled=true"],
    ],
    [
      "what the call asks for no setting takes back, not even where code is asked about",
      exec({ ...off, strictInlineEval: true }),
      { command: "python3 -c 1", ask: "always" },
      "inline-code",
      [],
    ],
    [
      "any host on which it runs",
      exec({ ...off, host: "sandbox" }),
      {},
      "no-sandbox",
      ['tools.exec.host="auto" or tools.exec.host="gateway" or tools.exec.host="node"'],
    ],
    [
      "any host that the call may leave for its own",
      exec({ ...off, host: "node" }),
      { host: "gateway" },
      "host-not-allowed",
      ['tools.exec.host="auto" or tools.exec.host="gateway"'],
    ],
    [
      "no host by itself where it is asked about on each",
      exec({ host: "node" }),
      { host: "gateway" },
      "host-not-allowed",
      [],
    ],
  ])("%s: %j, %j", (_, config, request, reason, expected) => {
    const decision = decide(config, request);
    expect(decision.reason).toBe(reason);
    expect(turns(decision)).toEqual(expected);
  });

  it.each<readonly [string, object, string, readonly string[]]>([
    [
      "approvals go off for all where one word limits all, which goes with them",
      { ...exec({ security: "deny" }), ...agents(undefined, undefined) },
      "main",
      [
        `tools.exec.security="allowlist" and ${list}="git status"`,
        'tools.exec.approvals.enabled=false and tools.exec.security="full"',
      ],
    ],
    [
      "by either word",
      { ...exec({ ask: "always" }), ...agents(undefined, undefined) },
      "main",
      [
        `tools.exec.ask="on-miss" and ${list}="git status"`,
        'tools.exec.approvals.enabled=false and tools.exec.ask="off"',
      ],
    ],
    [
      "they go off for one alone where another has limits of its own, beside which they may not stand",
      agents(undefined, { security: "deny" }),
      "main",
      [`${list}="git status"`, "agents.list[0].tools.exec.approvals.enabled=false"],
    ],
    [
      "for somebody without a place of its own there is none",
      agents(undefined, { security: "deny" }),
      "other",
      [`${list}="git status"`],
    ],
    [
      "the limits of one that has approvals of its own are nothing to them",
      agents(undefined, { security: "deny", approvals: {} }),
      "main",
      [`${list}="git status"`, "tools.exec.approvals.enabled=false"],
    ],
    ["commands stop for all", { ...exec(git), ...agents(undefined, undefined) }, "main", stops],
    [
      "or by approvals alone, where another's are off, beside which no limit may stand",
      { ...exec(git), ...agents(undefined, off) },
      "main",
      ['tools.exec.approvals.policy="always"'],
    ],
    [
      "another's that are on are nothing to it",
      { ...exec(git), ...agents(undefined, { approvals: { enabled: true } }) },
      "main",
      stops,
    ],
    [
      "nor are those that are off for all, as long as they go on again for all",
      {
        ...exec({ approvals: { enabled: false, allowlist: ["git status"] } }),
        ...agents(undefined, undefined),
      },
      "main",
      [`tools.exec.approvals.enabled=true and ${stops.join("")}`],
    ],
  ])("among several agents: %s", (_, config, agentId, expected) => {
    expect(turns(decide(config, { agentId }))).toEqual(expected);
  });
});

describe("what would turn a decision of a release", () => {
  it.each<readonly [string, object, object, readonly string[]]>([
    [
      "nothing is written",
      {},
      {},
      ['tools.exec.host="sandbox"', 'tools.exec.ask="always"', 'tools.exec.security="deny"'],
    ],
    ["no command runs", exec({ security: "deny" }), {}, ['tools.exec.security="full"']],
    ["by one word", exec({ mode: "deny" }), {}, ['tools.exec.mode="full"']],
    ["or any does", exec({ mode: "full" }), {}, ['tools.exec.host="sandbox"', 'tools.exec.mode="deny"']],
    [
      "both words are in the way",
      exec({ security: "allowlist", ask: "always" }),
      {},
      ['tools.exec.security="full" and tools.exec.ask="off"'],
    ],
    [
      "somebody is asked about code",
      exec({ strictInlineEval: true }),
      { command: "python3 -c 1" },
      ["tools.exec.strictInlineEval=false"],
    ],
    [
      "the host stands for all, and is named where it stands",
      { ...exec({ host: "sandbox" }), ...agents({ ask: "off" }, undefined) },
      {},
      ['tools.exec.host="auto"', 'tools.exec.host="gateway"', 'tools.exec.host="node"'],
    ],
    [
      "what is not written is named where the nearest is",
      agents({ ask: "off" }, undefined),
      {},
      [
        'agents.list[0].tools.exec.host="sandbox"',
        'agents.list[0].tools.exec.ask="always"',
        'agents.list[0].tools.exec.security="deny"',
      ],
    ],
  ])("%s: %j, %j", (_, config, request, expected) => {
    expect(turns(decide(config, request, released))).toEqual(expected);
  });
});

describe("whose settings hold", () => {
  const words = ({ outcome, reason, path, approval }: ExecDecision) =>
    [`${outcome}: ${reason}`, path, approval?.path].filter((each) => each !== undefined).join(", ");

  it.each<readonly [string, Edition, object, object, string]>([
    [
      "a section that says nothing of it leaves one word for both",
      "2026-11",
      { ...exec({ mode: "allowlist" }), ...agents({ host: "gateway" }, undefined) },
      {},
      "deny: not-allowlisted, tools.exec.mode",
    ],
    [
      "one that says either leaves the other half of it",
      "2026-11",
      { ...exec({ mode: "deny" }), ...agents({ ask: "always" }, undefined) },
      {},
      "deny: security-deny, tools.exec.mode",
    ],
    [
      "the first of two agents of one name",
      released,
      {
        agents: {
          list: [
            { id: "main", tools: { exec: { security: "deny" } } },
            { id: "main", tools: { exec: { security: "full" } } },
          ],
        },
      },
      {},
      "deny: security-deny, agents.list[0].tools.exec.security",
    ],
    [
      "of a channel that says nothing of approvals nobody is asked",
      "2026-11",
      { channels: { irc: {}, line: { execApprovals: { enabled: true } } } },
      { channel: "irc" },
      "ask: not-allowlisted",
    ],
    [
      "of another somebody",
      "2026-11",
      { channels: { irc: {}, line: { execApprovals: { enabled: true } } } },
      { channel: "line" },
      "ask: not-allowlisted, channels.line.execApprovals",
    ],
  ])("%s", (_, edition, config, request, expected) => {
    expect(words(decide(config, request, edition))).toBe(expected);
  });

  const careful = { host: "gateway", security: "allowlist", ask: "off" };
  it.each<readonly [string, object, string, boolean]>([
    ["those that a release knows", {}, "/usr/bin/wc", true],
    ["those that are listed", { safeBins: ["wc"] }, "/usr/bin/wc", true],
    ["and none beside them", { safeBins: ["head"] }, "/usr/bin/wc", false],
    ["in the system's places", {}, "/opt/bin/wc", false],
    ["and in those that are trusted", { safeBinTrustedDirs: ["/opt/bin"] }, "/opt/bin/wc", true],
  ])("which programs need no entry: %s (%j, %s)", (_, more, wc, allowed) => {
    const request = { command: "wc -l", programs: { wc } };
    expect(decide(exec({ ...careful, ...more }), request, released).allowed).toBe(allowed);
  });

  it("names the node that is meant, the agent's own before that of all", () => {
    const config = { ...exec({ host: "node", node: "attic" }), ...agents({ node: "cellar" }, undefined) };
    const nodes = ["main", "work"].map(
      (agentId) => execPolicy({ agentId }, uncheckedPolicy(config as ConfigInput, released))?.node,
    );
    expect(nodes).toEqual(["cellar", "attic"]);
  });

  it("is not doubted in a release, which reads no approvals in its config", () => {
    const config = exec({
      mode: "ask",
      security: "full",
      approvals: { enabled: false, allowlist: ["a | b"] },
    });
    expect(checkExec(uncheckedPolicy(config as ConfigInput, released))).toEqual([]);
    expect(checkExec(uncheckedPolicy(config as ConfigInput, "2026-11"))).toHaveLength(3);
  });
});
