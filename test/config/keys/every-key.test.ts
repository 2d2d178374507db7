import { describe, expect, it } from "vitest";
import { readKeys } from "../../../scripts/config-keys.mjs";
import { indifferent, reasons } from "../../../src/config/keys/indifferent.ts";
import { notRead } from "../../../src/config/keys/not-read.ts";
import { patternsOf, type Steps } from "../../../src/config/patterns.ts";
import { undecided } from "../../../src/config/keys/undecided.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { witnesses } from "./witnesses.ts";

const keys = Object.keys(readKeys(new URL("config-keys.json.gz", import.meta.url)).paths);

/** A listed path as one of a config: any element of a list stands for all of them. */
function stepsOf(path: string): Steps {
  return path
    .replaceAll("[]", ".[]")
    .split(".")
    .map((step) => (step === "[]" ? 0 : step));
}

/** The keys that hold values, not just other keys; accounts mirror their channels. */
const leaves = keys
  .filter((path) => !path.endsWith(".accounts.*"))
  .filter((path) => !keys.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[]`)));

const unread = patternsOf(undecided);
const without = patternsOf(indifferent);
const decided = patternsOf(witnesses.map(({ keys: patterns }) => [patterns, true as const]));

describe("every key that a release reads", () => {
  it("changes a decision, or is named where it stands, or decides nothing here for a reason", () => {
    const silent = leaves.filter((path) => {
      const steps = stepsOf(path);
      return [decided, unread, without].every((table) => table.find(steps) === undefined);
    });
    expect(silent.join("\n")).toBe("");
  });

  it.each(witnesses.map((witness) => [witness.keys, witness] as const))("%s decides", (_, witness) => {
    const [one, other] = witness.configs.map((config) =>
      witness.ask(parsePolicy(config, { edition: witness.edition, timeZone: "UTC" })),
    );
    expect(one).not.toEqual(other);
  });

  it("is not both decided and named as undecided", () => {
    const both = leaves.filter((path) => {
      const steps = stepsOf(path);
      const [named, read] = [unread.find(steps), decided.find(steps)];
      if (named === undefined || named.row.readWith !== undefined) return false;
      const readHere = named.row.readOn?.includes(String(steps[1])) === true;
      return !readHere && named.depth <= (read?.depth ?? -1);
    });
    expect(both.join("\n")).toBe("");
  });
});

describe("what is named", () => {
  it("is told in the words of a sentence", () => {
    for (const [, { decides }] of undecided)
      expect(decides).toMatch(/^(wh|when|how|in which|the|from where)/);
  });

  it("is found in a config", () => {
    const policy = parsePolicy(
      {
        channels: {
          slack: {
            // What this channel reads.
            allowBots: true,
            channels: { C1: { botLoopProtection: {} } },
            accounts: { a: { channels: { C2: { botLoopProtection: {} } } } },
          },
          matrix: { allowBots: true },
        },
        tools: { exec: { grantExpiryDays: 1 } },
        agents: { entries: { main: { tools: { exec: { reviewer: {} } } } } },
        hooks: { token: "t", path: "/x" },
      },
      { edition: "openclaw@2026.9.6" },
    );
    expect(notRead(policy).map(({ path, kinds }) => [path, kinds])).toEqual([
      ["channels.slack.channels.C1.botLoopProtection", ["access"]],
      ["channels.slack.accounts.a.channels.C2.botLoopProtection", ["access"]],
      ["channels.matrix.allowBots", ["access"]],
      ["tools.exec.grantExpiryDays", ["exec"]],
      ["agents.entries.main.tools.exec.reviewer", ["exec"]],
      ["hooks.path", ["resolution", "access", "gateway"]],
    ]);
    expect(policy.warnings.filter(({ code }) => code === "not-read")).toHaveLength(6);
  });

  it("is no longer named where an edition reads it", () => {
    const config = { memory: { qmd: { scope: { default: "deny" } } } } as const;
    const at = (edition: "openclaw@2026.6.8" | "2026-11") =>
      notRead(parsePolicy(config, { edition })).map(({ path }) => path);
    expect(at("openclaw@2026.6.8")).toEqual([]);
    expect(at("2026-11")).toEqual(["memory.qmd.scope"]);
  });
});

it("each reason for passing over a key is told, and used", () => {
  expect(new Set(indifferent.map(([, reason]) => reason))).toEqual(new Set(Object.keys(reasons)));
});
