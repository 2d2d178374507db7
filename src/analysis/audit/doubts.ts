import type { Issue } from "../../config/issue.ts";
import type { IssueCode } from "../../config/issue-codes.ts";
import type { Policy } from "../../config/policy.ts";
import { checkSenders } from "../../policy/access/check.ts";
import { checkReach } from "../../policy/check-rules.ts";
import { memoryRules } from "../../policy/memory/memory-search.ts";
import type { RuleList } from "../../policy/rule/rule-list.ts";
import { askedFields, type Rule } from "../../policy/rule/rule.ts";
import { sendPolicy } from "../../policy/send/send.ts";
import {
  moveOn,
  removeSetting,
  writeSetting,
  type ConfigChange,
  type Found,
  type FindingFix,
} from "./finding.ts";
import { extendPath } from "../../config/path.ts";
import { fold } from "../../identity/fold.ts";
import type { FindingId } from "./finding-kinds.ts";
import { removeEntry, valueAt } from "./apply-fix.ts";
import type { Situation } from "./situation.ts";

/** A kind of finding that is a doubt about the config: one of parsing, or one that releases do not have. */
type DoubtCode = Extract<IssueCode, FindingId> | "rule-matches-everything";

/** A doubt about the config, as parsing tells it. */
type Doubt = Omit<Issue, "code" | "severity"> & { readonly code: IssueCode | DoubtCode };

/** What a doubt means for whoever relies on the config. */
interface Meaning {
  readonly consequence: string;
  /** Whether the doubt's message goes on where its path ends. */
  readonly continuesPath?: true;
  readonly fix: (doubt: Doubt, policy: Policy) => FindingFix;
}

const remove = ({ path }: Doubt): FindingFix => removeSetting(path);
const byHint = ({ path, hint, message }: Doubt): FindingFix => moveOn(`At ${path}: ${hint ?? message}.`);

function removeLink({ path }: Doubt, { config }: Policy): FindingFix {
  return removeEntry(path, config, `Write the channel before the id, or remove ${path}.`);
}

/** Takes away every link that names a person: were one left whose person goes, it would be an id of no channel. */
function removeCycles({ path }: Doubt, { config }: Policy): FindingFix {
  const links = Object.entries(config.session?.identityLinks ?? {});
  const names = new Set(links.map(([name]) => fold(name)));
  const changes = links.flatMap(([name, ids]): readonly ConfigChange[] => {
    if (typeof ids === "string") return [];
    const list = extendPath("session.identityLinks", name);
    const named = [...ids.keys()].filter((index) => names.has(fold(ids[index] ?? "")));
    if (named.length === ids.length) return [{ path: list, remove: true }];
    return named.toReversed().map((index) => ({ path: `${list}[${index}]`, remove: true }));
  });
  return changes.some((change) => path.startsWith(change.path))
    ? { sentence: "Remove the links that name a person in place of an id.", changes }
    : removeSetting(path);
}

/** Leaves the discriminator out; a link that is written by id has a name of its own to be written anew. */
function dropDiscriminator(doubt: Doubt, { config }: Policy): FindingFix {
  const link = valueAt(config, doubt.path);
  const isListed = doubt.path.endsWith("]") && typeof link === "string" && link.includes("#");
  return isListed ? writeSetting(doubt.path, link.replace(/#\d+$/, "")) : byHint(doubt);
}

function endPrefix({ path }: Doubt, { config }: Policy): FindingFix {
  return writeSetting(path, `${String(valueAt(config, path))}:`);
}

const ignored = "Somebody may be relying on a setting that has no effect";
const merged = "People could be told what others wrote";
const decidesMore = "A rule also decides for others";

/** What each doubt means, where it is not the business of a check of its own. */
const meanings: Readonly<
  Record<Exclude<DoubtCode, "inert-pairing" | "not-read" | "runs-what-it-is-given">, Meaning>
> = {
  "identity-without-channel": { consequence: merged, fix: removeLink },
  "identity-conflict": { consequence: merged, fix: byHint },
  "identity-cycle": { consequence: ignored, fix: removeCycles },
  "identity-names-nobody": { consequence: ignored, fix: dropDiscriminator },
  "unreachable-rule": { consequence: ignored, continuesPath: true, fix: remove },
  "shadowed-rule": { consequence: ignored, continuesPath: true, fix: remove },
  "rule-matches-everything": {
    consequence: "A rule decides more than intended",
    continuesPath: true,
    fix: remove,
  },
  "binding-shadowed": { consequence: ignored, continuesPath: true, fix: remove },
  "binding-impossible": { consequence: ignored, continuesPath: true, fix: remove },
  "setting-without-effect": { consequence: ignored, continuesPath: true, fix: remove },
  "scope-without-effect": { consequence: ignored, fix: remove },
  "empty-list": { consequence: ignored, continuesPath: true, fix: remove },
  "missing-default": {
    consequence: "Rules that allow have no effect",
    continuesPath: true,
    fix: ({ path }) => writeSetting(path, "deny"),
  },
  "prefix-within-id": { consequence: decidesMore, fix: endPrefix },
  "peer-without-channel": { consequence: decidesMore, continuesPath: true, fix: byHint },
  "unknown-agent": { consequence: ignored, fix: byHint },
  "unknown-account": { consequence: ignored, fix: byHint },
  "nobody-listed": { consequence: ignored, continuesPath: true, fix: byHint },
  "not-a-telegram-id": { consequence: ignored, fix: ({ path }, { config }) => removeEntry(path, config) },
  "no-approvers": { consequence: ignored, continuesPath: true, fix: byHint },
  "never-resets": {
    consequence: "A conversation never ends",
    fix: ({ path }) => writeSetting(path.replace(/mode$/, "idleMinutes"), 60),
  },
  "open-agent-to-agent": {
    consequence: "Agents could be told what was written to others",
    continuesPath: true,
    fix: () => writeSetting("tools.agentToAgent.enabled", false),
  },
};

function isMeant(code: Doubt["code"]): code is keyof typeof meanings {
  return Object.hasOwn(meanings, code);
}

function asFinding(doubt: Doubt, policy: Policy): readonly Found[] {
  const { code, path } = doubt;
  if (!isMeant(code)) return [];
  const { consequence, continuesPath, fix } = meanings[code];
  const message = continuesPath === true ? `${path} ${doubt.message}` : doubt.message;
  return [{ id: code, path, message: `${consequence}: ${message}.`, fix: fix(doubt, policy) }];
}

function doubtsOfRule(rule: Rule, list: RuleList): readonly Doubt[] {
  const { path } = rule.reference;
  // A release's keys need not begin with an agent, so that no prefix is out of reach there.
  const shadowed = checkReach(rule, list).filter(({ code }) => code === "shadowed-rule");
  if (askedFields(rule).length > 0 || shadowed.length > 0) return shadowed;
  const message = "asks for nothing that this edition reads, so it matches every session";
  return [{ code: "rule-matches-everything", path, message }];
}

/** Finds rules that decide nothing, or everything, and entries that are nobody, where parsing took them as they are. */
export function doubtsNotRead({ policy }: Situation): readonly Found[] {
  const rules = [sendPolicy(policy).list, ...memoryRules(policy)].flatMap((list) =>
    list.rules.flatMap((rule) => doubtsOfRule(rule, list)),
  );
  const nobody = checkSenders(policy).filter(({ code }) => code === "not-a-telegram-id");
  return [...rules, ...nobody].flatMap((doubt) => asFinding(doubt, policy));
}

/** The doubts of reading the config that could do harm: rules and bindings that decide nothing, links that merge people. */
export function doubtsOfReading({ policy }: Situation): readonly Found[] {
  return policy.warnings.flatMap((doubt) => asFinding(doubt, policy));
}
