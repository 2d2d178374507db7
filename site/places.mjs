// Which pages of the repository stand on the site, where, and in which order: README names them, each beside its question.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

export const readme = readFileSync(`${root}README.md`, "utf8");

const { repository } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** Where the repository is seen, as `https://github.com/owner/name`. */
export const repositoryPage = repository.url.replaceAll(/^git\+|\.git$/g, "");

/** What README asks and names, row by row. */
const rows = [...readme.matchAll(/^\| ([^|]*?) +\| \[([^\]]*)\]\(([^)]*\.md)\) +\|$/gm)].map(
  ([, question = "", name = "", file = ""]) => ({ question, name, file }),
);

/** Pages of the repository that are no part of the guide. */
const project = [
  { file: "CHANGELOG.md", name: "Changelog" },
  { file: "SECURITY.md", name: "Security" },
  { file: "CODE_OF_CONDUCT.md", name: "Code of conduct" },
];

/** Where a page of the repository stands on the site, as `guide/rooms.md`. */
function placeOf(file) {
  return file.startsWith("docs/")
    ? file.replace("docs/", "guide/")
    : `project/${file.toLowerCase().replaceAll("_", "-")}`;
}

/** Every page of the repository that stands on the site. */
export const pages = [...rows, ...project].map((page) => ({ ...page, place: placeOf(page.file) }));

for (const file of readdirSync(`${root}docs`).filter((name) => name.endsWith(".md")))
  if (!rows.some((row) => row.file === `docs/${file}`)) throw new Error(`README names no page docs/${file}.`);
for (const { file } of pages)
  if (!existsSync(root + file)) throw new Error(`README names ${file}, which is not there.`);

/** Under which heading the pages stand, from the first of each on. What README names before them, one begins with. */
const headings = [
  { text: "Begin" },
  { text: "Conversations and messages", first: "session-keys" },
  { text: "A bot", first: "a-message" },
  { text: "What it may do", first: "policies" },
  { text: "Configs and releases", first: "bad-input" },
  { text: "Audit and fixes", first: "audit" },
  { text: "Tests and tools", first: "testing" },
  { text: "keyscope itself", first: "performance" },
];

/** The guide in the sidebar. */
export const guideSidebar = (() => {
  const starts = headings.map(({ first }) =>
    first === undefined ? 0 : pages.findIndex(({ place }) => place === `guide/${first}.md`),
  );
  return headings.flatMap(({ text }, at) => {
    if (starts[at] === -1) throw new Error(`README names no page that "${text}" begins with.`);
    const items = pages
      .slice(starts[at], starts[at + 1])
      .map(({ name, place }) => ({ text: name, link: `/${place.replace(/\.md$/, "")}` }));
    return items.length === 0 ? [] : [{ text, items }];
  });
})();

/** The guide's first page. */
export const firstPage = guideSidebar[0].items[0].link;
