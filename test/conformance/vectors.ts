import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One recorded input, and what each release answered. */
export interface VectorLine {
  readonly fn: string;
  readonly input: unknown;
  readonly timeZone?: string;
  readonly odd?: true;
  /** The releases whose schema refuses the config: what they answer to it all the same is nobody's contract. */
  readonly refusedBy?: readonly string[];
  readonly outputs: readonly (
    | { readonly releases: readonly string[]; readonly value: unknown }
    | { readonly releases: readonly string[]; readonly throws: string }
  )[];
}

/** The lines of one vector file by function, those marked odd left out: nobody is held to them. */
export function vectorFunctions(
  file:
    | "accept"
    | "commands"
    | "conversations"
    | "exec"
    | "keys"
    | "lifecycle"
    | "loaded"
    | "policy"
    | "rooms"
    | "tasks",
): ReadonlyMap<string, readonly VectorLine[]> {
  const text = gunzipSync(readFileSync(new URL(`vectors/${file}.jsonl.gz`, import.meta.url))).toString(
    "utf8",
  );
  const functions = new Map<string, VectorLine[]>();
  for (const row of text.split("\n")) {
    if (row === "") continue;
    const line = JSON.parse(row) as VectorLine;
    if (line.odd === true) continue;
    const lines = functions.get(line.fn);
    if (lines === undefined) functions.set(line.fn, [line]);
    else lines.push(line);
  }
  return functions;
}
