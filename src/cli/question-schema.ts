import * as z from "zod/mini";
import type { QuestionKind, Question } from "../analysis/question.ts";
import { execAsks, execSecurities } from "../policy/exec/mode.ts";
import { elevatedLevels } from "../policy/exec/elevated.ts";
import { execHosts } from "../policy/exec/host.ts";
import { execShells } from "../policy/exec/shell.ts";
import { activityKinds } from "../lifecycle/session-entry.ts";
import type { SessionFacts } from "../policy/session-facts.ts";
import type { Inbound } from "../scope/inbound.ts";

const text = z.string();
const optionalText = z.exactOptional(text);
const flag = z.exactOptional(z.boolean());
const texts = z.array(text);
const optionalTexts = z.exactOptional(texts);
const time = z.exactOptional(z.number());
const chatType = z.enum(["direct", "group", "channel"]);
const optionalChatType = z.exactOptional(chatType);

/** A message as it may stand in a file, with what only its admission asks. */
type WrittenInbound = Inbound & { readonly paired?: readonly string[] };

/** The facts of a message. */
export const inboundSchema = z.strictObject({
  channel: text,
  account: optionalText,
  chatType,
  peer: optionalText,
  aliases: optionalTexts,
  thread: optionalText,
  parent: z.exactOptional(z.strictObject({ chatType, peer: text })),
  sender: optionalText,
  guild: optionalText,
  team: optionalText,
  roles: optionalTexts,
  messageId: optionalText,
  root: optionalText,
  reply: flag,
  mentioned: flag,
  room: optionalText,
  forum: flag,
  paired: optionalTexts,
}) satisfies z.ZodMiniType<WrittenInbound>;

const delivery = z.looseObject({
  kind: text,
  channel: optionalText,
  provider: optionalText,
  chatType: optionalText,
});

const stored = z.looseObject({
  chatType: optionalText,
  channel: optionalText,
  lastChannel: optionalText,
  delivery: z.exactOptional(delivery),
});

const session = z.looseObject({
  key: text,
  channel: optionalText,
  chatType: optionalChatType,
  account: optionalText,
  peer: optionalText,
  thread: optionalText,
  agentId: optionalText,
  stored: z.exactOptional(stored),
} satisfies Record<keyof SessionFacts, unknown>);

const sending = z.extend(session, { override: z.exactOptional(z.enum(["allow", "deny", "inherit"])) });

const resetting = z.extend(session, {
  threadLabel: optionalText,
  threadStarter: optionalText,
  parentKey: optionalText,
  event: z.exactOptional(z.enum(activityKinds)),
});

const times = z.looseObject({ sessionStartedAt: time, lastInteractionAt: time, updatedAt: time });

const requester = z.looseObject({
  key: text,
  agentId: optionalText,
  mainKey: optionalText,
  sandboxed: flag,
  spawned: optionalTexts,
});

const sessionRow = z.looseObject({
  key: text,
  agentId: optionalText,
  spawnedBy: optionalText,
  owner: optionalText,
  parent: optionalText,
});

const seeing = z.looseObject({
  action: z.enum(["list", "history", "send", "status"]),
  requester: z.union([text, requester]),
  target: z.union([text, sessionRow]),
  spawnedBy: z.exactOptional(z.record(text, text)),
  defaultAgentId: optionalText,
});

const usingTool = z.looseObject({
  tool: text,
  plugin: optionalText,
  agentId: optionalText,
  key: optionalText,
  provider: optionalText,
  model: optionalText,
  channel: optionalText,
  account: optionalText,
  chatType: optionalChatType,
  peer: optionalText,
  sandboxed: flag,
  subagent: z.exactOptional(z.looseObject({ spawnDepth: time, subagentRole: optionalText })),
  sender: optionalText,
  senderName: optionalText,
  senderUsername: optionalText,
  senderE164: optionalText,
});

const modes = z.looseObject({
  security: z.exactOptional(z.enum(execSecurities)),
  ask: z.exactOptional(z.enum(execAsks)),
  askFallback: z.exactOptional(z.enum(execSecurities)),
  autoAllowSkills: flag,
});

const allowlist = z.exactOptional(z.array(z.looseObject({ pattern: text, argPattern: optionalText })));

const approvalsFile = z.looseObject({
  defaults: z.exactOptional(modes),
  agents: z.exactOptional(z.record(text, z.extend(modes, { allowlist }))),
});

const executable = z.looseObject({ rawExecutable: text, resolvedPath: optionalText, executableName: text });

const segment = z.looseObject({
  resolution: z.union([executable, z.undefined()]),
  argv: optionalTexts,
  windows: flag,
});

const running = z.looseObject({
  command: text,
  shell: z.exactOptional(z.enum(execShells)),
  agentId: optionalText,
  key: optionalText,
  channel: optionalText,
  file: z.exactOptional(approvalsFile),
  programs: z.exactOptional(z.record(text, text)),
  segments: z.exactOptional(z.array(segment)),
  approvedForGood: flag,
  sandboxed: flag,
  host: z.exactOptional(z.enum(execHosts)),
  security: z.exactOptional(z.enum(execSecurities)),
  ask: z.exactOptional(z.enum(execAsks)),
  elevated: flag,
  elevatedLevel: z.exactOptional(z.enum(elevatedLevels)),
  sender: optionalText,
  senderName: optionalText,
  senderUsername: optionalText,
  senderE164: optionalText,
  senderTag: optionalText,
  from: optionalText,
  to: optionalText,
});

const commanding = z.looseObject({
  channel: optionalText,
  origin: optionalText,
  provider: optionalText,
  account: optionalText,
  chatType: optionalChatType,
  peer: optionalText,
  sender: optionalText,
  aliases: optionalTexts,
  from: optionalText,
  to: optionalText,
  admitted: flag,
  owners: z.exactOptional(z.array(z.union([text, z.number()]))),
  scopes: optionalTexts,
  source: z.exactOptional(z.enum(["text", "native"])),
  suppressed: flag,
  noOwner: flag,
});

const sandboxed = z.looseObject({
  action: z.enum(["read-workspace", "write-workspace", "network", "tool"]),
  tool: optionalText,
  agentId: optionalText,
  key: optionalText,
});

function question<Kind extends QuestionKind, Request extends z.ZodMiniType>(ask: Kind, request: Request) {
  return z.strictObject({ ask: z.literal(ask), request });
}

const schemas = {
  resolution: question("resolution", inboundSchema),
  reset: z.extend(question("reset", resetting), { times, now: z.number() }),
  send: question("send", sending),
  "memory-search": question("memory-search", session),
  visibility: question("visibility", seeing),
  access: question("access", inboundSchema),
  command: question("command", commanding),
  tool: question("tool", usingTool),
  exec: question("exec", running),
  sandbox: question("sandbox", sandboxed),
} as const satisfies {
  readonly [Kind in QuestionKind]: z.ZodMiniType<Extract<Question, { readonly ask: Kind }>>;
};

const asking = z.looseObject({ ask: z.enum(Object.keys(schemas) as [QuestionKind, ...QuestionKind[]]) });
/** For what asks nothing that is known: says so, and lets nothing pass. */
const noQuestion = z.pipe(asking, z.never());

/** What a question must be, by what it asks. */
export function questionSchema(written: unknown): z.ZodMiniType<Question> {
  const known = z.safeParse(asking, written);
  return known.success ? schemas[known.data.ask] : noQuestion;
}
