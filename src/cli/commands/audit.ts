import * as z from "zod/mini";
import { audit } from "../../analysis/audit/audit.ts";
import type { Finding } from "../../analysis/audit/finding.ts";
import { severities, type Severity } from "../../analysis/audit/finding-kinds.ts";
import { toSarif } from "../../analysis/audit/sarif.ts";
import { auditUnknowns, type AuditUnknown } from "../../analysis/audit/unknowns.ts";
import { readWord } from "../arguments.ts";
import { defineCommand } from "../command.ts";
import { readData, readList } from "../data-file.ts";
import { inJson, spaced, type Line, severitySpan, tally } from "../page.ts";
import { policyOptions, readPolicy } from "../policy-file.ts";
import type { Suppression } from "../../analysis/audit/suppression.ts";
import type { AuditWorld } from "../../analysis/world.ts";

const indent = " ".repeat(10);

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

/** What the audit was not told, and how to tell it; settings that are not read are among the findings. */
function unknownLine(unknowns: readonly AuditUnknown[]): Line {
  const untold = unknowns.filter(({ field }) => field !== undefined);
  if (untold.length === 0)
    return ["Known from the world: who writes, in which rooms the bot is, which keys are stored."];
  const fields = untold.map(({ field }) => field).join(", ");
  return [
    `Not known: ${untold.map(({ what }) => what).join("; ")}. Tell it by --world <file>, a JSON of ${fields}.`,
  ];
}

function isAtLeast(limit: Severity): (finding: Finding) => boolean {
  return ({ severity, suppressed }) =>
    suppressed === undefined && severities.indexOf(severity) <= severities.indexOf(limit);
}

/** `keyscope audit`. */
export const auditCommand = defineCommand({
  name: "audit",
  summary: "Tells what a config lets happen, and the change that prevents it.",
  details: [
    "Without a world it looks at whom the config names, and makes up strangers where a door is open.",
  ],
  parameters: { config: { about: "the config: openclaw.json" } },
  options: {
    ...policyOptions,
    world: {
      type: "string",
      value: "<file>",
      about: "who is there: { senders, accounts, groups, keys }; keys may be a sessions.json",
    },
    suppress: { type: "string", value: "<file>", about: "what is wanted so: a list of { id, path, reason }" },
    "fail-on": {
      type: "string",
      value: "<severity>",
      about: `exit with 1 at this or worse: ${severities.join(", ")}`,
    },
    sarif: { type: "boolean", about: "print a SARIF log, for code scanning" },
  },
  alternatives: [["sarif", "json"]],
  examples: [
    "keyscope audit openclaw.json5 --edition 2026-11",
    "keyscope audit openclaw.json5 --edition 2026-11 --sarif --output keyscope.sarif --fail-on high",
  ],
  run: async ({ config }, chosen) => {
    const { sarif = false, suppress, world } = chosen;
    const limit = readWord("fail-on", chosen["fail-on"], severities);
    const { policy, source } = await readPolicy(config, chosen);
    const told = world === undefined ? {} : await readData(world, worldSchema);
    const unknown = auditUnknowns(policy, told);
    const findings = audit(policy, told, {
      suppress: suppress === undefined ? [] : await readList(suppress, () => suppressionSchema),
    });
    const found = tally(findings, ({ severity }) => severity, severities);
    const file = config === "-" ? {} : { source: { uri: config, text: source } };
    return {
      json: { findings, unknown },
      page: sarif
        ? inJson(toSarif(findings, file))
        : spaced([...findings.map(findingLines), [[`Findings: ${found}.`], unknownLine(unknown)]]),
      failed: limit !== undefined && findings.some(isAtLeast(limit)),
    };
  },
});

const text = z.string();
const optionalText = z.exactOptional(text);

const senderSchema = z.strictObject({
  channel: text,
  peer: optionalText,
  account: optionalText,
  aliases: z.exactOptional(z.array(text)),
  person: optionalText,
});

const groupSchema = z.strictObject({
  channel: text,
  peer: text,
  account: optionalText,
  chatType: z.exactOptional(z.enum(["group", "channel"])),
  thread: optionalText,
});

/** Who is there beside the config. */
const worldSchema = z.strictObject({
  senders: z.exactOptional(z.array(senderSchema)),
  accounts: z.exactOptional(z.record(text, z.array(text))),
  groups: z.exactOptional(z.array(groupSchema)),
  keys: z.exactOptional(
    z.union([z.array(z.union([text, z.looseObject({})])), z.record(text, z.looseObject({}))]),
  ),
}) satisfies z.ZodMiniType<AuditWorld>;

/** A finding that is wanted so. */
const suppressionSchema = z.strictObject({
  id: text,
  path: optionalText,
  reason: text,
}) satisfies z.ZodMiniType<Suppression>;
