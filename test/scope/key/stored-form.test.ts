import { describe, expect, it } from "vitest";
import { behavioursOf, type Edition } from "../../../src/edition/edition.ts";
import { agentIdOfKey, keyShape, splitAgentKey } from "../../../src/scope/key/agent-key.ts";
import { storedForm } from "../../../src/scope/key/stored-form.ts";

/** The last release that keeps a key's case, the first that keeps none, and those that keep more and more. */
const releases = {
  trimmed: "openclaw@2026.2.25",
  lowered: "openclaw@2026.2.26",
  signal: "openclaw@2026.5.18",
  matrix: "openclaw@2026.5.28",
  latest: "openclaw@2026.9.6",
  own: "2026-11",
} as const satisfies Readonly<Record<string, Edition>>;

describe("the case of a key is kept where the release keeps it", () => {
  it.each<readonly [keyof typeof releases, string, string, string]>([
    ["trimmed", " Agent:Main:Slack:Group:C1 ", "Agent:Main:Slack:Group:C1", "blanks alone go"],
    ["lowered", " Agent:Main:Slack:Group:C1 ", "agent:main:slack:group:c1", "all of it is lower-cased"],
    ["lowered", "agent:main:signal:group:AbC", "agent:main:signal:group:abc", "a Signal group, too"],
    ["signal", "Agent:Main:Signal:Group:AbC", "agent:main:signal:group:AbC", "a Signal group keeps its case"],
    ["signal", "Signal:Group:AbC:Thread:XyZ", "signal:group:AbC:thread:xyz", "…and nothing after it"],
    [
      "signal",
      "agent:main:Signal:group: AbC :X",
      "agent:main:signal:group:AbC:x",
      "…without blanks around it",
    ],
    ["signal", "my-signal:group:AbC", "my-signal:group:abc", "another channel's group does not"],
    ["signal", " signal:group:A:signal:group:B ", "signal:group:A:signal:group:B", "two of them, each"],
    ["signal", "agent:main:matrix:channel:!R", "agent:main:matrix:channel:!r", "a Matrix room not yet"],
    [
      "matrix",
      "Agent:Main:Matrix:Channel:!R:S.org",
      "agent:main:matrix:channel:!R:S.org",
      "a Matrix room keeps it",
    ],
    ["matrix", "Matrix:Group:!R:S.org", "matrix:group:!R:S.org", "with no agent before it"],
    [
      "matrix",
      "Agent:A:Matrix:Channel:!R:Thread:$E",
      "agent:a:matrix:channel:!R:thread:$E",
      "so does its thread",
    ],
    ["matrix", "Agent:A:Matrix:Channel:!R:Thread:", "agent:a:matrix:channel:!R:thread:", "…or none"],
    [
      "matrix",
      "agent:a:matrix:channel:!R:Thread:X:Thread:Y",
      "agent:a:matrix:channel:!R:Thread:X:thread:Y",
      "the last one",
    ],
    ["matrix", "Agent:Main:Matrix:Direct:@A", "agent:main:matrix:direct:@a", "a person does not"],
    ["matrix", "X:Matrix:Channel:!R", "x:matrix:channel:!r", "nor a room in another place"],
    [
      "matrix",
      "Agent:A:Agent:B:Matrix:Channel:!R",
      "agent:a:agent:b:matrix:channel:!r",
      "…or with two agents before it",
    ],
    [
      "latest",
      "Agent:A:Agent:B:Matrix:Channel:!R",
      "agent:a:agent:b:matrix:channel:!R",
      "later one with two",
    ],
    ["latest", "Matrix:Channel:!R", "matrix:channel:!R", "or with none"],
    ["latest", "X:Matrix:Channel:!R", "x:matrix:channel:!r", "in its place"],
    ["latest", "Signal:Group:AbC", "signal:group:AbC", "a Signal group still"],
    ["latest", "Slack:Group:C1", "slack:group:c1", "of other channels none"],
    [
      "latest",
      "agent:a:matrix:channel:Signal:Group:X",
      "agent:a:matrix:channel:Signal:Group:X",
      "a room keeps all of its id",
    ],
    ["own", " Agent:Main:X ", " Agent:Main:X ", "under 2026-11 a key is what it is"],
  ])("%s: %j is %j, for %s", (release, key, stored) => {
    expect(storedForm(key, behavioursOf(releases[release]))).toBe(stored);
  });
});

describe("whose key it is", () => {
  it.each<readonly [string | null | undefined, Edition, ReturnType<typeof splitAgentKey>]>([
    ["agent:main:x:y", "2026-11", { agentId: "main", rest: "x:y" }],
    ["AGENT:Main:x", "2026-11", { agentId: "Main", rest: "x" }],
    ["agent:main:x:", "2026-11", { agentId: "main", rest: "x:" }],
    ["agent:main::x", "2026-11", undefined],
    ["agent:main:", "2026-11", undefined],
    ["agent::x", "2026-11", undefined],
    ["agents:main:x", "2026-11", undefined],
    [null, "2026-11", undefined],
    ["agent:main:x:y", "openclaw@2026.9.6", { agentId: "main", rest: "x:y" }],
    ["agent:main::x", "openclaw@2026.9.6", undefined],
    ["agent::x", "openclaw@2026.9.6", undefined],
    ["agent: :x", "openclaw@2026.9.6", undefined],
    ["agent::main::x", "openclaw@2026.6.35", { agentId: "main", rest: "x" }],
    [null, "openclaw@2026.9.6", undefined],
    [undefined, "openclaw@2026.6.35", undefined],
  ])("%j under %s", (key, edition, split) => {
    expect(splitAgentKey(key, behavioursOf(edition))).toEqual(split);
  });

  it.each<readonly [string | null | undefined, string | undefined, Edition, string | undefined, string]>([
    ["agent:Ops:x", undefined, "openclaw@2026.9.6", "ops", "the key's own"],
    ["x", "work", "openclaw@2026.7.35", "main", "main, whatever the config says"],
    ["x", " Work ", "openclaw@2026.9.6", "work", "the default that is configured"],
    ["x", " ", "openclaw@2026.9.6", undefined, "nobody's, where none is"],
    ["x", undefined, "openclaw@2026.9.6", undefined, "nobody's, where none is"],
    ["agent:x", "work", "openclaw@2026.9.6", undefined, "nobody's, where it starts like a key and is none"],
    ["agent:x", undefined, "openclaw@2026.7.35", "main", "main, there, too"],
    [null, "work", "openclaw@2026.9.6", "work", "no key is the default's"],
  ])("%j with %j under %s: %s, %s", (key, configured, edition, agentId) => {
    expect(agentIdOfKey(key, configured, behavioursOf(edition))).toBe(agentId);
  });

  it.each<readonly [string | null | undefined, ReturnType<typeof keyShape>]>([
    ["agent:main:x", "agent"],
    ["AGENT:main:x", "agent"],
    ["agent:main", "malformed-agent"],
    [" Agent: ", "malformed-agent"],
    ["x:agent:", "alias"],
    ["agent", "alias"],
    [" ", "missing"],
    [null, "missing"],
    [undefined, "missing"],
  ])("%j has the shape %s", (key, shape) => {
    for (const edition of ["openclaw@2026.9.6", "2026-11"] as const)
      expect(keyShape(key, behavioursOf(edition)), `under ${edition}`).toBe(shape);
  });
});
