import { placeOf, type IdentityLink } from "../config/identity-links.ts";
import type { Issue } from "../config/issue.ts";
import { formatPath } from "../config/path.ts";
import { fold } from "./fold.ts";

/** What is wrong, or doubtful, about identity links; how much it matters depends on the edition. */
export type LinkFault = Omit<Issue, "severity">;

const section = formatPath(["session", "identityLinks"]);

function quote(text: string): string {
  return JSON.stringify(text);
}

function conflict(message: string, hint: string): LinkFault {
  return { code: "identity-conflict", path: section, message, hint };
}

/** Two names that are one to keys, which compare them without case and blanks. */
export function mergingNames(before: string, name: string): LinkFault {
  const message = `${quote(before)} and ${quote(name)} are one name, ${quote(fold(name))}`;
  return conflict(message, "write all ids of one person under one name");
}

/** One id that is linked to two people. */
export function sharedId(id: string, owner: string, name: string): LinkFault {
  const message = `${quote(id)} is linked to both ${owner} and ${name}`;
  return conflict(message, "leave it with the one to whom it belongs");
}

/** An id without its channel. */
export function bareId(link: IdentityLink): LinkFault {
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
export function doubtfulLabel(link: IdentityLink, label: string): LinkFault {
  return {
    code: "identity-label",
    path: formatPath(placeOf(link)),
    message: `the last part, ${quote(label)}, is read as a label, though the person is ${link.name}`,
    hint: `if it belongs to the id, write { ${quote(link.name)}: [${quote(link.key)}] }`,
  };
}

/** A Discord id with a discriminator, which names an account or, under the releases, nobody. */
export function discriminatedId(link: IdentityLink, account: string, isDropped: boolean): LinkFault {
  const meaning = isDropped ? `is read as the account ${account}` : "names nobody";
  return {
    code: isDropped ? "identity-discriminator" : "identity-names-nobody",
    path: formatPath(placeOf(link)),
    message: `${quote(link.text)} ${meaning}: no id on Discord has a discriminator`,
    hint: `write "discord:${account}"`,
  };
}

/** The second spelling, of which this link is the first. */
export function labelledSpelling({ name, text }: IdentityLink): LinkFault {
  const spelling = `${quote(name)}: [${quote(text)}]`;
  return {
    code: "identity-links-labelled",
    path: section,
    message: "identity links are written by id",
    hint: `by person they are shorter, and every release reads them: { ${spelling} }`,
  };
}
