import { checkPins, type Drift } from "../../analysis/pin/check-pins.ts";
import { defineCommand } from "../command.ts";
import { alike, risks } from "../input-changes.ts";
import { spaced, type Line, riskSpan, tally } from "../page.ts";
import { configParameter, policyOptions, readPolicy } from "../policy-file.ts";
import * as z from "zod/mini";
import type { PinDocument } from "../../analysis/pin/record-pins.ts";
import { issuesOf, readData, refuseUnsound } from "../data-file.ts";
import { questionSchema } from "../question-schema.ts";

const text = z.string();

const documentSchema = z.looseObject({
  edition: text,
  timeZone: z.exactOptional(text),
  policyFingerprint: text,
  libraryVersion: text,
  pins: z.array(z.looseObject({ input: z.unknown(), decision: z.looseObject({ kind: text }) })),
});

/** Reads a file of pins, as `keyscope pin` writes it. */
export async function readPins(file: string): Promise<PinDocument> {
  const document = await readData(file, documentSchema);
  refuseUnsound(
    file,
    document.pins.flatMap(({ input }, index) =>
      issuesOf(input, questionSchema(input), `pins[${index}].input`),
    ),
  );
  // Its questions are sound, and whether its edition exists is for the library to say; what it says was
  // decided is compared with what is decided, and may be anything.
  return document as unknown as PinDocument;
}

function driftBlock([drift, ...others]: readonly [Drift, ...Drift[]]): readonly Line[] {
  const [first = "", ...lines] = drift.message.split("\n");
  const more: Line = others.length === 0 ? [] : [` And ${others.length} more like it.`];
  return [
    [riskSpan(drift.risk), "  ", { text: first, style: "bold" }, ...more],
    ...lines.map((line) => [line]),
  ];
}

/** So many drifts of the explanation alone are told; more are counted. */
const explanationsTold = 3;

/** The drifts, one of those that are alike; of many that decide the same only how many there are. */
function driftBlocks(drifts: readonly Drift[], verbose: boolean): readonly (readonly Line[])[] {
  if (verbose) return drifts.map((drift) => driftBlock([drift]));
  const explained = drifts.filter(({ risk }) => risk === "explanation");
  if (explained.length <= explanationsTold) return alike(drifts).map(driftBlock);
  const asks = [...new Set(explained.map(({ input }) => input.ask))];
  const counts = tally(explained, ({ input }) => input.ask, asks);
  return [
    ...alike(drifts.filter(({ risk }) => risk !== "explanation")).map(driftBlock),
    [
      [
        riskSpan("explanation"),
        `  ${counts}. The decisions are the same; the reasons, or the settings that decided, are not.`,
      ],
    ],
  ];
}

/** `keyscope check`. */
export const checkCommand = defineCommand({
  name: "check",
  summary: "Shows where a config no longer decides what was recorded.",
  details: [
    "Edition and time zone are those of the pins, unless you name others: then it shows what a move would change.",
    "Similar drifts are shown once; --verbose lists each.",
    "The exit code is 1 at any drift, or at those that --fail-on names.",
  ],
  parameters: {
    pins: { about: "what keyscope pin printed" },
    config: configParameter,
  },
  options: {
    ...policyOptions,
    only: { type: "string", value: "<risks>", words: risks, many: true, about: "show only these drifts" },
    "fail-on": {
      type: "string",
      value: "<risks>",
      words: risks,
      many: true,
      about: "exit with 1 only at these",
    },
  },
  examples: [
    "keyscope check pins.json openclaw.json5",
    "keyscope check pins.json openclaw.json5 --edition 2026-11 --fail-on widens,re-keys",
  ],
  run: async ({ config, pins }, chosen) => {
    const { only = risks, "fail-on": failOn = risks, verbose = false } = chosen;
    const document = await readPins(pins);
    const { edition, timeZone } = document;
    const recorded = timeZone === undefined ? { edition } : { edition, "time-zone": timeZone };
    const { policy } = await readPolicy(config, { ...recorded, ...chosen });
    const drifts = checkPins(document, policy).filter(({ risk }) => only.includes(risk));
    const found = tally(drifts, ({ risk }) => risk, risks);
    return {
      json: { pins: document.pins.length, drifts },
      page: spaced([...driftBlocks(drifts, verbose), [[`Pins: ${document.pins.length}. Drifts: ${found}.`]]]),
      failed: drifts.some(({ risk }) => failOn.includes(risk)),
    };
  },
});
