import { nameSource } from "../../config/source-of.ts";
import {
  dmReach,
  dmScopeWords,
  narrowestDmScope,
  type DmScope,
  type ScopeReach,
} from "../../config/scopes.ts";
import { writeSetting, type Found, type FindingFix } from "./finding.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { comersTo, nameOf, personNamed, type ChannelAccount, type Participant } from "./people.ts";
import type { Situation } from "./situation.ts";

/** The scope that keeps people apart, and accounts too where a channel has several. */
function separatingScope({ people, accounts }: Situation): DmScope {
  const written = new Map<string, Set<string | undefined>>();
  for (const { channel, account } of [...people.map(({ inbound }) => inbound), ...accounts])
    written.set(channel, (written.get(channel) ?? new Set()).add(account));
  const areSeveral = [...written.values()].some(({ size }) => size > 1);
  const separates = (reach: ScopeReach) => reach.peer && reach.channel && (reach.account || !areSeveral);
  return dmScopeWords.find((scope) => separates(dmReach(scope))) ?? narrowestDmScope;
}

/** Writes the scope that keeps people apart, in place of one that joins them. */
export function separate(path: string, situation: Situation): FindingFix {
  const scope = separatingScope(situation);
  if (path !== "session.scope") return writeSetting(path, scope);
  return {
    sentence: `Write session.scope: "per-sender" and session.dmScope: "${scope}".`,
    changes: [
      { path, set: "per-sender" },
      { path: "session.dmScope", set: scope },
    ],
  };
}

/** Whom an account lets in, at once or once they are paired. */
export function comers(account: ChannelAccount, { policy }: Situation): readonly Participant[] {
  return comersTo(account, policy)
    .filter(({ inbound }) => evaluateAccess(inbound, policy).outcome !== "deny")
    .map((comer) => ({ ...comer, name: personNamed(comer.inbound, policy) }));
}

/** Finds sessions that people would share as soon as a second one of them is let in: of each scope, the first two. */
export function sharedOnceSomebodyComes(situation: Situation): readonly Found[] {
  const { accounts, policy } = situation;
  const first = new Map<string, Participant>();
  const found = new Map<string | undefined, Found>();
  for (const participant of accounts.flatMap((account) => comers(account, situation))) {
    const resolution = resolveSession(participant.inbound, policy);
    if (!resolution.ok) continue;
    const { dmScope, key } = resolution;
    const before = first.get(key);
    if (before === undefined) first.set(key, participant);
    else if (before.name !== participant.name) {
      const { reason, setting } = isolationOf(before.inbound, participant.inbound, policy);
      // Under `per-peer` only equal ids of two channels meet, which the config's own warning tells.
      const forAll = reason === "global-scope" || (reason === "dm-scope" && dmScope === "main");
      if (!forAll || found.has(setting)) continue;
      const path = setting ?? "session.dmScope";
      const because = setting === undefined ? `, which is ${nameSource(policy.edition)}` : "";
      const who = [before, participant].map(({ inbound }) => nameOf(inbound));
      found.set(setting, {
        id: "direct-messages-would-be-shared",
        milder: setting !== undefined || situation.onePerson,
        path,
        message: `As soon as a second person is let in, everybody who writes shares one session${because}: each could be told what the others wrote.`,
        fix: separate(path, situation),
        witness: { who, what: key, invented: before.invented || participant.invented },
      });
    }
  }
  return [...found.values()];
}
