import * as keyscope from "keyscope";
import * as analysis from "keyscope/analysis";
import * as channels from "keyscope/channels";
import type { Policy } from "keyscope";
import {
  accounts,
  agents,
  channels as channelNames,
  chatTypes,
  drawnConfig,
  drawnIdentity,
  ids,
} from "./configs.ts";
import { clockChanges } from "./clock-changes.ts";
import type { Draw } from "./draw.ts";
import * as requests from "./requests.ts";
import { editionsAsked, type Scene } from "./scene.ts";

/** Everything that the package exports to programs. */
export const library = { ...keyscope, ...analysis, ...channels };

type Library = typeof library;

/**
 * Every public function but the explaining ones, because what they say stands beside each answer, and those that answer
 * later, because what these decide, `turn` and `sweep` answer.
 */
export type Asked = Exclude<
  {
    [Name in keyof Library]: Library[Name] extends (...given: never[]) => unknown ? Name : never;
  }[keyof Library],
  `explain${string}` | "sessionStore" | "sweepPages"
>;

type Given<Name extends Asked> = Parameters<Library[Name]>;

type Ask<Name extends Asked> = (draw: Draw, scene: Scene) => Given<Name>;

type Reader = Extract<keyof typeof channels, `read${string}` | `from${string}` | "whatsAppMessages">;

const policy = (draw: Draw, scene: Scene) => draw.one(scene.policies);
const edition = (draw: Draw) => draw.one(editionsAsked);
const release = (draw: Draw) => draw.one(editionsAsked.filter((each) => each !== "2026-11"));
const trace = (draw: Draw) => (draw.chance(40) ? { trace: true } : {});
const hour = 3_600_000;

/** Asks about a drawn request under a policy, at times with a trace. */
function under<Request>(drawn: (draw: Draw) => Request) {
  return (draw: Draw, scene: Scene): [Request, Policy, { trace?: true }] => [
    drawn(draw),
    policy(draw, scene),
    draw.chance(40) ? { trace: true } : {},
  ];
}

/** A payload of a platform, or of another one. */
function reading<Name extends Reader>(name: Name): Ask<Name> {
  const reader = name.replace(/^from/, "read");
  return (draw, { payloads }) => {
    const own = payloads.filter((each) => each.reader === reader);
    const { options, payload } = draw.one(own.length > 0 && draw.chance(90) ? own : payloads);
    // What platforms send; readers are asked with anything.
    return [payload, draw.chance(30) ? { account: draw.text(accounts), ...options } : options] as never;
  };
}

const readers = Object.fromEntries(
  Object.keys(channels).map((name) => [name, reading(name as Reader)]),
  // Each reader by its name.
) as { readonly [Name in Reader]: Ask<Name> };

/** A policy whose resets come at an hour of a zone, and an instant at which that zone changed its clocks. */
function nearClockChange(draw: Draw, scene: Scene): { readonly policy: Policy; readonly now: number } {
  const [timeZone, at] = draw.one(clockChanges);
  const edition = draw.one(editionsAsked);
  const idle = draw.chance(30) && { idleMinutes: 1 + draw.below(2000) };
  const own = edition === "2026-11" && draw.chance(50);
  const reset = { mode: "daily", atHour: draw.below(24), ...idle, ...(own && { timeZone }) } as const;
  const parsed = keyscope.safeParsePolicy({ session: { reset } }, { edition, ...(!own && { timeZone }) });
  // A zone that an engine does not know is told by its issues, which are no policy.
  const made = parsed.ok ? parsed.policy : keyscope.parsePolicy({}, { edition });
  const now = Date.parse(at) + (draw.chance(20) ? 0 : draw.below(96 * hour) - 24 * hour);
  return { policy: scene.name(made, JSON.stringify({ edition, timeZone, reset }), timeZone), now };
}

/** A policy whose only agent is called by its name. */
function callable(draw: Draw, scene: Scene): Policy {
  const [edition, identity] = [draw.one(editionsAsked), drawnIdentity(draw)];
  const parsed = keyscope.safeParsePolicy({ agents: { list: [{ id: "main", identity }] } }, { edition });
  return parsed.ok ? scene.name(parsed.policy, JSON.stringify({ edition, identity })) : policy(draw, scene);
}

/** Every function, and what it is asked. */
export const asks: { readonly [Name in Asked]: Ask<Name> } = {
  ...readers,
  admit: (draw, scene) => [
    { inbound: requests.drawnInbound(draw), access: draw.chance(30) ? { bot: true } : {} },
    policy(draw, scene),
    draw.chance(30) ? { paired: [draw.text(ids)] } : {},
  ],
  admitsCommands: (draw, scene) => [
    { authorizers: draw.some(3, () => ({ configured: draw.chance(50), allowed: draw.chance(50) })) },
    policy(draw, scene),
  ],
  answer: (draw, scene) => [requests.drawnQuestion(draw), policy(draw, scene)],
  applyFix: (draw, scene) => {
    const from = policy(draw, scene);
    const found = analysis.audit(from);
    return [from.config, found[0]?.fix ?? { sentence: "", changes: [] }];
  },
  assertNotLooser: (draw, scene) => [policy(draw, scene), policy(draw, scene)],
  audit: (draw, scene) => [policy(draw, scene), requests.drawnWorld(draw)],
  auditUnknowns: (draw, scene) => [policy(draw, scene), requests.drawnWorld(draw)],
  behaviourChanges: (draw) => [edition(draw), edition(draw)],
  behavioursOf: (draw) => [edition(draw)],
  bootstrapFiles: (draw, scene) => [
    draw.some(4, () => draw.text(["AGENTS.md", "MEMORY.md", "memory.md", "USER.md", "/w/memory/2026.md"])),
    { key: requests.drawnKey(draw), workspaceDir: "/w" },
    policy(draw, scene),
  ],
  canonicalizeSessionKey: (draw) => [requests.drawnKey(draw)],
  ceiling: (draw, scene) => [policy(draw, scene), policy(draw, scene)],
  checkPins: (draw, scene) => [
    analysis.recordPins(
      policy(draw, scene),
      draw.some(3, () => requests.drawnQuestion(draw)),
    ),
    policy(draw, scene),
  ],
  classifySessionKey: (draw) => [requests.drawnKey(draw)],
  commandMenu: (draw, scene) => [draw.text(channelNames), policy(draw, scene)],
  comparePolicies: (draw, scene) => [policy(draw, scene), policy(draw, scene)],
  conversationId: (draw) => [requests.drawnKey(draw), requests.drawnTimes(draw, requests.noon)],
  contextUse: (draw) => [requests.drawnRow(draw)],
  coverage: (draw, scene) => [policy(draw, scene), draw.some(4, () => requests.drawnQuestion(draw))],
  cronSessionKey: (draw, scene) => [requests.drawnKey(draw), draw.text(agents), policy(draw, scene)],
  deliveryTarget: (draw, scene) => [requests.drawnKey(draw), policy(draw, scene)],
  describePolicy: (draw, scene) => [policy(draw, scene), requests.drawnWorld(draw)],
  elevatedPermissions: (draw, scene) => [
    { channel: draw.text(channelNames), sender: draw.text(ids), from: draw.text(["telegram:42"]) },
    policy(draw, scene),
  ],
  evaluateAccess: under(requests.drawnAccess),
  evaluateCommand: under(requests.drawnCommand),
  evaluateExec: under(requests.drawnExec),
  evaluateLogEvent: (draw, scene) => [
    { event: draw.one(["sessionCreate", "toolExecution"] as const), inputs: draw.text(ids), decision: 1 },
    policy(draw, scene),
    trace(draw),
  ],
  evaluateMemorySearch: under(requests.drawnSend),
  evaluateMention: (draw, scene) => [
    requests.drawnMention(draw),
    draw.chance(50) ? callable(draw, scene) : policy(draw, scene),
  ],
  evaluateReset: (draw, scene) => {
    const { now, policy } = nearClockChange(draw, scene);
    return [requests.drawnTimes(draw, now), requests.drawnTarget(draw), policy, now];
  },
  evaluateSandbox: under(requests.drawnSandbox),
  evaluateSend: under(requests.drawnSend),
  evaluateTool: under(requests.drawnTool),
  evaluateVisibility: under(requests.drawnVisibility),
  execPolicy: (draw, scene) => [requests.drawnExec(draw), policy(draw, scene)],
  findCollisions: (draw, scene) => [draw.some(5, () => requests.drawnInbound(draw)), policy(draw, scene)],
  formatSessionKey: (draw) => [requests.drawnParts(draw)],
  groupOfContext: (draw, scene) => [requests.drawnContext(draw), policy(draw, scene)],
  inboundOfEntry: (draw, scene) => [requests.drawnKey(draw), requests.drawnRow(draw), policy(draw, scene)],
  isEdition: (draw) => [draw.text([...editionsAsked, "openclaw@2026.3.6", "2026-12"])],
  isPrivateConversation: (draw) => [requests.drawnSend(draw)],
  isTimeZone: (draw) => [draw.text(clockChanges.map(([zone]) => zone))],
  isolationOf: (draw, scene) => [
    requests.drawnInbound(draw),
    requests.drawnInbound(draw),
    policy(draw, scene),
  ],
  labelOf: (draw) => [requests.drawnRow(draw)],
  legacyAliases: (draw, scene) => [requests.drawnInbound(draw), policy(draw, scene)],
  loaded: (draw) => [drawnConfig(draw), release(draw)],
  matchAccessGroups: (draw, scene) => [
    {
      allowFrom: draw.some(3, () => draw.text(["accessGroup:team", ...ids])),
      channel: draw.text(channelNames),
      sender: draw.text(ids),
    },
    policy(draw, scene),
  ],
  matchResetTrigger: (draw, scene) => [
    requests.drawnWords(draw),
    policy(draw, scene),
    {
      ...(draw.chance(40) && { chatType: draw.one(chatTypes) }),
      ...(draw.chance(40) && { botUsername: draw.text(["desk_bot", "İbot"]) }),
      ...(draw.chance(40) && { mentions: ["@keyscope", draw.text(["@Clawd"])] }),
      ...(draw.chance(40) && { sender: { name: draw.text(["Ann", "Jürgen"]) } }),
      ...(draw.chance(40) && { models: [{ provider: "openai", model: "gpt-5", aliases: ["mini"] }] }),
    },
  ],
  materialize: (draw, scene) => [policy(draw, scene)],
  mentionPatterns: (draw, scene) => [{ agentId: draw.text(agents) }, policy(draw, scene)],
  nameOfContext: (draw, scene) => [requests.drawnContext(draw), policy(draw, scene)],
  normalizeAgentId: (draw) => [draw.text(["Main", " Ops Team ", "über/uns"])],
  notRead: (draw, scene) => [policy(draw, scene)],
  ownsSession: (draw, scene) => {
    const [inbound, asked] = [requests.drawnInbound(draw), policy(draw, scene)];
    const { key = "" } = keyscope.resolveSession(inbound, asked);
    return [draw.chance(50) ? key : requests.drawnKey(draw), inbound, asked];
  },
  parseCommand: (draw) => [
    requests.drawnShellCommand(draw),
    draw.one(["posix", "cmd", "powershell"] as const),
  ],
  parsePolicy: (draw, { configs }) => [
    draw.chance(50) ? drawnConfig(draw) : draw.text([...configs, "{ a: 1,, }", "# yaml: no", "[1]"]),
    { edition: edition(draw) },
  ],
  parseSessionKey: (draw) => [requests.drawnKey(draw)],
  planMaintenance: (draw, scene) => [
    draw.some(6, () => requests.drawnEntry(draw, requests.noon)),
    policy(draw, scene),
    requests.noon,
    { force: draw.chance(50) },
  ],
  planMigration: (draw, scene) => [
    draw.some(5, () => requests.drawnKey(draw)),
    policy(draw, scene),
    policy(draw, scene),
    draw.some(2, () => requests.drawnInbound(draw)),
  ],
  policyFingerprint: (draw, scene) => [policy(draw, scene)],
  readStore: (draw) => [
    draw.one([
      draw.some(4, () => requests.drawnRow(draw)),
      Object.fromEntries(draw.some(4, () => [requests.drawnKey(draw), requests.drawnRow(draw)])),
      draw.some(4, () => requests.drawnKey(draw)).join("\n"),
    ]),
  ],
  recordActivity: (draw, scene) => [
    requests.drawnTimes(draw, requests.noon),
    { kind: draw.one(["user-message", "heartbeat", "exec"] as const), at: requests.noon - draw.below(hour) },
    policy(draw, scene),
  ],
  recordPins: (draw, scene) => [policy(draw, scene), draw.some(4, () => requests.drawnQuestion(draw))],
  resolveIncludes: (draw) => {
    const part = draw.text(["{ dmScope: 'per-peer' }", "{", "[]"]);
    return [
      {
        session: { $include: draw.text(["./session.json5", "/etc/x", "../up.json"]) },
      } as keyscope.ConfigInput,
      (path) => (path.includes("session") ? part : undefined),
      { edition: edition(draw) },
    ];
  },
  resolveMaintenance: (draw, scene) => [policy(draw, scene)],
  resolveSession: (draw, scene) => [requests.drawnInbound(draw), policy(draw, scene)],
  resolveTaskSession: (draw, scene) => [requests.drawnTask(draw), policy(draw, scene)],
  safeParsePolicy: (draw, { configs }) => [
    draw.chance(50) ? drawnConfig(draw) : draw.text([...configs, "{ a: 1,, }", "# yaml: no", "[1]"]),
    { edition: edition(draw) },
  ],
  sandboxOf: (draw, scene) => [
    { agentId: draw.text(agents), key: requests.drawnKey(draw) },
    policy(draw, scene),
  ],
  exposure: (draw, scene) => [
    policy(draw, scene),
    draw.some(6, () => requests.drawnEntry(draw, requests.noon)),
    draw.chance(50) ? { fixed: policy(draw, scene) } : {},
  ],
  summarizeSessions: (draw, scene) => [
    draw.some(6, () => requests.drawnEntry(draw, requests.noon)),
    policy(draw, scene),
    requests.noon,
  ],
  scanLog: (draw, scene) => {
    const of = policy(draw, scene);
    const records = draw.some(8, () => {
      const inputs = requests.drawnVisibility(draw);
      const decision = keyscope.evaluateVisibility(inputs, of);
      return { event: "sessionAccess", edition: of.edition, policy: "", inputs, decision } as const;
    });
    return [records, { denialsInARow: 2 }];
  },
  substitute: (draw) => [
    { session: { mainKey: draw.text(["${NAME}", "$${NAME}", "${name}", "${LOST}"]) } },
    { NAME: draw.text(["home"]) },
    { edition: edition(draw) },
  ],
  storedQuestions: (draw, scene) => [
    draw.some(4, () => requests.drawnRow(draw)),
    policy(draw, scene),
    requests.noon,
  ],
  suggestInputs: (draw, scene) => [policy(draw, scene)],
  sessionTimesOf: (draw) => [
    draw.one<unknown>([
      requests.drawnTimes(draw, requests.noon),
      {
        updated_at: draw.one(["2026-11-30 04:00:00.5+01", "2026-02-30T00:00Z", "1795946400000", "soon", -1]),
      },
    ]),
  ],
  sweep: (draw, scene) => {
    const { now, policy } = nearClockChange(draw, scene);
    return [draw.some(4, () => requests.drawnEntry(draw, now) as keyscope.SweepEntry), policy, now];
  },
  threadingOf: (draw, scene) => [requests.drawnInbound(draw), policy(draw, scene)],
  tick: (draw, scene) => {
    const { now, policy } = nearClockChange(draw, scene);
    const kind = draw.one(["heartbeat", "cron", "exec", "hook", "system"] as const);
    return [requests.drawnKey(draw), requests.drawnTimes(draw, now), kind, now, policy];
  },
  turn: (draw, scene) => {
    const { now, policy } = nearClockChange(draw, scene);
    const text = draw.text(["/new", "/NEW hi", "/reset soft", "hello"]);
    const admitted = keyscope.admit({ inbound: requests.drawnInbound(draw), text }, policy);
    const options = draw.chance(50) ? { authorized: true } : {};
    return [admitted, requests.drawnTimes(draw, now), now, policy, options];
  },
  toDigest: (draw) => [requests.drawnKey(draw), { maxBytes: 12 + draw.below(60) }],
  toExpiry: (draw, scene) => [
    keyscope.evaluateReset(
      requests.drawnTimes(draw, requests.noon),
      requests.drawnTarget(draw),
      policy(draw, scene),
      requests.noon,
    ),
    requests.noon,
  ],
  toFileName: (draw) => [draw.chance(50) ? requests.drawnKey(draw) : draw.text(["LPT1", "con.txt", "a/b"])],
  toLcov: (draw, { configs }) => {
    const source = draw.one(configs);
    const parsed = keyscope.safeParsePolicy(source, { edition: "2026-11" });
    const covered = analysis.coverage(
      parsed.ok ? parsed.policy : keyscope.parsePolicy({}, { edition: "2026-11" }),
      draw.some(4, () => requests.drawnQuestion(draw)),
    );
    return [covered, source, "openclaw.json"];
  },
  toRequestKey: (draw, scene) => [requests.drawnKey(draw), policy(draw, scene)],
  toSarif: (draw, scene) => [analysis.audit(policy(draw, scene))],
  toStoreKey: (draw, scene) => [
    { key: draw.text(["main", "current", "home", ...requests.keys]), agentId: draw.text(agents) },
    policy(draw, scene),
  ],
  toUuid: (draw) => [requests.drawnKey(draw), "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
  traceRouting: (draw, scene) => [requests.drawnInbound(draw), policy(draw, scene)],
  whoMayWrite: (draw, scene) => [policy(draw, scene), requests.drawnWorld(draw)],
  visibleSessions: (draw, scene) => [
    requests.drawnKey(draw),
    draw.some(5, () => requests.drawnKey(draw)),
    policy(draw, scene),
  ],
  warnOfMaintenance: (draw, scene) => [
    requests.drawnKey(draw),
    draw.some(5, () => requests.drawnEntry(draw, requests.noon)),
    policy(draw, scene),
    requests.noon,
  ],
};
