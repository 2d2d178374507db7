import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parsePolicy, planMaintenance } from "../../src/index.ts";
import { keyscope, type Ended } from "./keyscope.ts";

/*
 * An owner's way from 2026.4.14 to 2026.9.6 with a store of 200 sessions: the newer release refuses the config, `upgrade`
 * writes it anew, `diff` and `migrate` tell what becomes of the sessions, and pins taken before tell what is decided otherwise.
 * What each call prints stands in a file beside this one, short enough to be read.
 */

const from = "openclaw@2026.4.14";
const to = "openclaw@2026.9.6";
const now = Date.parse("2026-09-20T10:00:00Z");
const day = 86_400_000;

/** A config as owners had one in April, with settings that have moved since. */
const config = {
  meta: { lastTouchedVersion: "2026.4.14" },
  agents: { list: [{ id: "main", default: true }] },
  session: {
    dmScope: "per-channel-peer",
    reset: { mode: "daily", atHour: 4 },
    maintenance: { mode: "enforce", pruneDays: 21 },
  },
  channels: {
    telegram: {
      dmPolicy: "pairing",
      groupPolicy: "allowlist",
      groupAllowFrom: ["111222333"],
      groups: { "*": { requireMention: true } },
    },
    discord: { dm: { policy: "pairing" } },
    slack: { dm: { policy: "allowlist", allowFrom: ["U123"] } },
    whatsapp: {
      dmPolicy: "allowlist",
      allowFrom: ["+4915112345678"],
      groups: { "*": { requireMention: true } },
    },
  },
  commands: { ownerDisplay: "raw" },
} as const;

/** Numbers from 0 to 1 that a seed decides. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sessions of every kind, on several channels, each from a moment to two months old and most of them young. */
function storeOf(seed: number): Readonly<Record<string, object>> {
  const draw = draws(seed);
  const one = <Choice>(...choices: readonly [Choice, ...Choice[]]): Choice =>
    choices[Math.floor(draw() * choices.length)] ?? choices[0];
  const digits = (count: number) =>
    Array.from({ length: count }, () => String(1 + Math.floor(draw() * 9))).join("");

  const kinds: readonly (readonly [count: number, make: () => readonly [name: string, facts: object]])[] = [
    [
      60,
      () => {
        const channel = one("telegram", "discord", "whatsapp", "slack");
        const id = { telegram: "", discord: "", whatsapp: "+49151", slack: "u" }[channel] + digits(9);
        return [
          `${channel}:direct:${id}`,
          { chatType: "direct", channel, lastChannel: channel, lastTo: `user:${id}` },
        ];
      },
    ],
    [
      40,
      () => {
        const channel = one("telegram", "whatsapp");
        const id = channel === "telegram" ? `-100${digits(10)}` : `${digits(12)}@g.us`;
        return [
          `${channel}:group:${id}`,
          { chatType: "group", channel, groupId: id, lastChannel: channel, lastTo: id },
        ];
      },
    ],
    [
      25,
      () => {
        const id = one("-1001234567890", "-1002234567890");
        const topic = digits(4);
        return [
          `telegram:group:${id}:topic:${topic}`,
          { chatType: "group", channel: "telegram", groupId: id, lastTo: id, lastThreadId: Number(topic) },
        ];
      },
    ],
    [
      25,
      () => {
        const channel = one("discord", "slack");
        const id = channel === "slack" ? `c${digits(8)}` : digits(18);
        return [
          `${channel}:channel:${id}`,
          { chatType: "channel", channel, groupId: id, lastTo: `channel:${id}` },
        ];
      },
    ],
    [
      15,
      () => {
        const id = `c${digits(8)}`;
        const thread = `17${digits(8)}.${digits(6)}`;
        return [
          `slack:channel:${id}:thread:${thread}`,
          { chatType: "channel", channel: "slack", lastTo: `channel:${id}`, lastThreadId: thread },
        ];
      },
    ],
    [20, () => [`cron:${one("digest", "backup", "standup")}:run:${digits(8)}`, {}]],
    [14, () => [`subagent:${digits(8)}`, { spawnedBy: "agent:main:main" }]],
    [1, () => ["main", { chatType: "direct", channel: "telegram", lastTo: "user:111222333" }]],
  ];
  return Object.fromEntries(
    kinds.flatMap(([count, make]) =>
      Array.from({ length: count }, () => {
        const [name, facts] = make();
        const updatedAt = now - Math.floor(draw() * draw() * 60 * day);
        const sessionStartedAt = updatedAt - Math.floor(draw() * day);
        const entry = {
          sessionId: `s-${digits(8)}`,
          sessionStartedAt,
          lastInteractionAt: updatedAt,
          updatedAt,
        };
        return [`agent:main:${name}`, { ...entry, ...facts }] as const;
      }),
    ),
  );
}

const store = storeOf(11);
const folder = mkdtempSync(join(tmpdir(), "keyscope-long-way-"));
const path = (name: string) => join(folder, name);
const [older, newer, sessions, pins] = ["openclaw.json", "next.json", "sessions.json", "pins.json"].map(path);
const under = ["--edition", from, "--time-zone", "UTC"];
const move = ["--to-config", newer ?? "", "--to", to];

/** What a call printed, without the folder of this run. */
function told({ err, out }: Ended): string {
  return (err + out).replaceAll(`${folder}/`, "");
}

describe("the way from 2026.4.14 to 2026.9.6 with a store of 200 sessions", () => {
  const ended: Record<string, Ended> = {};

  beforeAll(async () => {
    writeFileSync(older ?? "", JSON.stringify(config));
    writeFileSync(sessions ?? "", JSON.stringify(store));
    const call = async (name: string, ...words: readonly string[]) => {
      ended[name] = await keyscope([name === "refused" ? "diff" : name, ...words]);
    };
    await call("refused", older ?? "", ...under, "--to", to);
    await call("pin", older ?? "", sessions ?? "", ...under, "--output", pins ?? "");
    await call("upgrade", older ?? "", ...under, "--to", to, "--output", newer ?? "");
    await call("diff", older ?? "", ...under, ...move, "--store", sessions ?? "", "--now", String(now));
    await call("migrate", older ?? "", sessions ?? "", ...under, ...move);
    await call("check", pins ?? "", newer ?? "", "--edition", to);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("has sessions of every kind in its store", () => {
    expect(Object.keys(store)).toHaveLength(200);
  });

  it.each([
    ["refused", 2, 20],
    ["upgrade", 0, 30],
    ["diff", 0, 47],
    ["migrate", 0, 10],
    ["check", 1, 40],
  ])("%s ends with %i, and prints at most %i lines", async (name, exitCode, lines) => {
    const end = ended[name] ?? { exitCode: null, out: "", err: "" };
    const text = told(end);
    expect(end.exitCode).toBe(exitCode);
    expect(text.split("\n").length).toBeLessThanOrEqual(lines);
    await expect(text).toMatchFileSnapshot(`long-way/${name}.txt`);
  });

  it.each([
    [
      "how many sessions maintenance removes before and after",
      "\n  Of 200 sessions, maintenance removes LET_GO_BEFORE before the move, and removes LET_GO_AFTER after it.\n",
    ],
    [
      "what changes for groups: memory is searched in each, too",
      "\n  65 sessions in groups        memory-search: widens 65",
    ],
    ["that memory is searched there", "\n  now  The session may search memory: "],
  ])("diff says %s", (_what, sentence) => {
    const [before, after] = ([from, to] as const).map((edition) => {
      const { session } = config;
      const { pruneDays, ...rest } = session.maintenance;
      const maintenance = edition === from ? session.maintenance : { ...rest, pruneAfter: `${pruneDays}d` };
      const policy = parsePolicy({ session: { ...session, maintenance } }, { edition, timeZone: "UTC" });
      return planMaintenance(store, policy, now).steps.length;
    });
    expect(before).not.toBe(after);
    expect(told(ended["diff"] ?? { exitCode: null, out: "", err: "" })).toContain(
      sentence.replace("LET_GO_BEFORE", String(before)).replace("LET_GO_AFTER", String(after)),
    );
  });
});
