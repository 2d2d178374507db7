import * as z from "zod/mini";
import { audit } from "../../analysis/audit/audit.ts";
import type { Finding } from "../../analysis/audit/finding.ts";
import {
  findingKinds,
  severities,
  type FindingId,
  type Severity,
} from "../../analysis/audit/finding-kinds.ts";
import { mendSource } from "../../analysis/audit/mend-source.ts";
import { toSarif } from "../../analysis/audit/sarif.ts";
import { auditUnknowns, type AuditUnknown } from "../../analysis/audit/unknowns.ts";
import { defineCommand } from "../command.ts";
import { readData, readList } from "../data-file.ts";
import { inJson, spaced, type Line, severitySpan, tally } from "../page.ts";
import { configParameter, policyOptions, readAnew, readPolicy } from "../policy-file.ts";
import { UsageError } from "../fault.ts";
import { writeText } from "../text-file.ts";
import type { Policy } from "../../config/policy.ts";
import type { Suppression } from "../../analysis/audit/suppression.ts";
import { worldSchema } from "../world-schema.ts";

const indent = " ".repeat(10);

/** Every id, in the order in which the kinds are listed. The type of `Object.keys` does not say so. */
const findingIds = Object.keys(findingKinds) as readonly FindingId[];

function findingLines({ fix, id, message, path, severity, suppressed, witness }: Finding): readonly Line[] {
  const invented = witness?.invented === true ? " (made up)" : "";
  return [
    [severitySpan(severity), "  ", { text: id, style: "bold" }, path === "" ? "" : `  ${path}`],
    [indent, message],
    ...(witness ? [[indent, `${witness.who.join(", ")}${invented}: ${witness.what}`]] : []),
    [indent, { text: fix.sentence, style: "green" }],
    ...(suppressed ? [[indent, { text: `suppressed: ${suppressed.reason}`, style: "dim" } as const]] : []),
  ];
}

/** What was written into the config, and why. */
function mendedLines(made: readonly Finding[], config: string): readonly Line[] {
  if (made.length === 0) return [["No finding above info can be fixed by a setting: nothing was written."]];
  return [
    [`Written into ${config}:`],
    ...made.flatMap(({ fix, id, message, path }): readonly Line[] => [
      ["  ", { text: id, style: "bold" }, `  ${path}`],
      [indent, message],
      [indent, { text: fix.sentence, style: "green" }],
    ]),
  ];
}

/** What the audit was not told, and how to tell it; settings that are not read are among the findings. */
function unknownLine(unknowns: readonly AuditUnknown[]): Line {
  const untold = unknowns.filter(({ field }) => field !== undefined);
  if (untold.length === 0)
    return ["Given by the world: who writes, which rooms the bot is in, which keys are stored."];
  const fields = untold.map(({ field }) => field).join(", ");
  return [
    `Not known: ${untold.map(({ what }) => what).join("; ")}. Give it with --world <file>, a JSON object of ${fields}.`,
  ];
}

function isAtLeast(limit: Severity): (finding: Finding) => boolean {
  return ({ severity, suppressed }) =>
    suppressed === undefined && severities.indexOf(severity) <= severities.indexOf(limit);
}

/** `keyscope audit`. */
export const auditCommand = defineCommand({
  name: "audit",
  summary: "Lists what a config lets happen, and the change that prevents it.",
  details: [
    "Without a world it uses the people whom the config names, and makes up strangers where a door is open.",
  ],
  parameters: { config: configParameter },
  options: {
    ...policyOptions,
    world: {
      type: "string",
      value: "<file>",
      about: "who is there: { senders, accounts, groups, keys }; keys may be a sessions.json",
    },
    suppress: {
      type: "string",
      value: "<file>",
      about: "findings that are intended: a list of { id, path, reason }",
    },
    only: {
      type: "string",
      value: "<ids>",
      words: findingIds,
      many: true,
      about: "list only these findings, such as open-direct-messages,visibility-all",
    },
    "fail-on": {
      type: "string",
      value: "<severity>",
      words: severities,
      about: "exit with 1 at this or worse",
    },
    sarif: { type: "boolean", about: "print a SARIF log, for code scanning" },
    fix: {
      type: "boolean",
      about:
        "write the fixes of the findings above info into the config, each with its reason; comments stay",
    },
  },
  alternatives: [
    ["sarif", "json"],
    ["sarif", "markdown"],
    ["sarif", "fix"],
  ],
  examples: [
    "keyscope audit openclaw.json5 --edition 2026-11",
    "keyscope audit openclaw.json5 --edition 2026-11 --fix",
    "keyscope audit openclaw.json5 --edition 2026-11 --sarif --output keyscope.sarif --fail-on high",
  ],
  run: async ({ config }, chosen) => {
    const { fix = false, only = findingIds, sarif = false, suppress, world, "fail-on": limit } = chosen;
    if (fix && config === "-") throw new UsageError("--fix needs a file to write to");
    const read = await readPolicy(config, chosen);
    const told = world === undefined ? {} : await readData(world, worldSchema);
    const known = suppress === undefined ? [] : await readList(suppress, () => suppressionSchema);
    const find = (policy: Policy) =>
      audit(policy, told, { suppress: known }).filter(({ id }) => only.includes(id));
    const { made, text: source } = fix
      ? mendSource(read.source, (text) => readAnew(config, text, chosen), find)
      : { made: undefined, text: read.source };
    if (source !== read.source) writeText(config, source);
    const policy = readAnew(config, source, chosen) ?? read.policy;
    const unknown = auditUnknowns(policy, told);
    const findings = find(policy);
    const found = tally(findings, ({ severity }) => severity, severities);
    const file = config === "-" ? {} : { source: { uri: config, text: source } };
    return {
      json: { ...(made && { made }), findings, unknown },
      page: sarif
        ? inJson(toSarif(findings, file))
        : spaced([
            ...(made === undefined ? [] : [mendedLines(made, config)]),
            ...findings.map(findingLines),
            [[`Findings: ${found}.`], unknownLine(unknown)],
          ]),
      failed: limit !== undefined && findings.some(isAtLeast(limit)),
    };
  },
});

const text = z.string();

/** A finding that is wanted so. */
const suppressionSchema = z.strictObject({
  id: text,
  path: z.exactOptional(text),
  reason: text,
}) satisfies z.ZodMiniType<Suppression>;
