import { readIdentityLinks, type IdentityLink } from "../config/identity-links.ts";
import type { Issue } from "../config/issue.ts";
import { formatPath } from "../config/path.ts";
import type { Policy } from "../config/policy.ts";
import { fold } from "./fold.ts";
import { linkedIdOf } from "./identity-links.ts";

const section = formatPath(["session", "identityLinks"]);

type Found = Omit<Issue, "severity">;

function quote(text: string): string {
  return JSON.stringify(text);
}

function textOf({ channel, id }: IdentityLink): string {
  return channel === undefined ? id : `${channel}:${id}`;
}

function pathOf({ place }: IdentityLink): string {
  return formatPath(["session", "identityLinks", ...place]);
}

/** Names that are one name to keys: compared without case and blanks. */
function mergingNames(names: readonly string[]): readonly Found[] {
  const first = new Map<string, string>();
  return names.flatMap((name) => {
    const before = first.get(fold(name));
    if (before === undefined) first.set(fold(name), name);
    return before === undefined || before === name
      ? []
      : [
          {
            code: "identity-conflict",
            path: section,
            message: `${quote(before)} and ${quote(name)} are one name, ${quote(fold(name))}`,
            hint: "write all ids of one person under one name",
          },
        ];
  });
}

function bareId(link: IdentityLink): Found {
  return {
    code: "identity-without-channel",
    path: pathOf(link),
    message: `${quote(link.id)} names no channel, so it would be ${link.name} on every channel`,
    hint: `write the channel before it, as in "telegram:${link.id}"`,
  };
}

function linkedName(link: IdentityLink): Found {
  return {
    code: "identity-cycle",
    path: pathOf(link),
    message: `${link.name} is linked to ${quote(textOf(link))}, which is itself the name of a person`,
    hint: "link ids of channels, never names",
  };
}

/** What is wrong with each link by itself, and which ids are linked to two people. */
function wrongLinks(links: readonly IdentityLink[], policy: Policy): readonly Found[] {
  const names = new Set(links.map(({ name }) => fold(name)));
  const owners = new Map<string, IdentityLink>();
  return links.flatMap((link) => {
    if (names.has(fold(textOf(link)))) return [linkedName(link)];
    const linked = linkedIdOf(link, policy);
    if (linked === undefined) return [bareId(link)];
    const id = `${linked.channel}:${linked.id}`;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, link);
    return owner === undefined || fold(owner.name) === fold(link.name)
      ? []
      : [
          {
            code: "identity-conflict",
            path: section,
            message: `${quote(id)} is linked to both ${owner.name} and ${link.name}`,
            hint: "leave it with the one to whom it belongs",
          },
        ];
  });
}

/** What deserves a look about the second spelling. */
function doubtfulLabels(labelled: readonly IdentityLink[]): readonly Found[] {
  const [first] = labelled;
  if (first === undefined) return [];
  const spelling = `${quote(first.name)}: [${quote(textOf(first))}]`;
  const mismatched = labelled.filter(({ name, label }) => label !== undefined && fold(label) !== fold(name));
  return [
    {
      code: "identity-links-labelled",
      path: section,
      message: "identity links are written by id",
      hint: `by person they are shorter, and every release reads them: { ${spelling} }`,
    },
    ...mismatched.map((link) => ({
      code: "identity-label",
      path: pathOf(link),
      message: `the last part, ${quote(link.label ?? "")}, is read as a label, though the person is ${link.name}`,
      hint: `if it belongs to the id, write { ${quote(link.name)}: [${quote(`${textOf(link)}:${link.label ?? ""}`)}] }`,
    })),
  ];
}

/**
 * Finds identity links that name no channel, one id that is linked to two people, names that are
 * themselves linked and names that merge: issues under `2026-11`. Under an `openclaw@` edition, where the
 * first link wins and a bare id matches everywhere, they are warnings.
 */
export function checkIdentityLinks(policy: Policy): readonly Issue[] {
  const written = policy.config.session?.identityLinks ?? {};
  const links = [...readIdentityLinks(written)];
  const severity = policy.behaviours.has("identity-conflicts-refused") ? "error" : "warning";
  const listed = Object.keys(written).filter((name) => typeof written[name] !== "string");
  const wrong = [...mergingNames(listed), ...wrongLinks(links, policy)];
  const labelled = links.filter(({ spelling }) => spelling === "labelled");
  return [
    ...wrong.map((issue) => ({ severity, ...issue }) as const),
    ...doubtfulLabels(labelled).map((issue) => ({ severity: "warning", ...issue }) as const),
  ];
}
