// Puts the pages of the site together in .pages: those of docs/ as they are, the site's own, and the API reference, which is
// written from the docstrings. What they link to outside the pages is looked up in the repository.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { writeReference } from "./reference.mjs";

const site = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
const { repository } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const home = repository.url.replace(/^git\+|\.git$/g, "");

/** Each page by its place in the repository, and where it stands on the site. */
const places = new Map([
  ...readdirSync(`${root}docs`)
    .filter((file) => file.endsWith(".md"))
    .map((file) => [`docs/${file}`, `guide/${file}`]),
  ...["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"]
    .filter((file) => existsSync(root + file))
    .map((file) => [file, `project/${file.toLowerCase().replaceAll("_", "-")}`]),
]);

/** A link of the page that stands at `from` in the repository, as the site needs it. */
function linked(target, from) {
  if (/^([a-z]+:|#)/.test(target)) return target;
  const [path, anchor] = target.split("#");
  const file = posix.join(posix.dirname(from), path);
  const page = places.get(file) ?? (file === "README.md" ? "index.md" : undefined);
  const end = anchor === undefined ? "" : `#${anchor}`;
  if (page !== undefined) return `/${page}${end}`;
  if (/\.(svg|png)$/.test(file)) return `/${posix.basename(file)}`;
  if (!existsSync(root + file)) throw new Error(`${from} links to ${target}, which is not there.`);
  return `${home}/blob/main/${file}${end}`;
}

function page(file) {
  const text = readFileSync(root + file, "utf8");
  return text.replace(
    /(\]\()([^)\s]+)(\))/g,
    (_, before, target, after) => before + linked(target, file) + after,
  );
}

rmSync(`${site}.pages`, { recursive: true, force: true });
cpSync(`${site}pages`, `${site}.pages`, { recursive: true });
for (const folder of ["guide", "project", "public"])
  mkdirSync(`${site}.pages/${folder}`, { recursive: true });
for (const [file, place] of places) writeFileSync(`${site}.pages/${place}`, page(file));
for (const file of readdirSync(`${root}docs`).filter((name) => /\.(svg|png)$/.test(name))) {
  cpSync(`${root}docs/${file}`, `${site}.pages/public/${file}`);
}
await writeReference(`${site}.pages/reference`);
