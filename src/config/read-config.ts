import JSON5 from "json5";
import type * as z from "zod";
import type { Config, ConfigInput } from "./config.ts";
import type { Issue } from "./issue.ts";
import { formatPath } from "./path.ts";
import { configSchema } from "./schema/config.ts";

/** A config that could be read, or every reason why not. */
export type ReadConfig =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };

function toIssue(issue: z.core.$ZodIssue): Issue {
  return {
    severity: "error",
    code: issue.code,
    path: formatPath(issue.path as (string | number)[]),
    message: issue.message,
  };
}

/** Reads JSON5 text or an object as a config. */
export function readConfig(source: string | ConfigInput): ReadConfig {
  const parsed = configSchema.safeParse(typeof source === "string" ? JSON5.parse(source) : source);
  if (parsed.success) return { ok: true, config: parsed.data as Config, warnings: [] };
  return { ok: false, issues: parsed.error.issues.map(toIssue) as [Issue, ...Issue[]] };
}
