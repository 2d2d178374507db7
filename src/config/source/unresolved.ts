import { describeValue } from "../expectation.ts";
import type { Issue } from "../issue.ts";
import { formatPath } from "../path.ts";
import type { Remark } from "./remarks.ts";
import { hasEscape, variablesIn } from "./variables.ts";

/** A part of a config that stands in another file: nobody knows what it decides. */
export function unresolvedInclude({ path, value }: Remark & { readonly kind: "include" }): Issue {
  const files = (Array.isArray(value) ? value : [value]).map(describeValue).join(", ");
  return {
    severity: "error",
    code: "unresolved-include",
    path: formatPath(path),
    message: `${path.length === 1 ? "parts of the config are" : "a part of the config is"} in another file, ${files}`,
    hint: "include the files first: `resolveIncludes(config, read)`",
  };
}

/** A text that holds variables of the environment: nobody knows what they say. Nothing where it holds none. */
export function unresolvedVariable({
  path,
  value,
}: Remark & { readonly kind: "variable" }): readonly Issue[] {
  const names = variablesIn(value);
  const written = names.map((name) => `\`\${${name}}\``).join(", ");
  const where = { code: "unresolved-variable", path: formatPath(path) } as const;
  const hint = "substitute the variables first: `substitute(config, env)`";
  if (names.length > 0)
    return [
      {
        ...where,
        severity: "error",
        message: `${written} ${names.length === 1 ? "is a variable" : "are variables"} of the environment, and ${names.length === 1 ? "was" : "were"} not substituted`,
        hint,
      },
    ];
  if (!hasEscape(value)) return [];
  return [
    {
      ...where,
      severity: "warning",
      message: `${describeValue(value)} is read as it is written; OpenClaw makes \`\${…}\` of \`$\${…}\``,
      hint,
    },
  ];
}
