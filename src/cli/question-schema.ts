import * as z from "zod/mini";
import { refuse } from "../config/schema/refuse.ts";
import type { QuestionKind, Question } from "../analysis/question.ts";
import type { AccessRequest, RoomAddress } from "../policy/access/access-request.ts";
import type { CommandRequest } from "../policy/command/command-request.ts";
import type { ExecAllowlistEntry, ExecResolution, ExecSegment } from "../policy/exec/allowlist.ts";
import type { ExecRequest } from "../policy/exec/exec-request.ts";
import type { ExecApprovalsFile, ExecModes } from "../policy/exec/file.ts";
import { execAsks, execSecurities } from "../policy/exec/mode.ts";
import { elevatedLevels } from "../policy/exec/elevated.ts";
import { execHosts } from "../policy/exec/host.ts";
import { execShells } from "../policy/exec/shell.ts";
import { activityKinds, type SessionTimes } from "../lifecycle/session-entry.ts";
import type { ResetTarget } from "../lifecycle/reset/target.ts";
import type { SandboxRequest } from "../policy/sandbox/sandbox-rule.ts";
import type { SendRequest } from "../policy/send/send.ts";
import type { SessionFacts, StoredSession } from "../policy/session-facts.ts";
import type { StoredSubagent } from "../policy/tool/subagent.ts";
import type { ToolRequest } from "../policy/tool/tool.ts";
import type { Requester, SessionRow, VisibilityRequest } from "../policy/visibility/visibility-facts.ts";
import type { Inbound } from "../scope/inbound.ts";

const text = z.string();
const optionalText = z.exactOptional(text);
const flag = z.exactOptional(z.boolean());
const texts = z.array(text);
const optionalTexts = z.exactOptional(texts);
const time = z.exactOptional(z.number());
const chatType = z.enum(["direct", "group", "channel"]);
const optionalChatType = z.exactOptional(chatType);

/** A schema for every fact of a request: what is forgotten here, or is no fact there, does not compile. */
type Facts<Request> = Readonly<Record<keyof Request, z.ZodMiniType>>;

/** The facts by which a message is placed in a session. */
const ofInbound = {
  channel: text,
  account: optionalText,
  chatType,
  peer: optionalText,
  aliases: optionalTexts,
  thread: optionalText,
  parent: z.exactOptional(z.strictObject({ chatType, peer: text } satisfies Facts<Inbound["parent"] & {}>)),
  sender: optionalText,
  guild: optionalText,
  team: optionalText,
  party: optionalText,
  roles: optionalTexts,
  messageId: optionalText,
  root: optionalText,
  reply: flag,
  mentioned: flag,
  room: optionalText,
  forum: flag,
  startsThread: flag,
} satisfies Facts<Inbound>;

/** What tells of a room, beside its id, where it is and what it is called. */
const ofRoom = {
  guild: optionalText,
  guildUnavailable: flag,
  team: optionalText,
  parent: z.exactOptional(z.strictObject({ chatType: optionalChatType, peer: text })),
  orgWide: flag,
  roomName: optionalText,
  parentName: optionalText,
  guildName: optionalText,
  teamName: optionalText,
} satisfies Facts<RoomAddress>;

/** The facts by which a message is let in, beside those that place it. */
const ofDoor = {
  guildUnavailable: ofRoom.guildUnavailable,
  orgWide: ofRoom.orgWide,
  roomName: ofRoom.roomName,
  parentName: ofRoom.parentName,
  guildName: ofRoom.guildName,
  teamName: ofRoom.teamName,
  bot: flag,
  ownerPresent: flag,
  othersMentioned: flag,
  ownThread: flag,
  senderName: optionalText,
  senderUsername: optionalText,
  senderEmail: optionalText,
  paired: optionalTexts,
} satisfies Facts<Omit<AccessRequest, keyof Inbound>>;

const mentioned = z.exactOptional(z.union([z.boolean(), z.enum(["reply", "everyone", "joined"])]));

/** A message as it may stand in a file, with what its admission asks. */
export type WrittenMessage = Omit<Inbound, "mentioned"> &
  Omit<AccessRequest, "parent" | "paired"> & {
    readonly paired?: readonly string[];
  };

/** The facts of a message. */
export const messageSchema = z.strictObject({
  ...ofInbound,
  ...ofDoor,
  mentioned,
}) satisfies z.ZodMiniType<WrittenMessage>;

/** What places a message in a session: only a mention of the bot itself counts there. */
export function inboundOf({ mentioned, ...message }: WrittenMessage): Inbound {
  return mentioned === undefined ? message : { ...message, mentioned: mentioned === true };
}

const delivery = z.looseObject({
  kind: text,
  channel: optionalText,
  provider: optionalText,
  chatType: optionalText,
} satisfies Facts<StoredSession["delivery"] & {}>);

const stored = z.looseObject({
  chatType: optionalText,
  channel: optionalText,
  lastChannel: optionalText,
  delivery: z.exactOptional(delivery),
} satisfies Facts<StoredSession>);

const session = z.looseObject({
  key: text,
  channel: optionalText,
  chatType: optionalChatType,
  account: optionalText,
  peer: optionalText,
  thread: optionalText,
  agentId: optionalText,
  stored: z.exactOptional(stored),
} satisfies Facts<SessionFacts>);

const sending = z.extend(session, {
  override: z.exactOptional(z.enum(["allow", "deny", "inherit"])),
} satisfies Facts<Omit<SendRequest, keyof SessionFacts>>);

const resetting = z.extend(session, {
  threadLabel: optionalText,
  threadStarter: optionalText,
  parentKey: optionalText,
  event: z.exactOptional(z.enum(activityKinds)),
} satisfies Facts<Omit<ResetTarget, keyof SessionFacts>>);

const times = z.looseObject({
  sessionStartedAt: time,
  lastInteractionAt: time,
  updatedAt: time,
} satisfies Facts<SessionTimes>);

const requester = z.looseObject({
  key: text,
  agentId: optionalText,
  mainKey: optionalText,
  sandboxed: flag,
  spawned: optionalTexts,
} satisfies Facts<Requester>);

const sessionRow = z.looseObject({
  key: text,
  agentId: optionalText,
  spawnedBy: optionalText,
  owner: optionalText,
  parent: optionalText,
} satisfies Facts<SessionRow>);

const seeing = z.looseObject({
  action: z.enum(["list", "history", "send", "status"]),
  requester: z.union([text, requester]),
  target: z.union([text, sessionRow]),
  spawnedBy: z.exactOptional(z.record(text, text)),
  defaultAgentId: optionalText,
} satisfies Facts<VisibilityRequest>);

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
  subagent: z.exactOptional(
    z.looseObject({ spawnDepth: time, subagentRole: optionalText } satisfies Facts<StoredSubagent>),
  ),
  sender: optionalText,
  senderName: optionalText,
  senderUsername: optionalText,
  senderE164: optionalText,
  aliases: optionalTexts,
  ...ofRoom,
  // A set of tools is the host's own, and no file has one.
} satisfies Facts<Omit<ToolRequest, "ownTools">>);

const modes = z.looseObject({
  security: z.exactOptional(z.enum(execSecurities)),
  ask: z.exactOptional(z.enum(execAsks)),
  askFallback: z.exactOptional(z.enum(execSecurities)),
  autoAllowSkills: flag,
} satisfies Facts<ExecModes>);

const listedCommand = z.looseObject({
  pattern: text,
  argPattern: optionalText,
  source: optionalText,
} satisfies Facts<ExecAllowlistEntry>);

const allowlist = z.exactOptional(z.array(listedCommand));

const approvalsFile = z.looseObject({
  defaults: z.exactOptional(modes),
  agents: z.exactOptional(z.record(text, z.extend(modes, { allowlist }))),
} satisfies Facts<ExecApprovalsFile>);

const executable = z.looseObject({
  rawExecutable: text,
  resolvedPath: optionalText,
  resolvedRealPath: optionalText,
  executableName: text,
} satisfies Facts<ExecResolution>);

const segment = z.looseObject({
  resolution: z.union([executable, z.undefined()]),
  argv: optionalTexts,
  windows: flag,
} satisfies Facts<ExecSegment>);

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
  aliases: optionalTexts,
  senderTag: optionalText,
  from: optionalText,
  to: optionalText,
} satisfies Facts<ExecRequest>);

const commanding = z.looseObject({
  key: optionalText,
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
} satisfies Facts<CommandRequest>);

const sandboxed = z.looseObject({
  action: z.enum(["read-workspace", "write-workspace", "network", "tool"]),
  tool: optionalText,
  agentId: optionalText,
  key: optionalText,
} satisfies Facts<SandboxRequest>);

function question<Kind extends QuestionKind, Request extends z.ZodMiniType>(ask: Kind, request: Request) {
  return z.strictObject({ ask: z.literal(ask), request });
}

const schemas = {
  resolution: question("resolution", z.strictObject(ofInbound)),
  reset: z.extend(question("reset", resetting), { times, now: z.number() }),
  send: question("send", sending),
  "memory-search": question("memory-search", session),
  visibility: question("visibility", seeing),
  access: question("access", z.extend(messageSchema, { parent: ofRoom.parent })),
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

/** Two questions are about a message, and their answers have nothing in common: so one that asks neither is shown how. */
const bareMessage = z.pipe(
  z.unknown().check((context) => {
    const asked = (ask: string) => JSON.stringify({ ask, request: context.value });
    const hint = `write ${asked("resolution")} for its session, "access" for whether it is let in`;
    refuse(context, "missing", "a question about the message", hint);
  }),
  z.never(),
);

/** What a question must be, by what it asks. */
export function questionSchema(written: unknown): z.ZodMiniType<Question> {
  const known = z.safeParse(asking, written);
  if (known.success) return schemas[known.data.ask];
  return z.safeParse(messageSchema, written).success ? bareMessage : noQuestion;
}
