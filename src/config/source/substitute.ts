import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { optionsOf, textOf } from "../given.ts";
import { behavioursOf, isEdition, type Behaviours, type Edition } from "../../edition/edition.ts";
import { ownEdition } from "../../edition/releases.ts";
import type { ConfigInput } from "../config.ts";
import { isObject } from "../is-object.ts";
import type { Issue } from "../issue.ts";
import { formatPath } from "../path.ts";
import { unknownEdition } from "../unknown-edition.ts";
import { doubtsOf } from "./doubts.ts";
import { notPlain } from "./given.ts";
import { configIn, readTree, type Written } from "./read-tree.ts";
import type { Path } from "./remarks.ts";
import { resolvedAs, type ResolvedConfig } from "./resolved-config.ts";
import { unresolvedInclude } from "./unresolved.ts";
import { putIn, variablesIn } from "./variables.ts";

/** Variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Under what variables are put in. */
export interface SubstituteOptions {
  /** The release whose rules hold; those of `2026-11` when absent. */
  readonly edition?: Edition;
}

/**
 * Puts the variables of an environment into the texts of a config, by OpenClaw's rules: `${NAME}`, in capitals, stands
 * for a variable, `$${NAME}` for the text `${NAME}`, and keys are left alone. `env.vars` of the config
 * counts where the environment says nothing.
 *
 * A variable that is not set, or empty, is refused; from 2026.3.7 on the releases leave it in as text, with a warning.
 * What is left in, or was escaped, looks like a variable again: parse such a config with `substituted: true`.
 *
 * @example
 * ```ts
 * const put = substitute("{ channels: { telegram: { allowFrom: ['${OWNER}'] } } }", { OWNER: "7" });
 * put.config; //=> { channels: { telegram: { allowFrom: ["7"] } } }
 * substitute({ session: { mainKey: "${MAIN}" } }, {}).issues?.[0].path; //=> "session.mainKey"
 * ```
 */
export function substitute(
  source: string | ConfigInput,
  env: Environment,
  options: SubstituteOptions = {},
): ResolvedConfig {
  if (isPolluted()) return unpolluted(substitute, source, env, options);
  const { edition = ownEdition } = optionsOf(options);
  if (!isEdition(edition)) return { ok: false, issues: [unknownEdition(textOf(edition))] };
  const behaviours = behavioursOf(edition);
  const read = readTree(source);
  if ("code" in read) return { ok: false, issues: [read] };
  const written = configIn(read.tree);
  if ("issue" in written) return { ok: false, issues: [written.issue] };

  const issues: Issue[] = read.text === undefined ? [] : doubtsOf(read, behaviours).map(({ issue }) => issue);
  // What an included file says is not known yet, and its variables would not be put in.
  for (const remark of read.remarks) if (remark.kind === "include") issues.push(unresolvedInclude(remark));
  const ofConfig = variablesOf(written.config, behaviours);

  function valueOf(name: string): string | undefined {
    const ofHost = ofEnvironment(env, name);
    // A config's own variable counts where the environment has none, or nothing but blanks.
    const value = ofHost === undefined || ofHost.trim() === "" ? (ofConfig.get(name) ?? ofHost) : ofHost;
    return value === "" ? undefined : value;
  }

  function substituteText(text: string, path: Path): string {
    for (const name of variablesIn(text))
      if (valueOf(name) === undefined) issues.push(unset(name, path, behaviours));
    return putIn(text, valueOf);
  }

  function visit(value: unknown, path: Path): unknown {
    if (typeof value === "string") return value.includes("${") ? substituteText(value, path) : value;
    if (Array.isArray(value)) return value.map((inner, index) => visit(inner, [...path, index]));
    if (!isObject(value) || notPlain(value) !== undefined) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, visit(inner, [...path, name])]),
    );
  }

  return resolvedAs(read.isRemarkable ? visit(written.config, []) : written.config, issues);
}

function unset(name: string, path: Path, behaviours: Behaviours): Issue {
  const isLeftIn = behaviours.has("unset-variables-left-in");
  return {
    severity: isLeftIn ? "warning" : "error",
    code: "unresolved-variable",
    path: formatPath(path),
    message: `the variable ${name} is not set, or empty${isLeftIn ? `: \`\${${name}}\` stays there as text` : ""}`,
    hint: `set it: \`substitute(config, { ...env, ${name}: "…" })\`; for the text itself, write \`$\${${name}}\``,
  };
}

/** A variable of the host's, if it is a text. An environment may be any object. */
function ofEnvironment(env: Environment, name: string): string | undefined {
  try {
    const value: unknown = env[name];
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The variables that a config sets for itself; a value that names another variable sets none. */
function variablesOf({ env }: Written, behaviours: Behaviours): ReadonlyMap<string, string> {
  if (!isObject(env)) return new Map();
  const { vars } = env;
  const sources = [isObject(vars) ? vars : {}, behaviours.has("variables-under-vars-alone") ? {} : env];
  return new Map(
    sources
      .flatMap((source) => Object.entries(source))
      .filter((entry): entry is [string, string] => {
        const [, value] = entry;
        return typeof value === "string" && value.trim() !== "" && variablesIn(value).length === 0;
      }),
  );
}
