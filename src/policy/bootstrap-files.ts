import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import type { ChatType } from "../scope/chat-type.ts";
import { normalizeMainKey } from "../scope/main-key.ts";
import type { Resolution } from "../scope/resolution.ts";
import { isCronKey, isSubagentKey } from "../scope/key-kind.ts";
import { parseSessionKey } from "../scope/session-key.ts";
import { chatTypeOfKey } from "../scope/chat-type-of-key.ts";
import { normalizeChatType } from "../scope/chat-word.ts";
import { isUnresolved, type SessionFacts } from "./session-facts.ts";
import { resolvePath } from "./workspace-path.ts";

/** A file that an agent may be given when a session starts. */
export interface BootstrapFile {
  readonly name: string;
  /** Where it lies; absolute, or below the workspace. */
  readonly path?: string;
}

/** A session that is about to start. */
export interface BootstrapRequest extends SessionFacts {
  /** The agent's workspace, as an absolute path. */
  readonly workspaceDir?: string;
  /** Names of files that the session is given on purpose, whatever the rule says. */
  readonly passed?: readonly string[];
}

/** What started a session that no person started. */
type Task = "subagent" | "cron" | undefined;

interface Rule {
  /** The only files that such a session is given; undefined for all of them. */
  readonly only: Readonly<Record<"subagent" | "cron", ReadonlySet<string> | undefined>>;
  readonly withholdsMemory: (request: BootstrapRequest, task: Task) => boolean;
  readonly isMemory: (file: BootstrapFile, workspaceDir: string | undefined) => boolean;
}

const memoryFile = "MEMORY.md";
const personFiles = ["SOUL.md", "IDENTITY.md", "USER.md"];

function onlyFiles(behaviours: Behaviours): Rule["only"] {
  const base = behaviours.has("runs-without-tools-file") ? ["AGENTS.md"] : ["AGENTS.md", "TOOLS.md"];
  const cron = new Set(behaviours.has("cron-knows-its-person") ? [...base, ...personFiles] : base);
  return {
    subagent: new Set(behaviours.has("subagent-knows-its-person") ? [...base, ...personFiles] : base),
    cron: behaviours.has("cron-keeps-few-files") ? cron : undefined,
  };
}

function releaseRule(behaviours: Behaviours): Rule {
  const isRoom = ({ key, chatType }: BootstrapRequest): boolean => {
    const told = chatType ?? chatTypeOfKey(key, behaviours);
    return told === "group" || told === "channel";
  };
  return {
    only: onlyFiles(behaviours),
    withholdsMemory: behaviours.has("rooms-without-memory-file")
      ? (request, task) => task !== undefined || isRoom(request)
      : () => false,
    isMemory: ({ name, path }, workspaceDir) =>
      workspaceDir === undefined
        ? name === memoryFile
        : resolvePath(workspaceDir, path ?? name) === resolvePath(workspaceDir, memoryFile),
  };
}

function parsedRule(policy: Policy): Rule {
  const mainKey = normalizeMainKey(policy.config.session?.mainKey);
  const isPrivateMain = ({ key, chatType, stored }: BootstrapRequest): boolean => {
    const parts = parseSessionKey(key);
    const told: readonly (ChatType | undefined)[] = [
      normalizeChatType(chatType),
      normalizeChatType(stored?.chatType),
    ];
    return (
      parts?.kind === "main" &&
      parts.mainKey === mainKey &&
      !told.includes("group") &&
      !told.includes("channel")
    );
  };
  return {
    only: onlyFiles(policy.behaviours),
    withholdsMemory: (request) => !isPrivateMain(request),
    isMemory: ({ name, path }) =>
      [name, path?.split(/[/\\]/).pop()].some((text) => text?.toLowerCase() === memoryFile.toLowerCase()),
  };
}

const bootstrapRule = perPolicy((policy) =>
  policy.behaviours.has("memory-file-in-main-only") ? parsedRule(policy) : releaseRule(policy.behaviours),
);

function taskOf(key: string, behaviours: Behaviours): Task {
  if (isSubagentKey(key, behaviours)) return "subagent";
  return isCronKey(key, behaviours) ? "cron" : undefined;
}

function isGiven(file: BootstrapFile, request: BootstrapRequest, policy: Policy): boolean {
  if (request.passed?.includes(file.name) === true) return true;
  const rule = bootstrapRule(policy);
  const task = taskOf(request.key, policy.behaviours);
  const only = task === undefined ? undefined : rule.only[task];
  if (only !== undefined && !only.has(file.name)) return false;
  return !(rule.isMemory(file, request.workspaceDir) && rule.withholdsMemory(request, task));
}

/** Tells whether MEMORY.md, the agent's private notes, belongs in a session. */
export function areNotesGiven(request: BootstrapRequest, policy: Policy): boolean {
  return isGiven({ name: memoryFile }, request, policy);
}

/**
 * The files of a workspace that a session is given when it starts, in the given order. Sub-agents
 * and cron sessions are given a few; MEMORY.md, the agent's private notes, is withheld from rooms
 * since 2026.8.1, and under `2026-11` from everything but the private main session. An unresolved
 * message is given nothing.
 *
 * Source: the releases' bootstrap files, 2026.1.29 to 2026.9.6; since 2026.8.1 a chat type in the
 * request hides what the key says, and a MEMORY.md outside the workspace is an ordinary file.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * bootstrapFiles(["AGENTS.md", "MEMORY.md"], { key: "agent:main:main" }, policy); //=> ["AGENTS.md", "MEMORY.md"]
 * bootstrapFiles(["AGENTS.md", "MEMORY.md"], { key: "agent:main:telegram:group:-100" }, policy); //=> ["AGENTS.md"]
 * ```
 */
export function bootstrapFiles<File extends string | BootstrapFile>(
  files: readonly File[],
  request: BootstrapRequest | Resolution,
  policy: Policy,
): readonly File[] {
  if (isUnresolved(request)) return [];
  return files.filter((file) => isGiven(typeof file === "string" ? { name: file } : file, request, policy));
}
