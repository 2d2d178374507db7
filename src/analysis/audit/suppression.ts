import { moveOn, type Found } from "./finding.ts";

/** A finding that a host knows about and wants so. */
export interface Suppression {
  /** The finding's id. */
  readonly id: string;
  /** Where; everywhere when absent. */
  readonly path?: string;
  /** Why it is as it should be, for whoever reads it next year. */
  readonly reason: string;
}

function covers({ id, path }: Suppression, finding: Found): boolean {
  return id === finding.id && (path === undefined || path === finding.path);
}

function quoted({ id, path }: Suppression): string {
  return path === undefined ? `"${id}"` : `"${id}" at ${path}`;
}

function withoutReason(suppression: Suppression): Found {
  return {
    id: "suppression-without-reason",
    path: suppression.path ?? "",
    message: `The suppression of ${quoted(suppression)} gives no reason, so it suppresses nothing.`,
    fix: moveOn("Say why, or remove the suppression."),
  };
}

function unused(suppression: Suppression): Found {
  return {
    id: "unused-suppression",
    path: suppression.path ?? "",
    message: `The suppression of ${quoted(suppression)} covers no finding, and would hide the next one.`,
    fix: moveOn("Remove the suppression."),
  };
}

/** Marks the findings that are suppressed with a reason; suppressions without one, and those that cover nothing, are findings. */
export function suppress(findings: readonly Found[], suppressions: readonly Suppression[]): readonly Found[] {
  const hasReason = ({ reason }: Suppression) => reason.trim() !== "";
  const withReason = suppressions.filter(hasReason);
  const marked = findings.map((finding) => {
    const by = withReason.find((suppression) => covers(suppression, finding));
    return by === undefined ? finding : { ...finding, suppressed: { reason: by.reason } };
  });
  return [
    ...marked,
    ...suppressions.filter((suppression) => !hasReason(suppression)).map(withoutReason),
    ...withReason
      .filter((suppression) => !findings.some((finding) => covers(suppression, finding)))
      .map(unused),
  ];
}
