import type { IdentityLink } from "../../config/identity-links.ts";
import type { Policy } from "../../config/policy.ts";
import { linksOf } from "../../identity/identity-links.ts";
import { fold } from "../../identity/fold.ts";

/** An id that identity links give to a person; on any channel where it names none. */
export interface LinkedId {
  readonly channel: string | undefined;
  readonly id: string;
}

/** What two policies know of one person. */
interface Person {
  readonly name: string;
  readonly links: readonly [readonly IdentityLink[], readonly IdentityLink[]];
}

function byName(policy: Policy): ReadonlyMap<string, readonly IdentityLink[]> {
  const people = new Map<string, IdentityLink[]>();
  for (const link of linksOf(policy)) {
    const links = people.get(link.name);
    if (links === undefined) people.set(link.name, [link]);
    else links.push(link);
  }
  return people;
}

function peopleOf(from: Policy, to: Policy): readonly Person[] {
  const [before, after] = [byName(from), byName(to)];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].map((name) => ({ name, links: [before.get(name) ?? [], after.get(name) ?? []] }));
}

function idsOf({ links }: Person): ReadonlySet<string> {
  return new Set(links.flat().map(({ id }) => id));
}

/** People who differ in nothing but what their ids are have this in common. */
function shapeOf(person: Person): string {
  const ids = [...idsOf(person)];
  return JSON.stringify(
    person.links.map((links) =>
      links.map(({ channel, id, spelling }) => [channel, ids.indexOf(id), spelling]),
    ),
  );
}

/**
 * The ids of people who stand for all, the names under which keys know them among these: of people who
 * share no id with others and of whom `isNamed` says that no id is named elsewhere, one of each shape.
 */
export function linkedIdsToldApart(
  from: Policy,
  to: Policy,
  isNamed: (id: string) => boolean,
): readonly LinkedId[] {
  const people = peopleOf(from, to);
  const owners = new Map<string, number>();
  for (const person of people) for (const id of idsOf(person)) owners.set(id, (owners.get(id) ?? 0) + 1);
  const shapes = new Set<string>();
  return people.flatMap((person) => {
    const usual = [...idsOf(person)].every((id) => owners.get(id) === 1 && !isNamed(id));
    const shape = shapeOf(person);
    if (usual && shapes.has(shape)) return [];
    if (usual) shapes.add(shape);
    const named = { channel: undefined, id: fold(person.name) };
    return [...person.links.flat().map(({ channel, id }) => ({ channel, id })), named];
  });
}
