import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyFix, audit, type Finding } from "../../../src/analysis/index.ts";
import {
  editions,
  evaluateTool,
  parsePolicy,
  safeParsePolicy,
  type ConfigInput,
  type Edition,
} from "../../../src/index.ts";
import { knownTo } from "../../known-to.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };
const release = "openclaw@2026.9.6";

function cuts(config: ConfigInput, edition: Edition): readonly Finding[] {
  const findings = audit(parsePolicy(config, { edition, timeZone: "UTC" }));
  return findings.filter(({ id }) => id === "profile-cut-down");
}

function told(config: ConfigInput, edition: Edition) {
  return cuts(config, edition).map(
    ({ severity, path, witness }) => `${severity} ${path}: ${witness?.what ?? ""}`,
  );
}

function one(tools: ConfigInput["tools"]) {
  return { list: [{ id: "main", default: true, tools }] };
}

const names = fc.uniqueArray(
  fc.constantFrom("read", "exec", "browser", "group:fs", "group:ui", "web_*", "lobster", "tts", "*"),
  { minLength: 1, maxLength: 3 },
);
const selection = {
  profile: fc.constantFrom("minimal", "coding", "messaging", "full"),
  allow: names,
  alsoAllow: names,
  deny: names,
};
const section = fc.record(
  { ...selection, byProvider: fc.record({ openai: fc.record(selection, { requiredKeys: [] }) }) },
  { requiredKeys: [] },
);
const configs: fc.Arbitrary<ConfigInput> = fc.record(
  {
    tools: section,
    agents: fc.record({ list: fc.tuple(fc.record({ id: fc.constant("main"), tools: section })) }),
  },
  { requiredKeys: [] },
);

describe("a profile that is cut down to a list", () => {
  it.each<readonly [string, ConfigInput, Edition, readonly string[]]>([
    [
      "nothing is in both",
      { tools: { profile: "coding", allow: ["browser"] } },
      release,
      ["medium tools.allow: nothing"],
    ],
    [
      "the same under the first release",
      { tools: { profile: "coding", allow: ["browser"] } },
      "openclaw@2026.1.29",
      ["medium tools.allow: nothing"],
    ],
    [
      "what is in both is named, in the order of the catalogue",
      { tools: { profile: "coding", allow: ["browser", "read", "exec"] } },
      release,
      ["low tools.allow: read, exec"],
    ],
    [
      "what is denied is not left",
      { tools: { profile: "coding", allow: ["browser", "read", "exec"], deny: ["group:runtime"] } },
      release,
      ["low tools.allow: read"],
    ],
    [
      "a handful is named, and the others are counted",
      { tools: { profile: "coding", allow: ["group:fs", "group:web", "group:ui"] } },
      release,
      ["low tools.allow: ls, read, write, edit, apply_patch and 8 others"],
    ],
    [
      "an agent's list beside its own profile",
      { agents: one({ profile: "coding", allow: ["browser"] }) },
      release,
      ["medium agents.list[0].tools.allow: nothing"],
    ],
    [
      "an agent's list under everybody's profile, in 2026-11 too",
      { tools: { profile: "coding" }, agents: one({ allow: ["browser", "read"] }) },
      "2026-11",
      ["low agents.list[0].tools.allow: read"],
    ],
    [
      "the same where only a key tells whose tools are meant",
      { tools: { profile: "coding" }, agents: one({ allow: ["browser", "read"] }) },
      "openclaw@2026.2.17",
      ["low agents.list[0].tools.allow: read"],
    ],
    [
      "everybody's list under an agent's profile, in 2026-11 too",
      { tools: { allow: ["browser"] }, agents: one({ profile: "coding" }) },
      "2026-11",
      ["medium tools.allow: nothing"],
    ],
    [
      "a list for one provider's model",
      { tools: { byProvider: { "openai/gpt-5": { profile: "coding", allow: ["tts"] } } } },
      release,
      ['medium tools.byProvider["openai/gpt-5"].allow: nothing'],
    ],
    [
      "a plugin's tools, which no profile has",
      { tools: { profile: "minimal", allow: ["lobster"] } },
      release,
      ["medium tools.allow: nothing"],
    ],
  ])("%s", (_, config, edition, expected) => {
    expect(told(config, edition)).toEqual(expected);
  });

  it.each<readonly [string, ConfigInput, Edition]>([
    ["profile and list add up", { tools: { profile: "coding", allow: ["browser"] } }, "2026-11"],
    [
      "an agent's profile and list add up",
      {
        tools: { profile: "minimal", allow: ["tts"] },
        agents: one({ profile: "coding", allow: ["browser"] }),
      },
      "2026-11",
    ],
    [
      "the list lies within the profile",
      { tools: { profile: "coding", allow: ["group:fs", "exec"] } },
      release,
    ],
    ["a pattern lies within the profile", { tools: { profile: "coding", allow: ["web_*"] } }, release],
    ["everything is allowed", { tools: { profile: "coding", allow: ["*"] } }, release],
    ["the profile has everything", { tools: { profile: "full", allow: ["browser"] } }, release],
    ["the list extends the profile", { tools: { profile: "coding", alsoAllow: ["browser"] } }, release],
    ["there is no profile", { tools: { allow: ["browser"] } }, release],
    [
      "the release drops a list of plugins",
      { tools: { profile: "coding", allow: ["lobster"] } },
      "openclaw@2026.3.7",
    ],
  ])("is not found where %s", (_, config, edition) => {
    expect(told(config, edition)).toEqual([]);
  });

  it("says what is left, and offers the list as an extension, which keeps what extended before", () => {
    const config: ConfigInput = {
      tools: { profile: "coding", alsoAllow: ["tts"] },
      agents: one({ allow: ["browser", "read"] }),
    };
    const [found] = cuts(config, "2026-11");
    expect(found).toMatchObject({
      message:
        "Only what both the list and the profile coding (tools.profile) name may be used, which leaves: read.",
      fix: {
        changes: [
          { path: "agents.list[0].tools.allow", remove: true },
          { path: "agents.list[0].tools.alsoAllow", set: ["tts", "browser", "read"] },
        ],
      },
    });
  });

  it("offers nothing that would leave an agent without limits", () => {
    const config: ConfigInput = {
      tools: { allow: ["browser"] },
      agents: { list: [{ id: "main", tools: { profile: "coding" } }, { id: "ops" }] },
    };
    expect(cuts(config, "2026-11").map(({ fix }) => fix.changes)).toEqual([[]]);
  });

  it("is not what the hardened config does", () => {
    const text = readFileSync(new URL("../../configs/hardened.json5", import.meta.url), "utf8");
    const findings = audit(parsePolicy(text, { edition: "2026-11", timeZone: "UTC" }));
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("is gone once its fix is made, and nothing is lost by it", () => {
    fc.assert(
      fc.property(configs, fc.constantFrom(...editions), (config, edition) => {
        const parsed = safeParsePolicy(config, { edition, timeZone: "UTC" });
        fc.pre(parsed.ok);
        for (const { path, fix } of cuts(config, edition)) {
          if (fix.changes.length === 0) continue;
          const mended = applyFix(parsed.policy.config, fix);
          expect(told(mended, edition).filter((each) => each.includes(` ${path}:`))).toEqual([]);
          const after = parsePolicy(mended, { edition, timeZone: "UTC" });
          for (const tool of ["read", "exec", "browser", "tts", "session_status", "lobster"])
            for (const provider of [{}, { provider: "openai" }]) {
              const asked = { tool, agentId: "main", key: "agent:main:main", ...provider };
              const [before, now] = [parsed.policy, after].map((each) => evaluateTool(asked, each).allowed);
              expect({ path, asked, lost: before === true && now === false }).toMatchObject({ lost: false });
            }
        }
      }),
      runs,
    );
  });
});

describe("any tool", () => {
  it.each<readonly [string, ConfigInput, string, unknown]>([
    ["a profile", { tools: { profile: "full" } }, "tools.profile", { tools: { profile: "coding" } }],
    [
      "the list beside a profile",
      { tools: { profile: "coding", allow: ["browser", "*"] } },
      "tools.allow[1]",
      { tools: { profile: "coding", allow: ["browser"] } },
    ],
    [
      "the only entry of the list that extends a profile",
      { tools: { profile: "coding", alsoAllow: ["*"] } },
      "tools.alsoAllow[0]",
      { tools: { profile: "coding" } },
    ],
  ])("is let through by %s, and the fix says so", (_, config, path, after) => {
    const policy = parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
    const found = audit(policy).find(({ id }) => id === "tools-full");
    expect(found?.path).toBe(path);
    expect(found && applyFix(policy.config, found.fix)).toEqual(after);
  });

  it("is no longer found once every fix that is offered is made", () => {
    const world = { senders: ["1", "2"].map((peer) => ({ channel: "telegram", peer })) };
    fc.assert(
      fc.property(configs, fc.constantFrom(...editions), (written, edition) => {
        const parsed = safeParsePolicy(knownTo(edition, written), { edition, timeZone: "UTC" });
        fc.pre(parsed.ok);
        let { policy } = parsed;
        const offered = () => audit(policy, world).find(({ fix }) => fix.changes.length > 0);
        for (let round = 0, finding = offered(); finding !== undefined; finding = offered()) {
          round += 1;
          expect({ round: round < 30, finding }).toMatchObject({ round: true });
          policy = parsePolicy(applyFix(policy.config, finding.fix), { edition, timeZone: "UTC" });
        }
        expect(audit(policy, world).some(({ id }) => id.startsWith("tools-"))).toBe(false);
      }),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    );
  });
});
