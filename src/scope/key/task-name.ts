import { writeSegment, type KeyWord, idOf, type KeySegments } from "./segment.ts";
import type { NamedKeyParts, NameOf, TaskKeyParts } from "./parts.ts";

type TaskName = NameOf<TaskKeyParts>;
type Path = readonly [string, ...string[]];

function writePath(path: readonly string[]): readonly string[] {
  return path.flatMap((id) => ["subagent", writeSegment(id)]);
}

/** Writes the name of a session that a job, a hook, an agent or an API call started. */
export function writeTaskName(parts: TaskKeyParts): readonly string[] {
  if (parts.kind === "subagent") return writePath(parts.path);
  if (parts.kind === "harness") return ["harness", writeSegment(parts.owner), writeSegment(parts.id)];
  if (parts.kind === "acp-binding")
    return ["acp", "binding", ...[parts.channel, parts.account, parts.conversation].map(writeSegment)];
  if (parts.kind !== "cron") return [parts.kind, writeSegment(parts.id)];
  const run = parts.run === undefined ? [] : ["run", writeSegment(parts.run)];
  return ["cron", writeSegment(parts.job), ...run, ...writePath(parts.subagents ?? [])];
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

const namedKinds: ReadonlyMap<KeyWord | undefined, NamedKeyParts["kind"]> = new Map(
  (
    [
      "hook",
      "acp",
      "explicit",
      "openai",
      "openai-user",
      "openresponses",
      "openresponses-user",
      "dashboard",
      "internal-session-effects",
    ] as const
  ).map((kind) => [kind, kind]),
);

/** The reading of such a name, if it is one. */
export function readTaskName(segments: KeySegments): TaskName | undefined {
  const { texts, words } = segments;
  const [first, second] = words;
  const id = (from: number, end?: number) => idOf(segments, from, end);
  if (texts.length < 2) return undefined;
  if (first === "cron") return readCron(segments);
  if (first === "subagent") {
    const path = readPath(segments, 0);
    return path && { kind: "subagent", path };
  }
  if (first === "harness" && texts.length > 2) return { kind: "harness", owner: id(1, 2), id: id(2) };
  if (first === "acp" && second === "binding" && texts.length > 4)
    return { kind: "acp-binding", channel: id(2, 3), account: id(3, 4), conversation: id(4) };
  const kind = namedKinds.get(first);
  return kind && { kind, id: id(1) };
}
