import type { BehaviourId } from "../../edition/registry.ts";

// Data, and therefore longer than other files may be. From the tables that each OpenClaw release
// ships (2026.1.29 to 2026.9.6). Since 2026.2.23 those are views of one catalogue, whose order every
// group and profile keeps; what a release does not have yet, or no longer, says so by behaviour.

/** When something is so: from the behaviour `since` on, as long as `until` is not in force. */
export interface When {
  readonly since?: BehaviourId;
  readonly until?: BehaviourId;
}

/** A name of a list, and when it is there; always when that is absent. */
export type NameWhen = readonly [name: string, when?: When];

/** One tool of the catalogue, and where it belongs. */
export interface CatalogTool {
  readonly name: string;
  /** The group it is in, without `group:`. */
  readonly group?: string;
  /** When it exists at all; always when absent. */
  readonly when?: When;
  /** When `group:openclaw` (what OpenClaw itself brings) contains it; always when absent. */
  readonly native?: When | false;
  /** The profiles that contain it, and from when. */
  readonly profiles?: Readonly<Record<string, When>>;
  /** It writes files of the workspace, whatever else it does; what a command writes is told by no name. */
  readonly writesWorkspace?: true;
}

const always: When = {};
const codeTools: When = { since: "code-execution-tool" };
const formerTools: When = { until: "tools-of-2026-8" };
const gatewayTools: When = { since: "profiles-hold-gateway" };
const goalTools: When = { since: "goal-tools" };
const sessionTools: When = { since: "tools-of-2026-8" };
const videoTools: When = { since: "planning-and-video-tools" };

const coding = { coding: always };
const browsing = { coding: { since: "coding-browses-web" } } as const;
const scheduling = { coding: { since: "coding-schedules" } } as const;
const talking = { coding: always, messaging: always };
const talkingLater = { coding: always, messaging: sessionTools };
const everywhere = { minimal: always, coding: always, messaging: always };
const managing = { minimal: gatewayTools, coding: gatewayTools, messaging: gatewayTools };

/** Every tool that a group or a profile names, in the order in which they list it. */
export const toolCatalog: readonly CatalogTool[] = [
  { name: "ls", group: "fs", when: { since: "ls-tool" }, profiles: coding, native: false },
  { name: "read", group: "fs", profiles: coding, native: false },
  { name: "write", group: "fs", profiles: coding, writesWorkspace: true, native: false },
  { name: "edit", group: "fs", profiles: coding, writesWorkspace: true, native: false },
  { name: "apply_patch", group: "fs", profiles: coding, writesWorkspace: true, native: false },
  { name: "exec", group: "runtime", profiles: coding, native: false },
  { name: "process", group: "runtime", profiles: coding, native: false },
  { name: "code_execution", group: "runtime", when: codeTools, profiles: coding },
  { name: "secrets", group: "runtime", when: sessionTools, profiles: talking },
  { name: "web_search", group: "web", profiles: browsing },
  { name: "web_fetch", group: "web", profiles: browsing },
  { name: "x_search", group: "web", when: codeTools, profiles: coding },
  { name: "memory_search", group: "memory", profiles: coding },
  { name: "memory_get", group: "memory", profiles: coding },
  { name: "sessions", group: "sessions", when: sessionTools, profiles: talking },
  { name: "sessions_list", group: "sessions", profiles: talking },
  { name: "sessions_history", group: "sessions", profiles: talking },
  { name: "sessions_search", group: "sessions", when: sessionTools, profiles: talking },
  { name: "conversations_list", group: "sessions", when: sessionTools, profiles: talking },
  { name: "conversations_send", group: "sessions", when: sessionTools, profiles: talking },
  { name: "conversations_turn", group: "sessions", when: sessionTools, profiles: talking },
  { name: "sessions_send", group: "sessions", profiles: talking },
  { name: "sessions_spawn", group: "sessions", profiles: talkingLater },
  { name: "github_identity_status", group: "sessions", when: sessionTools, profiles: coding },
  { name: "github_publish", group: "sessions", when: sessionTools, profiles: coding },
  { name: "agents_wait", group: "sessions", when: sessionTools, profiles: coding },
  { name: "sessions_yield", group: "sessions", when: { since: "yield-tool" }, profiles: talkingLater },
  { name: "subagents", group: "sessions", profiles: talkingLater },
  { name: "session_status", group: "sessions", profiles: everywhere },
  { name: "suggest_task", group: "sessions", when: sessionTools, profiles: coding },
  { name: "dismiss_task", group: "sessions", when: sessionTools, profiles: coding },
  { name: "browser", group: "ui" },
  { name: "screen", group: "ui", when: sessionTools, profiles: coding },
  { name: "theme", group: "ui", when: { since: "theme-tool" }, profiles: talking },
  { name: "dashboard", group: "ui", when: sessionTools, profiles: coding },
  { name: "terminal", group: "ui", when: sessionTools, profiles: coding },
  { name: "portal", group: "ui", when: sessionTools, profiles: coding },
  { name: "canvas", group: "ui", native: { until: "canvas-is-foreign" } },
  { name: "show_widget", group: "ui", when: sessionTools },
  { name: "message", group: "messaging", profiles: { messaging: always } },
  { name: "heartbeat_respond", group: "automation", when: { since: "heartbeat-tool" } },
  { name: "cron", group: "automation", when: formerTools, profiles: scheduling },
  { name: "automations", group: "automation", when: sessionTools, profiles: coding },
  { name: "gateway", group: "automation", profiles: managing },
  { name: "plugins", group: "automation", when: gatewayTools, profiles: coding },
  { name: "openclaw", group: "automation", when: gatewayTools },
  { name: "nodes", group: "nodes" },
  { name: "computer", group: "nodes", when: sessionTools },
  { name: "mobile_ui", group: "nodes", when: sessionTools },
  { name: "agents_list", group: "agents" },
  { name: "get_goal", group: "agents", when: goalTools, profiles: coding },
  { name: "create_goal", group: "agents", when: goalTools, profiles: coding },
  { name: "update_goal", group: "agents", when: goalTools, profiles: coding },
  {
    name: "update_plan",
    group: "agents",
    when: { since: "planning-and-video-tools", until: "tools-of-2026-8" },
    profiles: coding,
  },
  { name: "progress_card", group: "agents", when: sessionTools, profiles: coding },
  { name: "ask_user", group: "agents", when: sessionTools, profiles: talking },
  { name: "skill_workshop", group: "agents", when: goalTools, profiles: coding },
  { name: "image", group: "media", when: formerTools, profiles: coding },
  { name: "view_image", group: "media", when: sessionTools, profiles: coding },
  { name: "image_generate", group: "media", when: { since: "image-generate-tool" }, profiles: coding },
  { name: "music_generate", group: "media", when: videoTools, profiles: coding },
  { name: "video_generate", group: "media", when: videoTools, profiles: coding },
  { name: "tts", group: "media" },
  { name: "pdf", group: "media", when: gatewayTools },
  { name: "bundle-mcp", when: { since: "bundled-mcp-in-profiles" }, profiles: talking, native: false },
];

/** The tools that write files of the workspace. */
export const workspaceWriters: readonly string[] = toolCatalog
  .filter(({ writesWorkspace }) => writesWorkspace === true)
  .map(({ name }) => name);

const early = {
  memory: ["memory_search", "memory_get"],
  web: ["web_search", "web_fetch"],
  fs: ["read", "write", "edit", "apply_patch"],
  runtime: ["exec", "process"],
  sessions: [
    "sessions_list",
    "sessions_history",
    "sessions_send",
    "sessions_spawn",
    "subagents",
    "session_status",
  ],
  ui: ["browser", "canvas"],
  automation: ["cron", "gateway"],
  messaging: ["message"],
  nodes: ["nodes"],
};

/** The groups before there was a catalogue (up to 2026.2.22), when `subagents` was the one newcomer. */
export const earlyToolGroups: Readonly<Record<string, readonly string[]>> = {
  ...early,
  openclaw: [
    ...[...early.ui, ...early.nodes, "cron", "message", "gateway", "agents_list"],
    ...[...early.sessions, ...early.memory, ...early.web, "image"],
  ],
};

/** The profiles of the same releases. */
export const earlyToolProfiles: Readonly<Record<string, readonly string[]>> = {
  minimal: ["session_status"],
  coding: ["group:fs", "group:runtime", "group:sessions", "group:memory", "image"],
  messaging: ["group:messaging", "sessions_list", "sessions_history", "sessions_send", "session_status"],
};
