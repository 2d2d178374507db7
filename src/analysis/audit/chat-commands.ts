import { triggerTextKept } from "../../lifecycle/trigger/command-text.ts";
import { evaluateCommand } from "../../policy/command/command.ts";
import { commandFacts } from "../../policy/command/command-facts.ts";
import type { CommandRequest } from "../../policy/command/command-request.ts";
import { admitsCommands } from "../../policy/command/gate.ts";
import { evaluateMention } from "../../policy/mention/mention.ts";
import { accessGroupName } from "../../policy/access/sender-list.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { removeEntry } from "./apply-fix.ts";
import { moveOn, removeSetting, type Found } from "./finding.ts";
import { strangersAt, type ChannelAccount } from "./people.ts";
import type { Situation } from "./situation.ts";

const toOurs = "No setting of this edition changes that: move to one that closes it, such as 2026-11.";

/** A stranger whom the channel's own gate lets command, or does not. */
function strangerAt(
  account: ChannelAccount,
  admitted: boolean,
  policy: Policy,
): Required<Pick<CommandRequest, "channel" | "sender" | "admitted">> {
  const [sender] = strangersAt(account, policy);
  return { channel: account.channel, sender, admitted };
}

function witness({ channel, sender }: { readonly channel: string; readonly sender: string }, what: string) {
  return { who: [`${channel}:${sender}`], what, invented: true } as const;
}

/** What strangers may command on one account though lists are written. */
function pastLists(account: ChannelAccount, policy: Policy): readonly Found[] {
  const { commands = {} } = policy.config;
  const admitted = strangerAt(account, true, policy);
  const refused = strangerAt(account, false, policy);
  const decision = evaluateCommand(admitted, policy);
  const found: Found[] = [];
  const ownersWritten = (commands.ownerAllowFrom?.length ?? 0) > 0;
  const facts = commandFacts(admitted, policy);
  if (ownersWritten && decision.reason === "admitted" && !decision.owner && facts.owners.entries.length === 0)
    found.push({
      id: "owners-elsewhere",
      path: "commands.ownerAllowFrom",
      message: `No owner is named for ${account.channel}, so there it is as if none were named: anyone the channel lets through may command.`,
      fix: moveOn(
        `Name an owner on ${account.channel} in commands.ownerAllowFrom, or list who may command there in ${extendPath("commands.allowFrom", account.channel)}.`,
      ),
      witness: witness(admitted, "every command"),
    });
  if (decision.owner)
    found.push({
      id: "everybody-owns",
      path: "commands.ownerAllowFrom",
      message: "Everybody is an owner of the bot.",
      fix: removeSetting(
        "commands.ownerAllowFrom",
        'Take "*" out of commands.ownerAllowFrom, and name the owners.',
      ),
      witness: witness(admitted, "what only owners may do"),
    });
  if (!decision.allowed && decision.resets)
    found.push({
      id: "resets-pass-lists",
      path: ownersWritten ? "commands.ownerAllowFrom" : (decision.path ?? "commands.allowFrom"),
      message: "Anyone the channel lets through may reset the session, even if no list names them.",
      fix: moveOn(toOurs),
      witness: witness(admitted, "/new"),
    });
  const past = evaluateCommand(refused, policy);
  if (past.allowed && past.path !== undefined)
    found.push({
      id: "commands-open",
      path: past.path,
      message: `Everybody on ${account.channel} may command, even those whom the channel itself keeps out.`,
      fix: removeEntry(past.path, policy.config, `Remove ${past.path}, and list who may command.`),
      witness: witness(refused, "every command"),
    });
  return found;
}

/** Members of a channel's list who are owners for want of any in the config. */
function membersOwn({ accounts, policy }: Situation): readonly Found[] {
  if (!policy.behaviours.has("owners-in-config") || (policy.config.commands?.ownerAllowFrom?.length ?? 0) > 0)
    return [];
  return accounts.flatMap(({ channel }): readonly Found[] => {
    const { members } = commandFacts({ channel }, policy);
    const owners = members.entries.filter(
      ({ id }) => evaluateCommand({ channel, sender: id, admitted: true }, policy).owner,
    );
    if (owners.length < 2) return [];
    return [
      {
        id: "members-own",
        path: members.path,
        message: `Everybody whom ${members.path} lists is an owner of the bot, because the config names none.`,
        fix: moveOn("Name the owners in commands.ownerAllowFrom, each with a channel."),
        witness: {
          who: owners.map(({ id }) => `${channel}:${id}`),
          what: "what only owners may do",
          invented: false,
        },
      },
    ];
  });
}

/** Entries of lists of commands that mean more people than they say, or none. */
function doubtfulEntries({ policy }: Situation): readonly Found[] {
  const { behaviours, config } = policy;
  const { allowFrom = {}, ownerAllowFrom = [] } = config.commands ?? {};
  const lists = [
    ["commands.ownerAllowFrom", ownerAllowFrom] as const,
    ...Object.entries(allowFrom).map(
      ([channel, list]) => [extendPath("commands.allowFrom", channel), list] as const,
    ),
  ];
  const entries = lists.flatMap(([path, list]) =>
    list.map((entry, index) => [String(entry).trim(), `${path}[${index}]`] as const),
  );
  return entries.flatMap(([entry, path]): readonly Found[] => {
    if (accessGroupName(entry) !== undefined && !behaviours.has("commands-closed"))
      return [
        {
          id: "access-group-unread",
          path,
          message: "An access group in a list of commands is read as an id, and names nobody.",
          fix: removeEntry(path, config, `Write the ids of its members in place of ${path}.`),
        },
      ];
    const room = /(?:^|:)(?:group|channel):/.test(entry) && !behaviours.has("rooms-give-no-commands");
    if (room)
      return [
        {
          id: "room-commands",
          path,
          message: "A list of commands names a room, which lets everybody in it command.",
          fix: removeEntry(path, config),
        },
      ];
    const [channel = "", id = ""] = entry.split(/:(.*)/s);
    const elsewhere =
      path.startsWith("commands.ownerAllowFrom") &&
      id !== "" &&
      evaluateCommand({ channel: "webchat", sender: id, admitted: true }, policy).owner;
    return elsewhere
      ? [
          {
            id: "owner-of-no-channel",
            path,
            message: `An owner on ${channel} also owns commands that come from no channel, whoever has that id there.`,
            fix: moveOn(toOurs),
          },
        ]
      : [];
  });
}

/** A gate that asks no list, patterns that every text has, and resets behind any name. */
function openDoors({ policy, severalPeople }: Situation): readonly Found[] {
  const found: Found[] = [];
  if (policy.config.commands?.useAccessGroups === false && admitsCommands({ authorizers: [] }, policy))
    found.push({
      id: "command-gate-off",
      path: "commands.useAccessGroups",
      message: "Channels let everybody who reaches the bot command it.",
      fix: removeSetting("commands.useAccessGroups"),
      witness: { who: ["anybody"], what: "every command", invented: true },
    });
  const agents = [undefined, ...agentRoster(policy).agents.map(({ id }) => id)];
  for (const agentId of agents) {
    // A text that nobody would write as a mention.
    const { mentioned, path } = evaluateMention(
      { text: "-", ...(agentId !== undefined && { agentId }) },
      policy,
    );
    if (mentioned && path !== undefined)
      found.push({
        id: "everything-mentions",
        path,
        message: "A mention pattern matches every text, so every message mentions the bot.",
        fix: removeEntry(path, policy.config),
      });
  }
  if (severalPeople && !triggerTextKept(policy.behaviours))
    found.push({
      id: "resets-behind-names",
      path: "",
      message: "A message resets its session if it contains a line `anybody: /new`, such as a quoted one.",
      fix: moveOn("No setting of this edition changes that: move to 2026.8.1 or later."),
    });
  return found;
}

/** Finds who may command the bot, or reset its sessions, though the config seems to say otherwise. */
export function openCommands(situation: Situation): readonly Found[] {
  const { accounts, policy } = situation;
  return [
    ...accounts.flatMap((account) => pastLists(account, policy)),
    ...membersOwn(situation),
    ...doubtfulEntries(situation),
    ...openDoors(situation),
  ];
}
