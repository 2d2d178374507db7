import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { moveOn, removeSetting, writeSetting, type Found, type Fix, type Severity } from "./finding.ts";
import { valueAt } from "./apply-fix.ts";
import type { Scene } from "./scene.ts";
import { undecidingRules } from "./undeciding-rules.ts";

/** What a doubt about the config means for whoever relies on it. */
interface Meaning {
  readonly severity: Severity;
  readonly consequence: string;
  /** Whether the issue's message goes on where its path ends. */
  readonly continuesPath?: true;
  readonly fix: (issue: Issue, policy: Policy) => Fix;
}

const remove = ({ path }: Issue): Fix => removeSetting(path);
const byHint = ({ path, hint, message }: Issue): Fix => moveOn(`At ${path}: ${hint ?? message}.`);

function removeLink({ path }: Issue, { config }: Policy): Fix {
  const list = path.replace(/\[\d+\]$/, "");
  const links = valueAt(config, list);
  const isLast = list !== path && Array.isArray(links) && links.length === 1;
  return removeSetting(isLast ? list : path, `Write the channel before the id, or take ${path} away.`);
}

/** Leaves the discriminator out; a link that is written by id has a name of its own to be written anew. */
function dropDiscriminator(issue: Issue, { config }: Policy): Fix {
  const link = valueAt(config, issue.path);
  const isListed = issue.path.endsWith("]") && typeof link === "string" && link.includes("#");
  return isListed ? writeSetting(issue.path, link.replace(/#\d+$/, "")) : byHint(issue);
}

function endPrefix({ path }: Issue, { config }: Policy): Fix {
  return writeSetting(path, `${String(valueAt(config, path))}:`);
}

const ignored = "Somebody counts on a setting that decides nothing";
const merged = "People could be told what others wrote";

/** The doubts of parsing that are findings, by their code. */
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["identity-without-channel", { severity: "high", consequence: merged, fix: removeLink }],
  ["identity-conflict", { severity: "medium", consequence: merged, fix: byHint }],
  ["identity-cycle", { severity: "low", consequence: ignored, fix: removeLink }],
  ["identity-names-nobody", { severity: "low", consequence: ignored, fix: dropDiscriminator }],
  ["unreachable-rule", { severity: "medium", consequence: ignored, continuesPath: true, fix: remove }],
  ["shadowed-rule", { severity: "medium", consequence: ignored, continuesPath: true, fix: remove }],
  [
    "rule-matches-everything",
    {
      severity: "medium",
      consequence: "A rule decides more than is meant",
      continuesPath: true,
      fix: remove,
    },
  ],
  ["binding-shadowed", { severity: "medium", consequence: ignored, continuesPath: true, fix: remove }],
  ["binding-impossible", { severity: "medium", consequence: ignored, continuesPath: true, fix: remove }],
  ["setting-without-effect", { severity: "low", consequence: ignored, continuesPath: true, fix: remove }],
  ["scope-without-effect", { severity: "medium", consequence: ignored, fix: remove }],
  ["empty-list", { severity: "low", consequence: ignored, continuesPath: true, fix: remove }],
  [
    "missing-default",
    {
      severity: "low",
      consequence: "Rules that allow change nothing",
      continuesPath: true,
      fix: ({ path }) => writeSetting(path, "deny"),
    },
  ],
  ["prefix-within-id", { severity: "low", consequence: "A rule decides for others too", fix: endPrefix }],
  [
    "peer-without-channel",
    { severity: "low", consequence: "A rule decides for others too", continuesPath: true, fix: byHint },
  ],
  ["unknown-agent", { severity: "low", consequence: ignored, fix: byHint }],
  ["no-approvers", { severity: "low", consequence: ignored, continuesPath: true, fix: byHint }],
  [
    "never-resets",
    {
      severity: "low",
      consequence: "A conversation goes on for ever",
      fix: ({ path }) => writeSetting(path.replace(/mode$/, "idleMinutes"), 60),
    },
  ],
  [
    "open-agent-to-agent",
    {
      severity: "medium",
      consequence: "Agents could be told what was written to others",
      continuesPath: true,
      fix: () => writeSetting("tools.agentToAgent.enabled", false),
    },
  ],
]);

function asFinding(issue: Issue, policy: Policy): readonly Found[] {
  const meaning = meanings.get(issue.code);
  if (meaning === undefined) return [];
  const { severity, consequence, continuesPath, fix } = meaning;
  const { code, path } = issue;
  const message = continuesPath === true ? `${path} ${issue.message}` : issue.message;
  return [{ id: code, severity, path, message: `${consequence}: ${message}.`, fix: fix(issue, policy) }];
}

/** The doubts of reading the config that could do harm: rules and bindings that decide nothing, links that merge people. */
export function doubtsOfReading({ policy }: Scene): readonly Found[] {
  return [...policy.warnings, ...undecidingRules(policy)].flatMap((issue) => asFinding(issue, policy));
}
