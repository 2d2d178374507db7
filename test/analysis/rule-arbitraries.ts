import fc from "fast-check";
import type { RuleListConfig } from "../../src/config/config.ts";
import type { SessionFacts } from "../../src/policy/session-facts.ts";
import { everyMix } from "./compare-oracle.ts";

const prefixes = [
  "telegram:",
  "tele",
  "telegram:gr",
  "telegram:group:",
  "telegram:direct:7",
  "cron",
  "cron:j:r",
  "agent:",
  "agent:main:",
  "agent:m",
  "direct:",
  "global",
] as const;

/** Lists of a few rules; extended ones ask for all that `2026-11` knows. */
export function ruleLists(extended: boolean): fc.Arbitrary<RuleListConfig> {
  const match = fc
    .record(
      {
        channel: fc.constantFrom("telegram", "irc"),
        chatType: fc.constantFrom("direct", "group", "channel"),
        keyPrefix: fc.constantFrom(...prefixes),
        ...(extended && {
          rawKeyPrefix: fc.constantFrom(...prefixes),
          peer: fc.constantFrom("7", "8"),
          agent: fc.constantFrom("main", "work"),
          account: fc.constantFrom("default", "second"),
          thread: fc.constantFrom("1"),
        }),
      },
      { requiredKeys: [] },
    )
    .filter((fields) => Object.keys(fields).length > 0 && Object.keys(fields).length < 4);
  const rule = fc.record({ action: fc.constantFrom("allow", "deny"), match });
  return fc.record(
    { default: fc.constantFrom("allow", "deny"), rules: fc.array(rule, { maxLength: 5 }) },
    { requiredKeys: ["rules"] },
  );
}

const keys = [
  "agent:main:main",
  "agent:work:main",
  "agent:main:telegram:direct:7",
  "agent:main:telegram:group:7",
  "agent:main:telegram:group:9:thread:1",
  "agent:main:telegram:second:group:7",
  "agent:other:irc:direct:7",
  "agent:main:direct:7",
  "agent:main:cron:j:run:r",
  "agent:main:telegramx",
  "global",
  "telegram:group:7",
  "x",
  "",
];

/** Sessions of every kind, told in every way. */
export const sessions = everyMix<SessionFacts>({
  key: keys,
  channel: [undefined, "telegram", "slack"],
  chatType: [undefined, "direct", "group", "channel"],
  peer: [undefined, "7", "9"],
  agentId: [undefined, "main", "other"],
  account: [undefined, "third"],
  thread: [undefined, "1"],
});

/** Those of which nothing is told that only `2026-11` asks for. */
export const byKeyAndChat = sessions.filter(
  ({ peer, agentId, account, thread }) => (peer ?? agentId ?? account ?? thread) === undefined,
);
