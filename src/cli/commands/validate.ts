import { sourceLines } from "../../analysis/source-lines.ts";
import type { Issue } from "../../config/issue.ts";
import { defineCommand } from "../command.ts";
import { issueLines, spaced, type Line } from "../page.ts";
import { configParameter, policyOptions, readParsed } from "../policy-file.ts";
import { nameOf } from "../text-file.ts";

const severities = ["error", "warning"] as const;

/** An issue on the lines of a page, its line of the file foremost; a place of an included file has the line that includes it. */
function blockOf(issue: Issue): readonly Line[] {
  const [head = [], ...others] = issueLines(issue);
  const where = issue.line === undefined ? [] : [{ text: `line ${issue.line}`, style: "dim" } as const];
  return [[...where, ...("cells" in head ? head.cells : head)], ...others];
}

function counted(severity: Issue["severity"], issues: readonly Issue[]): string | undefined {
  const count = issues.filter((issue) => issue.severity === severity).length;
  return count === 0 ? undefined : `${count} ${severity}${count === 1 ? "" : "s"}`;
}

/** `keyscope validate`. */
export const validateCommand = defineCommand({
  name: "validate",
  summary: "Shows what is wrong or doubtful in a config, and on which lines.",
  details: [
    "Under a release's edition, what it refuses is an error, and what it accepts without using it is a warning.",
    "The exit code is 1 on any error; with --fail-on warning, also on any warning.",
  ],
  parameters: { config: configParameter },
  options: {
    ...policyOptions,
    only: {
      type: "string",
      value: "<severities>",
      words: severities,
      many: true,
      about: "show only these",
    },
    "fail-on": {
      type: "string",
      value: "<severity>",
      words: severities,
      about: "exit with 1 at this or worse",
    },
  },
  examples: [
    "keyscope validate",
    "keyscope validate openclaw.json5 --edition openclaw@2026.9.6 --fail-on warning",
  ],
  run: async ({ config }, chosen) => {
    const { only = severities, "fail-on": failOn = "error" } = chosen;
    const { edition, parsed, source } = await readParsed(config, chosen);
    const lineOf = sourceLines(source);
    const issues = (parsed.ok ? parsed.warnings : parsed.issues)
      .filter(({ severity }) => only.includes(severity))
      .map((issue): Issue => {
        const line = issue.line ?? lineOf(issue.path);
        return line === undefined ? issue : { ...issue, line };
      })
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const verdict = parsed.ok ? "is a valid config" : "is not a valid config";
    const counts = severities
      .map((severity) => counted(severity, issues))
      .filter((count) => count !== undefined);
    return {
      json: { ok: parsed.ok, edition, issues },
      page: spaced([
        ...issues.map(blockOf),
        [
          [
            `${nameOf(config)} ${verdict} under ${edition}. Found: ${counts.length === 0 ? "nothing" : counts.join(", ")}.`,
          ],
        ],
      ]),
      failed: !parsed.ok || (failOn === "warning" && issues.some(({ severity }) => severity === "warning")),
    };
  },
});
