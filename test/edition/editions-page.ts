import { behaviourChanges, type BehaviourChange } from "../../src/edition/behaviour-changes.ts";
import { behavioursOf, editions, type Edition } from "../../src/edition/edition.ts";
import { behaviours } from "../../src/edition/registry.ts";
import { predecessor } from "./changes-by-edition.ts";

const introduction = `# Editions

An edition is a fixed set of behaviours. \`openclaw@<release>\` decides what that OpenClaw release decides, its
faults included; \`2026-11\` is keyscope's own, with the faults fixed. Every policy names one, there is no
"latest", and no release of keyscope changes a decision under an edition that exists: a fix is a new behaviour
in a new edition. A value that you write in the config beats every default of an edition.

\`\`\`ts
import { behaviourChanges, parsePolicy, safeParsePolicy, type Edition } from "keyscope";

const policy = parsePolicy("{ session: { dmScope: 'per-peer' } }", { edition: "openclaw@2026.3.7" });
policy.edition; //=> "openclaw@2026.3.7"
\`\`\`

An edition that does not exist is refused, and the nearest ones are named. TypeScript knows the names, \`isEdition\`
tells of any text whether it is one, and \`editions\` lists them all.

\`\`\`ts
const refused = safeParsePolicy("{}", { edition: "openclaw@2026.3.6" as Edition });
refused.ok || refused.issues[0].hint; //=> "the nearest known ones are openclaw@2026.3.7, openclaw@2026.3.8, openclaw@2026.3.2"
\`\`\`

Before you move, ask what changes. A change says what it risks: it \`widens\` (lets more through), \`narrows\`
(lets less through), \`re-keys\` (stored keys change) or shifts the \`timing\` of resets and clean-up. A move
backwards is told backwards.

\`\`\`ts
const changes = behaviourChanges("openclaw@2026.9.5", "openclaw@2026.9.6");
changes.some(({ id, risk }) => id === "creation-notice-setting" && risk === "widens"); //=> true
\`\`\`

Releases form a tree and not a line: 2026.7.33 to 2026.7.35 are maintenance of 2026.7.1, and 2026.8.1 does not
continue them. So \`openclaw@2026.7.35\` behaves older than its number looks: two things were mended in it.

\`\`\`ts
behaviourChanges("openclaw@2026.7.1-2", "openclaw@2026.7.35").map(({ id }) => id);
//=> ["matrix-senders-of-exact-case", "approvals-for-good-name-directory"]
\`\`\`

What follows is generated from the registry: COUNT behaviours in EDITIONS editions, the newest first.
`;

function sentence(text: string): string {
  return text.replace(/\.?$/, ".");
}

function line({ id, area, risk, was, became, gained }: BehaviourChange): string {
  const back = gained ? "" : ", taken back";
  return `- \`${id}\` (${area}, ${risk}${back}). Was: ${sentence(was)} Now: ${sentence(became)}\n`;
}

function chapter(edition: Edition): string {
  const before = predecessor(edition);
  if (before === undefined)
    return `\n## ${edition}\n\nThe first edition. Behaviours in force from the beginning: ${started(edition)}.\n`;
  const changes = behaviourChanges(before, edition);
  const after = `After \`${before}\`.`;
  if (changes.length === 0) return `\n## ${edition}\n\n${after} Nothing that keyscope decides changed.\n`;
  return `\n## ${edition}\n\n${after}\n\n${changes.map(line).join("")}`;
}

function started(edition: Edition): string {
  const ids = [...behavioursOf(edition)].map((id) => `\`${id}\``);
  return ids.length === 0 ? "none" : ids.join(", ");
}

/** The page about editions: what they are, and what each changed over the one before. */
export function editionsPage(): string {
  const counted = introduction
    .replace("COUNT", String(Object.keys(behaviours).length))
    .replace("EDITIONS", String(editions.length));
  return counted + editions.toReversed().map(chapter).join("");
}
