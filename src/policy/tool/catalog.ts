import type { BehaviourId } from "../../edition/registry.ts";

// Data, and therefore longer than other files may be. From the tables that each OpenClaw release
// ships (2026.1.29 to 2026.9.6). Since 2026.2.23 those are views of one catalogue, whose order every
// group and profile keeps; what a release does not have yet, or no longer, says so by behaviour.

/** When something is so: from the behaviour `since` on, as long as `until` is not in force. */
export interface When {
  readonly since?: BehaviourId;
  readonly until?: BehaviourId;
}

/** One tool of the catalogue, and where it belongs. */
export interface CatalogTool {
  readonly name: string;
  /** The group it is in, without `group:`. */
  readonly group?: string;
  /** When it exists at all; always when absent. */
  readonly when?: When;
  /** When `group:openclaw` (what OpenClaw itself brings) contains it; never when absent. */
  readonly native?: When;
  /** The profiles that contain it, and from when. */
  readonly profiles?: Readonly<Record<string, When>>;
  /** It writes files of the workspace, whatever else it does; what a command writes is told by no name. */
  readonly writesWorkspace?: true;
}

const always: When = {};
const sessionTools: When = { since: "tools-of-2026-8" };
const goalTools: When = { since: "goal-tools" };
const gatewayTools: When = { since: "profiles-hold-gateway" };
const coding = { coding: always };
const talking = { coding: always, messaging: always };

/** Every tool that a group or a profile names, in the order in which they list it. */
export const toolCatalog: readonly CatalogTool[] = [
  { name: "ls", group: "fs", when: { since: "ls-tool" }, profiles: coding },
  { name: "read", group: "fs", profiles: coding },
  { name: "write", group: "fs", profiles: coding, writesWorkspace: true },
  { name: "edit", group: "fs", profiles: coding, writesWorkspace: true },
  { name: "apply_patch", group: "fs", profiles: coding, writesWorkspace: true },
  { name: "exec", group: "runtime", profiles: coding },
  { name: "process", group: "runtime", profiles: coding },
  {
    name: "code_execution",
    group: "runtime",
    when: { since: "code-execution-tool" },
    native: always,
    profiles: coding,
  },
  { name: "secrets", group: "runtime", when: sessionTools, native: always, profiles: talking },
  {
    name: "web_search",
    group: "web",
    native: always,
    profiles: { coding: { since: "coding-browses-web" } },
  },
  { name: "web_fetch", group: "web", native: always, profiles: { coding: { since: "coding-browses-web" } } },
  {
    name: "x_search",
    group: "web",
    when: { since: "code-execution-tool" },
    native: always,
    profiles: coding,
  },
  { name: "memory_search", group: "memory", native: always, profiles: coding },
  { name: "memory_get", group: "memory", native: always, profiles: coding },
  { name: "sessions", group: "sessions", when: sessionTools, native: always, profiles: talking },
  { name: "sessions_list", group: "sessions", native: always, profiles: talking },
  { name: "sessions_history", group: "sessions", native: always, profiles: talking },
  { name: "sessions_search", group: "sessions", when: sessionTools, native: always, profiles: talking },
  { name: "conversations_list", group: "sessions", when: sessionTools, native: always, profiles: talking },
  { name: "conversations_send", group: "sessions", when: sessionTools, native: always, profiles: talking },
  { name: "conversations_turn", group: "sessions", when: sessionTools, native: always, profiles: talking },
  { name: "sessions_send", group: "sessions", native: always, profiles: talking },
  {
    name: "sessions_spawn",
    group: "sessions",
    native: always,
    profiles: { coding: always, messaging: sessionTools },
  },
  { name: "github_identity_status", group: "sessions", when: sessionTools, native: always, profiles: coding },
  { name: "github_publish", group: "sessions", when: sessionTools, native: always, profiles: coding },
  { name: "agents_wait", group: "sessions", when: sessionTools, native: always, profiles: coding },
  {
    name: "sessions_yield",
    group: "sessions",
    when: { since: "yield-tool" },
    native: always,
    profiles: { coding: always, messaging: sessionTools },
  },
  {
    name: "subagents",
    group: "sessions",
    native: always,
    profiles: { coding: always, messaging: sessionTools },
  },
  {
    name: "session_status",
    group: "sessions",
    native: always,
    profiles: { minimal: always, coding: always, messaging: always },
  },
  { name: "suggest_task", group: "sessions", when: sessionTools, native: always, profiles: coding },
  { name: "dismiss_task", group: "sessions", when: sessionTools, native: always, profiles: coding },
  { name: "browser", group: "ui", native: always },
  { name: "screen", group: "ui", when: sessionTools, native: always, profiles: coding },
  { name: "theme", group: "ui", when: { since: "theme-tool" }, native: always, profiles: talking },
  { name: "dashboard", group: "ui", when: sessionTools, native: always, profiles: coding },
  { name: "terminal", group: "ui", when: sessionTools, native: always, profiles: coding },
  { name: "portal", group: "ui", when: sessionTools, native: always, profiles: coding },
  { name: "canvas", group: "ui", native: { until: "canvas-is-foreign" } },
  { name: "show_widget", group: "ui", when: sessionTools, native: always },
  { name: "message", group: "messaging", native: always, profiles: { messaging: always } },
  { name: "heartbeat_respond", group: "automation", when: { since: "heartbeat-tool" }, native: always },
  {
    name: "cron",
    group: "automation",
    when: { until: "tools-of-2026-8" },
    native: always,
    profiles: { coding: { since: "coding-schedules" } },
  },
  { name: "automations", group: "automation", when: sessionTools, native: always, profiles: coding },
  {
    name: "gateway",
    group: "automation",
    native: always,
    profiles: { minimal: gatewayTools, coding: gatewayTools, messaging: gatewayTools },
  },
  { name: "plugins", group: "automation", when: gatewayTools, native: always, profiles: coding },
  { name: "openclaw", group: "automation", when: gatewayTools, native: always },
  { name: "nodes", group: "nodes", native: always },
  { name: "computer", group: "nodes", when: sessionTools, native: always },
  { name: "mobile_ui", group: "nodes", when: sessionTools, native: always },
  { name: "agents_list", group: "agents", native: always },
  { name: "get_goal", group: "agents", when: goalTools, native: always, profiles: coding },
  { name: "create_goal", group: "agents", when: goalTools, native: always, profiles: coding },
  { name: "update_goal", group: "agents", when: goalTools, native: always, profiles: coding },
  {
    name: "update_plan",
    group: "agents",
    when: { since: "planning-and-video-tools", until: "tools-of-2026-8" },
    native: always,
    profiles: coding,
  },
  { name: "progress_card", group: "agents", when: sessionTools, native: always, profiles: coding },
  { name: "ask_user", group: "agents", when: sessionTools, native: always, profiles: talking },
  { name: "skill_workshop", group: "agents", when: goalTools, native: always, profiles: coding },
  { name: "image", group: "media", when: { until: "tools-of-2026-8" }, native: always, profiles: coding },
  { name: "view_image", group: "media", when: sessionTools, native: always, profiles: coding },
  {
    name: "image_generate",
    group: "media",
    when: { since: "image-generate-tool" },
    native: always,
    profiles: coding,
  },
  {
    name: "music_generate",
    group: "media",
    when: { since: "planning-and-video-tools" },
    native: always,
    profiles: coding,
  },
  {
    name: "video_generate",
    group: "media",
    when: { since: "planning-and-video-tools" },
    native: always,
    profiles: coding,
  },
  { name: "tts", group: "media", native: always },
  { name: "pdf", group: "media", when: gatewayTools, native: always },
  { name: "bundle-mcp", when: { since: "bundled-mcp-in-profiles" }, profiles: talking },
];

/** The tools that write files of the workspace. */
export const workspaceWriters: readonly string[] = toolCatalog
  .filter(({ writesWorkspace }) => writesWorkspace === true)
  .map(({ name }) => name);

/** The groups before there was a catalogue (up to 2026.2.22), when `subagents` was the one newcomer. */
export const earlyToolGroups: Readonly<Record<string, readonly string[]>> = {
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
  openclaw: [
    "browser",
    "canvas",
    "nodes",
    "cron",
    "message",
    "gateway",
    "agents_list",
    "sessions_list",
    "sessions_history",
    "sessions_send",
    "sessions_spawn",
    "subagents",
    "session_status",
    "memory_search",
    "memory_get",
    "web_search",
    "web_fetch",
    "image",
  ],
};

/** The profiles of the same releases. */
export const earlyToolProfiles: Readonly<Record<string, readonly string[]>> = {
  minimal: ["session_status"],
  coding: ["group:fs", "group:runtime", "group:sessions", "group:memory", "image"],
  messaging: ["group:messaging", "sessions_list", "sessions_history", "sessions_send", "session_status"],
};
