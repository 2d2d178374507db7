import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { pages, repositoryPage } from "../places.mjs";
import { htmlPages } from "./built.ts";
import { publicNames } from "./public-names.ts";
import { built } from "./served.ts";

const home = new URL(manifest.homepage);

/** The file that an address of the site leads to. */
function fileOf(pathname: string): string {
  const path = decodeURIComponent(pathname.slice(home.pathname.length));
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return existsSync(built + path) && htmlPages.get(`${path}.html`) === undefined ? path : `${path}.html`;
}

function broken(from: string, html: string): readonly string[] {
  const here = new URL(from.replace(/index\.html$|\.html$/, ""), home);
  return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, link = ""]) => {
    const { origin, pathname, hash } = new URL(link.replaceAll("&amp;", "&"), here);
    if (origin !== home.origin) return [];
    const file = fileOf(pathname);
    if (!existsSync(built + file)) return [link];
    const target = htmlPages.get(file);
    const found = hash === "" || target?.includes(` id="${decodeURIComponent(hash.slice(1))}"`) === true;
    return found ? [] : [link];
  });
}

describe("every link of a page leads somewhere on the site", () => {
  test.each([...htmlPages])("%s", (file, html) => {
    expect(broken(file, html)).toEqual([]);
  });
});

test("what a page says of itself is whole", () => {
  const parts = ['rel="canonical"', 'property="og:title"', 'property="og:description"', 'name="description"'];
  const found = [...htmlPages].filter(([file]) => file !== "404.html");
  expect(found.filter(([, html]) => !parts.every((part) => html.includes(part)))).toEqual([]);
});

test("every page of README stands in the sidebar, the sitemap and llms.txt", () => {
  const [sitemap, llms] = ["sitemap.xml", "llms.txt"].map((file) => readFileSync(built + file, "utf8"));
  const guide = htmlPages.get("guide/session-keys.html");
  expect(pages.length).toBeGreaterThan(30);
  for (const { place } of pages) {
    const path = place.replace(/\.md$/, "");
    expect(guide).toContain(`href="${home.pathname}${path}"`);
    expect(sitemap).toContain(`<loc>${home.href}${path}</loc>`);
    expect(llms).toContain(`(${home.href}${path}.md)`);
  }
});

test("llms-full.txt holds the guide and the reference", () => {
  const whole = readFileSync(`${built}llms-full.txt`, "utf8");
  expect(whole).toContain("# Session keys");
  expect(whole).toContain("# Decide what may be sent");
});

test("every public name, values and types, stands in the reference", () => {
  const names = publicNames();
  const index = htmlPages.get("reference/index.html") ?? "";
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name) => !index.includes(`<code>${name}</code></a>`))).toEqual([]);
});

test("links into the repository are those of package.json", () => {
  expect(htmlPages.get("index.html")).toContain(`href="${repositoryPage}"`);
});
