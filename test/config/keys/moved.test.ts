import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";

function told(config: unknown, edition: Edition): readonly string[] {
  // What the type of a config forbids is what is asked about.
  const { ok, issues, warnings } = safeParsePolicy(config as ConfigInput, { edition, timeZone: "UTC" });
  return (ok ? warnings : issues).map(({ path, hint }) => `${path}: ${hint}`);
}

const agents = [{ id: "a" }, { id: "b" }];

describe("names that people guess", () => {
  it.each<readonly [why: string, config: object, edition: Edition, hint: string]>([
    ["channels at the top", { telegram: { owner: "7" } }, "2026-11", "telegram: write `channels.telegram`"],
    [
      "a section that is an agent's",
      { sandbox: { mode: "off" } },
      "2026-11",
      "sandbox: write `agents.defaults.sandbox`",
    ],
    [
      "a section that is a tool's",
      { exec: { security: "full" } },
      "openclaw@2026.9.6",
      "exec: write `tools.exec`",
    ],
    [
      "the oldest name of bindings",
      { routing: { enabled: true } },
      "openclaw@2026.2.9",
      "routing: write `bindings`",
    ],
    [
      "identity, of one agent",
      { identity: { name: "x" } },
      "openclaw@2026.3.13",
      "identity: write `agents.list[].identity`",
    ],
    [
      "and of an entry",
      { identity: { name: "x" } },
      "2026-11",
      "identity: write `agents.entries.*.identity`",
    ],
    [
      "an old section of which each part stands elsewhere",
      { routing: { queue: { mode: "collect" }, agentToAgent: { enabled: true } } },
      "openclaw@2026.9.6",
      "routing: write `messages.queue`, `tools.agentToAgent`",
    ],
    [
      "how messages are shown while they are written",
      { channels: { telegram: { streamMode: "off" } } },
      "openclaw@2026.9.6",
      "channels.telegram.streamMode: write `channels.telegram.streaming.mode`",
    ],
    [
      "pairing as a section",
      { channels: { telegram: { pairing: { policy: "device" } } } },
      "openclaw@2026.3.13",
      "channels.telegram.pairing: write `channels.telegram.dmPolicy`",
    ],
    [
      "the same where the policy stood in a section",
      { channels: { discord: { pairing: true } } },
      "openclaw@2026.2.9",
      "channels.discord.pairing: write `channels.discord.dm.policy`",
    ],
    [
      "jobs, which a release keeps in a file",
      { cron: { jobs: [] } },
      "openclaw@2026.3.13",
      "cron.jobs: the host keeps it in cron/jobs.json",
    ],
    [
      "a name that is nearly another, and stands elsewhere",
      { agents: { default: "ops" } },
      "2026-11",
      "agents.default: write `agents.entries.*.default`",
    ],
  ])("%s: %j under %s", (_, config, edition, hint) => {
    expect(told(config, edition)).toContain(hint);
  });
});

describe("what is refused as a whole", () => {
  it("is not looked into", () => {
    const config = { channels: { discord: { groups: { mentionGated: true } } } };
    expect(told(config, "openclaw@2026.9.6")).toEqual([
      "channels.discord.groups: write `channels.discord.guilds`",
    ]);
    expect(told(config, "2026-11")).toEqual(["channels.discord.groups: write `channels.discord.guilds`"]);
  });
});

describe("a list in place of the section that holds it", () => {
  it.each<readonly [unknown, string]>([
    [{ agents }, "agents: write `agents: { list: [ … ] }`"],
    [{ session: ["/new"] }, "session: write an object, such as"],
    [{ agents: [] }, "agents: write an object, such as"],
  ])("%j", (config, hint) => {
    expect(told(config, "2026-11")).toEqual([expect.stringContaining(hint)]);
  });
});

describe("an id that is missing", () => {
  it("is that of a person or a room where a peer lacks it", () => {
    const bindings = [{ agentId: "a", match: { channel: "telegram", peer: { kind: "direct" } } }];
    expect(told({ bindings }, "2026-11")).toEqual(['bindings[0].match.peer.id: add text, such as `id: "7"`']);
  });
});

describe("a roster that a loader refuses", () => {
  it("is told whatever else is wrong", () => {
    const config = { agents: { list: agents }, channels: { telegram: { nonsense: 1 } } };
    expect(told(config, "openclaw@2026.9.6").map((line) => line.split(":")[0])).toEqual([
      "agents.ownership",
      "channels.telegram.nonsense",
    ]);
  });
});
