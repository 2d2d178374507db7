import * as z from "zod/mini";
import { expectation } from "../config/expectation.ts";
import type { Issue } from "../config/issue.ts";
import { issueOfKey, issueOfValue } from "../config/issue-of.ts";
import { readSource } from "../config/read-source.ts";
import { findUnknownKeys } from "../config/unknown-keys.ts";
import { UnsoundFile } from "./fault.ts";
import { nameOf, readText } from "./text-file.ts";

/** What stands in a text: one value, or one a line. */
function parseData(file: string, text: string): unknown {
  const whole = readSource(text);
  if ("value" in whole) return whole.value;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values: unknown[] = [];
  for (const line of lines) {
    try {
      values.push(JSON.parse(line));
    } catch {
      throw new UnsoundFile(`${nameOf(file)} is neither JSON nor JSON lines`, [whole.issue]);
    }
  }
  return values;
}

function issuesOf(value: unknown, schema: z.core.$ZodType): readonly Issue[] {
  const wrong = z.safeParse(schema, value, { error: expectation }).error?.issues ?? [];
  return [
    ...wrong
      .filter(({ code }) => code !== "unrecognized_keys")
      .map((issue) => issueOfValue(issue, issue.path, value)),
    ...findUnknownKeys(schema, value).flatMap((key) => issueOfKey(key, key.path, "error") ?? []),
  ];
}

/** Holds data to its schema, which only judges: what was written is kept as it is. */
function hold<Schema extends z.ZodMiniType>(file: string, value: unknown, schema: Schema): z.output<Schema> {
  const issues = issuesOf(value, schema);
  if (issues.length > 0) throw new UnsoundFile(`${nameOf(file)} is not what it should be`, issues);
  // The schema found nothing wrong with it.
  return value as z.output<Schema>;
}

/** Reads a file that holds one value, in JSON or JSON5. */
export async function readData<Schema extends z.ZodMiniType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return hold(file, parseData(file, await readText(file)), schema);
}

/** Reads a file that holds a list: as one, one element a line, or its only element. */
export async function readList<Schema extends z.ZodMiniType>(
  file: string,
  element: Schema,
): Promise<readonly z.output<Schema>[]> {
  const value = parseData(file, await readText(file));
  return hold(file, Array.isArray(value) ? value : [value], z.array(element));
}
