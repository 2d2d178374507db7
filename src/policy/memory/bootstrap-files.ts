import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isText, membersOf } from "../../config/given.ts";
import { contradictionIn } from "../../scope/facts/contradiction.ts";
import { keyTeller } from "../../scope/facts/told-by-key.ts";
import { isRefused, readFacts, type FactReadings } from "../../scope/facts/read-facts.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { normalizeChatType } from "../../scope/chat-type.ts";
import type { Resolution, Unresolved } from "../../scope/resolution.ts";
import { isCronKey, isSubagentKey } from "../../scope/key/kind.ts";
import { chatTypeOfKey } from "../../scope/key/chat-type-of-key.ts";
import { remember } from "../../edition/remember.ts";
import { isUnresolved, looseFactReadings, sessionFactReadings, type SessionFacts } from "../session-facts.ts";
import { resolvePath } from "../glob.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A file that an agent may be given when a session starts. */
export interface BootstrapFile {
  /** The name of the file, such as `MEMORY.md`. */
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

const readings = {
  ...sessionFactReadings,
  workspaceDir: "text",
  passed: "texts",
} as const satisfies FactReadings;

// Releases ask whoever calls about the kind of chat, in any word.
const looseReadings = { ...readings, ...looseFactReadings } as const;

const fileReadings = { name: "text", path: "text" } as const satisfies FactReadings;

function readRequest(given: unknown, policy: Policy): BootstrapRequest | undefined {
  const isExact = policy.behaviours.has("facts-held-against-keys");
  const read = readFacts<BootstrapRequest | Unresolved>(given, isExact ? readings : looseReadings, ["key"]);
  if (isRefused(read) || isUnresolved(read.facts)) return undefined;
  return contradictionIn(read.facts, read.facts.key, policy) === undefined ? read.facts : undefined;
}

/** What started a session that no person started. */
type Task = "subagent" | "cron";

interface FileRule {
  /** What started the session of a key; `none` of these where a person may have. */
  readonly taskOf: (key: string) => Task | "none";
  /** The only files that such a session is given; undefined for all of them. */
  readonly only: Readonly<Record<Task | "none", ReadonlySet<string> | undefined>>;
  readonly withholdsMemory: (request: BootstrapRequest) => boolean;
  readonly isMemory: (file: BootstrapFile, workspaceDir: string | undefined) => boolean;
}

const memoryFile = "MEMORY.md";
const personFiles = ["SOUL.md", "IDENTITY.md", "USER.md"];

function onlyFiles(behaviours: Behaviours): FileRule["only"] {
  const base = behaviours.has("runs-without-tools-file") ? ["AGENTS.md"] : ["AGENTS.md", "TOOLS.md"];
  const cron = new Set(behaviours.has("cron-knows-its-person") ? [...base, ...personFiles] : base);
  return {
    subagent: new Set(behaviours.has("subagent-knows-its-person") ? [...base, ...personFiles] : base),
    cron: behaviours.has("cron-keeps-few-files") ? cron : undefined,
    none: undefined,
  };
}

function isRoom(chatType: string | undefined): boolean {
  return chatType === "group" || chatType === "channel";
}

function withholdsRule(policy: Policy, taskOf: FileRule["taskOf"]): FileRule["withholdsMemory"] {
  const { behaviours } = policy;
  if (behaviours.has("memory-file-in-main-only")) {
    const tell = keyTeller(policy);
    return ({ chatType, key, stored }) => {
      const ofKey = tell(key);
      const told = normalizeChatType(chatType);
      const remembered = normalizeChatType(stored?.chatType);
      const isDirect = ofKey.chatType === "direct" || told === "direct" || remembered === "direct";
      return !ofKey.isMain || isRoom(told) || isRoom(remembered) || !isDirect;
    };
  }
  if (!behaviours.has("rooms-without-memory-file")) return () => false;
  return ({ chatType, key }) => taskOf(key) !== "none" || isRoom(chatType ?? chatTypeOfKey(key, behaviours));
}

function isMemoryByName({ name, path }: BootstrapFile): boolean {
  const names = [name, path?.split(/[/\\]/).pop()];
  return names.some((text) => lowerCase(text ?? "") === lowerCase(memoryFile));
}

function isMemoryByPath({ name, path }: BootstrapFile, workspaceDir: string | undefined): boolean {
  if (workspaceDir === undefined || workspaceDir === "") return name === memoryFile;
  return resolvePath(workspaceDir, path ?? name) === resolvePath(workspaceDir, memoryFile);
}

const fileRule = /* @__PURE__ */ once((policy: Policy): FileRule => {
  const { behaviours } = policy;
  const taskOf = remember((key): Task | "none" => {
    if (isSubagentKey(key, behaviours)) return "subagent";
    return isCronKey(key, behaviours) ? "cron" : "none";
  });
  return {
    taskOf,
    only: onlyFiles(behaviours),
    withholdsMemory: withholdsRule(policy, taskOf),
    isMemory: behaviours.has("memory-file-in-main-only") ? isMemoryByName : isMemoryByPath,
  };
});

function isGiven(file: BootstrapFile, request: BootstrapRequest, rule: FileRule): boolean {
  if (request.passed?.includes(file.name) === true) return true;
  // Most sessions are rooms or chats kept apart: what is withheld from those, nobody needs to ask of their tasks.
  if (rule.isMemory(file, request.workspaceDir) && rule.withholdsMemory(request)) return false;
  return rule.only[rule.taskOf(request.key)]?.has(file.name) ?? true;
}

/** Tells whether MEMORY.md, the agent's private notes, belongs in a session. */
export function areNotesGiven(request: BootstrapRequest, policy: Policy): boolean {
  return isGiven({ name: memoryFile }, request, fileRule(policy));
}

/**
 * The files of a workspace that a session is given when it starts, in the given order. Sub-agents
 * and cron sessions are given a few; MEMORY.md, the agent's private notes, is withheld from rooms
 * since 2026.8.1, and under `2026-11` from everything but the private main session. An unresolved
 * message is given nothing, and neither is a request that cannot be read or, under `2026-11`, contradicts its key; a file without
 * a name is given to nobody.
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
  given: BootstrapRequest | Resolution,
  policy: Policy,
): readonly File[] {
  if (isPolluted()) return unpolluted(bootstrapFiles, files, given, policy);
  demandPolicy(policy);
  const request = readRequest(given, policy);
  if (request === undefined) return [];
  const rule = fileRule(policy);
  const isHandedOver = (file: File) => {
    const read = isText(file)
      ? { facts: { name: file } }
      : readFacts<BootstrapFile>(file, fileReadings, ["name"]);
    return !isRefused(read) && isGiven(read.facts, request, rule);
  };
  return [...membersOf(files)].filter(isHandedOver);
}
