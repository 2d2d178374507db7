import { findPerson, type CommandFacts, type CommandRules } from "./command-facts.ts";
import type { CommandRequest } from "./command-request.ts";
import { adminScope, mayResetByScope, type CommandOutcome, type DecidedCommand } from "./decided.ts";
import { listedIds, type WrittenPeople } from "./people.ts";
import { isFromWebchat } from "./surface.ts";

/** The owners whom a release tells of. */
function ownerList(facts: CommandFacts, { membersAreNoOwners, toldOwners }: CommandRules): WrittenPeople {
  const { owners, everybodyOwns, members, toldOwners: told } = facts;
  if (membersAreNoOwners || owners.entries.length > 0) return owners;
  if (!toldOwners) return members;
  if (everybodyOwns) return owners;
  return told.entries.length > 0 ? told : members;
}

/** Who is an owner, and whose commands are an owner's, which is not always the same. */
function ownership(request: CommandRequest, facts: CommandFacts, list: WrittenPeople, rule: CommandRules) {
  const { candidates, enforced, everybodyOwns, members, openToAll, owners, toldOwners } = facts;
  const byScope = rule.adminsOwn && isFromWebchat(request) && request.scopes?.includes(adminScope) === true;
  const matched = findPerson(list, candidates);
  const refused = rule.refusalHeeded && request.noOwner === true;
  const everybody = everybodyOwns && rule.everybodyOwns;
  const isOwner = rule.ownersInConfig && !refused && (matched !== undefined || byScope || everybody);
  const starPasses = everybodyOwns && !rule.membersAreNoOwners;
  const configured = owners.entries.length > 0 || starPasses;
  const others = rule.membersAreNoOwners && toldOwners.entries.length > 0 ? toldOwners : members;
  const commandOwner = findPerson(
    rule.membersAreNoOwners && owners.entries.length > 0 ? owners : others,
    candidates,
  );
  const named = commandOwner !== undefined || (rule.membersAreNoOwners ? isOwner : byScope);
  const passes =
    !(enforced || configured) ||
    starPasses ||
    (configured ? isOwner : named || (!rule.namedOnly && openToAll));
  return { isOwner, passes, configured, matched, commandOwner };
}

/** Decides as the releases do. */
export function decideOpenly(
  request: CommandRequest,
  facts: CommandFacts,
  rule: CommandRules,
): DecidedCommand {
  const { candidates, enforced, listed, owners } = facts;
  const admitted = request.admitted === true;
  const list = ownerList(facts, rule);
  const { isOwner, passes, configured, matched, commandOwner } = ownership(request, facts, list, rule);
  const native = rule.nativePasses && request.source === "native" && !configured;
  const ownerPath = configured ? owners.path : facts.members.path;

  function access(): CommandOutcome {
    if (rule.suppression && request.suppressed === true) return { outcome: "denied", reason: "suppressed" };
    if (rule.enforcedFirst && enforced && !passes)
      return { outcome: "denied", reason: "not-owner", path: ownerPath };
    if (listed !== undefined) {
      const entry = findPerson(listed, ["*", ...candidates]);
      return entry === undefined
        ? { outcome: "denied", reason: "not-listed", path: listed.path }
        : { outcome: "commands", reason: "listed", path: entry.path };
    }
    if (!admitted) return { outcome: "denied", reason: "not-admitted" };
    if (!passes && !native)
      return {
        outcome: rule.membersAreNoOwners ? "reset-only" : "denied",
        reason: "not-owner",
        path: ownerPath,
      };
    const named = matched ?? commandOwner;
    if (isOwner || (named !== undefined && (enforced || configured)))
      return { outcome: "commands", reason: "owner", path: named?.path ?? owners.path };
    return { outcome: "commands", reason: "admitted" };
  }

  const decided = access();
  const byLists = decided.outcome !== "denied";
  const scoped = !(rule.resetScope && isFromWebchat(request)) || mayResetByScope(request);
  const resets = (byLists || (rule.resetsByGate && admitted)) && scoped;
  const outcome = decided.outcome === "commands" ? "commands" : resets ? "reset-only" : "denied";
  return {
    ...decided,
    outcome,
    owner: isOwner,
    resets,
    sender: (matched ?? (rule.membersAreNoOwners ? commandOwner : undefined))?.id ?? candidates[0],
    owners: listedIds(list),
  } as const;
}
