import type { Behaviours } from "../../edition/edition.ts";
import { describeValue } from "../expectation.ts";
import type { Issue, LocatedIssue } from "../issue.ts";
import { formatPath } from "../path.ts";
import { configSchema } from "../schema/config.ts";
import { alternatives, schemasAt } from "../schema-at.ts";
import type { ReadTree } from "./read-tree.ts";
import type { Path } from "./remarks.ts";
import { countKeys, scanSource, type Scanned } from "./scan.ts";

const nothingScanned: Scanned = { repeated: [], longNumbers: [] };

/** Where a tree was read: at the top, or where an included file takes its place. */
export interface Whereabouts {
  readonly place: Path;
  /** The included file. */
  readonly file?: string;
}

const atTheTop: Whereabouts = { place: [] };

/** Whether an id may stand at a place: a text may, in a section that decides something. */
function takesIds(path: Path, behaviours: Behaviours): boolean {
  const schema = configSchema(behaviours);
  if (schemasAt(schema, path.slice(0, 1)).length === 0) return false;
  const taken = schemasAt(schema, path).flatMap(alternatives);
  // Where the schema knows nothing, a host may keep ids of its own.
  return taken.length === 0 || taken.some(({ type }) => type === "string");
}

function located(path: Path, issue: Omit<Issue, "path">): LocatedIssue {
  return { path, issue: { ...issue, path: formatPath(path) } };
}

/** What is doubtful about how a tree was written, and cannot be told from the tree itself. */
export function doubtsOf(
  { text, keys, remarks }: ReadTree,
  behaviours: Behaviours,
  { place, file }: Whereabouts = atTheTop,
): readonly LocatedIssue[] {
  const numbers = remarks.filter((remark) => remark.kind === "number");
  const isScanned = text !== undefined && (numbers.length > 0 || countKeys(text) !== keys);
  const { repeated, longNumbers } = isScanned ? scanSource(text) : nothingScanned;
  const spelled = new Map(longNumbers.map(({ path, spelling }) => [formatPath(path), spelling]));
  const severity = behaviours.has("strict-settings") ? "error" : "warning";
  const inFile = file === undefined ? "" : ` of ${file}`;
  return [
    ...repeated.map(({ path, lines }) => {
      const last = lines.at(-1) ?? 1;
      return located([...place, ...path], {
        severity,
        code: "repeated-key",
        message: `${describeValue(path.at(-1))} is written ${lines.length === 2 ? "twice" : `${lines.length} times`}, on lines ${listed(lines)}${inFile}; all but the last are lost`,
        hint: `merge them, or delete those before line ${last}`,
        ...(file === undefined && { line: last }),
      });
    }),
    ...numbers
      .map(({ path, value }) => ({
        path: [...place, ...path],
        value,
        spelling: spelled.get(formatPath(path)),
      }))
      .filter(({ path }) => takesIds(path, behaviours))
      .map(({ path, value, spelling }) => {
        // Every release refuses such a number in a list of Discord's.
        const isRefused = path[0] === "channels" && path[1] === "discord";
        const lost = "a number holds only about 15 digits exactly";
        return located(path, {
          severity: isRefused ? "error" : severity,
          code: "inexact-number",
          message:
            spelling === undefined
              ? `found ${value}, which may stand for another id: ${lost}`
              : `${spelling}${inFile && `, in ${file ?? ""},`} would be read as ${digits(value)}, another id: ${lost}`,
          hint:
            spelling === undefined
              ? "write it in quotes where it comes from: ids are text"
              : `write it in quotes: ${JSON.stringify(spelling)}`,
        });
      }),
  ];
}

function digits(value: number): string {
  return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

function listed(lines: readonly number[]): string {
  return `${lines.slice(0, -1).join(", ")} and ${lines.at(-1) ?? ""}`;
}
