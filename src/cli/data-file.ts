import * as z from "zod/mini";
import { expectation } from "../config/expectation.ts";
import type { Issue } from "../config/issue.ts";
import { issueOfKey, issueOfValue } from "../config/issue-of.ts";
import { formatPath } from "../config/path.ts";
import { readSource } from "../config/read-source.ts";
import { findUnknownKeys } from "../config/unknown-keys.ts";
import { UnsoundFile } from "./fault.ts";
import { nameOf, readText } from "./text-file.ts";

function parseLines(file: string, text: string, issue: Issue): readonly unknown[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  try {
    return lines.map((line): unknown => JSON.parse(line));
  } catch {
    throw new UnsoundFile(`${nameOf(file)} is neither JSON nor JSON lines`, [issue]);
  }
}

function valueIn(file: string, text: string): unknown {
  const read = readSource(text);
  return "value" in read ? read.value : parseLines(file, text, read.issue);
}

function within(place: string, path: string): string {
  return place === "" || path === "" || path.startsWith("[") ? `${place}${path}` : `${place}.${path}`;
}

/** What is wrong with a value, which stands at a place of a file. */
export function issuesOf(value: unknown, schema: z.core.$ZodType, place = ""): readonly Issue[] {
  const wrong = z.safeParse(schema, value, { error: expectation }).error?.issues ?? [];
  const issues = [
    ...wrong
      .filter(({ code }) => code !== "unrecognized_keys")
      .map((issue) => issueOfValue(issue, issue.path, value, { schema })),
    ...findUnknownKeys(schema, value).flatMap((key) => issueOfKey(key, key.path, "error") ?? []),
  ];
  return issues.map((issue) => ({ ...issue, path: within(place, issue.path) }));
}

/** Refuses a file in which something is wrong. */
export function refuseUnsound(file: string, issues: readonly Issue[]): void {
  if (issues.length > 0) throw new UnsoundFile(`${nameOf(file)} does not have the expected form`, issues);
}

/** Reads a file that holds one value, in JSON or JSON5. The schema only judges: the value is kept as written. */
export async function readData<Data>(file: string, schema: z.ZodMiniType<Data>): Promise<Data> {
  const value = valueIn(file, await readText(file));
  refuseUnsound(file, issuesOf(value, schema));
  // The schema found nothing wrong with it.
  return value as Data;
}

/** Reads the text of a file that holds a list: as one, an element a line, or its only element. */
export function listIn<Element>(
  file: string,
  text: string,
  schemaOf: (element: unknown) => z.ZodMiniType<Element>,
): readonly Element[] {
  const value = valueIn(file, text);
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
  refuseUnsound(
    file,
    elements.flatMap((element, index) => issuesOf(element, schemaOf(element), formatPath([index]))),
  );
  // Its schema found nothing wrong with any of them.
  return elements as readonly Element[];
}

/** Reads a file that holds a list. */
export async function readList<Element>(
  file: string,
  schemaOf: (element: unknown) => z.ZodMiniType<Element>,
): Promise<readonly Element[]> {
  return listIn(file, await readText(file), schemaOf);
}
