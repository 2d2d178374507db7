import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";

const fenced = /^[ \t]*(```|~~~)[\s\S]*?^[ \t]*\1[ \t]*$/gm;

/** What stands behind `#` in a link to a heading, as GitHub derives it; a heading that was there before counts on. */
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of page.replace(fenced, "").matchAll(/^#{1,6} +(.*?)[ #]*$/gm)) {
    const words = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
      .replaceAll(" ", "-");
    let anchor = words;
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${words}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Where a page links to, without what it shows as code. */
export function linksOf(page: string): readonly string[] {
  const prose = page.replace(fenced, "").replace(/(`+)[^`][\s\S]*?\1/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)|^\[[^\]]+\]: (\S+)$/gm)].map(
    ([, inline, apart]) => inline ?? apart ?? "",
  );
}

/** The links of a page of `folder` that lead to no file there, or to no heading of it. Addresses of the web are nobody's. */
export function brokenLinks(folder: string, page: string): readonly string[] {
  return linksOf(readFileSync(`${folder}/${page}`, "utf8")).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const file = path === "" ? page : posix.join(posix.dirname(page), decodeURIComponent(path));
    if (file.startsWith("..") || !existsSync(`${folder}/${file}`)) return true;
    if (anchor === undefined) return false;
    return !file.endsWith(".md") || !anchorsOf(readFileSync(`${folder}/${file}`, "utf8")).has(anchor);
  });
}
