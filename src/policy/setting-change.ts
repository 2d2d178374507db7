/** One setting, and what it would have to become. */
export interface SettingChange {
  /** Its place in the config; `override` for the session's own switch. */
  readonly setting: string;
  /** What to write; null to take the setting away; absent where anything that does not match will do. */
  readonly to?: string | boolean | null | readonly string[];
}

/** Changes of which one is enough. */
export type Choice = readonly SettingChange[];

/** Choices that must all be made: with one left out, the answer stays. */
export type ChangeSet = readonly Choice[];
