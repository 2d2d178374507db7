import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import { defaultMainKey } from "../../scope/key/main-key.ts";
import { writeSoloName } from "../../scope/key/solo-name.ts";

/** What maintenance reads out of a session's key. */
export interface KeyTraits {
  /** Made by the system, not by a person: sub-agents, jobs, hooks, heartbeats. */
  readonly disposable: boolean;
  readonly subagent: boolean;
  /** A one-shot model run that a gateway probe left behind. */
  readonly modelRun: boolean;
  readonly dashboard: boolean;
  /** The key alone says that it must be kept: a main session, a room, a thread, a direct chat. */
  readonly conversation: boolean;
}

/** An agent's key taken apart, as OpenClaw does: folded, and what follows the agent id verbatim. */
interface AgentName {
  readonly agent: string;
  readonly rest: string;
}

/** Takes a folded key apart; undefined when it names no agent. */
export function readAgentName(folded: string): AgentName | undefined {
  if (!folded.startsWith("agent:")) return undefined;
  const end = folded.indexOf(":", 6);
  if (end === -1) return undefined;
  const agent = folded.slice(6, end).trim();
  const rest = folded.slice(end + 1);
  return agent === "" || rest === "" || rest.startsWith(":") ? undefined : { agent, rest };
}

function withoutEmptySegments(key: string): string {
  const segments = key.split(":").filter((segment) => segment !== "");
  return segments.join(":");
}

// Shared objects, so that reading a key allocates nothing but its segments.
const plain: KeyTraits = {
  disposable: false,
  subagent: false,
  modelRun: false,
  dashboard: false,
  conversation: false,
};
const disposable: KeyTraits = { ...plain, disposable: true };
const subagent: KeyTraits = { ...disposable, subagent: true };
const conversation: KeyTraits = { ...plain, conversation: true };
const dashboard: KeyTraits = { ...plain, dashboard: true };
const dashboardConversation: KeyTraits = { ...dashboard, conversation: true };
const dashboardHeartbeat: KeyTraits = { ...dashboard, disposable: true };
const modelRun: KeyTraits = { ...plain, modelRun: true };
const disposableModelRun: KeyTraits = { ...modelRun, disposable: true };

const modelRunKey = /^agent:[^:\s]+:explicit:model-run-[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const lineEnd = /[\n\r\u2028\u2029]/;
const threadMarker = ":thread:";

/** Asked for a key with the folded form at hand, in which the marker is sought. */
function namesThread(key: string, folded: string): boolean {
  const marker = folded.lastIndexOf(threadMarker);
  return (
    marker !== -1 &&
    key
      .trim()
      .slice(marker + threadMarker.length)
      .trim() !== ""
  );
}

function namesHeartbeat(name: string): boolean {
  return (
    name.includes("heartbeat") &&
    (name === "heartbeat" || name.endsWith(":heartbeat") || name.includes(":heartbeat:"))
  );
}

/** `<anything>:group:<id>` and `<anything>:channel:<id>`; an id does not span lines. */
function namesRoom(name: string, head: number): boolean {
  const kind = name.startsWith("group:", head + 1) ? 6 : name.startsWith("channel:", head + 1) ? 8 : 0;
  const id = head + 1 + kind;
  return kind > 0 && head > 0 && id < name.length && !lineEnd.test(name.slice(id));
}

/** `telegram:<kind>:<chat>:topic:<id>`, which names a topic of a direct chat, too. */
const telegramTopic = /^telegram:(?:group|channel|direct|dm):.+:topic:[^:]+$/;

const directKinds: ReadonlySet<string> = new Set(["direct", "dm"]);
const routeKinds: ReadonlySet<string> = new Set([...directKinds, "group", "channel"]);

/** Where the segment that begins at `from` ends. */
function segmentEnd(text: string, from: number): number {
  const end = text.indexOf(":", from);
  return end === -1 ? text.length : end;
}

/**
 * `<channel>:<kind>:<peer>` or `<channel>:<account>:<kind>:<peer>`, none of them blank. Only the
 * segments that decide are cut out; splitting the whole name costs several times as much.
 */
function namesRoute(rest: string, accountKinds: ReadonlySet<string>): boolean {
  const first = segmentEnd(rest, 0);
  const second = segmentEnd(rest, first + 1);
  const third = segmentEnd(rest, second + 1);
  const isFilled = (from: number, to: number) => rest.slice(from, to).trim() !== "";
  if (second >= rest.length || !isFilled(0, first) || rest.startsWith("agent:")) return false;
  if (third < rest.length && accountKinds.has(rest.slice(second + 1, third)))
    return isFilled(first + 1, second) && isFilled(third + 1, segmentEnd(rest, third + 1));
  return routeKinds.has(rest.slice(first + 1, second)) && isFilled(second + 1, third);
}

/** Without its thread suffix, whose id is blank where this is asked. */
function beforeThread(rest: string): string {
  const marker = rest.lastIndexOf(threadMarker);
  return marker === -1 ? rest : rest.slice(0, marker);
}

type Names = (name: string, head: number, rest: string | undefined) => boolean;

/** Which names are those of conversations, as far as the edition keeps them. */
function compileConversations({ behaviours, config }: Policy): Names {
  const keepsMain = behaviours.has("main-sessions-kept");
  const mainNames = new Set<string>();
  if (keepsMain) mainNames.add("main");
  if (behaviours.has("configured-main-session-kept"))
    mainNames.add(
      fold(
        writeSoloName({ kind: "main", agentId: "main", mainKey: config.session?.mainKey ?? defaultMainKey }),
      ),
    );
  const keepsDirect = behaviours.has("direct-conversations-kept");
  const accountKinds = behaviours.has("account-rooms-kept") ? routeKinds : directKinds;
  return (name, head, rest) => {
    // A main session's name is one segment, and so is `global`.
    if (head === -1) return rest === undefined ? keepsMain && name === "global" : mainNames.has(rest);
    if (namesRoom(name, head) || (name.startsWith("telegram:") && telegramTopic.test(name))) return true;
    if (!keepsDirect) return false;
    return (
      (name.startsWith("direct:") && name.length > 7 && !lineEnd.test(name)) ||
      (rest !== undefined && namesRoute(beforeThread(rest), accountKinds))
    );
  };
}

/** The first segments of the names that the system gives to its own sessions. */
function disposableNames({ behaviours }: Policy): ReadonlySet<string> {
  const names = ["subagent", "acp", "cron", "hook", "node"];
  return new Set(behaviours.has("disposable-acp-bridge") ? [...names, "acp-bridge"] : names);
}

/**
 * Compiles how maintenance reads keys: each key is read once, whatever is decided about its
 * session. Keys are read as OpenClaw's maintenance reads them, not as the key grammar does: a
 * release decides by prefixes of the folded text.
 */
export function compileKeyTraits(policy: Policy): (key: string) => KeyTraits {
  const { behaviours } = policy;
  if (!behaviours.has("conversations-kept")) return () => plain;
  const unfilled = behaviours.has("empty-segments-count") ? (key: string) => key : withoutEmptySegments;
  const namesConversation = compileConversations(policy);
  const disposables = disposableNames(policy);
  const modelRunTraits = behaviours.has("disposable-model-runs") ? disposableModelRun : modelRun;
  return (key) => {
    const folded = fold(key);
    const rest = readAgentName(unfilled(folded))?.rest;
    const name = rest === undefined ? folded : rest.trim();
    const head = name.indexOf(":");
    const first = name.slice(0, Math.max(head, 0));
    if (name.startsWith("explicit:model-run-") && modelRunKey.test(key)) return modelRunTraits;
    const onDashboard = rest?.startsWith("dashboard:") === true;
    if (disposables.has(first) && (first !== "cron" || rest !== undefined))
      return first === "subagent" ? subagent : disposable;
    if (namesHeartbeat(name)) return onDashboard ? dashboardHeartbeat : disposable;
    if (namesThread(key, folded) || namesConversation(name, head, rest))
      return onDashboard ? dashboardConversation : conversation;
    return onDashboard ? dashboard : plain;
  };
}
