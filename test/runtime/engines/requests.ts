import type {
  AccessRequest,
  CommandRequest,
  ExecRequest,
  Inbound,
  MentionRequest,
  MessageContext,
  ResetTarget,
  SandboxRequest,
  SendRequest,
  SessionEntry,
  SessionKeyParts,
  SessionTimes,
  Task,
  ToolRequest,
  VisibilityRequest,
} from "keyscope";
import type { AuditWorld, Question } from "keyscope/analysis";
import { accounts, agents, channels, chatTypes, ids, tools } from "./configs.ts";
import type { Draw } from "./draw.ts";

/* What is asked, drawn: mostly as a host would ask it, with hostile texts where texts stand. */

const hour = 3_600_000;
const day = 24 * hour;

/** An instant that many questions are about; no clock is read. */
export const noon = Date.UTC(2026, 10, 15, 12);

export const keys = [
  "agent:main:main",
  "agent:main:telegram:direct:42",
  "agent:main:telegram:group:-1001234567890",
  "agent:main:telegram:group:-1001234567890:topic:7",
  "agent:ops:discord:channel:C1:thread:7",
  "agent:ops:slack:work:direct:u1",
  "agent:main:direct:ann",
  "agent:main:matrix:channel:!Room%3Ahs",
  "agent:main:subagent:a1:subagent:b2",
  "agent:main:cron:daily:run:r1",
  "agent:main:hook:h1",
  "agent:main:acp:binding:discord:default:7",
  "agent:main:openai-user:ann",
  "AGENT:Main:Telegram:Group:-1",
  "agent:main:main:heartbeat",
  "agent:other:webchat:slash:7",
  "global",
  "unknown",
  "main",
];

const words = [
  "/new",
  "/reset",
  "/new gpt-5 hello",
  "/reset@desk_bot",
  "@keyscope /new",
  "nochmal",
  "yeni",
  "hi",
];
const calls = [
  "@keyscope hi",
  "Clawd, hello",
  "hey JÜRGEN!",
  "🦞 clawd?",
  "Clawd\u{16ea0} hello",
  "\u{16ea0}nna, hi",
  "hi \u{16ebb}nna",
];
const commands = [
  "git status",
  "git diff --stat | head",
  "rm -rf / # no",
  "npm test && echo 'é'",
  "python3 -c 'print(1)'",
  'FOO=bar env -i sh -c "$(cat x)"',
  "dir & del C:\\x",
  "ls\u00a0-la",
  "cat <<EOF",
  "/usr/bin/git log --format=%H",
];

const key = (draw: Draw) => draw.text(keys);
const id = (draw: Draw) => draw.text(ids);
const channel = (draw: Draw) => draw.text(channels);
const account = (draw: Draw) => draw.text(accounts);
const agentId = (draw: Draw) => draw.text(agents);
const flag = (draw: Draw) => draw.chance(50);

export function drawnInbound(draw: Draw): Inbound {
  return {
    channel: channel(draw),
    chatType: draw.one(chatTypes),
    ...draw.facts<Inbound>({
      channel: () => channel(draw),
      chatType: () => draw.one(chatTypes),
      peer: () => id(draw),
    }),
    ...(draw.chance(60) &&
      draw.facts<Omit<Inbound, "channel" | "chatType">>({
        account: () => account(draw),
        aliases: () => draw.some(2, () => id(draw)),
        thread: () => draw.text(["7", "1700000000.000100", "$root"]),
        parent: () => ({ chatType: draw.one(chatTypes), peer: id(draw) }),
        sender: () => id(draw),
        guild: () => draw.text(["10", "11"]),
        team: () => draw.text(["T1", "T2"]),
        party: () => draw.text(["acme", "b1"]),
        roles: () => draw.some(2, () => draw.text(["admin", "guest"])),
        messageId: () => draw.text(["1", "1700000000.000100"]),
        root: () => id(draw),
        reply: () => flag(draw),
        startsThread: () => flag(draw),
        mentioned: () => flag(draw),
        room: () => draw.text(["!Room:hs", "!r:hs"]),
        forum: () => flag(draw),
      })),
  };
}

export function drawnKey(draw: Draw): string {
  return draw.chance(70)
    ? key(draw)
    : `agent:${agentId(draw)}:${channel(draw)}:${draw.one(chatTypes)}:${id(draw)}`;
}

export function drawnParts(draw: Draw): SessionKeyParts {
  const whole = {
    agentId: agentId(draw),
    ...(draw.chance(30) && { thread: draw.text(["7"]) }),
    ...(draw.chance(10) && { heartbeat: true as const }),
  };
  return draw.one<() => SessionKeyParts>([
    () => ({ ...whole, kind: "main", mainKey: draw.text(["main", "home"]) }),
    () => ({ ...whole, kind: "direct", peer: id(draw) }),
    () => ({ ...whole, kind: "direct", channel: channel(draw), account: account(draw), peer: id(draw) }),
    () => ({ ...whole, kind: "group", channel: channel(draw), peer: id(draw), sender: id(draw) }),
    () => ({ ...whole, kind: "channel", channel: channel(draw), peer: id(draw) }),
    () => ({ ...whole, kind: "slash", channel: channel(draw), user: id(draw) }),
    () => ({ ...whole, kind: "cron", job: id(draw), run: id(draw) }),
    () => ({ ...whole, kind: "subagent", path: [id(draw), id(draw)] }),
    () => ({ ...whole, kind: "hook", id: id(draw) }),
    () => ({ ...whole, kind: "custom", segments: [id(draw), id(draw)] }),
    () => ({ ...whole, kind: "node", id: id(draw) }),
  ])();
}

/** Stored times before an instant. */
export function drawnTimes(draw: Draw, now: number): SessionTimes {
  const before = () => now - draw.below(3 * day);
  return draw.facts<SessionTimes>({
    sessionStartedAt: before,
    lastInteractionAt: before,
    updatedAt: before,
  });
}

export function drawnTarget(draw: Draw): ResetTarget {
  return {
    key: drawnKey(draw),
    ...(draw.chance(40) &&
      draw.facts<Omit<ResetTarget, "key">>({
        chatType: () => draw.one(chatTypes),
        channel: () => channel(draw),
        thread: () => draw.text(["7"]),
        event: () => draw.one(["user-message", "heartbeat", "cron"] as const),
      })),
  };
}

export function drawnEntry(draw: Draw, now: number): SessionEntry {
  return {
    key: drawnKey(draw),
    ...drawnTimes(draw, now - draw.below(60 * day)),
    ...(draw.chance(20) && { pinnedAt: now - day }),
    ...(draw.chance(20) && { status: draw.text(["running", "done"]) }),
    ...(draw.chance(20) && { spawnedBy: drawnKey(draw) }),
  };
}

/** A session as OpenClaw's store has it. */
export function drawnRow(draw: Draw): object {
  const [where, chatType, peer] = [channel(draw), draw.one(chatTypes), id(draw)];
  const to = draw.text([`${where}:${peer}`, `user:${peer}`, `channel:${peer}`, peer]);
  return {
    key: drawnKey(draw),
    ...draw.facts({
      chatType: () => chatType,
      lastChannel: () => where,
      lastTo: () => to,
      lastThreadId: () => draw.below(9),
      origin: () => ({ provider: where, chatType, from: `${where}:${peer}`, to, label: peer }),
      subject: () => peer,
      totalTokens: () => draw.below(9),
      totalTokensFresh: () => draw.chance(50),
    }),
  };
}

export function drawnSend(draw: Draw): SendRequest {
  const [chatType, where] = [draw.one(chatTypes), channel(draw)];
  return draw.chance(30)
    ? {
        key: drawnKey(draw),
        ...draw.facts<Pick<SendRequest, "channel" | "peer">>({ channel: () => where, peer: () => id(draw) }),
      }
    : {
        key: `agent:main:${where}:${chatType}:${id(draw)}`,
        ...(draw.chance(50) && { channel: where, chatType }),
      };
}

export function drawnVisibility(draw: Draw): VisibilityRequest {
  const target = drawnKey(draw);
  return {
    action: draw.one(["list", "history", "send", "status"] as const),
    requester: draw.chance(50)
      ? drawnKey(draw)
      : { key: drawnKey(draw), sandboxed: flag(draw), spawned: [target] },
    target: draw.chance(50) ? target : { key: target, spawnedBy: drawnKey(draw) },
    ...(draw.chance(50) && { spawnedBy: { [target]: drawnKey(draw) } }),
  };
}

export function drawnAccess(draw: Draw): AccessRequest {
  return {
    channel: draw.chance(70) ? draw.one(["telegram", "whatsapp", "irc"]) : channel(draw),
    chatType: draw.one(["direct", "direct", "group", "channel"] as const),
    ...(draw.chance(50) && { sender: draw.one(["42", "7"]) }),
    ...draw.facts<Omit<AccessRequest, "channel" | "chatType">>({
      account: () => account(draw),
      peer: () => id(draw),
      sender: () => id(draw),
      aliases: () => draw.some(2, () => id(draw)),
      guild: () => draw.text(["10"]),
      roles: () => draw.some(2, () => draw.text(["admin"])),
      bot: () => draw.chance(5),
      mentioned: () => draw.one([true, false, "reply", "everyone", "joined"] as const),
      senderName: () => draw.text(["Ann", "Jürgen"]),
      senderUsername: () => draw.text(["ann", "ANN"]),
      roomName: () => draw.text(["general", "Über uns", "İşler"]),
      paired: () => draw.some(2, () => id(draw)),
    }),
  };
}

export function drawnCommand(draw: Draw): CommandRequest {
  return draw.facts<CommandRequest>({
    key: () => drawnKey(draw),
    channel: () => channel(draw),
    account: () => account(draw),
    chatType: () => draw.one(chatTypes),
    peer: () => id(draw),
    sender: () => id(draw),
    from: () => draw.text(["telegram:42", "irc:Ann"]),
    admitted: () => flag(draw),
    owners: () => draw.some(2, () => id(draw)),
    source: () => draw.one(["text", "native"] as const),
  });
}

export function drawnTool(draw: Draw): ToolRequest {
  return {
    tool: draw.text(tools),
    ...draw.facts<Omit<ToolRequest, "tool">>({
      agentId: () => agentId(draw),
      key: () => drawnKey(draw),
      provider: () => draw.text(["openai", "Anthropic"]),
      model: () => draw.text(["gpt-5", "claude"]),
      channel: () => channel(draw),
      chatType: () => draw.one(chatTypes),
      peer: () => id(draw),
      sender: () => id(draw),
      sandboxed: () => flag(draw),
    }),
  };
}

export function drawnExec(draw: Draw): ExecRequest {
  return {
    command: draw.text(commands),
    ...draw.facts<Omit<ExecRequest, "command">>({
      shell: () => draw.one(["posix", "cmd", "powershell"] as const),
      agentId: () => agentId(draw),
      key: () => drawnKey(draw),
      sender: () => id(draw),
      file: () => ({
        defaults: { security: draw.one(["deny", "allowlist", "full"] as const), ask: "on-miss" },
        agents: { main: { allowlist: [{ pattern: draw.text(["/usr/bin/git", "/usr/**", "npm*"]) }] } },
      }),
      programs: () => ({ git: "/usr/bin/git", npm: "/usr/bin/npm", ls: "/bin/ls" }),
      sandboxed: () => flag(draw),
      host: () => draw.one(["sandbox", "gateway", "node"] as const),
      security: () => draw.one(["deny", "allowlist", "full"] as const),
      ask: () => draw.one(["off", "on-miss", "always"] as const),
    }),
  };
}

export function drawnSandbox(draw: Draw): SandboxRequest {
  return {
    action: draw.one(["read-workspace", "write-workspace", "network", "tool"] as const),
    ...draw.facts<Omit<SandboxRequest, "action">>({
      tool: () => draw.text(tools),
      agentId: () => agentId(draw),
      key: () => drawnKey(draw),
    }),
  };
}

export function drawnMention(draw: Draw): MentionRequest {
  return {
    text: draw.text(calls),
    agentId: draw.chance(50) ? "main" : agentId(draw),
    ...draw.facts<Omit<MentionRequest, "agentId" | "text">>({
      transcript: () => draw.text(calls),
      channel: () => channel(draw),
      peer: () => id(draw),
    }),
  };
}

/** What a person writes. */
export function drawnWords(draw: Draw): string {
  return draw.text(words);
}

export function drawnShellCommand(draw: Draw): string {
  return draw.text(commands);
}

export function drawnTask(draw: Draw): Task {
  return draw.one<() => Task>([
    () => ({ kind: "heartbeat", agentId: agentId(draw), ...(flag(draw) && { forced: drawnKey(draw) }) }),
    () => ({
      kind: "cron",
      agentId: agentId(draw),
      job: id(draw),
      target: draw.text(["main", "isolated", "current", "session:x"]),
      payload: draw.one(["systemEvent", "agentTurn"] as const),
      sessionKey: drawnKey(draw),
    }),
    () => ({
      kind: "hook",
      id: id(draw),
      source: draw.one(["request", "mapping"] as const),
      sessionKey: drawnKey(draw),
    }),
    () => ({
      kind: "http",
      id: id(draw),
      prefix: draw.text(["openai", "openresponses"]),
      headers: { "x-openclaw-session-key": drawnKey(draw) },
      model: draw.text(["openclaw/ops", "openclaw:main"]),
      user: id(draw),
    }),
  ])();
}

export function drawnContext(draw: Draw): MessageContext {
  return draw.facts<MessageContext>({
    from: () => draw.text(["telegram:group:-1", "telegram:42", "whatsapp:1@g.us", "group:7"]),
    to: () => draw.text(["channel:C1", "telegram:42"]),
    chatType: () => draw.text(["group", "direct", "Channel"]),
    provider: () => channel(draw),
  });
}

export function drawnWorld(draw: Draw): AuditWorld {
  return draw.facts<AuditWorld>({
    senders: () => draw.some(3, () => ({ channel: channel(draw), peer: id(draw) })),
    groups: () => draw.some(2, () => ({ channel: channel(draw), peer: id(draw) })),
    keys: () => draw.some(3, () => drawnKey(draw)),
  });
}

/** One question of a kind; forgetting a kind does not compile. */
const questions: {
  readonly [Kind in Question["ask"]]: (draw: Draw) => Extract<Question, { readonly ask: Kind }>;
} = {
  resolution: (draw) => ({ ask: "resolution", request: drawnInbound(draw) }),
  reset: (draw) => ({ ask: "reset", request: drawnTarget(draw), times: drawnTimes(draw, noon), now: noon }),
  send: (draw) => ({ ask: "send", request: drawnSend(draw) }),
  "memory-search": (draw) => ({ ask: "memory-search", request: drawnSend(draw) }),
  visibility: (draw) => ({ ask: "visibility", request: drawnVisibility(draw) }),
  access: (draw) => ({ ask: "access", request: drawnAccess(draw) }),
  command: (draw) => ({ ask: "command", request: drawnCommand(draw) }),
  tool: (draw) => ({ ask: "tool", request: drawnTool(draw) }),
  exec: (draw) => ({ ask: "exec", request: drawnExec(draw) }),
  sandbox: (draw) => ({ ask: "sandbox", request: drawnSandbox(draw) }),
};

export function drawnQuestion(draw: Draw): Question {
  return draw.one(Object.values(questions))(draw);
}
