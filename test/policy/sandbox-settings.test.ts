import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import type { Edition } from "../../src/edition/edition.ts";
import {
  dependsOnSession,
  isToldSandboxed,
  mainKeyOfAgent,
  readOnlyWorkspace,
  runsInSandbox,
  sandboxMode,
  sandboxScope,
  sandboxSettings,
  writtenNetwork,
} from "../../src/policy/sandbox-settings.ts";
import { uncheckedPolicy } from "../unchecked-policy.ts";

type Sandbox = NonNullable<NonNullable<NonNullable<ConfigInput["agents"]>["defaults"]>["sandbox"]>;

const release = "openclaw@2026.9.6";
const ours = "2026-11";

/** What holds for all agents, and what one of them says. */
function configOf(ofAll: Sandbox, own?: Sandbox): ConfigInput {
  return { agents: { defaults: { sandbox: ofAll }, list: [{ id: "main", ...(own && { sandbox: own }) }] } };
}

describe("what sections say of a sandbox", () => {
  it.each<readonly [string, Sandbox, Sandbox | undefined, string, string, string | undefined]>([
    ["nothing is written", {}, undefined, "off", "agent", undefined],
    ["a switch is a mode", { enabled: true }, undefined, "all", "agent", undefined],
    [
      "…and none where it is off",
      { enabled: false, mode: "non-main" },
      undefined,
      "non-main",
      "agent",
      undefined,
    ],
    ["an agent's mode comes first", { mode: "all" }, { mode: "off" }, "off", "agent", undefined],
    ["it was once told by session", { perSession: true }, undefined, "off", "session", undefined],
    ["…or not", { perSession: false }, undefined, "off", "shared", undefined],
    [
      "its scope comes before that",
      { scope: "agent", perSession: true },
      undefined,
      "off",
      "agent",
      undefined,
    ],
    [
      "a network",
      { docker: { network: "bridge" } },
      undefined,
      "off",
      "agent",
      "agents.defaults.sandbox.docker.network",
    ],
    [
      "an agent's network comes first",
      { docker: { network: "bridge" } },
      { docker: { network: "none" } },
      "off",
      "agent",
      "agents.list[0].sandbox.docker.network",
    ],
    [
      "but not where all share one sandbox",
      { scope: "shared", docker: { network: "bridge" } },
      { docker: { network: "none" } },
      "off",
      "shared",
      "agents.defaults.sandbox.docker.network",
    ],
    [
      "a word of ours comes before a name",
      { docker: { network: "bridge" }, network: "none" },
      undefined,
      "off",
      "agent",
      "agents.defaults.sandbox.network",
    ],
  ])("%s: %j, %j", (_, ofAll, own, mode, scope, network) => {
    const sections = sandboxSettings("main", uncheckedPolicy(configOf(ofAll, own), ours));
    expect([sandboxMode(sections), sandboxScope(sections), writtenNetwork(sections)?.path]).toEqual([
      mode,
      scope,
      network,
    ]);
  });

  it("are those of all for an agent that has none, and of the first where two have one name", () => {
    const config: ConfigInput = {
      agents: {
        defaults: { sandbox: { mode: "all" } },
        list: [
          { id: "a", sandbox: { mode: "off" } },
          { id: "A", sandbox: { mode: "non-main" } },
          { id: "b" },
        ],
      },
    };
    const policy = uncheckedPolicy(config, release);
    const modes = ["a", "b", "c", undefined].map((id) => sandboxMode(sandboxSettings(id, policy)));
    expect(modes).toEqual(["off", "all", "all", "all"]);
  });

  it.each<readonly [Edition, string, string | undefined]>([
    [ours, "ro", "agents.defaults.sandbox.workspaceAccess"],
    [ours, "rw", undefined],
    [ours, "none", undefined],
    [release, "ro", undefined],
  ])("hold tools to a workspace that may only be read: %s, %s", (edition, workspaceAccess, path) => {
    const policy = uncheckedPolicy(configOf({ workspaceAccess } as Sandbox), edition);
    expect(readOnlyWorkspace(sandboxSettings("main", policy), policy)).toBe(path);
  });
});

describe("which sessions run in a sandbox", () => {
  const group = "agent:main:irc:group:1";
  it.each<readonly [string, Sandbox["mode"], string | undefined, string | undefined, boolean, boolean]>([
    ["none where there is none", "off", "main", group, false, false],
    ["none, even of those not known", "off", "main", undefined, false, false],
    ["all of them", "all", "main", group, true, true],
    ["the main one, too", "all", "main", "agent:main:main", true, true],
    ["all but the main one", "non-main", "main", group, true, true],
    ["not the main one", "non-main", "main", "agent:main:main", false, false],
    ["by whatever name", "non-main", "main", "main", false, false],
    ["one that is not known", "non-main", "main", undefined, true, true],
    ["one of nobody known", "non-main", undefined, "agent:main:main", true, true],
    ["one with an empty key, but in releases", "all", "main", "", false, true],
    ["…or a blank one", "all", "main", " ", false, true],
  ])("%s: %s, agent %s, key %j", (_, mode, agentId, key, before, now) => {
    const policies = [release, ours].map((edition) =>
      uncheckedPolicy(configOf({ ...(mode && { mode }) }), edition as Edition),
    );
    expect(policies.map((policy) => runsInSandbox({ agentId, key }, policy))).toEqual([before, now]);
    expect(policies.map((policy) => dependsOnSession("main", policy))).toEqual(
      policies.map(() => mode === "non-main"),
    );
  });

  it.each<readonly [string, Sandbox["mode"], boolean | undefined, boolean, boolean]>([
    ["the config, where nothing is told", "all", undefined, true, true],
    ["the config, where nothing is told", "off", undefined, false, false],
    ["whoever says that it does", "off", true, true, true],
    ["whoever says that it does not, in releases", "all", false, false, true],
    ["…and the config, where it agrees", "off", false, false, false],
  ])("is told by %s: %s, told %s", (_, mode = "off", told, before, now) => {
    const answers = [release, ours].map((edition) =>
      isToldSandboxed(
        told,
        { agentId: "main", key: group },
        uncheckedPolicy(configOf({ mode }), edition as Edition),
      ),
    );
    expect(answers).toEqual([before, now]);
  });

  it.each<readonly [ConfigInput, string]>([
    [{}, "agent:main:main"],
    [{ session: { mainKey: "home" } }, "agent:main:home"],
    [{ session: { scope: "global" } }, "global"],
    [{ session: { scope: "per-sender" } }, "agent:main:main"],
  ])("by %j all but %s", (config, key) => {
    expect(mainKeyOfAgent("main", uncheckedPolicy(config, release))).toBe(key);
  });
});
