import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { objectsOf, optionsOf } from "../../config/given.ts";
import { readWorld } from "../world.ts";
import { canSay } from "../../config/keys/knows.ts";
import type { Policy } from "../../config/policy.ts";
import { caseCollisions, directChatsAsRooms, groupsInMain, linksWithinChannels } from "./isolation.ts";
import { openCommands } from "./chat-commands.ts";
import { unapprovedCommands, runningProgramsListed } from "./commands.ts";
import { cutProfiles } from "./cut-profiles.ts";
import { doubtsNotRead, doubtsOfReading } from "./doubts.ts";
import { elevatedLists } from "./elevated.ts";
import { findingsOf, moveOn, type Finding, type Found } from "./finding.ts";
import { silentLog, doubtfulKeys } from "./records.ts";
import { memoryInGroups } from "./memory.ts";
import { namedPeople } from "./named-people.ts";
import { sessionsNamedFromOutside } from "./outside-sessions.ts";
import { openDirectMessages, openGroups } from "./open-access.ts";
import { surprisingResets } from "./resets.ts";
import { safePrograms } from "./safe-programs.ts";
import { doubtfulSandboxes } from "./sandboxes.ts";
import { situationOf, type Situation } from "./situation.ts";
import { sharedSessions } from "./shared-sessions.ts";
import { withinReachOfStrangers } from "./strangers.ts";
import { suppress, type Suppression } from "./suppression.ts";
import { overriddenProfiles, unlimitedTools, writingCommands } from "./tools.ts";
import { unreadSettings } from "./unknowns.ts";
import { visibleSessionsOfOthers } from "./visibility.ts";
import type { AuditWorld } from "../world.ts";

/** What a host says beside its config and its world. */
export interface AuditOptions {
  /** Findings that are known and wanted so, each with a reason. */
  readonly suppress?: readonly Suppression[];
}

type Check = (situation: Situation) => readonly Found[];

const checks: readonly Check[] = [
  sharedSessions,
  linksWithinChannels,
  groupsInMain,
  caseCollisions,
  directChatsAsRooms,
  openDirectMessages,
  openGroups,
  withinReachOfStrangers,
  namedPeople,
  openCommands,
  sessionsNamedFromOutside,
  visibleSessionsOfOthers,
  unlimitedTools,
  overriddenProfiles,
  cutProfiles,
  writingCommands,
  unapprovedCommands,
  runningProgramsListed,
  safePrograms,
  elevatedLists,
  doubtfulSandboxes,
  memoryInGroups,
  surprisingResets,
  doubtsOfReading,
  doubtfulKeys,
  silentLog,
  unreadSettings,
];

/** Parsing doubts the rules of strict editions; those of others are taken as they are. */
function checksOf({ behaviours }: Policy): readonly Check[] {
  return behaviours.has("strict-settings") ? checks : [...checks, doubtsNotRead];
}

/**
 * Says what was found in the words of an edition, which has a word for what is written and for what it knows: where it has
 * none for the setting, the edition itself lets it happen, and where it has none for the fix, another one helps.
 */
function sayable(found: Found, policy: Policy): Found {
  const fix = found.fix.changes.every(({ path, remove }) => remove === true || canSay(path, policy))
    ? found.fix
    : moveOn("No setting of this edition changes that: move to one that has a word for it, such as 2026-11.");
  return { ...found, path: canSay(found.path, policy) ? found.path : "", fix };
}

/**
 * Tells what a config lets happen: who could read whose conversation, who could have the bot act, which
 * settings do not do what they seem to. Every finding is what the decision functions answer (for the
 * world's senders and rooms, and for those that the config itself names; an account that is open to everybody
 * is shown with made-up strangers), with the change that makes it go away.
 *
 * A config that shows one sender is one owner's, and several devices may share a session; two ids that one
 * channel lets in, `*`, and identity links of two names show several people. Which people a channel lets in
 * by pairing only the world can tell. A setting that decides something and that no check looks at is a finding, `info`.
 *
 * @param policy - What `parsePolicy` read; its warnings become findings where they could do harm.
 * @param world - Who is there, as far as the host knows.
 * @param options - `suppress` marks findings as known; a suppression without a reason, or one that covers
 *   nothing, is a finding itself.
 * @returns The findings, worst first, then by path and id.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11" });
 * audit(policy); //=> []
 * const senders = [
 *   { channel: "telegram", peer: "111" },
 *   { channel: "telegram", peer: "222" },
 * ];
 * const [finding] = audit(policy, { senders });
 * finding?.id; //=> "direct-messages-shared"
 * finding?.fix.changes; //=> [{ path: "session.dmScope", set: "per-channel-peer" }]
 * finding?.witness; //=> { who: ["telegram:111", "telegram:222"], what: "agent:main:main", invented: false }
 * ```
 */
export function audit(
  policy: Policy,
  world: AuditWorld = {},
  options: AuditOptions = {},
): readonly Finding[] {
  if (isPolluted()) return unpolluted(audit, policy, world, options);
  demandPolicy(policy);
  const situation = situationOf(policy, readWorld(world));
  const found = checksOf(policy)
    .flatMap((check) => check(situation))
    .map((each) => sayable(each, policy));
  return findingsOf(suppress(found, [...objectsOf(optionsOf(options).suppress ?? [])]));
}
