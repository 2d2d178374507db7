import type { Behaviours, Edition } from "../edition/edition.ts";
import type { Config } from "./config.ts";
import type { Issue } from "./issue.ts";

/** A validated, frozen config together with the edition it is read under and its time zone. */
export interface Policy {
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
  /** What the host wrote, validated; nothing is added and nothing is lost. */
  readonly config: Config;
  /** What deserves a look, though it does not prevent reading. */
  readonly warnings: readonly Issue[];
}
