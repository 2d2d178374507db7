import { isObject } from "./is-object.ts";
import type { Behaviours, Edition } from "../edition/edition.ts";
import type { Config } from "./config.ts";
import type { Issue } from "./issue.ts";
import type { LoadChange } from "./loaded/change.ts";

/** A validated, frozen config together with the edition it is read under and its time zone. */
export interface Policy {
  /** The edition whose rules decide, as it was named to `parsePolicy`. */
  readonly edition: Edition;
  /** The behaviours in force under `edition`. */
  readonly behaviours: Behaviours;
  /** The IANA zone that a daily reset uses when nothing nearer names one. */
  readonly timeZone: string;
  /** Whether the host named that zone; otherwise it is `"UTC"` by default. */
  readonly timeZoneNamed: boolean;
  /** The agent of messages that no binding claims, where a caller named one beside the config. */
  readonly defaultAgentId?: string;
  /** Every channel that the host has, when it told. */
  readonly channels?: readonly string[];
  /**
   * What is decided on, validated. Under `2026-11` that is what the host wrote, nothing added and nothing lost; under
   * a release it is what its loader makes of that, as far as it decides, the mark of the default agent kept.
   */
  readonly config: Config;
  /** What the release's loader made of the config; absent where what the host gave is decided on as it is. */
  readonly loader?: Loading;
  /** What deserves a look, though it does not prevent reading. */
  readonly warnings: readonly Issue[];
}

/** What a release's loader made of a config. */
export interface Loading {
  /** What the host wrote. */
  readonly written: Config;
  /** What is decided on otherwise than it was written. */
  readonly changes: readonly LoadChange[];
}

/**
 * Refuses what is no policy, in a sentence. Data is never refused by throwing; but what decides about it is no data, and without
 * it there is no answer.
 */
export function demandPolicy(policy: Pick<Policy, "behaviours">): void {
  const given: unknown = policy;
  const behaviours: unknown = isObject(given) ? given["behaviours"] : undefined;
  if (typeof behaviours === "object" && behaviours !== null && "has" in behaviours) return;
  throw new TypeError(
    "This is not a policy: parsePolicy returns one, and so does safeParsePolicy, in its `policy`",
  );
}
