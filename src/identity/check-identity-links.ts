import {
  readIdentityLinks,
  type IdentityLinks,
  placeOf,
  type IdentityLink,
} from "../config/identity-links.ts";
import { writtenLinks } from "../config/written-links.ts";
import type { Issue } from "../config/issue.ts";
import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { fold } from "./fold.ts";
import { linksArePlain } from "./identity-links.ts";
import { discriminatedAccount, linkedIdRule, linkIndex } from "./link-index.ts";
import { numberWithin, tellStrayCharacters } from "./stray-characters.ts";
import { formatPath } from "../config/path.ts";

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

/** The ids that are numbers with something else in them. */
function checkNumbers(links: IdentityLinks): readonly LinkFault[] {
  return [...readIdentityLinks(links)].flatMap((link) => {
    const id = link.id.trim();
    const number = numberWithin(id);
    return number === undefined ? [] : [strayCharacters(link, id, number)];
  });
}

/** What a discriminator has, or a number with something else in it. */
const hasDoubtfulId = /[#<!'"`\s,()]|:@\d|\+\d+[-.]/;

/** Whether nothing can be wrong or doubtful: no name is spelled like an id or like another, and each link has its place. */
function isPlain(links: IdentityLinks, behaviours: Behaviours): boolean {
  const { keys, values } = writtenLinks(links);
  return (
    keys.every((name) => name === fold(name) && !name.includes(":")) &&
    !values.some((value) => typeof value === "string" || value.some((text) => hasDoubtfulId.test(text))) &&
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
    ...checkNumbers(links),
  ];
  return [
    ...wrong.map((fault) => ({ severity, ...fault }) as const),
    ...doubtful.map((fault) => ({ severity: "warning", ...fault }) as const),
  ];
}

/** What is wrong, or doubtful, about identity links; how much it matters depends on the edition. */
type LinkFault = Omit<Issue, "severity">;

const section = formatPath(["session", "identityLinks"]);

function quote(text: string): string {
  return JSON.stringify(text);
}

function conflict(message: string, hint: string): LinkFault {
  return { code: "identity-conflict", path: section, message, hint };
}

/** Two names that are one to keys, which compare them without case and blanks. */
function mergingNames(before: string, name: string): LinkFault {
  const message = `${quote(before)} and ${quote(name)} are the same name, ${quote(fold(name))}`;
  return conflict(message, "write all ids of one person under one name");
}

/** One id that is linked to two people. */
function sharedId(id: string, owner: string, name: string): LinkFault {
  const message = `${quote(id)} is linked to both ${owner} and ${name}`;
  return conflict(message, "keep it with the person it belongs to");
}

/** An id without its channel. */
function bareId(link: IdentityLink): LinkFault {
  return {
    code: "identity-without-channel",
    path: formatPath(placeOf(link)),
    message: `${quote(link.id)} names no channel, so it would be ${link.name} on every channel`,
    hint: `write the channel before it, as in "telegram:${link.id}"`,
  };
}

/** A link to the name of a person in place of an id. */
export function linkedName(link: IdentityLink): LinkFault {
  return {
    code: "identity-cycle",
    path: formatPath(placeOf(link)),
    message: `${link.name} is linked to ${quote(link.text)}, which is itself the name of a person`,
    hint: "link ids of channels, never names",
  };
}

/** The last part of a link in the second spelling was read as a label, and is not the person's name. */
function doubtfulLabel(link: IdentityLink, label: string): LinkFault {
  return {
    code: "identity-label",
    path: formatPath(placeOf(link)),
    message: `the last part, ${quote(label)}, is read as a label, although the person is ${link.name}`,
    hint: `if it belongs to the id, write { ${quote(link.name)}: [${quote(link.key)}] }`,
  };
}

/** A Discord id with a discriminator, which names an account or, under the releases, nobody. */
function discriminatedId(link: IdentityLink, account: string, isDropped: boolean): LinkFault {
  const meaning = isDropped ? `is read as the account ${account}` : "names nobody";
  return {
    code: isDropped ? "identity-discriminator" : "identity-names-nobody",
    path: formatPath(placeOf(link)),
    message: `${quote(link.text)} ${meaning}: ids on Discord have no discriminator`,
    hint: `write "discord:${account}"`,
  };
}

/** A number with something else in it, which no message has. */
function strayCharacters(link: IdentityLink, id: string, number: string): LinkFault {
  return {
    code: "id-stray-characters",
    path: formatPath(placeOf(link)),
    message: tellStrayCharacters(id),
    hint: `write ${quote(link.channel === undefined ? number : `${link.channel}:${number}`)}`,
  };
}

/** The second spelling, of which this link is the first. */
function labelledSpelling({ name, text }: IdentityLink): LinkFault {
  const spelling = `${quote(name)}: [${quote(text)}]`;
  return {
    code: "identity-links-labelled",
    path: section,
    message: "identity links are written by id",
    hint: `by person they are shorter, and every release reads them: { ${spelling} }`,
  };
}
