import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { boundAccounts } from "../../../src/scope/routing/bound-accounts.ts";
import {
  canonicalizeMainAlias,
  mainSession,
  storeKeyOfOwner,
  type OwnedKey,
} from "../../../src/scope/session/main-session.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const show = (owned: OwnedKey) => (owned.ok ? owned.key : owned.reason);
const ops: ConfigInput = { agents: { list: [{ id: "ops" }] } };
const two: ConfigInput = { agents: { list: [{ id: "a" }, { id: "b" }] } };
const system: ConfigInput = {
  agents: {
    list: [{ id: "ops", default: true }, { id: "aide" }],
    defaults: { systemAgent: { agentId: "Aide" } },
  },
};

describe("the main session of the owner", () => {
  it.each<readonly [string, ConfigInput, Edition, string]>([
    ["nothing is configured", {}, "openclaw@2026.1.29", "agent:main:main"],
    ["one agent", ops, "2026-11", "agent:ops:main"],
    ["one session for all", { session: { scope: "global" } }, "2026-11", "global"],
    ["the first of several", two, "openclaw@2026.7.35", "agent:a:main"],
    ["no clear owner", two, "openclaw@2026.8.1", "ambiguous-agent"],
    ["the system's agent is not looked at", system, "openclaw@2026.7.35", "agent:ops:main"],
    ["the system's agent, though another one answers", system, "openclaw@2026.8.1", "agent:aide:main"],
    ["of the one who answers", system, "2026-11", "agent:ops:main"],
  ])("%s", (_, config, edition, expected) => {
    expect(show(mainSession(uncheckedPolicy(config, edition)))).toBe(expected);
  });
});

describe("names of a main session", () => {
  it.each<readonly [string, string, Edition, string]>([
    ["main", "every release", "openclaw@2026.1.29", "agent:ops:home"],
    [" home ", "with blanks", "2026-11", "agent:ops:home"],
    ["agent:ops:main", "its own, without the configured name", "2026-11", "agent:ops:home"],
    ["agent:main:main", "its own name only", "openclaw@2026.3.28", "agent:main:main"],
    ["agent:main:main", "everybody's name", "openclaw@2026.3.31", "agent:ops:home"],
    ["agent:main:main", "its own name only, again", "2026-11", "agent:main:main"],
    ["agent:ops:x", "another session", "2026-11", "agent:ops:x"],
    [" agent:ops:X ", "another session, trimmed", "openclaw@2026.9.6", "agent:ops:X"],
    [" agent:ops:X ", "a session of another name", "2026-11", " agent:ops:X "],
  ])("%j: %s (%s)", (key, _, edition, expected) => {
    const policy = parsePolicy({ session: { mainKey: "Home" } }, { edition, loaded: true });
    expect(canonicalizeMainAlias(key, "ops", policy)).toBe(expected);
  });
});

describe("the stored key of what a client names", () => {
  it.each<readonly [string, ConfigInput, Edition, string]>([
    ["Main", {}, "openclaw@2026.2.12", "agent:main:Main"],
    ["Main", {}, "openclaw@2026.2.17", "agent:main:main"],
    ["GLOBAL", {}, "2026-11", "global"],
    ["", {}, "2026-11", ""],
    ["cron:x", ops, "2026-11", "agent:ops:cron:x"],
    ["agent:Ops:Telegram:group:AbC", {}, "openclaw@2026.2.12", "agent:Ops:Telegram:group:AbC"],
    ["agent:Ops:Telegram:group:AbC", {}, "openclaw@2026.2.17", "agent:ops:telegram:group:abc"],
    ["agent:main:main", ops, "openclaw@2026.4.15", "agent:main:main"],
    ["agent:main:main", ops, "openclaw@2026.4.20", "agent:ops:main"],
    // Nobody's main session has to be found anew where `main` is the one agent there is.
    ["agent:main::main", {}, "openclaw@2026.4.20", "agent:main::main"],
    ["agent:main::main", ops, "openclaw@2026.4.20", "agent:ops:main"],
    ["main", two, "openclaw@2026.8.1", "ambiguous-agent"],
    ["main", { ...two, session: { scope: "global" } }, "openclaw@2026.8.1", "global"],
    ["main", system, "openclaw@2026.9.6", "agent:ops:main"],
  ])("%j with %j under %s: %s", (key, config, edition, expected) => {
    expect(show(storeKeyOfOwner(key, uncheckedPolicy(config, edition)))).toBe(expected);
  });
});

describe("accounts that bindings name", () => {
  it("are listed by channel, the default one since 2026.9.4", () => {
    const config: ConfigInput = {
      bindings: [
        { agentId: "main", match: { channel: "discord", accountId: "Zeta" } },
        { agentId: "main", match: { channel: "discord" } },
        { agentId: "main", match: { channel: "discord", accountId: "*" } },
        { agentId: "main", match: { channel: "irc", accountId: "work" } },
      ],
    };
    const before = boundAccounts(uncheckedPolicy(config, "openclaw@2026.9.3"));
    const since = boundAccounts(uncheckedPolicy(config, "openclaw@2026.9.4"));
    expect([...before]).toEqual([
      ["discord", ["zeta"]],
      ["irc", ["work"]],
    ]);
    expect(since.get("discord")).toEqual(["default", "zeta"]);

    const oldest = boundAccounts(uncheckedPolicy(config, "openclaw@2026.1.29"));
    expect(oldest.get("discord"), "in canonical form, though routing compares as written").toEqual(["zeta"]);
  });
});
