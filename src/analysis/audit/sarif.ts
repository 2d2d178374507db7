import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText, membersOf, optionsOf } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import type { Finding } from "./finding.ts";
import { severities, type Severity } from "./finding-kinds.ts";
import { sourceLines } from "../source-lines.ts";

/** The file that was audited. */
export interface SarifSource {
  /** Where it is, as the reader of the log knows it: `config/openclaw.json5`. */
  readonly uri: string;
  /** What it says; tells the lines. */
  readonly text?: string;
}

/** How loudly code scanning tells of a result. */
type Level = "error" | "warning" | "note";

/** A kind of finding. */
export interface SarifRule {
  /** The id of the finding, such as `tools-full`. */
  readonly id: string;
  /** What the rule is about. */
  readonly shortDescription: {
    /** The id in words. */
    readonly text: string;
  };
  /** What holds for its results where they say nothing else. */
  readonly defaultConfiguration: {
    /** The level of its worst finding. */
    readonly level: Level;
  };
  /** What SARIF itself has no field for. */
  readonly properties: {
    /** Always `security`. */
    readonly tags: readonly string[];
    /** By which code scanning sorts: 0 to 10, written with one decimal, of its worst finding. */
    readonly "security-severity": string;
  };
}

/** Where a finding is. */
export interface SarifLocation {
  /** The place in the source; absent where no source was given. */
  readonly physicalLocation?: {
    /** The file. */
    readonly artifactLocation: {
      /** The file's URI, as `source.uri` gave it. */
      readonly uri: string;
    };
    /** The place in the file; absent where the setting is not written in it. */
    readonly region?: {
      /** The line of the setting, from 1. */
      readonly startLine: number;
    };
  };
  /** The setting; absent where no setting is at fault. */
  readonly logicalLocations?: readonly {
    /** The path of the setting, as `formatPath` writes it. */
    readonly fullyQualifiedName: string;
  }[];
}

/** A finding. */
export interface SarifResult {
  /** The id of the finding, and of its rule. */
  readonly ruleId: string;
  /** The place of its rule among the driver's, from 0. */
  readonly ruleIndex: number;
  /** How loudly code scanning tells of it, from the finding's severity. */
  readonly level: Level;
  /** What could happen, and what makes it go away. */
  readonly message: {
    /** Both as plain sentences. */
    readonly text: string;
  };
  /** Where the finding is; empty where there is neither a source nor a setting. */
  readonly locations: readonly SarifLocation[];
  /** By which code scanning knows the finding again in the next log. */
  readonly partialFingerprints: {
    /** The finding's id and path, written as JSON. */
    readonly "keyscope/v1": string;
  };
  /** Present where the host knows about it and wants it so. */
  readonly suppressions?: readonly {
    /** Always `external`: it is told beside the config. */
    readonly kind: "external";
    /** Why, in the host's own words. */
    readonly justification: string;
  }[];
  /** What of the finding SARIF has no field for. */
  readonly properties: Pick<Finding, "severity" | "fix" | "witness">;
}

/** A SARIF 2.1.0 log. */
export interface SarifLog {
  /** The address of the schema. */
  readonly $schema: string;
  /** The version of SARIF. */
  readonly version: "2.1.0";
  /** The one run that there is. */
  readonly runs: readonly [
    {
      /** What made the log. */
      readonly tool: {
        /** The program itself. */
        readonly driver: {
          /** Its name. */
          readonly name: "keyscope";
          /** The kinds of finding that occur, each once. */
          readonly rules: readonly SarifRule[];
        };
      };
      /** The findings, in the order in which they were given. */
      readonly results: readonly SarifResult[];
    },
  ];
}

const scales: Readonly<Record<Severity, { readonly level: Level; readonly score: string }>> = {
  critical: { level: "error", score: "9.5" },
  high: { level: "error", score: "8.0" },
  medium: { level: "warning", score: "5.0" },
  low: { level: "note", score: "2.0" },
  info: { level: "note", score: "0.0" },
};

/** Whether something is a finding, as far as a log tells of it; JavaScript hands over anything. */
function isFinding(given: unknown): given is Finding {
  return (
    isObject(given) &&
    [given["id"], given["path"], given["message"]].every(isText) &&
    isText(given["severity"]) &&
    Object.hasOwn(scales, given["severity"]) &&
    isObject(given["fix"])
  );
}

/** The worst severity of each kind of finding, by its id. */
function worstById(findings: readonly Finding[]): readonly (readonly [string, Severity])[] {
  const worst = new Map<string, Severity>();
  for (const { id, severity } of findings) {
    const before = worst.get(id) ?? "info";
    worst.set(id, severities.indexOf(severity) < severities.indexOf(before) ? severity : before);
  }
  return [...worst];
}

function ruleOf([id, severity]: readonly [string, Severity]): SarifRule {
  return {
    id,
    shortDescription: { text: id.replaceAll("-", " ") },
    defaultConfiguration: { level: scales[severity].level },
    properties: { tags: ["security"], "security-severity": scales[severity].score },
  };
}

/**
 * Writes findings as a SARIF 2.1.0 log, as code scanning reads it: plain data. The level of a finding is
 * `error` from `high` on, `warning` for `medium`, else `note`; suppressed ones are marked as such.
 *
 * @example
 * ```ts
 * const text = '{\n  tools: {\n    profile: "full",\n  },\n}';
 * const findings = audit(parsePolicy(text, { edition: "2026-11" }));
 * const [result] = toSarif(findings, { source: { uri: "openclaw.json5", text } }).runs[0].results;
 * result?.ruleId; //=> "tools-full"
 * result?.locations[0]?.physicalLocation?.region?.startLine; //=> 3
 * ```
 */
export function toSarif(
  given: readonly Finding[],
  options: { readonly source?: SarifSource } = {},
): SarifLog {
  if (isPolluted()) return unpolluted(toSarif, given, options);
  const findings = [...membersOf(given)].filter(isFinding);
  const { source: told } = optionsOf(options);
  const source = isObject(told) && isText(told.text) && isText(told.uri) ? told : undefined;
  const lineOf = sourceLines(source?.text ?? "");
  const worst = worstById(findings);
  const indexes = new Map(worst.map(([id], index) => [id, index]));

  function locationsOf(path: string): readonly SarifLocation[] {
    const line = lineOf(path);
    const location: SarifLocation = {
      ...(source && {
        physicalLocation: {
          artifactLocation: { uri: source.uri },
          ...(line !== undefined && { region: { startLine: line } }),
        },
      }),
      ...(path !== "" && { logicalLocations: [{ fullyQualifiedName: path }] }),
    };
    return source === undefined && path === "" ? [] : [location];
  }

  const results = findings.map(({ id, severity, path, message, fix, witness, suppressed }): SarifResult => ({
    ruleId: id,
    ruleIndex: indexes.get(id) ?? -1,
    level: scales[severity].level,
    message: { text: `${message} ${fix.sentence}` },
    locations: locationsOf(path),
    partialFingerprints: { "keyscope/v1": JSON.stringify([id, path]) },
    ...(suppressed && { suppressions: [{ kind: "external", justification: suppressed.reason }] }),
    properties: { severity, fix, ...(witness && { witness }) },
  }));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "keyscope", rules: worst.map(ruleOf) } }, results }],
  };
}
