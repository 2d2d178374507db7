import { parsePolicy, resolveSession, type ConfigInput, type Inbound } from "keyscope";
import { audit, editSource } from "keyscope/analysis";
import { describe, expect, it } from "vitest";
import { sourceLines } from "../../src/analysis/source-lines.ts";
import { daysBetween, dateOf, lengthOf } from "../../site/playground/clock.ts";
import { questionsOf, testOf } from "../../site/playground/copies.ts";
import { spanOf } from "../../site/playground/span.ts";
import { toolsOf } from "../../site/playground/tools.ts";
import { decisionsOf } from "../../site/playground/decisions.ts";
import { keyPartsOf } from "../../site/playground/key-parts.ts";
import { mendLeak, withFix } from "../../site/playground/mend.ts";
import { play } from "../../site/playground/play.ts";
import { remarksOf, worldOf } from "../../site/playground/remarks.ts";
import { family, leak } from "../../site/playground/scenes.ts";

describe("the parts of a key", () => {
  const cases: readonly (readonly [
    string,
    ConfigInput,
    Inbound,
    readonly (readonly [string, string, string?])[],
  ])[] = [
    [
      "the main session, by the edition's default",
      {},
      { channel: "irc", chatType: "direct", peer: "a" },
      [
        ["agent", "agent:main"],
        ["main", "main"],
      ],
    ],
    [
      "a person apart on each account",
      { session: { dmScope: "per-account-channel-peer" } },
      { channel: "irc", chatType: "direct", peer: "a:b", account: "work" },
      [
        ["agent", "agent:main"],
        ["channel", "irc", "session.dmScope"],
        ["account", "work", "session.dmScope"],
        ["type", "direct"],
        ["peer", "a%3Ab", "session.dmScope"],
      ],
    ],
    [
      "a linked person",
      { session: { dmScope: "per-peer", identityLinks: { ann: ["irc:a"] } } },
      { channel: "irc", chatType: "direct", peer: "a" },
      [
        ["agent", "agent:main"],
        ["type", "direct"],
        ["identity", "=ann", "session.identityLinks"],
      ],
    ],
    [
      "a topic of a room that a binding gives to an agent",
      { agents: { list: [{ id: "ops" }] }, bindings: [{ agentId: "ops", match: { channel: "slack" } }] },
      { channel: "slack", chatType: "channel", peer: "C1", thread: "17.5" },
      [
        ["agent", "agent:ops", "bindings[0]"],
        ["channel", "slack"],
        ["type", "channel"],
        ["peer", "C1"],
        ["thread", "thread:17.5"],
      ],
    ],
    [
      "one sender of a room",
      { channels: { feishu: { groupSessionScope: "group_sender" } } },
      { channel: "feishu", chatType: "group", peer: "oc_1", sender: "ou_7" },
      [
        ["agent", "agent:main"],
        ["channel", "feishu"],
        ["type", "group"],
        ["peer", "oc_1"],
        ["sender", "sender:ou_7", "channels.feishu.groupSessionScope"],
      ],
    ],
  ];

  it.each(cases)("%s", (_, config, inbound, expected) => {
    const policy = parsePolicy(config, { edition: "2026-11" });
    const resolution = resolveSession(inbound, policy);
    if (!resolution.ok) throw new Error(resolution.reason);
    const parts = keyPartsOf(resolution, inbound, policy);
    expect(parts.map(({ text }) => text).join(":")).toBe(resolution.key);
    expect(
      parts.map(({ kind, setting, text }) => (setting === undefined ? [kind, text] : [kind, text, setting])),
    ).toEqual(expected);
  });
});

it("tells what would turn the answers about a message", () => {
  const { moments, policy } = play(family).here;
  const [, whatsapp] = moments;
  if (whatsapp?.kind !== "said" || whatsapp.decided === undefined || policy === undefined)
    throw new Error("not said");
  const { lost, send } = decisionsOf(whatsapp.decided, whatsapp.at, policy);
  expect(send?.allowed).toBe(false);
  expect(send?.setting).toBe("session.sendPolicy.rules[0]");
  expect(send?.ways).not.toEqual([]);
  expect(lost.map(({ path }) => path)).toEqual(["bindings[0]", "bindings[1]"]);
  const { admission } = whatsapp.decided;
  const tools = admission.ok ? toolsOf(admission.resolution, policy) : [];
  const exec = tools.find(({ title }) => title === "exec");
  expect(exec?.allowed).toBe(false);
  expect(exec?.ways).not.toEqual([]);
});

describe("days", () => {
  it.each([
    ["one of 23 hours, where clocks go forward", "Europe/Berlin", Date.UTC(2026, 2, 28, 12), [24, 23]],
    ["one of 25 hours, where they go back", "Europe/Berlin", Date.UTC(2026, 9, 24, 12), [24, 25]],
    ["days of 24 hours where they never change", "Asia/Taipei", Date.UTC(2026, 2, 28, 12), [24, 24]],
  ])("has %s", (_, zone, from, hours) => {
    expect(daysBetween(from, from + 24 * 3_600_000, zone).map((day) => day.hours)).toEqual(hours);
  });

  it("shows instants as the zone's clocks do, and in UTC where there is no such zone", () => {
    expect(dateOf(leak.start, "Europe/Berlin")).toBe("Fri 27/03 09:00");
    expect(dateOf(leak.start, "Mars/Olympus")).toBe("Fri 27/03 08:00");
  });

  it.each([
    [12, "12 min"],
    [180, "3 h"],
    [3120, "2 d 4 h"],
  ])("says %d minutes in words", (minutes, words) => {
    expect(lengthOf(minutes)).toBe(words);
  });
});

describe("remarks", () => {
  const { here } = play(leak);
  const said = here.moments.filter((moment) => moment.kind === "said");

  it("finds that the two share a session, and how to mend it", () => {
    if (here.policy === undefined) throw new Error("refused");
    const findings = audit(here.policy, worldOf(said));
    const shared = remarksOf([], findings, sourceLines(leak.config)).find(
      ({ path }) => path === "session.dmScope",
    );
    expect(shared?.risk).toBe("high");
    expect(shared?.fix?.changes).toEqual([{ path: "session.dmScope", set: "per-channel-peer" }]);
  });

  it("puts what is wrong at its line", () => {
    const config = '{\n  session: {\n    dmScope: "per-peeer",\n  },\n}\n';
    const remarks = remarksOf(play({ ...leak, config }).here.issues, [], sourceLines(config));
    expect(remarks.map(({ line, severity }) => [severity, line])).toEqual([["error", 3]]);
  });

  it("names a room in which somebody wrote, and nobody who was not let in", () => {
    const world = worldOf(play(family).here.moments.filter((moment) => moment.kind === "said"));
    expect(world.groups).toEqual([{ channel: "telegram", peer: "-100", chatType: "group" }]);
    expect(world.senders?.map(({ person }) => person)).toEqual(["Alice", "Alice"]);
  });
});

describe("mending", () => {
  const analyses = { audit, editSource };

  it("ends the leak by the scope, and keeps every comment", () => {
    const mended = mendLeak(leak, play(leak).here, analyses);
    expect(mended?.finding.id).toBe("direct-messages-shared");
    expect(mended?.state.config).toContain("// Alice and Bob may write to it.");
    expect(mended?.state.config).toContain('dmScope: "per-channel-peer"');
  });

  it("mends nothing in a config that is refused", () => {
    expect(mendLeak(family, play({ ...family, config: "{ nothing" }).here, analyses)).toBeUndefined();
  });

  it("leaves a text as it is in which a fix has no place", () => {
    const fix = { sentence: "", changes: [{ path: "session.dmScope", set: "per-peer" }] };
    expect(withFix("no config", { fix }, analyses)).toBe("no config");
  });
});

describe("the time line", () => {
  it("ends after the last end that is known, and two days after the script at the latest", () => {
    const { here } = play(family);
    const next = here.sessions[0]?.conversations[0]?.next?.at ?? 0;
    const { from, to } = spanOf(here, family.start);
    expect(from).toBeLessThan(family.start);
    expect(to).toBeGreaterThan(next);
    const distant = {
      ...here,
      sessions: [
        { key: "k", conversations: [{ ...longAgo, next: { at: here.end * 2, by: "idle" as const } }] },
      ],
    };
    expect(spanOf(distant, family.start).to).toBeLessThan(here.end + 3 * 24 * 3_600_000);
  });
});

const longAgo = { id: "c", begunAt: 0, lastAt: 0, people: [] };

describe("copies", () => {
  it("asks of each person where they write, who lets them in, and what the session may do", () => {
    const asked = questionsOf(play(leak).here).map(({ ask }) => ask);
    const ofEach = ["resolution", "access", "send", "memory-search"];
    expect(asked).toEqual([...ofEach, ...ofEach]);
  });

  it("writes a row for each person, in a config whose backquotes stay text", () => {
    const test = testOf({ ...leak, config: ["// `$", "{x}`\n", leak.config].join("") }, play(leak).here);
    expect(test).toContain("const config = `// \\`\\${x}\\`");
    expect(test.match(/"ask":"resolution"/g)).toHaveLength(2);
    expect(test).toContain('"expect":{"key":"agent:main:main"}');
  });
});
