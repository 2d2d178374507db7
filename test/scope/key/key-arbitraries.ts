import fc from "fast-check";
import type { SessionKeyParts } from "../../../src/scope/key/parts.ts";

/** Any text of UTF-16 code units, lone surrogates included. */
export const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

/** Texts out of few pieces that mean something in a key, so that two often look alike. */
export const trickyText = fc
  .array(
    fc.constantFrom(
      ":",
      "%",
      "%3A",
      "%u",
      "=",
      "~",
      "a",
      "A",
      " ",
      "\0",
      "\ud83d",
      "\ude00",
      "agent",
      "direct",
      "DIRECT",
      "dm",
      "group",
      "channel",
      "thread",
      "sender",
      "party",
      "heartbeat",
      "slash",
      "cron",
      "run",
      "subagent",
      "acp",
      "binding",
      "node-",
      "tui-",
      "boot",
      "global",
    ),
    { maxLength: 3 },
  )
  .map((pieces) => pieces.join(""));

/** Parts of every shape of key, with ids out of the given texts. */
export function keyParts(text: fc.Arbitrary<string>): fc.Arbitrary<SessionKeyParts> {
  const path = fc
    .tuple(text, fc.array(text, { maxLength: 2 }))
    .map(([first, more]) => [first, ...more] as const);
  const two = fc.tuple(text, text, fc.array(text, { maxLength: 2 }));
  const name = fc.oneof(
    fc.record({ kind: fc.constant("main" as const), mainKey: text }),
    fc.record(
      { kind: fc.constant("direct" as const), peer: text, identity: fc.constant(true as const) },
      { requiredKeys: ["kind", "peer"] },
    ),
    fc.record(
      {
        kind: fc.constant("direct" as const),
        channel: text,
        account: text,
        peer: text,
        identity: fc.constant(true as const),
        party: text,
      },
      { requiredKeys: ["kind", "channel", "peer"] },
    ),
    fc.record(
      {
        kind: fc.constantFrom("group" as const, "channel" as const),
        channel: text,
        account: text,
        peer: text,
        sender: text,
      },
      { requiredKeys: ["kind", "channel", "peer"] },
    ),
    fc.record({ kind: fc.constant("slash" as const), channel: text, user: text }),
    fc.record({ kind: fc.constant("cron" as const), job: text }),
    fc.record(
      { kind: fc.constant("cron" as const), job: text, run: text, subagents: path },
      { requiredKeys: ["kind", "job", "run"] },
    ),
    fc.record({ kind: fc.constant("subagent" as const), path }),
    fc.record({
      kind: fc.constant("acp-binding" as const),
      channel: text,
      account: text,
      conversation: text,
    }),
    fc.record({ kind: fc.constant("harness" as const), owner: text, id: text }),
    fc.record({
      kind: fc.constantFrom(
        "hook" as const,
        "acp" as const,
        "explicit" as const,
        "openai" as const,
        "openai-user" as const,
        "openresponses" as const,
        "openresponses-user" as const,
        "dashboard" as const,
        "internal-session-effects" as const,
        "node" as const,
        "tui" as const,
      ),
      id: text,
    }),
    fc.record({ kind: fc.constant("boot" as const) }),
    fc.record({
      kind: fc.constant("custom" as const),
      segments: two.map(([first, second, more]) => [first, second, ...more] as const),
    }),
  );
  const session = fc.record(
    { agentId: text, thread: text, heartbeat: fc.constant(true as const) },
    { requiredKeys: ["agentId"] },
  );
  return fc.oneof(
    {
      weight: 20,
      arbitrary: fc.tuple(name, session).map(([named, suffixes]) => ({ ...named, ...suffixes })),
    },
    { weight: 1, arbitrary: fc.constantFrom({ kind: "global" as const }, { kind: "unknown" as const }) },
  );
}
