import * as z from "zod/mini";
import type { PinDocument } from "../analysis/pin/pins.ts";
import { issuesOf, readData, refuseUnsound } from "./data-file.ts";
import { questionSchema } from "./question-schema.ts";

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
