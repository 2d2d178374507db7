import type { Behaviours } from "../../edition/edition.ts";
import type { LoadDraft } from "./draft.ts";

/** Under what a config is loaded. */
export interface Circumstances {
  readonly behaviours: Behaviours;
  /** The variables of the environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Channels that are configured elsewhere than in the config, such as in the environment. */
  readonly channels: readonly string[];
}

/** One step of a loader. */
export type LoadStep = (draft: LoadDraft, circumstances: Circumstances) => void;
