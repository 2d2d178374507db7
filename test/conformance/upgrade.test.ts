import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { upgradeConfig } from "../../src/analysis/upgrade/upgrade-config.ts";
import type { ConfigInput } from "../../src/config/config.ts";
import { loaded } from "../../src/config/loaded/loaded.ts";
import { substitute } from "../../src/config/source/substitute.ts";
import { behavioursOf, isEdition, type Edition } from "../../src/edition/edition.ts";
import { vectorFunctions } from "./vectors.ts";

/*
 * What the doctor of each release made of an older file, and what the start of its gateway did, is on record. An upgrade makes
 * the same of it; where the release gives up, it may mend more.
 */

interface Recorded {
  readonly config?: unknown;
  readonly refused?: true;
}

interface Input {
  readonly config: ConfigInput;
  readonly env?: Readonly<Record<string, string>>;
}

/** The home directory of the host on which it was recorded. */
const home = "/home/u";

/** The first edition there is, so that each release is on the way up from it. */
const oldest = "openclaw@2026.1.29";

/** The sections that were recorded, and of `tools` not what messages may be written. */
const recorded: readonly string[] = [
  ...["session", "agents", "bindings", "channels", "commands", "messages", "talk", "cron", "tools", "hooks"],
  ...["memory", "accessGroups", "broadcast"],
];

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every(isEmpty);
}

/** What a config says, as far as it was recorded. Sections that say nothing are left behind here and there; agents count. */
function said(value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((each) => said(each, [...path, "[]"]));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value)
    .filter(([name]) =>
      path.length === 0 ? recorded.includes(name) : [...path, name].join() !== "tools,message",
    )
    .map(([name, inner]) => [name, said(inner, [...path, name])] as const)
    .filter(([, inner]) => path.join() === "agents,entries" || !isEmpty(inner));
  return Object.fromEntries(kept);
}

/** Two defaults that the loaders write in after a doctor has answered. */
const lateDefaults = ["compaction", "ackReactionScope"];

function withoutLateDefaults(config: unknown): unknown {
  return JSON.parse(
    JSON.stringify(config, (name, value: unknown) => (lateDefaults.includes(name) ? undefined : value)),
  );
}

interface Difference {
  readonly edition: Edition;
  readonly input: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What was recorded and what an upgrade makes of it; undefined where the release gave up. */
type Judge = (
  input: Input,
  edition: Edition,
  answer: Recorded,
) => { readonly expected: unknown; readonly actual: unknown } | undefined;

function upgrade({ config, env }: Input, edition: Edition) {
  const variables = { HOME: home, ...env };
  return upgradeConfig(config, oldest, edition, { env: variables, substituted: true, compare: false });
}

const judgeDoctor: Judge = (input, edition, { config }) => {
  if (config === null || config === undefined) return undefined;
  const made = upgrade(input, edition).config ?? {};
  if (!behavioursOf(edition).has("default-agent-bound")) {
    // The doctors up to 2026.7.35 answer with what their schema writes in.
    const after = loaded(made, edition, { env: { ...input.env } });
    return {
      expected: said(withoutLateDefaults(config)),
      actual: said(withoutLateDefaults(after.config ?? {})),
    };
  }
  // Later ones leave to the start of the gateway whom the bots are bound to.
  const written = input.config.bindings?.length ?? 0;
  const { bindings = [], ...others } = made;
  return { expected: said(config), actual: said({ ...others, bindings: bindings.slice(0, written) }) };
};

const judgeStart: Judge = (input, edition, answer) => {
  if (answer.refused === true) return undefined;
  const upgraded = upgrade(input, edition);
  if (!upgraded.ok) return { expected: said(answer.config), actual: upgraded.issues };
  const env = { HOME: home, ...input.env };
  const put = substitute(upgraded.config, env, { edition });
  const after = loaded(put.config ?? {}, edition, { env });
  return { expected: said(answer.config), actual: after.ok ? said(after.config) : after.issues };
};

/** Differences that are meant, with the releases that they have. */
const meant: readonly { readonly why: string; readonly config: string; readonly releases: number }[] = [
  {
    why: "the switch speaks to the channels that there are; those releases added Telegram and iMessage to a file without them",
    config: '{"routing":{"groupChat":{"requireMention":false}}}',
    releases: 21,
  },
  {
    why: "the oldest name of a binding's channel is read, too, which those releases refuse",
    config: '{"bindings":[{"agentId":"main","match":{"provider":"telegram","peer":{"kind":"dm","id":"7"}}}]}',
    releases: 8,
  },
  {
    why: "the mark of the default agent stays, which says the same; the start of a gateway writes out what it has in memory",
    config:
      '{"agents":{"list":[{"id":"main","default":true},{"id":"work"}],"entries":{"main":{},"work":{"default":true}}},"channels":{"telegram":{"botToken":"1:x"}}}',
    releases: 3,
  },
];

function judgeAll(fn: string, judge: Judge) {
  const differences: Difference[] = [];
  const asMeant = new Map<string, number>();
  let judged = 0;
  for (const line of vectorFunctions("loaded").get(fn) ?? [])
    for (const output of line.outputs)
      for (const release of output.releases) {
        const edition = `openclaw@${release}`;
        if (!isEdition(edition) || !("value" in output)) continue;
        // The shapes in which these functions were recorded.
        const [input, answer] = [line.input as Input, output.value as Recorded];
        const pair = judge(input, edition, answer);
        if (pair === undefined) continue;
        judged += 1;
        if (isDeepStrictEqual(pair.expected, pair.actual)) continue;
        const text = JSON.stringify(input.config);
        if (meant.some(({ config }) => config === text)) asMeant.set(text, (asMeant.get(text) ?? 0) + 1);
        else differences.push({ edition, input: text, ...pair });
      }
  return { differences, asMeant, judged };
}

describe("an upgrade makes of an older file", () => {
  const doctors = judgeAll("config.doctor", judgeDoctor);
  const starts = judgeAll("config.started", judgeStart);

  it("what the doctors made of it", () => {
    expect(doctors.differences.slice(0, 3), `${doctors.differences.length} of ${doctors.judged}`).toEqual([]);
    expect(doctors.judged).toBeGreaterThan(1_100);
  });

  it("what the starts of gateways did", () => {
    expect(starts.differences.slice(0, 3), `${starts.differences.length} of ${starts.judged}`).toEqual([]);
    expect(starts.judged).toBeGreaterThan(650);
  });

  it.each(meant)("otherwise where it is meant: $why", ({ config, releases }) => {
    expect((doctors.asMeant.get(config) ?? 0) + (starts.asMeant.get(config) ?? 0)).toBe(releases);
  });
});
