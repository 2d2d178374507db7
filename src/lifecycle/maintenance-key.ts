import type { Policy } from "../config/policy.ts";
import { fold } from "../identity/fold.ts";
import { writeSoloName } from "../scope/solo-name.ts";

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
export interface AgentName {
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

function namesThread(key: string): boolean {
  const marker = key.toLowerCase().lastIndexOf(threadMarker);
  return marker !== -1 && key.slice(marker + threadMarker.length).trim() !== "";
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

/** `<channel>:<kind>:<peer>` or `<channel>:<account>:<kind>:<peer>`, none of them blank. */
function namesRoute(rest: string, accountKinds: ReadonlySet<string>): boolean {
  const [channel = "", second = "", third = "", ...peer] = rest.split(":");
  if (channel === "agent" || channel.trim() === "") return false;
  if (peer.length > 0 && accountKinds.has(third)) return second.trim() !== "" && peer[0]?.trim() !== "";
  return routeKinds.has(second) && third.trim() !== "";
}

/** Without its thread suffix, whose id is blank where this is asked. */
function beforeThread(rest: string): string {
  const marker = rest.lastIndexOf(threadMarker);
  return marker === -1 ? rest : rest.slice(0, marker);
}

type Names = (name: string, head: number, rest: string | undefined) => boolean;

/** Which names are those of conversations, as far as the edition keeps them. */
function compileConversations({ behaviours, config }: Policy): Names {
  const mainNames = new Set<string>();
  if (behaviours.has("main-sessions-kept")) mainNames.add("main");
  if (behaviours.has("configured-main-session-kept"))
    mainNames.add(
      fold(writeSoloName({ kind: "main", agentId: "main", mainKey: config.session?.mainKey ?? "main" })),
    );
  const keepsDirect = behaviours.has("direct-conversations-kept");
  const accountKinds = behaviours.has("account-rooms-kept") ? routeKinds : directKinds;
  return (name, head, rest) => {
    if (rest === undefined ? mainNames.size > 0 && name === "global" : mainNames.has(rest)) return true;
    if (namesRoom(name, head) || telegramTopic.test(name)) return true;
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
    if (first === "explicit" && modelRunKey.test(key)) return modelRunTraits;
    const onDashboard = rest?.startsWith("dashboard:") === true;
    if (namesHeartbeat(name)) return onDashboard ? dashboardHeartbeat : disposable;
    if (disposables.has(first) && (first !== "cron" || rest !== undefined))
      return first === "subagent" ? subagent : disposable;
    if (namesThread(key.trim()) || namesConversation(name, head, rest))
      return onDashboard ? dashboardConversation : conversation;
    return onDashboard ? dashboard : plain;
  };
}
