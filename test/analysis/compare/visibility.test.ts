import fc from "fast-check";
import { describe, it } from "vitest";
import { compareVisibility } from "../../../src/analysis/compare/visibility.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { VisibilityRequest } from "../../../src/policy/visibility/visibility-facts.ts";
import { evaluateVisibility } from "../../../src/policy/visibility/visibility.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const allow = fc.uniqueArray(fc.constantFrom("main", "work", "w*", "*k", "*"), { maxLength: 2 });
const configs = fc
  .record(
    {
      sessions: fc.record({ visibility: fc.constantFrom("self", "tree", "agent", "all") }),
      agentToAgent: fc.record({ enabled: fc.boolean(), allow }, { requiredKeys: [] }),
      sandbox: fc.record(
        {
          sessionToolsVisibility: fc.constantFrom("spawned", "all"),
          mode: fc.constantFrom("off", "non-main", "all"),
        },
        { requiredKeys: [] },
      ),
      ofWork: fc.constantFrom("off", "non-main", "all"),
    },
    { requiredKeys: [] },
  )
  .map(({ sandbox, ofWork, ...tools }): ConfigInput => ({
    tools,
    agents: {
      ...(sandbox && { defaults: { sandbox } }),
      list: [
        { id: "main", default: true },
        { id: "work", ...(ofWork && { sandbox: { mode: ofWork } }) },
      ],
    },
  }));

const keys = ["agent:main:main", "agent:main:telegram:direct:1", "agent:work:main", "agent:walk:subagent:a"];
const requests = everyMix<VisibilityRequest>({
  action: ["list", "history", "send", "status"],
  requester: keys.flatMap((key) => [key, { key, sandboxed: true }, { key, mainKey: key, sandboxed: true }]),
  target: [...keys, "current", { key: "agent:work:x", owner: "agent:main:main" }],
  spawnedBy: [
    undefined,
    { "agent:walk:subagent:a": "agent:main:main" },
    { "agent:work:main": "agent:main:main" },
  ],
});

describe("compareVisibility", () => {
  it.each<[Edition]>([["2026-11"], ["openclaw@2026.9.6"], ["openclaw@2026.3.7"], ["openclaw@2026.1.29"]])(
    "agrees with a search of every pair of sessions under %s",
    (edition) => {
      expectAgreement(configs, edition, requests, {
        compare: compareVisibility,
        decide: evaluateVisibility,
        loosens: (before, after) => !before.allowed && after.allowed,
      });
    },
  );
});
