import { readIdentityLinks, type IdentityLink } from "../config/identity-links.ts";
import type { Policy } from "../config/policy.ts";

/** An id that identity links give to a person; on any channel where it names none. */
export interface LinkedId {
  readonly channel: string | undefined;
  readonly id: string;
}

function peopleOf({ config }: Policy): ReadonlyMap<string, readonly IdentityLink[]> {
  const people = new Map<string, IdentityLink[]>();
  for (const link of readIdentityLinks(config.session?.identityLinks)) {
    const links = people.get(link.name);
    if (links === undefined) people.set(link.name, [link]);
    else links.push(link);
  }
  return people;
}

function written(links: readonly IdentityLink[] | undefined): string {
  return JSON.stringify(links?.map(({ channel, id, spelling }) => [channel, id, spelling]));
}

/** People who differ in nothing but their ids have this in common. */
function shape(links: readonly IdentityLink[]): string {
  return JSON.stringify(links.map(({ channel, spelling }) => [channel, spelling]));
}

/**
 * The ids of people who stand for all: of whom the policies know different ids, of whom `isNamed`
 * says that an id is named elsewhere, and of those whom nothing tells apart, one.
 */
export function linkedIdsToldApart(
  from: Policy,
  to: Policy,
  isNamed: (id: string) => boolean,
): readonly LinkedId[] {
  const [before, after] = [peopleOf(from), peopleOf(to)];
  const shapes = new Set<string>();
  const ids = new Map<string, LinkedId>();
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const links = [...(before.get(name) ?? []), ...(after.get(name) ?? [])];
    const changed = written(before.get(name)) !== written(after.get(name));
    const usual = !changed && !links.some(({ id }) => isNamed(id));
    if (usual && shapes.has(shape(links))) continue;
    if (usual) shapes.add(shape(links));
    for (const { channel, id } of links) ids.set(JSON.stringify([channel, id]), { channel, id });
  }
  return [...ids.values()];
}
