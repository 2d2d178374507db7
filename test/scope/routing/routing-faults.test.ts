import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { mainSession } from "../../../src/scope/session/main-session.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { withOverrides } from "../../../src/scope/routing/route-overrides.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

function route(
  inbound: Inbound,
  config: ConfigInput,
  edition: Edition,
  loaded: { loaded?: true } = {},
): string {
  const parsed = safeParsePolicy(config, { edition, ...loaded });
  const resolution = resolveSession(inbound, parsed.ok ? parsed.policy : uncheckedPolicy(config, edition));
  return resolution.ok
    ? `${resolution.agentId} ${resolution.key} ${resolution.matchedBy}`
    : `${resolution.reason} ${resolution.missing.join()}`;
}

function refusals(config: ConfigInput, edition: Edition): readonly string[] {
  const parsed = safeParsePolicy(config, { edition, timeZone: "UTC" });
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
}

function warnings(config: ConfigInput, edition: Edition): readonly string[] {
  const parsed = safeParsePolicy(config, { edition, timeZone: "UTC" });
  return parsed.ok ? parsed.warnings.map(({ code, path }) => `${code} ${path}`) : [];
}

/** What a release's function answers, whatever its loader would make of the config. */
const asLoaded = { loaded: true } as const;

const upstream = "openclaw@2026.9.6";
const own = "2026-11";

const dm: Inbound = { channel: "discord", chatType: "direct", peer: "u1" };
const room: Inbound = { channel: "slack", chatType: "channel", peer: "C1" };
const two = [{ id: "main", default: true }, { id: "ops" }] as const;
const toOps = (match: object): ConfigInput => ({
  agents: { list: two },
  bindings: [{ agentId: "ops", match: { channel: "discord", ...match } }],
});

describe("a fault of routing in 2026.9.6 that 2026-11 does not have, or tells of", () => {
  it("a binding without an account serves the default account alone", () => {
    const config = { ...toOps({}), channels: { discord: { accounts: { work: {} } } } };
    const work = { ...dm, account: "work" };
    expect(route(work, config, upstream)).toBe("main agent:main:main binding.channel");
    expect(warnings(config, own)).toContain("binding-without-account bindings[0].match");
    expect(warnings(toOps({}), own)).toEqual([]);
  });

  it("a binding for an account that cannot be written captures the default account", () => {
    expect(route(dm, toOps({ accountId: "日本" }), upstream)).toBe("ops agent:ops:main binding.account");
    expect(route(dm, toOps({ accountId: "日本" }), own)).toBe("main agent:main:main default");
    const there = { ...dm, account: "日本" };
    expect(route(there, toOps({ accountId: "日本" }), own)).toBe("ops agent:ops:main binding.account");
  });

  it("a binding to an unknown agent fails at each message", () => {
    const ghost = { agents: { list: two }, bindings: [{ agentId: "ghost", match: { channel: "discord" } }] };
    expect(route(dm, ghost, "openclaw@2026.7.35")).toBe("main agent:main:main binding.account");
    expect(route(dm, ghost, upstream, asLoaded)).toBe("unknown-agent agents.entries.ghost");
    expect(refusals(ghost, upstream)).toEqual(["unknown-agent bindings[0].agentId"]);
    expect(refusals(ghost, own)).toEqual(["unknown-agent bindings[0].agentId"]);
  });

  it("an agent that cannot be written is the agent main, configured or not", () => {
    const agents = { list: [{ id: "ops" }] };
    const config = { agents, bindings: [{ agentId: "日本", match: { channel: "discord" } }] };
    expect(route(dm, config, upstream, asLoaded)).toBe("main agent:main:main binding.account");
    expect(refusals(config, own)).toEqual(["unknown-agent bindings[0].agentId"]);
    const main = { agents, bindings: [{ agentId: "main", match: { channel: "discord" } }] };
    expect(route(dm, main, upstream)).toBe("main agent:main:main binding.account");
    expect(refusals(main, own)).toEqual(["unknown-agent bindings[0].agentId"]);
  });

  it("nothing among the bindings fails every message", () => {
    const config = { bindings: [null] } as unknown as ConfigInput;
    expect(refusals(config, own)).toEqual(["wrong-type bindings[0]"]);
  });

  it("a binding to a peer and a guild served the rest of the guild, up to 2026.2.12", () => {
    const config = toOps({ guildId: "g", peer: { kind: "channel", id: "A" } });
    const inbound: Inbound = { channel: "discord", chatType: "channel", peer: "B", guild: "g" };
    expect(route(inbound, config, "openclaw@2026.2.12")).toBe(
      "ops agent:ops:discord:channel:b binding.guild",
    );
    expect(route(inbound, config, own)).toBe("main agent:main:discord:channel:B default");
  });

  it("session.scope: global is not looked at", () => {
    const config: ConfigInput = { session: { scope: "global", dmScope: "per-peer" } };
    expect(route(dm, config, upstream)).toBe("main agent:main:direct:u1 default");
    expect(route(dm, config, own)).toBe("main global default");
    expect(warnings(config, own)).toContain("scope-without-effect session.dmScope");
  });

  it("session.mainKey was not looked at, up to 2026.6.35, and never reaches what looks at it since", () => {
    const config: ConfigInput = { session: { mainKey: "Home" } };
    expect(route(dm, config, "openclaw@2026.6.35")).toBe("main agent:main:main default");
    expect(route(dm, config, "openclaw@2026.7.1")).toBe("main agent:main:main default");
    expect(route(dm, config, "openclaw@2026.7.1", asLoaded)).toBe("main agent:main:home default");
    expect(warnings(config, "openclaw@2026.7.1")).toContain("loaded-under-main session.mainKey");
    expect(route(dm, config, own)).toBe("main agent:main:home default");
  });

  it("several agents without a default: the first one answered, then nobody", () => {
    const config: ConfigInput = { agents: { list: [{ id: "a" }, { id: "b" }] } };
    expect(route(dm, config, "openclaw@2026.7.35")).toBe("a agent:a:main default");
    expect(route(dm, config, upstream, asLoaded)).toBe("ambiguous-agent agents.list[].default");
    expect(refusals(config, upstream)).toEqual(["ambiguous-agent agents.ownership"]);
    expect(route(dm, config, own)).toBe("ambiguous-agent agents.list[].default");
    expect(warnings(config, own)).toEqual(["ambiguous-agent agents"]);
  });

  it("two agents marked default: an issue", () => {
    const list = two.map((agent) => ({ ...agent, default: true }));
    expect(route(dm, { agents: { list } }, "openclaw@2026.7.35")).toBe("main agent:main:main default");
    expect(route(dm, { agents: { list } }, upstream, asLoaded)).toBe("ambiguous-agent agents.list[].default");
    expect(refusals({ agents: { list } }, upstream)).toEqual(["agent-conflict agents.list[1].default"]);
    expect(refusals({ agents: { list } }, own)).toEqual(["agent-conflict agents.list[1]"]);
  });

  it("no agents in the list: the message fails, or would without the loader", () => {
    expect(route(dm, { agents: { entries: {} } }, upstream, asLoaded)).toBe("no-agent agents.list");
    expect(route(dm, { agents: { entries: {} } }, upstream)).toBe("main agent:main:main default");
    expect(route(dm, { agents: { entries: {} } }, "openclaw@2026.7.35")).toBe("main agent:main:main default");
  });

  it("agents whose names merge: an issue", () => {
    const config = { agents: { list: [{ id: "a b" }, { id: "a-b", default: true }] } };
    expect(route(dm, config, upstream, asLoaded)).toBe("a-b agent:a-b:main default");
    expect(refusals(config, own)).toEqual(["agent-conflict agents.list[1]"]);
    const unwritable = { agents: { list: [{ id: "日本", default: true }] } };
    expect(route(dm, unwritable, upstream, asLoaded)).toBe("main agent:main:main default");
    expect(refusals(unwritable, own)).toEqual(["agent-without-id agents.list[0]"]);
  });

  it("a topic's agent is not checked", () => {
    const groups = { "-100": { topics: { "42": { agentId: "ghost" } } } };
    const config: ConfigInput = { agents: { list: two }, channels: { telegram: { groups } } };
    const topic: Inbound = { channel: "telegram", chatType: "group", peer: "-100", thread: "42" };
    expect(route(topic, config, "openclaw@2026.3.2")).toBe(
      "main agent:main:telegram:group:-100:topic:42 default",
    );
    expect(route(topic, config, "openclaw@2026.3.13")).toBe(
      "main agent:main:telegram:group:-100:topic:42 default",
    );
    expect(route(topic, config, upstream)).toBe(
      "ghost agent:ghost:telegram:group:-100:topic:42 binding.channel",
    );
    expect(refusals(config, own)).toEqual([
      'unknown-agent channels.telegram.groups["-100"].topics["42"].agentId',
    ]);
  });

  it("a topic's agent that cannot be written is the agent main", () => {
    const groups = { "-100": { topics: { "42": { agentId: "日本" } } } };
    const config: ConfigInput = { agents: { list: [{ id: "ops" }] }, channels: { telegram: { groups } } };
    const topic: Inbound = { channel: "telegram", chatType: "group", peer: "-100", thread: "42" };
    expect(route(topic, config, upstream)).toBe("main agent:main:telegram:group:-100:topic:42 default");
    expect(refusals(config, own)).toEqual([
      'unknown-agent channels.telegram.groups["-100"].topics["42"].agentId',
    ]);
  });

  it("a blank around a role keeps everybody out of a binding: an issue", () => {
    const config = toOps({ guildId: "g", roles: [" 7"] });
    const inbound: Inbound = { ...dm, guild: "g", roles: ["7"] };
    expect(route(inbound, config, "openclaw@2026.2.12")).toBe("ops agent:ops:main binding.guild");
    expect(route(inbound, config, upstream)).toBe("main agent:main:main default");
    expect(refusals(config, own)).toEqual(["padded-value bindings[0].match.roles[0]"]);
  });

  it("one session for all has no owner among several agents: as it is, and told", () => {
    const config: ConfigInput = {
      agents: { list: [{ id: "a" }, { id: "b" }] },
      session: { scope: "global" },
    };
    const main = (edition: Edition) => mainSession(uncheckedPolicy(config, edition));
    expect(main("openclaw@2026.7.35")).toEqual({ ok: true, key: "global" });
    expect(main(upstream)).toMatchObject({ ok: false, reason: "ambiguous-agent" });
    expect(main(own)).toMatchObject({ ok: false, reason: "ambiguous-agent" });
    expect(warnings(config, own)).toEqual(["ambiguous-agent agents"]);
  });

  it("a default agent that the caller names and that there is not: said to be that", () => {
    const policyOf = (edition: Edition) => parsePolicy({ agents: { list: [{ id: "ops" }] } }, { edition });
    const routed = (edition: Edition) =>
      resolveSession(dm, withOverrides(policyOf(edition), { defaultAgentId: "ghost" }));
    expect(routed("openclaw@2026.7.35")).toMatchObject({ agentId: "ops" });
    // The release's own words are that a binding is to be updated; the reason names the agent.
    expect(routed(upstream)).toMatchObject({ reason: "unknown-agent", missing: ["agents.entries.ghost"] });
    expect(routed(own)).toMatchObject({ reason: "unknown-agent", missing: ["agents.entries.ghost"] });
  });

  it("equal ids of unrelated channels are one person under per-peer: as written, and told", () => {
    const config: ConfigInput = { session: { dmScope: "per-peer" } };
    expect(route({ ...dm, channel: "irc" }, config, upstream)).toBe(route(dm, config, upstream));
    expect(warnings(config, own)).toContain("per-peer-joins-channels session.dmScope");
  });

  it("ids that look like numbers and are not: told", () => {
    const config = toOps({ peer: { kind: "channel", id: "<#1234567>" } });
    const inbound: Inbound = { channel: "discord", chatType: "channel", peer: "1234567" };
    expect(route(inbound, config, upstream)).toBe("main agent:main:discord:channel:1234567 default");
    expect(warnings(config, own)).toContain("id-stray-characters bindings[0].match.peer.id");
  });

  it.each<Edition>(["openclaw@2026.3.7", upstream, own])(
    "an answer does not depend on the messages before it, as it did from 2026.3.2 to 2026.8.2: %s",
    (edition) => {
      const bindings = [{ agentId: "ops", match: { channel: "discord", guildId: "g", roles: ["a,b"] } }];
      const policy = uncheckedPolicy({ agents: { list: two }, bindings }, edition);
      const inGuild = (roles: readonly string[]) => resolveSession({ ...dm, guild: "g", roles }, policy);
      expect(inGuild(["a,b"])).toMatchObject({ agentId: "ops" });
      expect(inGuild(["a", "b"])).toMatchObject({ agentId: "main" });
      const nobody: Inbound = { channel: "slack", chatType: "direct" };
      const nowhere: Inbound = { channel: "slack", chatType: "group", peer: "" };
      const first = [nobody, nowhere].map((inbound) => resolveSession(inbound, policy));
      const again = [nowhere, nobody].map((inbound) =>
        resolveSession(inbound, uncheckedPolicy(policy.config, policy.edition)),
      );
      expect(again.toReversed()).toEqual(first);
      expect(resolveSession(nowhere, policy)).not.toEqual(resolveSession(nobody, policy));
    },
  );

  it("a config that is changed afterwards changes no answer, and a changed one is another policy", () => {
    const bindings = [{ agentId: "main", match: { channel: "discord" } }];
    const config = { agents: { list: two }, bindings };
    for (const edition of ["openclaw@2026.2.17", upstream, own] as const) {
      const policy = uncheckedPolicy(config, edition);
      const before = resolveSession(dm, policy);
      bindings.unshift({ agentId: "ops", match: { channel: "discord" } });
      expect(resolveSession(dm, policy)).toEqual(before);
      expect(resolveSession(dm, uncheckedPolicy(config, edition))).toMatchObject({ agentId: "ops" });
      bindings.shift();
      expect(Reflect.set(policy.config.bindings ?? [], 0, bindings[0])).toBe(false);
    }
  });

  it("changing an answer changes no later one, as it did from 2026.3.2 to 2026.9.1", () => {
    const policies: readonly ConfigInput[] = [
      {},
      { bindings: [{ agentId: "main", match: { channel: "discord" } }] },
      { session: { dmScope: "per-peer" } },
      { agents: { list: [{ id: "a" }, { id: "b" }] } },
    ];
    for (const config of policies) {
      const policy = parsePolicy(config, { edition: own });
      for (const inbound of [dm, { channel: "discord", chatType: "direct" } as const]) {
        const answer = JSON.stringify(resolveSession(inbound, policy));
        const changed = resolveSession(inbound, policy) as unknown as Record<string, object | string>;
        for (const part of [changed["binding"], changed["missing"], changed]) {
          if (typeof part === "object") Reflect.set(part, "0", "changed");
          if (typeof part === "object") Reflect.set(part, "key", "changed");
        }
        expect(JSON.stringify(resolveSession(inbound, policy))).toBe(answer);
      }
    }
  });

  it("peer ids in bindings are compared exactly, and ids in keys were not", () => {
    const config: ConfigInput = {
      agents: { list: two },
      bindings: [{ agentId: "ops", match: { channel: "slack", peer: { kind: "channel", id: "c1" } } }],
    };
    expect(route(room, config, upstream)).toBe("main agent:main:slack:channel:c1 default");
    expect(route(room, config, own)).toBe("main agent:main:slack:channel:C1 default");
    const irc: ConfigInput = {
      ...config,
      bindings: [{ agentId: "ops", match: { channel: "irc", peer: { kind: "channel", id: "#Chat" } } }],
    };
    expect(route({ ...room, channel: "irc", peer: "#chat" }, irc, own)).toBe(
      "ops agent:ops:irc:channel:#chat binding.peer",
    );
  });
});
