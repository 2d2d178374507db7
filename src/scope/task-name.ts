import { writeSegment } from "./key-segment.ts";
import { idOf, type KeySegments } from "./key-segments.ts";
import type { NameOf, TaskKeyParts } from "./session-key-parts.ts";

type TaskName = NameOf<TaskKeyParts>;
type Path = readonly [string, ...string[]];

function writePath(path: readonly string[]): readonly string[] {
  return path.flatMap((id) => ["subagent", writeSegment(id)]);
}

/** Writes the name of a session that a job, a hook, an agent or an API call started. */
export function writeTaskName(parts: TaskKeyParts): readonly string[] {
  switch (parts.kind) {
    case "cron": {
      const run = parts.run === undefined ? [] : ["run", writeSegment(parts.run)];
      return ["cron", writeSegment(parts.job), ...run, ...writePath(parts.subagents ?? [])];
    }
    case "subagent":
      return writePath(parts.path);
    case "acp-binding":
      return ["acp", "binding", ...[parts.channel, parts.account, parts.conversation].map(writeSegment)];
    case "harness":
      return ["harness", writeSegment(parts.owner), writeSegment(parts.id)];
    default:
      return [parts.kind, writeSegment(parts.id)];
  }
}

function readPath(segments: KeySegments, from: number): Path | undefined {
  const { texts, words } = segments;
  const path: string[] = [];
  for (let at = from; at < texts.length;) {
    const next = words.indexOf("subagent", at + 2);
    const end = next === -1 ? texts.length : next;
    if (words[at] !== "subagent" || at + 1 === end) return undefined;
    path.push(idOf(segments, at + 1, end));
    at = end;
  }
  const [first, ...deeper] = path;
  return first === undefined ? undefined : [first, ...deeper];
}

function readCron(segments: KeySegments): TaskName {
  const { texts, words } = segments;
  const marker = words.indexOf("run", 2);
  if (marker === -1 || marker + 1 === texts.length) return { kind: "cron", job: idOf(segments, 1) };
  const child = words.indexOf("subagent", marker + 2);
  const subagents = child === -1 ? undefined : readPath(segments, child);
  return {
    kind: "cron",
    job: idOf(segments, 1, marker),
    run: idOf(segments, marker + 1, subagents === undefined ? texts.length : child),
    ...(subagents !== undefined && { subagents }),
  };
}

/** The reading of such a name, if it is one. */
export function readTaskName(segments: KeySegments): TaskName | undefined {
  const { texts, words } = segments;
  const kind = words[0];
  const id = (from: number, end?: number) => idOf(segments, from, end);
  if (texts.length < 2) return undefined;
  switch (kind) {
    case "cron":
      return readCron(segments);
    case "subagent": {
      const path = readPath(segments, 0);
      return path === undefined ? undefined : { kind, path };
    }
    case "harness":
      return texts.length < 3 ? undefined : { kind, owner: id(1, 2), id: id(2) };
    case "acp":
      return words[1] === "binding" && texts.length > 4
        ? { kind: "acp-binding", channel: id(2, 3), account: id(3, 4), conversation: id(4) }
        : { kind, id: id(1) };
    case "hook":
    case "explicit":
    case "openai":
    case "openai-user":
    case "openresponses":
    case "openresponses-user":
    case "dashboard":
    case "internal-session-effects":
      return { kind, id: id(1) };
    default:
      return undefined;
  }
}
