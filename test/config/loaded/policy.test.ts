import { describe, expect, it } from "vitest";
import { applyFix } from "../../../src/analysis/audit/apply-fix.ts";
import { audit } from "../../../src/analysis/audit/audit.ts";
import { coverage } from "../../../src/analysis/coverage/coverage.ts";
import { materialize } from "../../../src/analysis/materialize.ts";
import { writtenConfig } from "../../../src/config/loaded/origin.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { editions } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { traceRouting } from "../../../src/scope/session/trace-routing.ts";

const newest = { edition: "openclaw@2026.9.6", timeZone: "UTC" } as const;

const marked = {
  agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
  bindings: [{ agentId: "ops", match: { channel: "telegram", peer: { kind: "group", id: "-1" } } }],
  channels: { telegram: { accounts: { default: {}, open: {} } }, discord: {} },
} as const satisfies ConfigInput;

describe("a policy of a release", () => {
  it("decides on what the loader makes of the config, and keeps what was written", () => {
    const policy = parsePolicy(marked, newest);
    const { bindings, agents } = policy.config;
    expect(bindings?.map(({ match }) => match.channel)).toEqual(["telegram", "discord", "telegram"]);
    // What the loader keeps beside the config, plain data says by the mark.
    expect(agents).toMatchObject(marked.agents);
    expect(policy.loader?.written).toEqual(marked);
    expect(structuredClone(policy.config)).toEqual(policy.config);
    expect(Object.isFrozen(policy.config) && Object.isFrozen(bindings?.[1]?.match)).toBe(true);
  });

  it("tells of a binding that the loader made where the owner wrote what it was made of", () => {
    const policy = parsePolicy(marked, newest);
    const inbound = { channel: "telegram", account: "open", chatType: "direct", peer: "7" } as const;
    expect(resolveSession(inbound, policy)).toMatchObject({
      matchedBy: "binding.channel",
      binding: { path: "agents.list[0].default" },
    });
    expect(traceRouting(inbound, policy).map(({ path }) => path)).toEqual(["bindings[0]"]);
    expect(coverage(policy, []).uncovered).toEqual(["bindings[0]", "agents.list[0].default"]);
  });

  it("takes a channel for configured by a variable of the environment", () => {
    const config = { agents: marked.agents };
    const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
    const by = (env: Readonly<Record<string, string>>) => {
      const session = resolveSession(inbound, parsePolicy(config, { ...newest, env }));
      return session.ok && session.matchedBy;
    };
    expect(by({})).toBe("default");
    expect(by({ TELEGRAM_BOT_TOKEN: "1:x" })).toBe("binding.channel");
  });

  it("tells of an older setting by the line that the owner wrote", () => {
    const config = { channels: { slack: { dm: { policy: "disabled" } } } } as const;
    const policy = parsePolicy(config, { ...newest, edition: "openclaw@2026.4.14" });
    const request = { channel: "slack", chatType: "direct", peer: "U1", sender: "U1" } as const;
    expect(evaluateAccess(request, policy)).toMatchObject({
      reason: "dm-disabled",
      path: "channels.slack.dm.policy",
    });
  });

  it("is of the config as it is, where a loader has made it", () => {
    const policy = parsePolicy({ session: { mainKey: "home" } }, { ...newest, loaded: true });
    expect(policy.loader).toBeUndefined();
    expect(policy.config.session?.mainKey).toBe("home");
  });

  it("warns once for each kind of change and place", () => {
    const { warnings } = parsePolicy(
      {
        ...marked,
        session: { mainKey: "home" },
        channels: { ...marked.channels, defaults: { groupPolicy: "open" } },
      },
      newest,
    );
    expect(warnings.filter(({ code }) => code.startsWith("loaded-"))).toMatchObject([
      { code: "loaded-as-bindings", path: "agents.list[0].default" },
      { code: "loaded-over-default", path: "channels.defaults.groupPolicy" },
      { code: "loaded-under-main", path: "session.mainKey" },
    ]);
  });

  it("refuses a roster that the release refuses, beside what else is wrong", () => {
    const parsed = safeParsePolicy(
      { agents: { list: [{ id: "a" }, { id: "b" }] }, session: { dmScope: "maim" as never } },
      newest,
    );
    expect(parsed.issues?.map(({ code }) => code)).toEqual(["ambiguous-agent", "unknown-value"]);
  });
});

describe("what an owner is told to write", () => {
  it("is nothing that the loader writes", () => {
    for (const edition of editions) {
      const policy = parsePolicy(marked, { ...newest, edition });
      expect(materialize(policy).bindings).toEqual(marked.bindings);
      expect(materialize(policy).channels?.["telegram"]?.accounts).toEqual({ default: {}, open: {} });
      for (const { fix } of audit(policy)) {
        const fixed = applyFix(writtenConfig(policy), fix);
        expect(fixed.bindings).toEqual(marked.bindings);
        expect(Object.keys(fixed.channels?.["telegram"]?.accounts ?? {})).toEqual(["default", "open"]);
      }
    }
  });
});
