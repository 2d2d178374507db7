import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { telegramDefaultAccount } from "../../../src/scope/routing/default-account.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const bind = (agentId: string, accountId: string) => ({ agentId, match: { channel: "telegram", accountId } });
const telegram = (settings: Readonly<Record<string, unknown>>): ConfigInput => ({
  channels: { telegram: settings },
});
const accounts = { work: {}, "Home Bot": {} };

describe("the default account of Telegram", () => {
  it.each<readonly [why: string, config: ConfigInput, account: string]>([
    ["where none is configured", {}, "default"],
    [
      "the one that is bound to the default agent",
      { bindings: [bind("ops", "a"), bind("main", "B c")] },
      "b-c",
    ],
    ["not one that is bound to all accounts", { bindings: [bind("main", "*")] }, "default"],
    ["the one of that name", telegram({ accounts: { ...accounts, default: {} } }), "default"],
    ["the one that the config names", telegram({ accounts, defaultAccount: "Home Bot" }), "home-bot"],
    ["not a named one that there is not", telegram({ accounts, defaultAccount: "x" }), "home-bot"],
    ["the first in the alphabet", telegram({ accounts }), "home-bot"],
    ["the bot that is configured beside accounts", telegram({ accounts, botToken: "1:x" }), "default"],
    [
      "one that is bound counts as listed",
      { ...telegram({ accounts }), bindings: [bind("ops", "alerts")] },
      "alerts",
    ],
    [
      "a bound one before the one that the config names",
      { ...telegram({ accounts, defaultAccount: "work" }), bindings: [bind("main", "alerts")] },
      "alerts",
    ],
  ])("is %s", (_, config, account) => {
    const agents = { list: [{ id: "main", default: true }, { id: "ops" }] };
    const policy = uncheckedPolicy({ agents, ...config }, "openclaw@2026.9.6");
    expect(telegramDefaultAccount(policy).account).toBe(account);
  });

  it("is no bot beside the accounts before 2026.5.18", () => {
    const config = telegram({ accounts, botToken: "1:x" });
    const accountUnder = (edition: Edition) =>
      telegramDefaultAccount(uncheckedPolicy(config, edition)).account;
    expect(accountUnder("openclaw@2026.5.12")).toBe("home-bot");
    expect(accountUnder("openclaw@2026.5.18")).toBe("default");
  });

  it("is bound to nobody where several agents own what is theirs", () => {
    const list = [{ id: "main", default: true }, { id: "ops" }];
    const bindings = [bind("main", "z"), bind("ops", "a")];
    const accountOf = (agents: ConfigInput["agents"]) =>
      telegramDefaultAccount(uncheckedPolicy({ agents, bindings }, "openclaw@2026.9.6")).account;
    expect(accountOf({ list })).toBe("z");
    expect(accountOf({ list, ownership: "explicit" })).toBe("a");
  });
});

describe("direct messages to the default account", () => {
  const config = { ...telegram({ accounts }), bindings: [bind("ops", "alerts")] };

  it.each<readonly [account: string, edition: Edition, key: string]>([
    ["default", "openclaw@2026.4.21", "agent:main:main"],
    ["default", "openclaw@2026.4.22", "agent:main:telegram:default:direct:7"],
    ["home-bot", "openclaw@2026.4.21", "agent:main:telegram:home-bot:direct:7"],
    ["default", "2026-11", "agent:main:main"],
  ])("to %s under %s: %s", (account, edition, key) => {
    const policy = parsePolicy(
      { ...config, agents: { list: [{ id: "main", default: true }, { id: "ops" }] } },
      { edition },
    );
    const session = resolveSession({ channel: "telegram", account, chatType: "direct", peer: "7" }, policy);
    expect(session.ok && session.key).toBe(key);
  });

  it("was asked for in 2026.8.1 and 2026.8.2 before any message was answered, bound or not", () => {
    const answer = (edition: Edition, agents: ConfigInput["agents"], channel = "telegram") => {
      const bindings = [{ agentId: "ops", match: { channel } }];
      const inbound = { channel, chatType: "group", peer: "-100" } as const;
      const session = resolveSession(inbound, uncheckedPolicy({ agents, bindings }, edition));
      return session.ok ? session.key : session.reason;
    };
    const list = [{ id: "main" }, { id: "ops" }];
    const bound = "agent:ops:telegram:group:-100";
    expect(answer("openclaw@2026.7.35", { list })).toBe(bound);
    expect(answer("openclaw@2026.8.1", { list })).toBe("ambiguous-agent");
    expect(answer("openclaw@2026.8.2", { list })).toBe("ambiguous-agent");
    expect(answer("openclaw@2026.9.1", { list })).toBe(bound);
    expect(answer("2026-11", { list })).toBe(bound);
    expect(answer("openclaw@2026.8.2", { list, ownership: "explicit" })).toBe(bound);
    expect(answer("openclaw@2026.8.2", { list }, "slack")).toBe("agent:ops:slack:group:-100");
  });

  it("is nobody's in 2026.8.1 and 2026.8.2 once the loader has taken the mark away", () => {
    const agents = { list: [{ id: "main", default: true }, { id: "ops" }] };
    const reasonUnder = (edition: Edition) => {
      const inbound = { channel: "telegram", chatType: "group", peer: "-100" } as const;
      const session = resolveSession(inbound, parsePolicy({ agents }, { edition }));
      return session.ok ? session.matchedBy : session.reason;
    };
    expect(reasonUnder("openclaw@2026.7.35")).toBe("default");
    expect(reasonUnder("openclaw@2026.8.2")).toBe("ambiguous-agent");
    expect(reasonUnder("openclaw@2026.9.2")).toBe("default");
  });
});
