import type { Policy } from "../../config/policy.ts";
import { change, turningSteps, type ChangeSet, type Step } from "../trace.ts";
import type { CommandFacts } from "./command-facts.ts";
import { ownerEntry } from "./owners.ts";
import type { WrittenPeople } from "./people.ts";

/** An id that is somebody's on every channel, and not theirs who would command. */
function somebodyElse({ candidates }: CommandFacts): string {
  return candidates.some((id) => id.endsWith("0")) ? "1" : "0";
}

/** A list with one more person. */
function having(list: WrittenPeople, id: string): WrittenPeople {
  return { ...list, entries: [...list.entries, { id, path: list.path }] };
}

/** A list of just one person. */
function only(list: WrittenPeople, id: string): WrittenPeople {
  return { ...list, entries: [{ id, path: list.path }] };
}

/** What could be otherwise about the owners: one more, none written, or only somebody else. */
function ownerSteps(facts: CommandFacts, policy: Policy): readonly Step<CommandFacts>[] {
  const { candidates, channel, owners, ownersListed } = facts;
  const [id] = candidates;
  const steps: Step<CommandFacts>[] = [
    {
      changes: [[{ setting: owners.path, to: null }]],
      after: (before) => ({
        ...before,
        ownersWritten: false,
        everybodyOwns: false,
        owners: { ...owners, entries: [] },
      }),
    },
  ];
  if (channel === undefined || owners.path === "") return steps;
  const other = somebodyElse(facts);
  steps.push({
    changes: [change(owners.path, [ownerEntry(other, channel, policy)])],
    after: (before) => ({
      ...before,
      ownersWritten: true,
      everybodyOwns: false,
      owners: only(owners, other),
    }),
  });
  if (id !== undefined)
    steps.push({
      changes: [change(`${owners.path}[${ownersListed}]`, ownerEntry(id, channel, policy))],
      after: (before) => ({ ...before, ownersWritten: true, owners: having(owners, id) }),
    });
  return steps;
}

/** What could be otherwise about the list that holds: one more on it, or only somebody else. */
function listSteps(facts: CommandFacts): readonly Step<CommandFacts>[] {
  const { candidates, listed, listedEntries } = facts;
  const [id] = candidates;
  if (listed === undefined) return [];
  const other = somebodyElse(facts);
  const steps: Step<CommandFacts>[] = [
    {
      changes: [change(listed.path, [other])],
      after: (before) => ({ ...before, listed: only(listed, other) }),
    },
  ];
  if (id !== undefined)
    steps.push({
      changes: [change(`${listed.path}[${listedEntries}]`, id)],
      after: (before) => ({ ...before, listed: having(listed, id) }),
    });
  return steps;
}

/** Every smallest set of settings that would turn an answer: who owns, and who is listed. */
export function commandOpposite(
  facts: CommandFacts,
  policy: Policy,
  turns: (after: CommandFacts) => boolean,
): readonly ChangeSet[] {
  return turningSteps([ownerSteps(facts, policy), listSteps(facts)], facts, turns);
}
