import { findPerson, type CommandFacts } from "./command-facts.ts";
import type { CommandRequest } from "./command-request.ts";
import { adminScope, mayResetByScope, type CommandOutcome, type DecidedCommand } from "./decided.ts";
import { listedIds, type WrittenPeople } from "./people.ts";
import { isFromWebchat } from "./surface.ts";

/** The facts without which it cannot be told whether somebody commands. */
function missingFacts({ admitted }: CommandRequest, { candidates, channel }: CommandFacts, web: boolean) {
  return [
    ...(channel === undefined && !web ? ["channel"] : []),
    ...(candidates.length === 0 ? ["sender"] : []),
    ...(admitted === undefined ? ["admitted"] : []),
  ];
}

/** Decides so that every list that is written must name whoever commands. */
export function decideClosed(request: CommandRequest, facts: CommandFacts): DecidedCommand {
  const { candidates, channel, listed, owners, ownersWritten } = facts;
  const web = isFromWebchat(request);
  const isAdmin = web && request.scopes?.includes(adminScope) === true;
  const owning = request.noOwner === true ? undefined : findPerson(owners, candidates);
  const isOwner = request.noOwner !== true && (owning !== undefined || isAdmin);
  const named = candidates.length > 0;

  function deny(reason: CommandOutcome["reason"], list?: WrittenPeople): CommandOutcome {
    return { outcome: "denied", reason, ...(list && { path: list.path }) };
  }

  function access(): CommandOutcome {
    if (request.suppressed === true) return deny("suppressed");
    if (request.admitted === false || (web && !mayResetByScope(request))) return deny("not-admitted");
    // A missing fact makes no difference to whom a list leaves out all the same.
    if (ownersWritten && !isOwner && named) {
      const nobodyHere = channel !== undefined && owners.entries.length === 0;
      return deny(nobodyHere ? "no-owner-here" : "not-owner", owners);
    }
    const entry = listed && findPerson(listed, ["*", ...candidates]);
    if (listed !== undefined && entry === undefined && named && !isAdmin) return deny("not-listed", listed);
    const missing = missingFacts(request, facts, web);
    if (missing.length > 0) return { outcome: "denied", reason: "missing-fact", missing };
    if (isOwner) return { outcome: "commands", reason: "owner", ...(owning && { path: owning.path }) };
    if (entry !== undefined) return { outcome: "commands", reason: "listed", path: entry.path };
    return { outcome: "commands", reason: "admitted" };
  }

  const decided = access();
  return {
    ...decided,
    owner: isOwner,
    resets: decided.outcome === "commands",
    sender: owning?.id ?? candidates[0],
    owners: listedIds(owners),
  };
}
