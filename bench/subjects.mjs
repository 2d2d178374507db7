import {
  evaluateAccess,
  evaluateCommand,
  evaluateMention,
  evaluateSend,
  evaluateTool,
  matchResetTrigger,
  resolveSession,
  resolveTaskSession,
} from "../dist/index.js";
import { bindingsOf, messagesOf } from "./bindings.mjs";
import { workload } from "./rules.mjs";
import { links, listedPeople, people, spread } from "./world.mjs";

const account = "work";
const agents = { list: [{ id: "main", default: true }, { id: "ops" }] };

/*
 * What grows, and who is asked about it. Of each: a config of a size, what is asked of it, our answer, and the
 * release's, both in a form in which they can be compared.
 */

export const identityLinks = {
  functions: ["buildAgentSessionKey"],
  config: (size) => ({ session: { dmScope: "per-channel-peer", identityLinks: links(size) } }),
  asked: () => people.map((peer) => ({ channel: "slack", account, chatType: "direct", peer })),
  ours: (inbound, policy) => resolveSession(inbound, policy).key,
  theirs:
    ({ buildAgentSessionKey }, { session }) =>
    ({ channel, chatType, peer }) =>
      buildAgentSessionKey({
        agentId: "main",
        channel,
        accountId: account,
        peer: { kind: chatType, id: peer },
        ...session,
      }),
};

/** More than the 4000 routes that the release remembers, so that it finds each anew. */
const rotating = 5000;

export const bindings = (kind, places = rotating) => ({
  functions: ["resolveAgentRoute"],
  config: (size) => ({ agents, bindings: bindingsOf(kind, size) }),
  asked: (size) => messagesOf(kind, size, places),
  atLeast: places,
  ours: (inbound, policy) => resolveSession(inbound, policy).agentId,
  theirs:
    ({ resolveAgentRoute }, cfg) =>
    ({ channel, account: accountId, chatType, peer, guild, roles }) =>
      resolveAgentRoute({
        cfg,
        channel,
        accountId,
        peer: { kind: chatType, id: peer },
        guildId: guild,
        memberRoleIds: roles,
      }).agentId,
});

export const rules = {
  functions: ["resolveSendPolicy"],
  config: (size) => ({
    // The release knows no ids of rules.
    session: { sendPolicy: { rules: workload(size).rules.map(({ action, match }) => ({ action, match })) } },
  }),
  asked: (size) => workload(size).requests,
  ours: (request, policy) => (evaluateSend(request, policy).allowed ? "allow" : "deny"),
  theirs:
    ({ resolveSendPolicy }, cfg) =>
    ({ key, channel, chatType }) =>
      resolveSendPolicy({ cfg, sessionKey: key, channel, chatType }),
};

export const allowLists = {
  functions: ["resolveDmGroupAccessWithLists"],
  config: (size) => ({ channels: { telegram: { dmPolicy: "allowlist", allowFrom: listedPeople(size) } } }),
  asked: () => people.map((peer) => ({ channel: "telegram", chatType: "direct", peer })),
  ours: (request, policy) => evaluateAccess(request, policy).allowed,
  theirs:
    ({ resolveDmGroupAccessWithLists }, { channels: { telegram } }) =>
    ({ peer }) =>
      resolveDmGroupAccessWithLists({
        ...telegram,
        isGroup: false,
        storeAllowFrom: [],
        isSenderAllowed: (entries) => entries.includes(peer),
      }).decision === "allow",
};

/** So many entries, made of their numbers. */
const entries = (size, entryOf) =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => entryOf(index)));

const entriesOf = (size, entryOf) => Array.from({ length: size }, (_, index) => entryOf(index));

/** Which of so many rooms each of the people writes in. */
const roomsOfPeople = (size) => spread(people.length, size);

/** Servers of ten rooms each, with people and roles of their own; no function of the release decides about one alone. */
export const discordRooms = {
  config: (size) => ({
    channels: {
      discord: {
        groupPolicy: "allowlist",
        guilds: entries(size / 10, (guild) => [
          `9${guild}`,
          {
            roles: ["55"],
            requireMention: true,
            channels: entries(10, (room) => [
              `8${guild}0${room}`,
              { enabled: true, users: ["7", people[room]] },
            ]),
          },
        ]),
      },
    },
  }),
  asked: (size) =>
    people.map((sender, index) => {
      const room = roomsOfPeople(size)[index];
      const guild = Math.floor(room / 10);
      return {
        channel: "discord",
        chatType: "channel",
        guild: `9${guild}`,
        peer: `8${guild}0${room % 10}`,
        sender,
        roles: ["55"],
        mentioned: true,
      };
    }),
  ours: (request, policy) => evaluateAccess(request, policy).outcome,
};

export const slackRooms = {
  config: (size) => ({
    channels: {
      slack: {
        groupPolicy: "allowlist",
        channels: entries(size, (room) => [`C${room}`, { requireMention: false, users: ["U7"] }]),
      },
    },
  }),
  asked: (size) =>
    people.map((sender, index) => ({
      channel: "slack",
      chatType: "channel",
      peer: `C${roomsOfPeople(size)[index]}`,
      sender,
      mentioned: false,
    })),
  ours: (request, policy) => evaluateAccess(request, policy).outcome,
};

/** Owners, and those who may command beside them. */
export const commandLists = {
  config: (size) => ({
    commands: {
      ownerAllowFrom: listedPeople(size).map((id) => `telegram:${id}`),
      allowFrom: { telegram: listedPeople(size) },
    },
  }),
  asked: () => people.map((peer) => ({ channel: "telegram", chatType: "direct", peer, admitted: true })),
  ours: (request, policy) => evaluateCommand(request, policy).outcome,
};

/** Agents with a pattern each, of which the text of a message mentions one. */
export const mentionedAgents = {
  config: (size) => ({
    agents: {
      list: entriesOf(size, (index) => ({
        id: `a${index}`,
        ...(index === 0 && { default: true }),
        groupChat: { mentionPatterns: [`@a${index}\\b`] },
      })),
    },
  }),
  asked: (size) =>
    people.map((_, index) => ({
      agentId: `a${roomsOfPeople(size)[index]}`,
      channel: "telegram",
      text: `What is on today, and where, @a${index}?`,
    })),
  ours: (request, policy) => evaluateMention(request, policy).reason,
};

/** Agents with jobs and heartbeats. */
export const tasks = {
  config: (size) => ({
    agents: {
      list: entriesOf(size, (index) => ({
        id: `a${index}`,
        ...(index === 0 && { default: true }),
        heartbeat: { isolatedSession: true },
      })),
    },
  }),
  asked: (size) =>
    people.map((_, index) => ({ kind: "heartbeat", agentId: `a${roomsOfPeople(size)[index]}` })),
  ours: (task, policy) => resolveTaskSession(task, policy).key,
};

/** Patterns of tools that are denied, of which none is that of a tool asked about. */
export const deniedTools = {
  config: (size) => ({ tools: { deny: entriesOf(size, (index) => `mcp_${index}_*_write`) } }),
  asked: () => entriesOf(64, (index) => ({ tool: `mcp_${index}_files_read`, agentId: "main" })),
  ours: (request, policy) => evaluateTool(request, policy).allowed,
};

/** Reset triggers of three words that begin with the same ones. */
export const resetTriggers = {
  config: (size) => ({ session: { resetTriggers: entriesOf(size, (index) => `start over ${index}`) } }),
  asked: () => people.map((_, index) => `start over ${index % 10 === 0 ? index % 7 : "please"}, would you`),
  ours: (text, policy) => matchResetTrigger(text, policy)?.trigger,
};

/** How many prefixes of one key rules may ask for, at the most. */
const deepest = 200;

/** Rules whose prefixes begin one another, as deep as keys go, and others beside them. */
export const nestedRules = {
  config: (size) => ({
    session: {
      sendPolicy: {
        default: "allow",
        rules: entriesOf(size, (index) => ({
          action: index < deepest ? "allow" : "deny",
          match: {
            keyPrefix: `agent:main:${"a".repeat(index % deepest)}${index < deepest ? "" : `b${index}`}`,
          },
        })),
      },
    },
  }),
  asked: () => people.map((peer) => ({ key: `agent:main:${"a".repeat(deepest)}:direct:${peer}` })),
  ours: (request, policy) => evaluateSend(request, policy).allowed,
};

/** People who were paired, in a set, as the host keeps them where they are many. */
export const pairedPeople = {
  config: () => ({ channels: { telegram: { dmPolicy: "pairing" } } }),
  asked: (size) => {
    const paired = new Set(listedPeople(size));
    return people.map((peer) => ({ channel: "telegram", chatType: "direct", peer, paired }));
  },
  ours: (request, policy) => evaluateAccess(request, policy).outcome,
};
