import fc from "fast-check";
import type { MatchConfig, RuleListConfig } from "../../../src/config/config.ts";
import { factFields, inReleases, type RuleField } from "../../../src/config/rule-fields.ts";
import { toldAs, type SessionFacts } from "../../../src/policy/session-facts.ts";
import { everyMix } from "./oracle.ts";

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

const fields = {
  channel: fc.constantFrom("telegram", "irc"),
  account: fc.constantFrom("default", "second"),
  chatType: fc.constantFrom("direct", "group", "channel"),
  peer: fc.constantFrom("7", "8"),
  agent: fc.constantFrom("main", "work"),
  thread: fc.constantFrom("1"),
  keyPrefix: fc.constantFrom(...prefixes),
  rawKeyPrefix: fc.constantFrom(...prefixes),
} satisfies Record<RuleField, unknown>;

/** Lists of a few rules; extended ones ask for all that `2026-11` knows. */
export function ruleLists(extended: boolean): fc.Arbitrary<RuleListConfig> {
  const { channel, chatType, keyPrefix } = fields;
  const match = fc
    .record<Partial<MatchConfig>>(extended ? fields : { channel, chatType, keyPrefix }, { requiredKeys: [] })
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

type Told = (typeof toldAs)[keyof typeof toldAs];

const told: { readonly [Name in Told]: readonly SessionFacts[Name][] } = {
  channel: [undefined, "telegram", "slack"],
  chatType: [undefined, "direct", "group", "channel"],
  peer: [undefined, "7", "9"],
  agentId: [undefined, "main", "other"],
  account: [undefined, "third"],
  thread: [undefined, "1"],
};

/** Sessions of every kind, told in every way. */
export const sessions = everyMix<SessionFacts>({ key: keys, ...told });

/** Those of which nothing is told that only `2026-11` asks for. */
export const byKeyAndChat = sessions.filter((session) =>
  factFields.every((field) => inReleases[field] || session[toldAs[field]] === undefined),
);
