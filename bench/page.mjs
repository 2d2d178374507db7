/* Writes docs/performance.md and its charts from what a run measured. */
import { readFileSync, writeFileSync } from "node:fs";
import prettier from "prettier";
import { growthChart } from "./chart.mjs";
import { machine } from "./machine.mjs";
import { cellsOf, targetOf, verdictOf, written } from "./table.mjs";

const docs = new URL("../docs/", import.meta.url);
const growthImage = "performance-growth.svg";

function tableOf(headings, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const [first, ...others] = headings;
  return [line([first, ...others]), line(["---", ...others.map(() => "---:")]), ...rows.map(line)].join("\n");
}

function targetsOf({ targets = [] }, columns) {
  return targets.map((target) => targetOf(target, columns)).join(", ");
}

function groupTable({ columns, rows }) {
  const hasTargets = rows.some(({ targets = [] }) => targets.length > 0);
  const headings = ["", ...Object.values(columns).map(({ heading }) => heading)];
  return tableOf(
    hasTargets ? [...headings, "target", ""] : headings,
    rows.map((row) => {
      const cells = [row.title, ...cellsOf(row, columns).map((cell) => cell.trim())];
      return hasTargets ? [...cells, targetsOf(row, columns), verdictOf(row)] : cells;
    }),
  );
}

/** How many targets were reached, and what was measured where they were not. */
function summary(groups) {
  const aimed = groups.flatMap(({ title, columns, rows }) =>
    rows.filter((row) => verdictOf(row) !== "").map((row) => ({ group: title, columns, row })),
  );
  const missed = aimed.filter(({ row }) => verdictOf(row) === "missed");
  const lines = missed.map(({ group, columns, row }) => {
    const found = row.targets
      .map(({ column }) => written(row.values[column], columns[column].kind))
      .join(", ");
    return `- ${group}: ${row.title}, ${targetsOf(row, columns)}, measured ${found}`;
  });
  const reached = `${aimed.length - missed.length} of ${aimed.length} targets were reached`;
  return missed.length === 0 ? `${reached}.` : `${reached}. Missed were:\n\n${lines.join("\n")}`;
}

function section(group) {
  const image = group.name === "growth" ? `![How the time of a decision grows](${growthImage})\n\n` : "";
  return `## ${group.title}\n\n${group.about}\n\n${image}${groupTable(group)}\n`;
}

/** The exact versions of what is compared with. */
function peers() {
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
}

function pageOf(groups) {
  return `# Performance

Written by \`npm run bench\` on ${machine()}, compared with ${peers().join(", ")}. Do not edit it.

Each row is measured in a process of its own, in which both sides take turns at the same work. Their answers are compared
before anything is timed; a difference stops the run. A figure is CPU time, including garbage collection, and the lowest of
several samples. Figures depend on the machine, so look at the ratios.

${summary(groups)}

${groups.map(section).join("\n")}`;
}

async function writeFormatted(name, text) {
  const path = new URL(name, docs);
  const options = await prettier.resolveConfig(path.pathname);
  writeFileSync(path, await prettier.format(text, { ...options, filepath: path.pathname }));
}

/** Writes the page of a run of everything. */
export async function writePage(groups) {
  const growth = groups.find(({ name }) => name === "growth");
  writeFileSync(new URL(growthImage, docs), growthChart(growth.rows));
  await writeFormatted("performance.md", pageOf(groups));
}
