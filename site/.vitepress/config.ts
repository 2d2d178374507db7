import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { defineConfig, type HeadConfig } from "vitepress";
import llmstxt from "vitepress-plugin-llms";
import manifest from "../../package.json" with { type: "json" };
import { firstPage, guideSidebar, repositoryPage } from "../places.mjs";
import { referenceSidebar } from "../reference-pages.mjs";
import { mendedTheme } from "./mended-theme.ts";

const built = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const home = new URL(manifest.homepage);

/** The address of a page, as `https://…/keyscope/guide/rooms` of `guide/rooms.md`. */
const addressOf = (page: string) => new URL(page.replace(/(^|\/)index\.md$|\.md$/, "$1"), home).href;

interface MarkdownToken {
  readonly type: string;
  readonly content: string;
  tag: string;
}

/** What a page may load: itself and this site. Of scripts in the page only those that it was built with. */
function contentPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${[...new Set(scripts)].join(" ")}`,
    // Colours of code are written beside it, and the playground's editor writes its own style.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The empty corner of a table is the head of nothing. */
function emptyHeadsAsCells({ tokens }: { readonly tokens: MarkdownToken[] }): void {
  tokens.forEach((token, at) => {
    if (token.type !== "th_open" || tokens[at + 1]?.content !== "") return;
    for (const part of [token, tokens[at + 2]]) if (part !== undefined) part.tag = "td";
  });
}

export default defineConfig({
  title: "keyscope",
  description: manifest.description,
  lang: "en-GB",
  base: home.pathname,
  srcDir: ".pages",
  cleanUrls: true,
  metaChunk: true,
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    // As GitHub names headings, whose links the pages have.
    anchor: {
      slugify: (heading) =>
        heading
          .trim()
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
          .replaceAll(" ", "-"),
    },
    config: (md) => md.core.ruler.push("corners of tables", emptyHeadsAsCells),
  },
  sitemap: { hostname: home.href },
  head: [
    ["link", { rel: "icon", type: "image/svg+xml", href: `${home.pathname}favicon.svg` }],
    ["meta", { name: "theme-color", content: "#0f766e" }],
    ["meta", { property: "og:site_name", content: "keyscope" }],
    ["meta", { property: "og:type", content: "website" }],
    ["meta", { name: "twitter:card", content: "summary" }],
  ],
  transformHead({ page, title, description }): HeadConfig[] {
    if (page === "404.md") return [];
    const address = addressOf(page);
    return [
      ["link", { rel: "canonical", href: address }],
      ["meta", { property: "og:url", content: address }],
      ["meta", { property: "og:title", content: title }],
      ["meta", { property: "og:description", content: description }],
    ];
  },
  transformHtml: (html) =>
    html.replace(
      '<meta charset="utf-8">',
      `$&\n    <meta http-equiv="Content-Security-Policy" content="${contentPolicy(html)}">`,
    ),
  themeConfig: {
    logo: { src: "/favicon.svg", alt: "", width: 24, height: 24 },
    nav: [
      { text: "Guide", link: firstPage, activeMatch: "^/guide/" },
      { text: "Playground", link: "/playground" },
      { text: "Reference", link: "/reference/", activeMatch: "^/reference/" },
      { text: "Changelog", link: "/project/changelog" },
    ],
    sidebar: { "/guide/": guideSidebar, "/project/": guideSidebar, "/reference/": referenceSidebar },
    outline: { level: [2, 3] },
    search: {
      provider: "local",
      options: {
        detailedView: true,
        miniSearch: { searchOptions: { boost: { title: 4, text: 2, titles: 1 } } },
      },
    },
    socialLinks: [{ icon: "github", link: repositoryPage, ariaLabel: "keyscope on GitHub" }],
    notFound: {
      title: "Page not found",
      quote: "It may have moved. Try the search above.",
      linkText: "Go to the home page",
      linkLabel: "Go to the home page",
    },
    footer: { message: "Released under the MIT licence." },
  },
  vite: {
    plugins: [mendedTheme(), llmstxt({ domain: home.origin, injectLLMHint: false })],
    resolve: {
      // The library as it is published, built from this very checkout.
      alias: Object.entries(manifest.exports).flatMap(([path, files]) =>
        typeof files === "string"
          ? []
          : [{ find: new RegExp(`^keyscope${path.slice(1)}$`), replacement: built(files.module) }],
      ),
    },
    build: {
      // The playground carries the whole library, which is loaded there alone.
      chunkSizeWarningLimit: 2000,
      // Marks in the library that this bundler does not look at are meant for others.
      rollupOptions: {
        onLog: (level, log, handle) => log.code === "INVALID_ANNOTATION" || handle(level, log),
      },
    },
  },
});
