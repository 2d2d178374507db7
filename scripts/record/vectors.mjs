import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { comparable } from "./notation.mjs";

export const areas = ["keys", "lifecycle", "policy"];

function fileOf(area) {
  return new URL(`../../test/conformance/vectors/${area}.jsonl.gz`, import.meta.url);
}

/** The committed lines of an area: an input, and what each recorded release answered. */
export function readVectors(area) {
  const text = gunzipSync(readFileSync(fileOf(area))).toString("utf8");
  return text
    .split("\n")
    .filter((row) => row !== "")
    .map((row) => JSON.parse(row));
}

export function writeVectors(area, lines) {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  writeFileSync(fileOf(area), gzipSync(text, { level: 9 }));
}

/**
 * A line of one release's vectors. Answers that mean the same are written the same: absent values are
 * left out, keys are sorted, and of an error only stays that there was one.
 */
export function formatRecord({ fn, input, timeZone, odd }, answer) {
  return JSON.stringify({ fn, input, timeZone, odd, ...outcomeOf(answer) });
}

function outcomeOf(answer) {
  return "throws" in answer ? { throws: "Error" } : { value: comparable(answer.value) };
}

function outputOf({ outputs }, release) {
  return outputs.find(({ releases }) => releases.includes(release));
}

/** What the committed vectors say of one release, line by line; undefined where it has no answer. */
export function projectOn(release, lines) {
  return lines.map((line) => {
    const output = outputOf(line, release);
    return output && formatRecord(line, output);
  });
}

/**
 * The lines with a release's answers. One that means what the committed answer means changes nothing, and
 * a line that the release could not be asked keeps what is committed.
 */
export function mergeAnswers(release, lines, answers) {
  const committed = projectOn(release, lines);
  return lines.map((line, index) => {
    const answer = answers[index];
    if (answer === undefined || formatRecord(line, answer) === committed[index]) return line;
    const others = line.outputs.map((output) => without(release, output));
    const outputs = withAnswer(release, line, others, answer);
    return { ...line, outputs: outputs.filter(({ releases }) => releases.length > 0) };
  });
}

function without(release, output) {
  return { ...output, releases: output.releases.filter((other) => other !== release) };
}

function withAnswer(release, line, outputs, answer) {
  const written = formatRecord(line, answer);
  const same = outputs.findIndex((output) => formatRecord(line, output) === written);
  if (same === -1) return [...outputs, { releases: [release], ...outcomeOf(answer) }];
  return outputs.map((output, index) =>
    index === same ? { ...output, releases: [...output.releases, release].sort(inReleaseOrder) } : output,
  );
}

/** `2026.2.6-3` comes after `2026.2.6` and before `2026.2.9`. */
export const inReleaseOrder = new Intl.Collator("en", { numeric: true }).compare;
