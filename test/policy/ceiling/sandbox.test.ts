import { describe, expect, it } from "vitest";
import type { AgentConfig, ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { met, withNotes } from "./met.ts";

type Sandbox = AgentConfig["sandbox"];
type Row = readonly [why: string, a: Sandbox, b: Sandbox, expected: object | undefined, edition: Edition];

describe("the sandbox of both of two policies", () => {
  const ofAll = (sandbox: Sandbox): ConfigInput => ({
    agents: { defaults: { ...(sandbox && { sandbox }) } },
  });
  const ofOne = (sandbox: Sandbox): ConfigInput => ({
    agents: { list: [{ id: "main", ...(sandbox && { sandbox }) }] },
  });

  const rows: readonly Row[] = [
    ["nothing, where neither says anything", undefined, undefined, undefined, "2026-11"],
    [
      "none, where one says so and the other nothing",
      { mode: "off" },
      undefined,
      { enabled: false, mode: "off" },
      "2026-11",
    ],
    [
      "the second's, where the first says nothing",
      undefined,
      { mode: "all" },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "the mode that confines more",
      { mode: "non-main" },
      { mode: "all", workspaceAccess: "rw" },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "that of either word, and the workspace of the stricter",
      { enabled: true, mode: "off" },
      { mode: "non-main", workspaceAccess: "ro" },
      { enabled: true, mode: "non-main", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "a workspace that is only read, where one may write it",
      { mode: "all", workspaceAccess: "rw" },
      { mode: "all", workspaceAccess: "ro" },
      { enabled: false, mode: "all", workspaceAccess: "ro", network: "none" },
      "2026-11",
    ],
    [
      "the workspace of the sandbox, where the other has none",
      { mode: "off" },
      { mode: "all", workspaceAccess: "rw" },
      { enabled: false, mode: "all", workspaceAccess: "rw", network: "none" },
      "2026-11",
    ],
    [
      "none, and a workspace that is only read where the host says that there is one",
      { mode: "off", workspaceAccess: "ro" },
      undefined,
      { enabled: false, mode: "off", workspaceAccess: "ro" },
      "2026-11",
    ],
    [
      "the same, the other way round",
      undefined,
      { mode: "off", workspaceAccess: "ro" },
      { enabled: false, mode: "off", workspaceAccess: "ro" },
      "2026-11",
    ],
    [
      "one for each session, where the other is shared",
      { mode: "all", scope: "shared" },
      { mode: "all", scope: "session" },
      { enabled: false, mode: "all", workspaceAccess: "none", scope: "session", network: "none" },
      "2026-11",
    ],
    [
      "a shared one, where both are",
      { mode: "all", scope: "shared" },
      { mode: "all", scope: "shared" },
      { enabled: false, mode: "all", workspaceAccess: "none", scope: "shared", network: "none" },
      "2026-11",
    ],
    [
      "one for each agent, which goes without saying",
      { mode: "all", scope: "shared" },
      { mode: "all", scope: "agent" },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "the first's machinery",
      { mode: "all", backend: "ssh" },
      { mode: "all", backend: "docker" },
      { enabled: false, mode: "all", workspaceAccess: "none", backend: "ssh", network: "none" },
      "2026-11",
    ],
    [
      "the network that reaches less, the second's",
      { mode: "all", network: "full" },
      { mode: "all", network: "restricted" },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "restricted" },
      "2026-11",
    ],
    [
      "the network that reaches less, the first's",
      { mode: "all", network: "restricted" },
      { mode: "all", docker: { network: "x" } },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "restricted" },
      "2026-11",
    ],
    [
      "any network, where both have that",
      { mode: "all", network: "full" },
      { mode: "all", network: "full" },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "full" },
      "2026-11",
    ],
    [
      "a network by its name, where the first has any",
      { mode: "all", network: "full" },
      { mode: "all", docker: { network: "host" } },
      { enabled: false, mode: "all", workspaceAccess: "none", docker: { network: "host" } },
      "2026-11",
    ],
    [
      "a network by its name, where the second has any",
      { mode: "all", docker: { network: "host" } },
      { mode: "all", network: "full" },
      { enabled: false, mode: "all", workspaceAccess: "none", docker: { network: "host" } },
      "2026-11",
    ],
    [
      "a network by its name, where both have it",
      { mode: "all", docker: { network: "x" } },
      { mode: "all", docker: { network: "x" } },
      { enabled: false, mode: "all", workspaceAccess: "none", docker: { network: "x" } },
      "2026-11",
    ],
    [
      "no network, where they have two, and says so",
      { mode: "all", docker: { network: "x" } },
      { mode: "all", docker: { network: "y" } },
      {
        enabled: false,
        mode: "all",
        workspaceAccess: "none",
        network: "none",
        notes: ["sandbox.network: two different networks have none in common"],
      },
      "2026-11",
    ],
    [
      "no network, where the first has none",
      { mode: "all", network: "none" },
      { mode: "all", docker: { network: "x" } },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "no network, where the second has none",
      { mode: "all", docker: { network: "x" } },
      { mode: "all", network: "none" },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "the network that reaches less, where that is the second's word",
      { mode: "all", docker: { network: "x" } },
      { mode: "all", network: "restricted" },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "restricted" },
      "2026-11",
    ],
    [
      "the network of the first's sandbox, where the second has none",
      { mode: "all", docker: { network: "x" } },
      { mode: "off", docker: { network: "y" } },
      { enabled: false, mode: "all", workspaceAccess: "none", docker: { network: "x" } },
      "2026-11",
    ],
    [
      "the network of the sandbox, where the other has none",
      { mode: "off", docker: { network: "y" } },
      { mode: "all", docker: { network: "x" } },
      { enabled: false, mode: "all", workspaceAccess: "none", docker: { network: "x" } },
      "2026-11",
    ],
    [
      "no network by a name that a release has for it",
      { mode: "all", docker: { network: "none" } },
      { mode: "all", docker: { network: "bridge" } },
      { mode: "all", workspaceAccess: "none", docker: { network: "none" } },
      "openclaw@2026.9.6",
    ],
    [
      "no network of two in a release, and says so",
      { mode: "all", docker: { network: "a" } },
      { mode: "all", docker: { network: "b" } },
      {
        mode: "all",
        workspaceAccess: "none",
        docker: { network: "none" },
        notes: ["sandbox.network: two different networks have none in common"],
      },
      "openclaw@2026.9.6",
    ],
    [
      "what both bind, and a root that both let be written",
      { mode: "all", docker: { binds: ["/a:/a", "/b:/b"], readOnlyRoot: false } },
      { mode: "all", docker: { binds: ["/b:/b"], readOnlyRoot: false } },
      {
        enabled: false,
        mode: "all",
        workspaceAccess: "none",
        network: "none",
        docker: { binds: ["/b:/b"], readOnlyRoot: false },
      },
      "2026-11",
    ],
    [
      "nothing bound that only one binds, and a root that only one lets be written",
      { mode: "all", docker: { binds: ["/a:/a"], readOnlyRoot: false } },
      { mode: "all", docker: { binds: ["/b:/b"] } },
      { enabled: false, mode: "all", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "a root that the second alone lets be written",
      { mode: "all", docker: { network: "x" } },
      { mode: "all", docker: { network: "x", readOnlyRoot: false } },
      { enabled: false, mode: "all", workspaceAccess: "none", docker: { network: "x" } },
      "2026-11",
    ],
    [
      "one by the word of both",
      { enabled: true },
      { enabled: true },
      { enabled: true, mode: "off", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
    [
      "one by the word of the first",
      { enabled: true },
      { enabled: false },
      { enabled: true, mode: "off", workspaceAccess: "none", network: "none" },
      "2026-11",
    ],
  ];

  it.each(rows)("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met(ofOne(a), ofOne(b), edition);
    expect(withNotes(config.agents?.list?.[0]?.sandbox, notes)).toStrictEqual(expected);
  });

  it.each(rows)("of all agents alike: %s", (_, a, b, expected, edition) => {
    const { config, notes } = met(ofAll(a), ofAll(b), edition);
    const { sessionToolsVisibility, ...sandbox } = config.agents?.defaults?.sandbox ?? {};
    expect(withNotes(sandbox, notes)).toEqual(expected ?? {});
    expect(sessionToolsVisibility).toBe("spawned");
  });
});
