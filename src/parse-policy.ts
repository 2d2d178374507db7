import type { ConfigInput } from "./config/config.ts";
import { PolicyError, type Issue } from "./config/issue.ts";
import type { Policy } from "./config/policy.ts";
import { readConfig } from "./config/read-config.ts";
import { behavioursOf, type Edition } from "./edition/edition.ts";

/** Under what a config is read. */
export interface ParseOptions {
  readonly edition: Edition;
  /** The IANA zone for daily resets that name none; `"UTC"` when absent. */
  readonly timeZone?: string;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };

/** Reads a config as a policy, or returns every issue. */
export function safeParsePolicy(source: string | ConfigInput, options: ParseOptions): ParsedPolicy {
  const read = readConfig(source);
  if (!read.ok) return read;
  const policy: Policy = Object.freeze({
    edition: options.edition,
    behaviours: behavioursOf(options.edition),
    timeZone: options.timeZone ?? "UTC",
    config: read.config,
    warnings: read.warnings,
  });
  return { ok: true, policy, warnings: policy.warnings };
}

/** Reads a config as a policy, or throws a `PolicyError` with every issue. */
export function parsePolicy(source: string | ConfigInput, options: ParseOptions): Policy {
  const parsed = safeParsePolicy(source, options);
  if (!parsed.ok) throw new PolicyError(parsed.issues);
  return parsed.policy;
}
