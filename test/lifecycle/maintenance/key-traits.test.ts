import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { compileKeyTraits } from "../../../src/lifecycle/maintenance/key-traits.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

/** The traits that a key has, by name. */
function traits(key: string, edition: Edition, config: ConfigInput = {}): readonly string[] {
  const read = compileKeyTraits(parsePolicy(config, { edition }))(key);
  return Object.entries(read)
    .filter(([, holds]) => holds)
    .map(([name]) => name);
}

const newest = "openclaw@2026.9.6";
const modelRun = "agent:main:explicit:model-run-00000000-0000-4000-8000-000000000001";

describe("what maintenance reads out of a key in the newest release", () => {
  it.each<readonly [key: string, why: string, holds: readonly string[]]>([
    ["agent:main:subagent:7", "a sub-agent", ["disposable", "subagent"]],
    ["subagent:7", "a sub-agent without an agent", ["disposable", "subagent"]],
    [" AGENT:Main: Hook:7 ", "case and blanks do not matter", ["disposable"]],
    ["agent:main:cron:job:run:1", "a job", ["disposable"]],
    ["cron:job", "a job needs its agent", []],
    ["agent:main:acp:7", "an ACP session", ["disposable"]],
    ["agent:main:node:7", "a node", ["disposable"]],
    ["agent:main:node", "a name needs its colon", []],
    ["agent:main:heartbeat", "a heartbeat", ["disposable"]],
    ["agent:main:telegram:direct:1:heartbeat", "a heartbeat beside a chat", ["disposable"]],
    ["agent:main:x:heartbeat:y", "a heartbeat within", ["disposable"]],
    ["agent:main:heartbeats", "no heartbeat", []],
    [modelRun, "a model run", ["disposable", "modelRun"]],
    [`${modelRun}0`, "longer than a model run", []],
    [modelRun.replace("main", "a b"), "no agent has blanks in its id there", []],
    ["agent:main:dashboard:7", "a dashboard", ["dashboard"]],
    ["agent:main:dashboard:7:thread:1", "a dashboard's thread", ["dashboard", "conversation"]],
    ["agent:main:dashboard:heartbeat", "a dashboard's heartbeat", ["disposable", "dashboard"]],
    ["agent:main:main", "a main session", ["conversation"]],
    ["agent:ops:main", "each agent has one", ["conversation"]],
    ["main", "without an agent it is none", []],
    ["global", "the one session of all", ["conversation"]],
    ["agent:main:global", "an agent has none", []],
    ["agent:main:x:thread:1", "a thread", ["conversation"]],
    ["agent:main:x:thread: ", "a blank thread", []],
    ["x:THREAD:1", "a thread of anything", ["conversation"]],
    ["agent:main:discord:channel:1", "a room", ["conversation"]],
    ["discord:group:1", "a room without an agent", ["conversation"]],
    ["agent:main:discord:group:", "a room needs an id", []],
    ["agent:main:telegram:direct:1", "a direct chat", ["conversation"]],
    ["agent:main:telegram:work:dm:1", "a direct chat on an account", ["conversation"]],
    ["agent:main:telegram: :dm:1", "a blank account", []],
    ["telegram:direct:1", "a route needs its agent", []],
    ["agent:main:direct:1", "a person on any channel", ["conversation"]],
    ["direct:1", "without an agent, too", ["conversation"]],
    ["agent:main:telegram:work:group:1", "a room's account is not known to releases", []],
    ["agent:main:agent:direct:1", "a nested agent", []],
    ["+15550001", "a phone number", []],
    ["agent:main::hook:1", "what begins with a colon is no name", []],
    ["", "nothing", []],
  ])("%j: %s", (key, _, holds) => {
    expect(traits(key, newest)).toEqual(holds);
  });
});

describe("what editions read differently", () => {
  it.each<readonly [edition: Edition, key: string, why: string, holds: readonly string[]]>([
    ["openclaw@2026.4.29", "agent:main:discord:channel:1", "no key mattered", []],
    ["openclaw@2026.5.2", "agent:main:discord:channel:1", "rooms are kept", ["conversation"]],
    ["openclaw@2026.5.2", "agent:main:telegram:direct:1", "direct chats are not", []],
    ["openclaw@2026.5.2", "agent:main:telegram:direct:1:topic:2", "topics of them are", ["conversation"]],
    ["openclaw@2026.5.2", "agent:main:main", "the main session is not", []],
    ["openclaw@2026.6.8", "agent:main:acp-bridge:1", "the bridge is not known", []],
    ["openclaw@2026.6.9", "agent:main:acp-bridge:1", "the bridge is known", ["disposable"]],
    ["openclaw@2026.6.35", "agent::main:::hook:1", "empty segments do not count", ["disposable"]],
    ["openclaw@2026.7.1", "agent::main:::hook:1", "empty segments count", []],
    ["openclaw@2026.7.1", modelRun, "a model run is no more disposable than others", ["modelRun"]],
    ["openclaw@2026.8.1", modelRun, "a model run is disposable", ["disposable", "modelRun"]],
    ["openclaw@2026.9.2", "agent:main:direct:1", "direct chats are not kept", []],
    ["2026-11", "agent:main:telegram:work:group:1", "the account may be named", ["conversation"]],
  ])("%s %j: %s", (edition, key, _, holds) => {
    expect(traits(key, edition)).toEqual(holds);
  });

  it("keeps a main session under the name that the config gives it, in our own edition alone", () => {
    const config = { session: { mainKey: "Home" } };
    expect(traits("agent:main:home", "2026-11", config)).toEqual(["conversation"]);
    expect(traits("agent:main:home", newest, config)).toEqual([]);
  });
});
