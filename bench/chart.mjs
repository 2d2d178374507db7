/* Small charts beside one another: the time of a decision by how much a config holds, both logarithmic. */
import { written } from "./table.mjs";

const panel = { width: 300, height: 210, left: 58, right: 14, top: 34, bottom: 34 };
const perRow = 3;
const decades = { size: [1, 7], time: [1, 8] };
const sizeLabels = { 10: "10", 1e3: "1000", 1e5: "10⁵", 1e7: "10⁷" };
const sides = [
  { column: "ours", name: "keyscope", colour: "#0969da" },
  { column: "theirs", name: "OpenClaw", colour: "#cf222e" },
];

function along(value, [from, to], start, end) {
  const share = (Math.log10(Math.max(value, 10 ** from)) - from) / (to - from);
  return Math.round((start + share * (end - start)) * 10) / 10;
}

const x = (size) => along(size, decades.size, panel.left, panel.width - panel.right);
const y = (ns) => along(ns, decades.time, panel.height - panel.bottom, panel.top);

function text(at, words, attributes = "") {
  return `<text x="${at[0]}" y="${at[1]}" ${attributes}>${words}</text>`;
}

function axes() {
  const right = panel.width - panel.right;
  const bottom = panel.height - panel.bottom;
  const times = [1, 3, 5, 7].map((decade) => {
    const at = y(10 ** decade);
    return `<path d="M${panel.left} ${at}H${right}" class="grid"/>${text([panel.left - 6, at + 4], written(10 ** decade, "time"), 'text-anchor="end"')}`;
  });
  const sizes = Object.entries(sizeLabels).map(([size, label]) =>
    text([x(Number(size)), bottom + 16], label, 'text-anchor="middle"'),
  );
  return [...times, ...sizes].join("");
}

function lineOf(rows, { column, colour }) {
  const points = rows
    .filter(({ values }) => values.size > 0 && values[column] !== undefined)
    .map(({ values }) => [x(values.size), y(values[column])]);
  if (points.length === 0) return "";
  const dots = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`);
  return `<polyline points="${points.map((point) => point.join(",")).join(" ")}" stroke="${colour}" class="line"/>${dots.join("")}`;
}

function panelOf([title, rows], place) {
  const [left, top] = [(place % perRow) * panel.width, Math.floor(place / perRow) * panel.height];
  const heading = text([panel.left, 20], title, 'class="title"');
  const lines = sides.map((side) => lineOf(rows, side)).join("");
  return `<g transform="translate(${left} ${top})">${heading}${axes()}${lines}</g>`;
}

function legend(top) {
  return sides
    .map(({ name, colour }, place) => {
      const left = panel.left + place * 120;
      return `<circle cx="${left}" cy="${top}" r="4" fill="${colour}"/>${text([left + 10, top + 4], name)}`;
    })
    .join("");
}

/** Draws one chart for each thing that grows, in the order of the rows. */
export function growthChart(rows) {
  const titles = [...new Set(rows.map(({ title }) => title))];
  const panels = titles.map((title) => [title, rows.filter((row) => row.title === title)]);
  const height = Math.ceil(panels.length / perRow) * panel.height + 30;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${perRow * panel.width} ${height}" font-family="sans-serif" font-size="11">
<style>
svg { background: #fff; }
text { fill: #424a53; }
.title { font-weight: bold; }
.grid { stroke: #d8dee4; }
.line { fill: none; stroke-width: 2; }
</style>
${panels.map(panelOf).join("\n")}
${legend(height - 14)}
</svg>
`;
}
