import { recordPins } from "../../analysis/pin/record-pins.ts";
import { defineCommand } from "../command.ts";
import { readInputs } from "../store-file.ts";
import { note } from "../note.ts";
import { inJson, printPage } from "../page.ts";
import { configParameter, policyOptions, readPolicy } from "../policy-file.ts";
import { watched } from "../progress.ts";

/** `keyscope pin`. */
export const pinCommand = defineCommand({
  name: "pin",
  summary: "Records what a config decides, so that check can compare later versions with it.",
  details: [
    'An input: { "ask": "send", "request": { "key": "agent:main:main" } }. One can ask for resolution, reset (with',
    "times and now), send, memory-search, visibility, access, tool, exec and sandbox. What is printed is JSON.",
  ],
  parameters: {
    config: configParameter,
    inputs: { about: "what to ask: a JSON list, or one input per line" },
  },
  options: policyOptions,
  examples: ["keyscope pin openclaw.json5 inputs.json --edition openclaw@2026.3.7 > pins.json"],
  run: async ({ config, inputs }, chosen) => {
    const { policy } = await readPolicy(config, chosen);
    const { questions, notRead } = await readInputs(inputs, policy);
    // What is printed is the document, so that this has no place in it.
    if (notRead.length > 0) note(chosen, printPage(notRead, false).trim());
    const document = recordPins(policy, watched(questions, "inputs"));
    return { json: document, page: inJson(document) };
  },
});
