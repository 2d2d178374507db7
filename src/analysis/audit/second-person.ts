import { evaluateAccess } from "../../policy/access/access.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { comersTo, nameOf, personNamed, type ChannelAccount, type Participant } from "./people.ts";
import type { Situation } from "./situation.ts";

/** Two people who could be let in, and the session that they would share. */
interface SecondPerson {
  readonly who: readonly [string, string];
  readonly key: string;
  /** The scope that joins them, where it is written. */
  readonly setting: string | undefined;
  readonly invented: boolean;
}

/** Whom an account lets in, at once or once they are paired. */
function comers(account: ChannelAccount, { policy }: Situation): readonly Participant[] {
  return comersTo(account, policy)
    .filter(({ inbound }) => evaluateAccess(inbound, policy).outcome !== "deny")
    .map((comer) => ({ ...comer, name: personNamed(comer.inbound, policy) }));
}

/** Of each scope that would put two people into one session, the first two who could be let in. */
export function secondPeople(situation: Situation): readonly SecondPerson[] {
  const { accounts, policy } = situation;
  const first = new Map<string, Participant>();
  const found = new Map<string | undefined, SecondPerson>();
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
      const who = [nameOf(before.inbound), nameOf(participant.inbound)] as const;
      found.set(setting, { who, key, setting, invented: before.invented || participant.invented });
    }
  }
  return [...found.values()];
}
