import { readIdentityLinks, type IdentityLinks } from "../config/identity-links.ts";
import { writtenLinks } from "../config/written-links.ts";
import type { Issue } from "../config/issue.ts";
import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { fold } from "./fold.ts";
import {
  bareId,
  discriminatedId,
  doubtfulLabel,
  labelledSpelling,
  linkedName,
  mergingNames,
  sharedId,
  type LinkFault,
} from "./link-fault.ts";
import { linksArePlain } from "./identity-links.ts";
import { discriminatedAccount, linkedIdRule, linkIndex } from "./link-index.ts";

/** The names of people as they were first written, by the form in which they are compared. */
interface Names {
  readonly listed: ReadonlyMap<string, string>;
  readonly labelled: ReadonlyMap<string, string>;
  /** Names in the first spelling that are one name though they are written in two ways. */
  readonly merging: readonly LinkFault[];
}

function readNames(links: IdentityLinks): Names {
  const listed = new Map<string, string>();
  const labelled = new Map<string, string>();
  const merging: LinkFault[] = [];
  for (const key of Object.keys(links)) {
    const value = links[key];
    const isLabelled = typeof value === "string";
    const name = isLabelled ? value : key;
    const names = isLabelled ? labelled : listed;
    const folded = fold(name);
    const before = names.get(folded);
    if (before === undefined) names.set(folded, name);
    else if (!isLabelled) merging.push(mergingNames(before, name));
  }
  return { listed, labelled, merging };
}

/** Whether one of the names is spelled as an id with its channel is. */
function oneLooksLikeId(names: Iterable<string>): boolean {
  for (const name of names) if (name.includes(":")) return true;
  return false;
}

/** What is wrong with each link by itself, and which ids are linked to two people. */
function checkLinks(
  links: IdentityLinks,
  { listed, labelled }: Names,
  behaviours: Behaviours,
): readonly LinkFault[] {
  const { names, people, passedOver } = linkIndex(behaviours)(links);
  const linkedIdOf = linkedIdRule(behaviours);
  const nameOf = (folded: string) => listed.get(folded) ?? labelled.get(folded);
  // A link that has its place in the index can only be wrong by being someone's name, channel and all.
  const everyLink = oneLooksLikeId(listed.keys()) || oneLooksLikeId(labelled.keys());
  const faults: LinkFault[] = [];
  for (const link of everyLink ? readIdentityLinks(links) : passedOver) {
    if (nameOf(fold(link.text)) !== undefined) {
      faults.push(linkedName(link));
      continue;
    }
    const id = linkedIdOf(link.channel, link.id);
    const person = id && people.get(id.channel)?.get(id.id);
    const owner = person === undefined ? undefined : names[person];
    if (id === undefined || owner === undefined) faults.push(bareId(link));
    else if (owner !== fold(link.name))
      faults.push(sharedId(`${id.channel}:${id.id}`, nameOf(owner) ?? owner, link.name));
  }
  return faults;
}

/** What deserves a look about the second spelling. */
function checkLabels(links: IdentityLinks): readonly LinkFault[] {
  const labelled = [...readIdentityLinks(links)].filter(({ spelling }) => spelling === "labelled");
  const [first] = labelled;
  if (first === undefined) return [];
  return [
    labelledSpelling(first),
    ...labelled.flatMap((link) =>
      link.label === undefined || fold(link.label) === fold(link.name)
        ? []
        : [doubtfulLabel(link, link.label)],
    ),
  ];
}

/** The ids on Discord that are written with a discriminator. */
function checkDiscriminators(links: IdentityLinks, behaviours: Behaviours): readonly LinkFault[] {
  const isDropped = behaviours.has("discord-discriminators-dropped");
  return [...readIdentityLinks(links)].flatMap((link) => {
    const account = discriminatedAccount(link.channel, link.id);
    return account === undefined ? [] : [discriminatedId(link, account, isDropped)];
  });
}

/** Whether nothing can be wrong or doubtful: no name is spelled like an id or like another, and each link has its place. */
function isPlain(links: IdentityLinks, behaviours: Behaviours): boolean {
  const { keys, values } = writtenLinks(links);
  return (
    keys.every((name) => name === fold(name) && !name.includes(":")) &&
    !values.some((value) => typeof value === "string" || value.some((text) => text.includes("#"))) &&
    linksArePlain(links, behaviours)
  );
}

/**
 * Finds identity links that name no channel, one id that is linked to two people, names that are
 * themselves linked and names that merge: issues under `2026-11`. Under an `openclaw@` edition, where the
 * first link wins and a bare id matches everywhere, they are warnings.
 */
export function checkIdentityLinks({ config, behaviours }: Policy): readonly Issue[] {
  const links = config.session?.identityLinks;
  if (links === undefined || isPlain(links, behaviours)) return [];
  const severity = behaviours.has("identity-conflicts-refused") ? "error" : "warning";
  const names = readNames(links);
  const wrong = [...names.merging, ...checkLinks(links, names, behaviours)];
  const doubtful = [
    ...(names.labelled.size === 0 ? [] : checkLabels(links)),
    ...checkDiscriminators(links, behaviours),
  ];
  return [
    ...wrong.map((fault) => ({ severity, ...fault }) as const),
    ...doubtful.map((fault) => ({ severity: "warning", ...fault }) as const),
  ];
}
