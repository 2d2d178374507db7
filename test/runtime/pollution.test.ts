import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { afterEach, describe, expect, it } from "vitest";
import {
  admitsCommands,
  bootstrapFiles,
  ceiling,
  commandMenu,
  deliveryTarget,
  elevatedPermissions,
  evaluateAccess,
  evaluateCommand,
  evaluateExec,
  evaluateLogEvent,
  evaluateMemorySearch,
  evaluateMention,
  evaluateReset,
  evaluateSandbox,
  evaluateSend,
  evaluateTool,
  evaluateVisibility,
  execPolicy,
  explain,
  findCollisions,
  formatSessionKey,
  groupOfContext,
  isolationOf,
  legacyAliases,
  loaded,
  matchResetTrigger,
  ownsSession,
  parsePolicy,
  parseSessionKey,
  planMaintenance,
  policyFingerprint,
  recordActivity,
  resolveIncludes,
  resolveMaintenance,
  resolveSession,
  resolveTaskSession,
  safeParsePolicy,
  sandboxOf,
  substitute,
  sweep,
  toExpiry,
  toStoreKey,
  traceRouting,
  visibleSessions,
  warnOfMaintenance,
  type Edition,
  type Inbound,
  type LogRecord,
  type Policy,
} from "../../src/index.ts";
import {
  answer,
  audit,
  auditUnknowns,
  comparePolicies,
  coverage,
  describePolicy,
  exposure,
  materialize,
  notRead,
  planMigration,
  scanLog,
  suggestInputs,
  summarizeSessions,
  whoMayWrite,
} from "../../src/analysis/index.ts";
import { readTelegram } from "../../src/channels/index.ts";
import { isPolluted } from "../../src/edition/unpolluted.ts";
import { entries } from "../docs/entries.ts";

/*
 * What somebody puts into `Object.prototype` changes no decision. Every name that stands in the source is put there, with
 * values of every type, before a policy is parsed and after; and no public function looks at anything as long as it is there.
 */

const root = new URL("../../src/", import.meta.url).pathname;

/** The name of a property that is read, written or declared, and any text, which may be one. */
function nameIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text.length <= 40 ? node.text : undefined;
  const { parent } = node;
  if (!ts.isIdentifier(node) || ts.isImportSpecifier(parent) || ts.isVariableDeclaration(parent))
    return undefined;
  const isName = ts.isBindingElement(parent) || ("name" in parent && parent.name === node);
  return isName ? node.text : undefined;
}

/** Every name that a property has in the source: of settings, of facts, of answers, of what stands in between. */
function namesInSource(): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = nameIn(node);
    if (name !== undefined) found.add(name);
    ts.forEachChild(node, visit);
  };
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }))
    if (file.endsWith(".ts"))
      visit(ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.Latest, true));
  // What every object has of itself is not put there, nor are places of lists: engines are slow with lists from then on.
  return [...found].filter((name) => !Object.hasOwn(Object.prototype, name) && !/^\d+$/.test(name));
}

const names = namesInSource();
const shared: Record<string, unknown> = Object.prototype as never;

function clean(): void {
  for (const name of Object.keys(Object.prototype)) Reflect.deleteProperty(Object.prototype, name);
}

afterEach(clean);

/** Asks while every object has properties of some names. */
function polluted<Answer>(put: readonly string[], value: unknown, ask: () => Answer): Answer {
  try {
    for (const name of put) shared[name] = value;
    return ask();
  } finally {
    clean();
  }
}

const read = (name: string) => readFileSync(new URL(`../configs/${name}.json5`, import.meta.url), "utf8");

/** A config as text and one as an object, each under an edition that reads it in its own way. */
const sources: readonly (readonly [config: Parameters<typeof parsePolicy>[0], edition: Edition])[] = [
  [read("hardened"), "2026-11"],
  [
    {
      session: { dmScope: "per-peer", identityLinks: { ann: ["telegram:42"] } },
      agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
      bindings: [{ agentId: "ops", match: { channel: "slack", accountId: "*" } }],
      channels: { telegram: { accounts: { work: {} }, groups: { "-1": { requireMention: true } } } },
      tools: { exec: { security: "allowlist", ask: "on-miss" } },
    },
    "openclaw@2026.9.6",
  ],
];
const parse = () => sources.map(([source, edition]) => parsePolicy(source, { edition, timeZone: "UTC" }));

const now = 1_795_957_200_000;
const key = "agent:main:telegram:direct:42";
const group = "agent:main:discord:group:9";
const direct: Inbound = { channel: "telegram", chatType: "direct", peer: "42" };
const topic: Inbound = { ...direct, chatType: "group", peer: "-1001234567890", sender: "7", thread: "3" };
const room: Inbound = { channel: "discord", chatType: "channel", peer: "1", guild: "2", sender: "7" };
const slack: Inbound = { channel: "slack", chatType: "channel", peer: "C1", thread: "17", sender: "U1" };
const messages = [direct, topic, room, slack];
const sessions = [key, group];
const traced = { trace: true };
const times = { sessionStartedAt: now - 1e8, lastInteractionAt: now - 1e6, updatedAt: now - 1e5 };
const stored = [
  { key, updatedAt: now - 1e10, sessionId: "a" },
  { key: group, updatedAt: now - 5, sessionId: "b" },
];
const world = { keys: sessions, senders: [{ channel: "telegram", sender: "5" }] };

const logOf = (policy: Policy): readonly LogRecord[] =>
  sessions.map((each) => {
    const inputs = { tool: "exec", key: each };
    const decision = evaluateTool(inputs, policy);
    return { event: "toolExecution", edition: policy.edition, policy: "", inputs, decision };
  });

/** What is asked in a moment, of each kind. */
const quick = (policy: Policy): unknown => [
  messages.map((message) => {
    const session = resolveSession(message, policy);
    return [
      session,
      evaluateSend(session, policy),
      evaluateMemorySearch(session, policy),
      evaluateReset({ updatedAt: now - 1e7 }, session, policy, now),
      evaluateAccess(message, policy),
      evaluateTool({ tool: "read", ...message }, policy),
    ];
  }),
  sessions.map((each) => [evaluateSend({ key: each }, policy), parseSessionKey(each)]),
  evaluateVisibility({ action: "history", requester: key, target: group }, policy),
  evaluateExec({ command: "git status", agentId: "main" }, policy),
  evaluateCommand({ ...direct, sender: "42", admitted: true }, policy),
  evaluateSandbox({ action: "network", agentId: "untrusted" }, policy),
];

/** What is asked again and again: under one name after the other, and with one value after the other. */
const few = (policy: Policy): unknown => [
  resolveSession(topic, policy),
  evaluateSend({ key: group }, policy, traced),
  evaluateAccess(room, policy),
  evaluateReset(times, { key }, policy, now),
];

/** All that is asked of a policy. */
const asked: Readonly<Record<string, (policy: Policy, other: Policy) => unknown>> = {
  quick,
  routing: (policy) =>
    messages.map((message) => {
      const session = resolveSession(message, policy);
      return [
        traceRouting(message, policy),
        isolationOf(message, direct, policy),
        legacyAliases(message, policy),
        ownsSession(key, message, policy),
        explain(session),
      ];
    }),
  traces: (policy) => [
    messages.map((message) => evaluateAccess(message, policy, traced)),
    sessions.flatMap((each) => [
      evaluateSend({ key: each }, policy, traced),
      evaluateMemorySearch({ key: each }, policy, traced),
      evaluateTool({ tool: "exec", key: each, agentId: "main" }, policy, traced),
      evaluateVisibility({ action: "send", requester: each, target: "agent:ops:main" }, policy, traced),
    ]),
    evaluateExec({ command: "rm -rf / && ls | sort", agentId: "main" }, policy, traced),
    evaluateCommand({ ...topic, admitted: true }, policy, traced),
    evaluateSandbox({ action: "tool", tool: "exec", agentId: "untrusted" }, policy, traced),
  ],
  resets: (policy) => [
    evaluateReset(times, { key: group, channel: "discord" }, policy, now),
    toExpiry(evaluateReset(times, { key }, policy, now), now),
    recordActivity(times, { kind: "user-message", at: now }, policy),
    [...sweep(stored, policy, now)],
    matchResetTrigger("/new hello", policy),
  ],
  maintenance: (policy) => [
    resolveMaintenance(policy),
    planMaintenance(stored, policy, now),
    warnOfMaintenance(key, stored, policy, now),
  ],
  commands: (policy) => [
    execPolicy({ agentId: "main" }, policy),
    elevatedPermissions({ channel: "telegram", sender: "7" }, policy),
    commandMenu("telegram", policy),
    admitsCommands({ authorizers: [{ configured: true, allowed: false }] }, policy),
    evaluateMention({ text: "@bot hi", channel: "telegram", peer: "-1" }, policy),
    sandboxOf({ agentId: "untrusted" }, policy),
    evaluateLogEvent({ event: "sessionCreate", inputs: {}, decision: {} }, policy),
  ],
  sessions: (policy) => [
    [...visibleSessions({ key }, [{ key: group }, { key }], policy)],
    bootstrapFiles([{ name: "MEMORY.md" }, { name: "AGENTS.md" }], { key: group }, policy),
    resolveTaskSession({ kind: "heartbeat", agentId: "main" }, policy),
    resolveTaskSession(
      { kind: "cron", agentId: "main", job: "daily", target: "isolated", payload: "agentTurn" },
      policy,
    ),
    resolveTaskSession({ kind: "hook", id: "1", source: "request" }, policy),
    resolveTaskSession({ kind: "http", id: "1", prefix: "openai" }, policy),
    formatSessionKey({ kind: "direct", agentId: "main", channel: "irc", peer: "a:b" }),
    toStoreKey({ key, agentId: "main" }, policy),
    groupOfContext({ from: "telegram:group:1", chatType: "group" }, policy),
    deliveryTarget(group, policy),
    findCollisions([direct, { ...direct, account: "work" }], policy),
  ],
  analyses: (policy, other) => [
    audit(policy, world).map((finding) => [finding, explain(finding)]),
    auditUnknowns(policy, world),
    comparePolicies(policy, other),
    ceiling(policy, other),
    planMigration(sessions, policy, other),
    suggestInputs(policy).map(({ input }) => answer(input, policy)),
    coverage(policy, [{ ask: "send", request: { key } }]),
    policyFingerprint(policy),
    materialize(policy),
    notRead(policy),
    whoMayWrite(policy, world).map(explain),
    describePolicy(policy, world),
    scanLog(logOf(policy), { denialsInARow: 2, usualAfter: 1 }),
    exposure(policy, stored, { fixed: other, since: 1 }),
    summarizeSessions(stored, policy, now),
  ],
};

/** What is asked before there is a policy. */
const reading = (): unknown => [
  parse(),
  safeParsePolicy("{ session: { dmScope: 'per-chanel-peer', reset: { atHour: 24 } }, chanels: {} }", {
    edition: "2026-11",
  }),
  safeParsePolicy("{ session: { dmScope: } }", { edition: "2026-11" }),
  loaded(
    { agents: { list: [{ id: "main", default: true }, { id: "ops" }] }, channels: { telegram: {} } },
    "openclaw@2026.7.1",
  ),
  substitute("{ session: { mainKey: '${MAIN}' } }", { MAIN: "home" }),
  resolveIncludes("{ session: { $include: './session' } }", () => "{ dmScope: 'per-peer' }"),
  readTelegram({ message: { chat: { id: 42, type: "private" }, from: { id: 42 }, text: "hi" } } as never),
];

/** An answer as it is, written down. A set is the list of what is in it. */
function written(answers: unknown): string {
  return JSON.stringify(answers, (_, value: unknown) => (value instanceof Set ? [...value] : value));
}

/** What may stand there; that a value does not count, all of them show. */
const values: readonly (readonly [string, unknown])[] = [
  ["a text", "x"],
  ["yes", true],
  ["no", false],
  ["a number", 5],
  ["an object", {}],
  ["a list", []],
  ["a function", () => "x"],
];

const policies = parse();
const first = policies[0] ?? parsePolicy({}, { edition: "2026-11" });
const everything = (of: readonly Policy[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(asked).map(([about, ask]) => [
      about,
      of.map((policy, at) => ask(policy, of[at - 1] ?? policy)),
    ]),
  );
/** A policy of which nothing is known yet. */
const fresh = (policy: Policy): Policy => ({ ...policy });

describe("what every object has from Object.prototype", () => {
  it("is all that a program could read here", () => {
    for (const name of [
      "account",
      "dmPolicy",
      "sandboxed",
      "allow",
      "agent",
      "mode",
      "get",
      "value",
      "error",
    ])
      expect(names).toContain(name);
    expect(names.length).toBeGreaterThan(2000);
  });

  const expected = {
    reading: written(reading()),
    everything: written(everything(policies)),
    few: written(few(first)),
  };

  it("changes nothing that is asked of a policy, under all names at once", () => {
    expect(written(polluted(names, "x", () => everything(policies.map(fresh))))).toBe(expected.everything);
  });

  it.each(values)("changes nothing that is read, and no decision then: %s under all names", (_, value) => {
    const [again, decided] = polluted(names, value, () => [reading(), few(parse()[0] ?? first)]);
    expect(written(again)).toBe(expected.reading);
    expect(written(decided)).toBe(expected.few);
  });

  it("changes nothing under any one name", () => {
    const changed = names.filter((name) => written(polluted([name], "x", () => few(first))) !== expected.few);
    expect(changed).toEqual([]);
  });

  it("is put back as it was, whatever happens", () => {
    const seen: unknown[] = [];
    Object.defineProperty(Object.prototype, "account", {
      get: () => "x",
      set: (value) => seen.push(value),
      enumerable: true,
      configurable: true,
    });
    shared["get"] = "y";
    const before = Object.getOwnPropertyDescriptors(Object.prototype);
    const outcomes = [
      () => resolveSession(direct, first).key,
      () => parsePolicy("{ session: 5 }", { edition: "2026-11" }),
    ].map((ask) => {
      try {
        return ask();
      } catch (error) {
        return error instanceof Error && error.name;
      }
    });
    const after = Object.getOwnPropertyDescriptors(Object.prototype);
    const order = Object.keys(Object.prototype);
    clean();
    expect(outcomes).toEqual([key, "PolicyError"]);
    expect(after).toEqual(before);
    expect(order).toEqual(["account", "get"]);
    expect(seen).toEqual([]);
  });
});

/** Functions that look at no property of anything. */
const blind: Readonly<Record<string, string>> = {
  isEdition: "takes a text",
  isTimeZone: "takes a text",
  normalizeAgentId: "takes a text",
  behaviourChanges: "takes two texts",
  behavioursOf: "takes a text",
  canonicalizeSessionKey: "takes a text",
  editSource: "takes a text",
  classifySessionKey: "takes a text",
  parseCommand: "takes texts",
  parseSessionKey: "takes a text",
  PolicyError: "an error",
  keyscope: "makes a listener, which asks what is asked here",
  sessionKey: "makes a function, which does",
  arbitraries: "takes fast-check itself",
  decisionTable: "makes tests of what is asked when they run",
};

describe("every public function", () => {
  const functions = new Map(
    [...entries.values()].flatMap((exported) =>
      Object.entries(exported).filter(
        (entry): entry is [string, (...values: unknown[]) => unknown] => typeof entry[1] === "function",
      ),
    ),
  );

  it.each([...functions].filter(([name]) => !Object.hasOwn(blind, name)))(
    "%s looks at nothing while every object has more than its own",
    (_, ask) => {
      let looks = 0;
      let looksAtPolluted = 0;
      const look = <Answer>(answer: Answer): Answer => {
        looks += 1;
        if (isPolluted()) looksAtPolluted += 1;
        return answer;
      };
      /** Tells when it is looked at. A policy is taken for one in every place, and is an odd request. */
      const watched = new Proxy(fresh(first), {
        get: (target, name): unknown => look(Reflect.get(target, name)),
        has: (target, name) => look(Reflect.has(target, name)),
        ownKeys: (target) => look(Reflect.ownKeys(target)),
        getOwnPropertyDescriptor: (target, name) => look(Reflect.getOwnPropertyDescriptor(target, name)),
        getPrototypeOf: (target) => look(Reflect.getPrototypeOf(target)),
      });
      polluted(["reason"], "x", () => {
        try {
          const answer = ask(watched, watched, watched, watched, watched);
          if (answer === watched) return;
          // Nor was what is answered later.
          if (answer instanceof Promise) answer.catch(() => undefined);
          if (typeof answer === "object" && answer !== null && Symbol.iterator in answer)
            Array.from(answer as Iterable<unknown>);
        } catch {
          // It was given nothing sensible.
        }
      });
      expect(looks).toBeGreaterThan(0);
      expect(looksAtPolluted).toBe(0);
    },
  );
});
