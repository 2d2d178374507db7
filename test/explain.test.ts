import { describe, expect, it } from "vitest";
import {
  audit,
  checkPins,
  comparePolicies,
  describePolicy,
  exposure,
  planMigration,
  readStore,
  recordPins,
  scanLog,
  whoMayWrite,
} from "../src/analysis/index.ts";
import {
  admit,
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
  explain,
  explainAccess,
  explainCommand,
  explainExec,
  explainLogEvent,
  explainMaintenance,
  explainMemorySearch,
  explainMention,
  explainReset,
  explainResolution,
  explainSandbox,
  explainSend,
  explainTaskSession,
  explainTool,
  explainVisibility,
  parsePolicy,
  planMaintenance,
  resolveSession,
  resolveTaskSession,
  findCollisions,
  isolationOf,
  type Explainable,
  type Inbound,
  ownsSession,
  turn,
} from "../src/index.ts";

const policy = parsePolicy({}, { edition: "2026-11", timeZone: "UTC" });
const session = resolveSession({ channel: "telegram", chatType: "direct", peer: "7" }, policy);
const access = evaluateAccess({ channel: "telegram", chatType: "direct", peer: "7" }, policy);
const exec = evaluateExec({ command: "git push" }, policy);
const logEvent = evaluateLogEvent({ event: "toolExecution", inputs: {}, decision: exec }, policy);
const command = evaluateCommand({ channel: "irc", sender: "ann", admitted: true }, policy);
const mention = evaluateMention({ text: "hello" }, policy);
const task = resolveTaskSession({ kind: "heartbeat", agentId: "main" }, policy);
const sandbox = evaluateSandbox({ action: "network", key: "agent:main:main" }, policy);
const tool = evaluateTool({ tool: "read", agentId: "main" }, policy);
const maintenance = planMaintenance([], policy, 0);
const memory = evaluateMemorySearch(session, policy);
const reset = evaluateReset({}, session, policy, 0);
const send = evaluateSend(session, policy);
const visibility = evaluateVisibility(
  { action: "list", requester: session, target: "agent:main:main" },
  policy,
);

const ann: Inbound = { channel: "irc", chatType: "direct", peer: "ann" };
const bob: Inbound = { ...ann, peer: "bob" };
const apart = parsePolicy(
  { session: { dmScope: "per-channel-peer" } },
  { edition: "2026-11", timeZone: "UTC" },
);
const admitted = admit(
  { inbound: { ...ann, mentioned: true } },
  parsePolicy({ channels: { irc: { allowFrom: ["ann"] } } }, { edition: "2026-11" }),
);
const [collision] = findCollisions([ann, bob], policy);
const [finding] = audit(apart, {
  senders: [{ channel: "irc", peer: "ann" }],
  groups: [{ channel: "irc", peer: "#a" }],
});
const [migration] = planMigration(["agent:main:irc:direct:ann"], apart, apart);
const [drift] = checkPins(recordPins(apart, [{ ask: "resolution", request: ann }]), policy);

const [statement] = describePolicy(policy).filter(({ about }) => about === "resets");
const denied = {
  event: "sessionAccess",
  edition: policy.edition,
  policy: "",
  inputs: ann,
  decision: evaluateAccess(ann, policy),
} as const;
const [logFinding] = scanLog([denied], { denialsInARow: 1 }).findings;
const [door] = whoMayWrite(parsePolicy({ channels: { irc: {} } }, { edition: "2026-11" }));

const exposed = exposure(policy, { "agent:main:main": { lastChannel: "irc", lastTo: "irc:ann" } });

/** One answer of every kind, with what is said of it. */
const sentences: Readonly<Record<Explainable["kind"], readonly [Explainable | undefined, string]>> = {
  isolation: [
    isolationOf(ann, bob, apart),
    "The two messages are kept apart: they come from different people or rooms (session.dmScope).",
  ],
  collision: [
    collision,
    "agent:main:main is the session of irc direct ann and irc direct bob: the scope of direct chats does not keep them apart.",
  ],
  finding: [
    finding,
    finding === undefined ? "" : `${finding.severity}: ${finding.message} ${finding.fix.sentence}`,
  ],
  comparison: [comparePolicies(apart, apart), "The move is equivalent."],
  migration: [migration, "agent:main:irc:direct:ann stays: nothing changes for it."],
  drift: [drift, drift?.message ?? ""],
  exposure: [
    exposed,
    "Of 1 session, 0 hold the words of more than one person, and 0 could be read by others. Nobody needs to be told.",
  ],
  "exposed-session": [
    exposed.sessions[0],
    "agent:main:main holds the words of irc:ann; nobody else could read it.",
  ],
  notice: [
    {
      kind: "notice",
      who: "irc:ann",
      of: "person",
      wrote: true,
      sessions: [{ key: "agent:main:main", readers: ["irc:bob"], readerCount: 1 }],
      count: 1,
    },
    "irc:ann wrote in agent:main:main, which irc:bob could read.",
  ],
  door: [
    door,
    "A stranger who messages the bot on IRC has to be paired first (channels.irc.dmPolicy: the default of 2026-11).",
  ],
  "log-finding": [logFinding, "irc:ann was denied once in a row: dm-pairing (record 0)."],
  statement: [statement, "Conversations start over every day at 04:00 (UTC)."],
  unread: [
    { kind: "unread", ok: false, reason: "missing-fact", missing: ["channelType"] },
    "The payload is not a message to answer: it does not say which conversation it belongs to (channelType).",
  ],
  admission: [
    admitted,
    'The direct message of irc "ann" belongs to agent:main:main; agent main is the default. Its dmScope, main, is the default of 2026-11. ' +
      "The message is let in: the sender is on the list for direct messages (channels.irc.allowFrom[0]).",
  ],
  turn: [
    turn(admitted, { updatedAt: "yesterday" }, 0, policy),
    "Nothing happens in the session, and what is stored stays as it is: its stored times cannot be read (updatedAt).",
  ],
  store: [readStore({ session: {} }), "This is not a store: it is a config."],
  times: [
    { kind: "times", ok: false, reason: "malformed-times", facts: ["updatedAt"] },
    "The times of the session cannot be read: updatedAt. Store epoch milliseconds.",
  ],
  access: [access, explainAccess(access)],
  command: [command, explainCommand(command)],
  exec: [exec, explainExec(exec)],
  "log-event": [logEvent, explainLogEvent(logEvent)],
  maintenance: [maintenance, explainMaintenance(maintenance)],
  "memory-search": [memory, explainMemorySearch(memory)],
  mention: [mention, explainMention(mention)],
  ownership: [
    ownsSession("main", ann, apart),
    "The session is not theirs: their message belongs to another one.",
  ],
  reset: [reset, explainReset(reset)],
  resolution: [session, explainResolution(session)],
  sandbox: [sandbox, explainSandbox(sandbox)],
  send: [send, explainSend(send)],
  "task-session": [task, explainTaskSession(task)],
  tool: [tool, explainTool(tool)],
  visibility: [visibility, explainVisibility(visibility)],
};

describe("explain", () => {
  it.each(Object.entries(sentences))("says of a %s what its room says", (kind, [answer, sentence]) => {
    expect(answer?.kind).toBe(kind);
    expect(answer && explain(answer)).toBe(sentence);
  });

  it("says another sentence of every kind", () => {
    expect(new Set(Object.values(sentences).map(([, sentence]) => sentence)).size).toBe(
      Object.keys(sentences).length,
    );
  });

  it("shows of a comparison what changes, by the smallest request", () => {
    const strict = parsePolicy({ tools: { deny: ["tts"] } }, { edition: "2026-11", timeZone: "UTC" });
    expect(explain(comparePolicies(strict, policy)).split("\n")).toEqual([
      "The move is looser.",
      "tool is looser.",
      '  looser: {"tool":"tts"}',
      expect.stringContaining("    before: The tool may not be used: "),
      expect.stringContaining("    after: The tool may be used: "),
    ]);
  });
});
