// Puts the pages of the site together in .pages: those of the repository, the site's own, and the API reference, which is
// written from the docstrings. What they link to outside the pages is looked up in the repository.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { firstPage, pages, readme, repositoryPage, root } from "./places.mjs";
import { writeReference } from "./reference.mjs";

const site = fileURLToPath(new URL(".", import.meta.url));
const places = new Map([["README.md", "index.md"], ...pages.map(({ file, place }) => [file, place])]);

/** A link of the page that stands at `from` in the repository, as the site needs it. */
function linked(target, from) {
  if (/^([a-z]+:|#)/.test(target)) return target;
  const [path, anchor] = target.split("#");
  const file = posix.normalize(posix.join(posix.dirname(from), path));
  const place = places.get(file);
  const end = anchor === undefined ? "" : `#${anchor}`;
  if (place !== undefined) return `/${place}${end}`;
  if (/\.(svg|png)$/.test(file)) return `/${posix.basename(file)}`;
  if (!existsSync(root + file)) throw new Error(`${from} links to ${target}, which is not there.`);
  return `${repositoryPage}/blob/main/${file}${end}`;
}

function withLinks(text, from) {
  return text.replaceAll(/(?<=\]\()[^)\s]+(?=\))/g, (target) => linked(target, from));
}

/** A page of the repository; what README asks tells search engines and readers of `llms.txt` what it is about. */
function pageText({ file, question }) {
  const head =
    question === undefined
      ? ""
      : `---\ndescription: ${JSON.stringify(question.replaceAll("`", ""))}\n---\n\n`;
  return head + withLinks(readFileSync(root + file, "utf8"), file);
}

/** The bot that README begins with. */
function bot() {
  const block = /^```ts\n[\s\S]*?^```$/m.exec(readme);
  if (block === null) throw new Error("README shows no bot.");
  return block[0];
}

rmSync(`${site}.pages`, { recursive: true, force: true });
cpSync(`${site}pages`, `${site}.pages`, { recursive: true });
for (const folder of ["guide", "project", "public"])
  mkdirSync(`${site}.pages/${folder}`, { recursive: true });
for (const page of pages) writeFileSync(`${site}.pages/${page.place}`, pageText(page));
for (const file of readdirSync(`${root}docs`).filter((name) => /\.(svg|png)$/.test(name)))
  cpSync(`${root}docs/${file}`, `${site}.pages/public/${file}`);
const home = readFileSync(`${site}pages/index.md`, "utf8");
writeFileSync(
  `${site}.pages/index.md`,
  home.replace("<!-- the bot of README -->", bot).replaceAll("FIRST_PAGE", firstPage),
);
await writeReference(`${site}.pages/reference`);
