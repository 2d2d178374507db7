import type { ConfigInput } from "../src/config/config.ts";
import type { Policy } from "../src/config/policy.ts";
import type { Edition } from "../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../src/parse-policy.ts";

/**
 * A policy out of a config that its release would not have loaded. The functions of releases answer about those, too,
 * and it is their answers that some tests are about.
 */
export function uncheckedPolicy(config: ConfigInput, edition: Edition, timeZone = "UTC"): Policy {
  const parsed = safeParsePolicy(config, { edition, timeZone, loaded: true });
  // A config by its shape.
  return parsed.ok ? parsed.policy : { ...parsePolicy({}, { edition, timeZone, loaded: true }), config };
}
