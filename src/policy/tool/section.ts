import type { ToolSelectionConfig } from "../../config/config.ts";

/** A part of a config that selects tools, and where it stands. */
export interface ToolSection {
  readonly config: ToolSelectionConfig;
  readonly path: string;
}
