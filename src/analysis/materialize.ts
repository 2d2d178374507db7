import type { Config } from "../config/config.ts";
import { writtenOut } from "../config/defaults.ts";
import type { Policy } from "../config/policy.ts";

/**
 * Writes the defaults of a policy's edition into its config, so that the config says by itself what it
 * means: a later edition with other defaults decides as before wherever a written setting decides.
 *
 * What was written stays as it is. The result is a config of the same edition, with the same fingerprint
 * and the same decisions, apart from where they say that a setting came from. Left out are defaults that
 * no setting can say.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11", timeZone: "Europe/Berlin" });
 * const { session } = materialize(policy);
 * session?.reset; //=> { mode: "daily", atHour: 4, timeZone: "Europe/Berlin" }
 * session?.dmScope; //=> "main"
 * ```
 */
export function materialize(policy: Policy): Config {
  return writtenOut(policy);
}
