import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { mainAgentId } from "../../identity/agent-id.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import { spellCommand } from "../../policy/exec/command.ts";
import { elevatedExample } from "../../policy/exec/elevated.ts";
import type { ExecRequest } from "../../policy/exec/exec-request.ts";
import { execHosts } from "../../policy/exec/host.ts";
import { parseEntry } from "../../policy/exec/listed-command.ts";
import type { ToolsBySender } from "../../policy/tool/chat-tools.ts";
import { toolCatalog, workspaceWriters } from "../../policy/tool/catalog.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { chatTypes, freshText, told } from "../representative/representative.ts";
import { mainKeys, providerPlace, sendersOf, type ToolPlace } from "../representative/tool-places.ts";
import type { Question } from "../question.ts";
import type { SettingKind, WrittenSetting } from "./deciding-settings.ts";
import { lowerCase } from "../../edition/lower-case.ts";

type Questions = Iterable<Question>;

/** Of each thing that a config names, no more than these are asked about. */
const most = { agents: 3, channels: 3, entries: 12 };

/** What the lists in a value name, as far as that is asked about. */
function listedIn(value: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (inner: unknown, isListed: boolean): void => {
    if (found.size >= most.entries) return;
    if (typeof inner === "object" && inner !== null)
      for (const each of Object.values(inner)) visit(each, Array.isArray(inner));
    else if (isListed) found.add(String(inner).trim());
  };
  visit(value, false);
  found.delete("");
  return [...found];
}

/** The first few agents and channels of a config, and one of each that it does not name. */
const named = once((policy: Policy) => {
  const { ids } = agentRoster(policy);
  const channels = configuredChannels(policy.config);
  const agents = ids.size === 0 ? [mainAgentId] : [...ids].slice(0, most.agents);
  return {
    agents: [...agents, freshText((text) => ids.has(text))],
    channels: [...[...channels.keys()].slice(0, most.channels), freshText((text) => channels.has(text))],
  };
});

/** The agents whose requests a setting may decide. */
function agentsOf({ agentId }: WrittenSetting, policy: Policy): readonly string[] {
  return agentId === undefined ? named(policy).agents : [agentId];
}

/** An id that is none of some. */
function strangerTo(ids: readonly string[]): string {
  return freshText((text) => ids.includes(text));
}

function lastOf({ steps }: WrittenSetting): string {
  return String(steps.at(-1));
}

/** Whether a setting stands within a section; what its agent is called is none. */
function isWithin(section: string, { agentId, steps }: WrittenSetting): boolean {
  return steps.slice(agentId === undefined ? 0 : 3, -1).includes(section);
}

/** What brings a list of tools into force, beside its agent; where it may be, with little else. */
function toolPlaces(setting: WrittenSetting, agentId: string): readonly ToolPlace[] {
  const key = `agent:${agentId}:x`;
  if (isWithin("subagents", setting))
    return [1, 2, 5].map((spawnDepth) => ({
      agentId,
      key: `agent:${agentId}${":subagent:x".repeat(spawnDepth)}`,
      subagent: { spawnDepth },
      sandboxed: false,
    }));
  if (isWithin("sandbox", setting)) return [{ agentId, key, sandboxed: true }];
  const facts = isWithin("byProvider", setting)
    ? [providerPlace(lastOf(setting))]
    : isWithin("toolsBySender", setting)
      ? [...sendersOf([{ [lastOf(setting)]: {} }])].toReversed()
      : [{}];
  return [{ agentId }, { agentId, key, sandboxed: false }].flatMap((session) =>
    facts.map((told) => ({ ...session, ...told })),
  );
}

/** The same in a group, whose agent is any. */
export function* toolsInGroup(setting: WrittenSetting, group: Partial<ToolPlace>, policy: Policy): Questions {
  const bySender = lastOf(setting) === "toolsBySender" ? [setting.value as ToolsBySender] : [];
  for (const agentId of named(policy).agents)
    for (const sender of [{}, ...sendersOf(bySender)])
      for (const tool of toolsFor(setting))
        yield {
          ask: "tool",
          request: { tool, agentId, key: `agent:${agentId}:x`, sandboxed: false, ...group, ...sender },
        };
}

/** Tools that a setting lists, all that agents have of their own, and one more. */
function toolsFor({ value }: WrittenSetting): readonly string[] {
  const listed = listedIn(value).filter((entry) => !entry.startsWith("group:"));
  const names = listed.map((entry) => entry.replaceAll("*", "x"));
  return [...new Set([...names, strangerTo(names), ...toolCatalog.map(({ name }) => name)])];
}

function* toolQuestions(setting: WrittenSetting, policy: Policy): Questions {
  const places = agentsOf(setting, policy).flatMap((agentId) => toolPlaces(setting, agentId));
  for (const tool of toolsFor(setting))
    for (const place of places) yield { ask: "tool", request: { tool, ...place } };
  for (const plugin of listedIn(setting.value))
    for (const place of places) yield { ask: "tool", request: { tool: "x", plugin, ...place } };
}

function* sandboxQuestions(setting: WrittenSetting, policy: Policy): Questions {
  for (const agentId of agentsOf(setting, policy)) {
    const keys = [undefined, `agent:${agentId}:x:x`, ...mainKeys(agentId, [policy])];
    const sessions = keys.map((key) => told({ agentId, key }));
    for (const action of ["network", "write-workspace", "read-workspace"] as const)
      for (const session of sessions) yield { ask: "sandbox", request: { action, ...session } };
    for (const tool of new Set([...toolsFor(setting), ...workspaceWriters]))
      for (const session of sessions) yield { ask: "sandbox", request: { action: "tool", tool, ...session } };
  }
}

type Command = Pick<ExecRequest, "command" | "programs">;

function foundAt(name: string, command: string): Command {
  return { command, programs: { [name]: `/usr/bin/${name}` } };
}

/** Commands that a setting lists, as they are and with something more, and some that it does not. */
function commandsFor(setting: WrittenSetting): readonly Command[] {
  const listed = isWithin("exec", setting) ? listedIn(setting.value) : [];
  // Of programs that need no entry some take no words, and some do nothing without one.
  if (lastOf(setting) === "safeBins")
    return listed.flatMap((name) => [name, `${name} x`, `${name} .x`].map((each) => foundAt(name, each)));
  const entries = listed.map(parseEntry).filter((entry) => entry.ok);
  const commands = entries.map(({ words, anyArguments }) =>
    spellCommand(anyArguments ? [...words, "x"] : words),
  );
  const plain = new Set([...commands, strangerTo(commands), "x;x", code]);
  return [...Array.from(plain, (command) => ({ command })), foundAt("python3", code)];
}

/** A command that brings its code with it. */
const code = "python3 -c x";

/** Somebody who may have an agent's commands leave the sandbox. */
function leaver(agentId: string, policy: Policy): Partial<ExecRequest> | undefined {
  const example = elevatedExample(agentId, policy);
  return example && told({ ...example, agentId, elevated: true });
}

/** People who ask to leave the sandbox: one who may, those whom a list names, and a stranger. */
function* leavers(setting: WrittenSetting, agentId: string, policy: Policy): Iterable<Partial<ExecRequest>> {
  const may = leaver(agentId, policy);
  const listed = listedIn(setting.value);
  const channel = isWithin("allowFrom", setting) ? lastOf(setting) : (may?.channel ?? "x");
  if (may?.channel === channel) yield may;
  for (const sender of [...listed, strangerTo(listed)]) yield { agentId, elevated: true, channel, sender };
}

/** Where a command may be asked for, and how. */
function situations(agentId: string, policy: Policy): readonly Partial<ExecRequest>[] {
  const may = leaver(agentId, policy);
  const sessions = [{}, { sandboxed: false }, { sandboxed: true }, ...(may === undefined ? [] : [may])];
  return [
    ...sessions,
    ...execHosts.map((host) => ({ host })),
    ...sessions.map((session) => ({ ...session, ask: "always" as const })),
  ].map((situation) => ({ agentId, ...situation }));
}

function* execQuestions(setting: WrittenSetting, policy: Policy): Questions {
  const { steps } = setting;
  const agents = agentsOf(setting, policy);
  if (lastOf(setting) === "elevatedDefault") {
    for (const agentId of agents) {
      const may = elevatedExample(agentId, policy);
      for (const command of commandsFor(setting))
        for (const sandboxed of [true, false])
          yield { ask: "exec", request: { ...command, ...told({ ...may, agentId, sandboxed }) } };
    }
    return;
  }
  if (isWithin("elevated", setting)) {
    for (const agentId of agents)
      for (const who of leavers(setting, agentId, policy))
        yield { ask: "exec", request: { command: "x", ...who } };
    return;
  }
  const here = steps[0] === "channels" ? { channel: String(steps[1]) } : {};
  const asked = agents.flatMap((agentId) => situations(agentId, policy));
  for (const command of commandsFor(setting))
    for (const situation of asked) yield { ask: "exec", request: { ...command, ...here, ...situation } };
}

/** Agents that a list names, and others. */
function agentsNear({ value }: WrittenSetting, policy: Policy): readonly string[] {
  const listed = listedIn(value).map((entry) => lowerCase(entry.replaceAll("*", "x")));
  return [...new Set([...listed.slice(0, most.agents), ...named(policy).agents])];
}

function* visibilityQuestions(setting: WrittenSetting, policy: Policy): Questions {
  const agents = agentsNear(setting, policy);
  for (const sandboxed of [undefined, false, true])
    for (const one of agents)
      for (const other of agents) {
        const key = `agent:${one}:main`;
        const requester = sandboxed === undefined ? key : { key, sandboxed };
        const target = `agent:${other}:x`;
        yield { ask: "visibility", request: { action: "history", requester, target } };
        yield {
          ask: "visibility",
          request: { action: "history", requester, target, spawnedBy: { [target]: key } },
        };
      }
}

/** Somebody whom a list of people names on a channel, with and without what stands before their id there. */
function* peopleOn(
  entries: readonly string[],
  policy: Policy,
): Iterable<readonly [channel: string, id: string]> {
  for (const entry of entries) {
    const colon = entry.indexOf(":");
    if (colon > 0) yield [entry.slice(0, colon), entry.slice(colon + 1)];
    for (const channel of named(policy).channels) yield [channel, entry];
  }
}

/** Those whom a setting names, each on a channel, and strangers there. */
function* peopleFor({ steps, value }: WrittenSetting, policy: Policy): Iterable<readonly [string, string]> {
  const [, within, channel] = steps;
  if (steps[0] === "accessGroups") {
    const members = typeof value === "object" && value !== null && "members" in value ? value.members : {};
    for (const [name, ids] of Object.entries(members ?? {}).slice(0, most.entries))
      for (const on of name === "*" ? named(policy).channels : [name])
        for (const id of listedIn(ids)) yield [on, id];
    return;
  }
  const entries = listedIn(value);
  const stranger = strangerTo(entries);
  if (within === "allowFrom" && channel !== "*") {
    for (const id of [...entries, stranger]) yield [String(channel), id];
    return;
  }
  yield* peopleOn([...entries, stranger], policy);
}

function* commandQuestions(setting: WrittenSetting, policy: Policy): Questions {
  for (const [channel, sender] of peopleFor(setting, policy))
    yield { ask: "command", request: { channel, chatType: "direct", sender, admitted: true } };
}

/** A stranger on channels that say nothing of their own about rooms. */
function* strangersInRooms({ config }: Policy): Iterable<readonly [string, string]> {
  const silent = [...configuredChannels(config)].filter(([, { groupPolicy }]) => groupPolicy === undefined);
  for (const [channel] of silent.slice(0, most.channels)) yield [channel, "x"];
  // What holds for all channels holds for Telegram even where the config does not have it.
  yield ["telegram", "x"];
}

/** Messages of those whom an access group names, and in rooms that are decided by what is said for all channels. */
function* accessQuestions(setting: WrittenSetting, policy: Policy): Questions {
  const ofGroup = setting.steps[0] === "accessGroups";
  for (const [channel, sender] of ofGroup ? peopleFor(setting, policy) : strangersInRooms(policy)) {
    yield { ask: "access", request: { channel, chatType: "direct", peer: sender } };
    for (const chatType of ["group", "channel"] as const)
      yield { ask: "access", request: { channel, chatType, peer: "x", sender, mentioned: true } };
  }
}

/** What a message may tell of its place within a chat, where settings of its channel ask for it. */
const withinChat: readonly Partial<Inbound>[] = [
  {},
  { thread: "1" },
  { thread: "1", forum: true },
  { root: "1" },
].map((place) => ({ sender: "x", messageId: "1", mentioned: true, ...place }));

/** Messages in a chat, by all that may decide which of its sessions they have. */
export function* messagesInChat(chat: Inbound): Questions {
  for (const within of withinChat) yield { ask: "resolution", request: { ...chat, ...within } };
}

/** Messages through each channel, or through that of which a setting speaks. */
function* resolutionQuestions({ steps }: WrittenSetting, policy: Policy): Questions {
  const [top, channel, within, account] = steps;
  if (top !== "channels") {
    for (const channel of named(policy).channels)
      for (const chatType of chatTypes)
        yield { ask: "resolution", request: { channel, chatType, peer: "x" } };
    return;
  }
  const owner = within === "accounts" ? { account: String(account) } : {};
  for (const chatType of chatTypes) {
    // The rooms of direct chats may be told apart.
    const room = chatType === "direct" ? { room: "x" } : {};
    yield* messagesInChat({ channel: String(channel), chatType, peer: "x", ...owner, ...room });
  }
}

/** What is asked of a setting, by what it decides about; what holds beside rules is asked with them. */
export const settingQuestions: Readonly<
  Record<
    Exclude<SettingKind, "memory-search" | "send">,
    (setting: WrittenSetting, policy: Policy) => Questions
  >
> = {
  access: accessQuestions,
  command: commandQuestions,
  exec: execQuestions,
  resolution: resolutionQuestions,
  sandbox: sandboxQuestions,
  tool: toolQuestions,
  visibility: visibilityQuestions,
};
