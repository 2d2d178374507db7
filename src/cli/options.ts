import type { OptionTable } from "./arguments.ts";

/** How the outcome of a command is printed; every command has these. */
export const outputOptions = {
  json: { type: "boolean", about: "print JSON for programs" },
  output: { type: "string", value: "<file>", about: "write there and print nothing" },
  help: { type: "boolean", about: "print this" },
} as const satisfies OptionTable;

/** Under what a config is read; every command that reads one has these. */
export const policyOptions = {
  edition: {
    type: "string",
    value: "<edition>",
    about: "whose decisions: 2026-11, or openclaw@<release> (see keyscope editions)",
  },
  "time-zone": {
    type: "string",
    value: "<zone>",
    about: "the IANA zone of daily resets that name none, such as Europe/Berlin; UTC when absent",
  },
} as const satisfies OptionTable;
