import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy, type Policy } from "../../src/index.ts";
import { platforms } from "../channels/platforms.ts";
import { entries } from "../docs/entries.ts";

/*
 * No public function throws on data. Each is called with any value that JSON has, and with what only nearly is a request, in
 * every place but those of policies and settings; a function that is not asked here, and throws on purpose nowhere, fails.
 */

/** What stands in a place of a call. */
type Place =
  | "any"
  | "policy"
  /** What a program sets once and for all: one clear error, where it is wrong. */
  | "setting"
  | "reader";

type Call = readonly Place[];

const any = "any";
const policy = "policy";
const setting = "setting";
const reader = "reader";

/** The readers of messages, and their short forms. */
const readers = Object.fromEntries(
  Object.keys(platforms).flatMap((name) =>
    [name, name.replace(/^read/, "from")].map((each): [string, Call] => [each, [any, any]]),
  ),
);

/** Every public function that takes data, by what it takes. */
const calls: Readonly<Record<string, Call>> = {
  ...readers,
  admit: [any, policy, any],
  admitsCommands: [any, policy],
  answer: [any, policy],
  applyFix: [any, any],
  audit: [policy, any, any],
  auditUnknowns: [policy, any],
  behaviourChanges: [any, any],
  behavioursOf: [any],
  bootstrapFiles: [any, any, policy],
  canonicalizeSessionKey: [any],
  ceiling: [policy, policy],
  checkPins: [any, policy],
  classifySessionKey: [any],
  commandMenu: [any, policy],
  comparePolicies: [policy, policy, any],
  conversationId: [any, any],
  contextUse: [any],
  coverage: [policy, any],
  cronSessionKey: [any, any, policy],
  deliveryTarget: [any, policy],
  describePolicy: [policy, any],
  editSource: [any, any, any],
  elevatedPermissions: [any, policy],
  evaluateAccess: [any, policy, any],
  evaluateCommand: [any, policy, any],
  evaluateExec: [any, policy, any],
  evaluateLogEvent: [any, policy, any],
  evaluateMemorySearch: [any, policy, any],
  evaluateMention: [any, policy],
  evaluateReset: [any, any, policy, any],
  evaluateSandbox: [any, policy, any],
  evaluateSend: [any, policy, any],
  evaluateTool: [any, policy, any],
  evaluateVisibility: [any, policy, any],
  execPolicy: [any, policy],
  explain: [any],
  explainAccess: [any],
  explainCommand: [any],
  explainDoor: [any],
  explainExposedSession: [any],
  explainExposure: [any],
  explainNotice: [any],
  explainStoreSummary: [any],
  explainExec: [any],
  explainLogEvent: [any],
  explainLogFinding: [any],
  explainMaintenance: [any],
  explainMemorySearch: [any],
  explainMention: [any],
  explainMigration: [any],
  explainOwnership: [any],
  explainReset: [any],
  explainResolution: [any, any],
  explainSandbox: [any],
  explainSend: [any],
  explainStore: [any],
  explainTaskSession: [any],
  explainTool: [any],
  explainVisibility: [any],
  findCollisions: [any, policy],
  formatSessionKey: [any],
  groupOfContext: [any, policy],
  inSession: [any, setting],
  inThread: [any, setting],
  // Without its policy, which it need not be given.
  inboundOfEntry: [any, any],
  isEdition: [any],
  isPrivateConversation: [any],
  isTimeZone: [any],
  isolationOf: [any, any, policy],
  labelOf: [any],
  legacyAliases: [any, policy, any],
  loaded: [any, any, any],
  matchAccessGroups: [any, policy],
  matchResetTrigger: [any, policy, any],
  materialize: [policy],
  mentionPatterns: [any, policy],
  nameOfContext: [any, policy],
  normalizeAgentId: [any],
  notRead: [policy],
  ownsSession: [any, any, policy],
  parseCommand: [any, any],
  parseSessionKey: [any],
  planMaintenance: [any, policy, any, any],
  planMigration: [any, policy, policy, any],
  policyFingerprint: [policy],
  readStore: [any],
  recordActivity: [any, any, policy],
  recordPins: [policy, any],
  resolveIncludes: [any, reader, any],
  resolveMaintenance: [policy],
  resolveSession: [any, policy],
  resolveTaskSession: [any, policy],
  safeParsePolicy: [any, any],
  sandboxOf: [any, policy],
  exposure: [policy, any, any],
  scanLog: [any, any],
  summarizeSessions: [any, policy, any],
  sessionTimesOf: [any],
  substitute: [any, any, any],
  storedQuestions: [any, policy, any],
  suggestInputs: [policy],
  sweep: [any, policy, any],
  threadingOf: [any, policy],
  tick: [any, any, any, any, policy],
  toDigest: [any, setting],
  toExpiry: [any, any],
  toFileName: [any],
  toLcov: [any, any, any],
  toRequestKey: [any, policy],
  toSarif: [any, any],
  toStoreKey: [any, policy],
  toUuid: [any, setting],
  traceRouting: [any, policy],
  turn: [any, any, any, policy, any],
  upgradeConfig: [any, any, any, any],
  whatsAppMessages: [any],
  whoMayWrite: [policy, any],
  visibleSessions: [any, any, policy, any],
  warnOfMaintenance: [any, any, policy, any],
};

/** Those that throw on purpose, or are no functions of data. */
const others: Readonly<Record<string, string>> = {
  PolicyError: "an error",
  parsePolicy: "throws a PolicyError; safeParsePolicy does not",
  assertNotLooser: "throws where the policy is looser, which is its answer",
  keyscope: "makes a listener of a framework's",
  sessionKey: "makes a function that is handed a framework's context",
  sessionStorage: "hands on a store's functions",
  storageKey: "throws where no turn was taken, like turnIn",
  memoryNamespace: "throws where a graph runs for no turn, which is a mistake of the program's",
  turnOf: "throws likewise",
  turnIn: "throws where no turn was taken, which is a mistake of the program's",
  sessionStore: "takes functions of a store, and fails where they fail",
  sweepPages: "takes a function that reads pages, and fails where that fails",
  decisionTable: "makes tests, which fail by throwing",
  arbitraries: "takes fast-check itself",
};

const functions = new Map(
  [...entries.values()]
    .flatMap((names) => Object.entries(names))
    .filter((entry): entry is [string, (...values: unknown[]) => unknown] => typeof entry[1] === "function"),
);

const config = {
  session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 60 } },
  channels: {
    telegram: { dmPolicy: "allowlist", allowFrom: ["7"], groups: { "-1": { requireMention: true } } },
  },
  tools: { deny: ["exec"] },
  commands: { ownerAllowFrom: ["telegram:7"] },
} as const;

const policies: readonly Policy[] = [
  parsePolicy(config, { edition: "2026-11", timeZone: "UTC" }),
  parsePolicy({}, { edition: "openclaw@2026.9.6", timeZone: "UTC" }),
  parsePolicy({}, { edition: "openclaw@2026.1.29", timeZone: "UTC" }),
];

/** Names that requests and answers have, and words that stand there. */
const names =
  `key agentId channel account chatType peer sender thread guild team aliases roles parent mentioned text tool action command
  requester target spawnedBy subagent sandboxed stored delivery times updatedAt sessionStartedAt now kind id source prefix
  headers payload job session ok reason missing facts path owners scopes admitted authorizers allowFrom file programs segments
  config changes set remove pins input decision ask request event inputs elements severity fix message keys senders groups
  accounts env edition name stale fresh nextResetAt models mentions rule trace steps counts settings sources
  sessions rows unread origin provider from to accountId threadId deliveryContext lastChannel lastTo lastAccountId lastThreadId
  groupId subject room space displayName totalTokens contextTokens`.split(/\s+/);
const words: readonly unknown[] = [
  "agent:main:main",
  "agent:main:telegram:group:-1",
  "telegram",
  "direct",
  "group",
  "exec",
  "7",
  "send",
  "access",
  "http",
  "cron",
  "2026-11",
  7,
  true,
  null,
];

/** Requests and answers as they are meant to be, of which one or two things are not. */
const meant: readonly object[] = [
  {
    channel: "telegram",
    chatType: "group",
    peer: "-1",
    sender: "7",
    aliases: ["8"],
    roles: ["r"],
    thread: "1",
  },
  {
    key: "agent:main:telegram:group:-1",
    channel: "telegram",
    stored: { chatType: "group" },
    override: "inherit",
  },
  {
    channel: "telegram",
    chatType: "direct",
    peer: "7",
    sender: "7",
    mentioned: true,
    paired: ["8"],
    bot: false,
  },
  {
    action: "list",
    requester: { key: "agent:main:main" },
    target: "agent:main:telegram:direct:7",
    spawnedBy: {},
  },
  {
    tool: "exec",
    agentId: "main",
    channel: "discord",
    chatType: "channel",
    peer: "2",
    guild: "1",
    subagent: {},
  },
  { command: "git status", key: "agent:main:main", file: {}, programs: {}, segments: [], elevated: true },
  { action: "tool", tool: "exec", key: "agent:main:main" },
  { text: "/reset", channel: "telegram", peer: "-1", told: "nobody", mentions: [], authorized: true },
  {
    name: "reset",
    source: "text",
    scopes: [],
    owners: [],
    admitted: true,
    origin: "chat",
    channel: "telegram",
  },
  { updatedAt: 1, sessionStartedAt: 1, lastInteractionAt: 1 },
  {
    inbound: { channel: "telegram", chatType: "direct", peer: "7" },
    text: "/new",
    access: {},
    mentioned: true,
  },
  {
    kind: "admission",
    ok: true,
    key: "agent:main:main",
    resolution: { ok: true, key: "agent:main:main", chatType: "direct" },
    action: "message",
    text: "/new",
  },
  { kind: "cron", job: "x", agentId: "main", session: "isolated" },
  { kind: "http", headers: {}, model: "openclaw", user: "u", path: "/v1/responses" },
];
const facts = [...names, ...meant.flatMap((request) => Object.keys(request))];

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...words),
    fc.jsonValue(),
    tie("nearly"),
    tie("spoiled"),
    tie("list"),
  ),
  list: fc.array(tie("value"), { maxLength: 3 }),
  nearly: fc.dictionary(fc.constantFrom(...facts), tie("value"), { maxKeys: 8 }),
  spoiled: fc
    .tuple(fc.constantFrom(...meant), fc.dictionary(fc.constantFrom(...facts), tie("value"), { maxKeys: 2 }))
    .map(([request, changes]) => ({ ...request, ...changes })),
}));

function placed(place: Place): fc.Arbitrary<unknown> {
  switch (place) {
    case "any":
    case "setting":
      return value;
    case "policy":
      return fc.constantFrom(...policies);
    case "reader":
      return fc.constant(() => undefined);
  }
}

/** Calls a function, and goes through what it yields. */
function call(name: string, values: readonly unknown[]): void {
  const answer = functions.get(name)?.(...values);
  if (typeof answer === "object" && answer !== null && Symbol.iterator in answer)
    expect(Array.from(answer as Iterable<unknown>)).toBeDefined();
}

const total = Number(process.env["KEYSCOPE_RUNS"] ?? 20_000);
const numRuns = Math.ceil(total / Object.keys(calls).length);

describe("every public function", () => {
  it("is asked, or has a reason not to be", () => {
    expect([...Object.keys(calls), ...Object.keys(others)].toSorted()).toEqual(
      [...functions.keys()].toSorted(),
    );
  });

  it.each(Object.entries(calls).filter(([, places]) => places.includes(any)))(
    "%s throws on no data",
    (name, places) => {
      fc.assert(
        fc.property(fc.tuple(...places.map(placed)), (values) => {
          try {
            call(name, values);
          } catch (error) {
            if (!places.includes(setting) || !(error instanceof RangeError)) throw error;
          }
        }),
        { numRuns },
      );
    },
  );

  it.each(Object.entries(calls).filter(([, places]) => places.includes(policy)))(
    "%s refuses what is no policy, in one sentence",
    (name, places) => {
      const junk: readonly unknown[] = [
        undefined,
        null,
        5,
        "2026-11",
        [],
        {},
        config,
        { ok: true, policy: policies[0] },
      ];
      for (const given of junk) {
        const values = places.map((place) => (place === "policy" ? given : []));
        expect(() => {
          call(name, values);
        }).toThrow(/^This is not a policy: parsePolicy returns one/);
      }
    },
  );
});
