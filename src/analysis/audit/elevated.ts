import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { removeEntry } from "./apply-fix.ts";
import { unlistedCommand } from "./commands.ts";
import { moveOn, type Found } from "./finding.ts";
import { addressOf, nameOf, strangersAt, type ChannelAccount } from "./people.ts";
import { listedRooms, unlistedRooms } from "./rooms.ts";
import type { Situation } from "./situation.ts";

/** So many people may have commands leave the sandbox before an audit asks whether all of them should. */
const many = 25;

/** A stranger's messages to an account, directly and in rooms; whether they are answered is not asked. */
function messagesOf(account: ChannelAccount, policy: Policy): readonly (Inbound & { sender: string })[] {
  const [sender] = strangersAt(account, policy);
  const rooms = [...unlistedRooms(account), ...listedRooms(account)];
  return [{ chatType: "direct" as const, peer: sender }, ...rooms].map((place) => ({
    ...addressOf(account),
    ...place,
    sender,
  }));
}

/** Whether somebody could have commands run outside the sandbox, were the message answered. */
function mayLeave(message: Inbound & { readonly sender: string }, policy: Policy): boolean {
  const session = resolveSession(message, policy);
  if (!session.ok) return false;
  const asked = { ...session, sender: message.sender };
  if (!evaluateTool({ ...asked, tool: "exec" }, policy).allowed) return false;
  const leaving = { ...asked, command: unlistedCommand, elevated: true, elevatedLevel: "full" } as const;
  return evaluateExec(leaving, policy).outcome !== "deny";
}

/** The star of a channel's list, where with it a stranger could leave the sandbox. */
function openList(channel: string, entries: readonly unknown[], situation: Situation): readonly Found[] {
  const { accounts, policy } = situation;
  const star = entries.findIndex((entry) => String(entry).trim() === "*");
  if (star === -1) return [];
  const leaving = accounts
    .filter((account) => account.channel === channel)
    .flatMap((account) => messagesOf(account, policy))
    .filter((message) => mayLeave(message, policy));
  const answered = leaving.find((message) => evaluateAccess({ ...message, mentioned: true }, policy).allowed);
  const shown = answered ?? leaving[0];
  if (shown === undefined) return [];
  const path = `${extendPath("tools.elevated.allowFrom", channel)}[${star}]`;
  return [
    {
      id: "elevated-for-everybody",
      milder: answered === undefined,
      path,
      message:
        answered === undefined
          ? `Anyone who is let in on ${channel} may run commands outside the sandbox.`
          : `Anybody who writes on ${channel} may run commands outside the sandbox.`,
      fix: removeEntry(path, policy.config, `Remove ${path}, and list who may.`),
      witness: {
        who: [nameOf({ ...shown, peer: shown.sender })],
        what: "commands outside the sandbox",
        invented: true,
      },
    },
  ];
}

/** Finds lists of people who may have commands leave the sandbox that name everybody, or very many. */
export function elevatedLists(situation: Situation): readonly Found[] {
  const { enabled, allowFrom = {} } = situation.policy.config.tools?.elevated ?? {};
  if (enabled === false) return [];
  return Object.entries(allowFrom).flatMap(([channel, entries]): readonly Found[] => {
    const open = openList(channel, entries, situation);
    const people = new Set(entries.map((entry) => String(entry).trim()));
    if (open.length > 0 || people.has("*") || people.size <= many) return open;
    return [
      {
        id: "elevated-for-many",
        path: extendPath("tools.elevated.allowFrom", channel),
        message: `${people.size} people may run commands outside the sandbox.`,
        fix: moveOn("Remove those who don't need to from the list."),
      },
    ];
  });
}
