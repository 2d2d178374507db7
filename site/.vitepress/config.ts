import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import manifest from "../../package.json" with { type: "json" };
import { guide } from "./guide.ts";

const built = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const home = new URL(manifest.homepage);

export default defineConfig({
  title: "keyscope",
  description: manifest.description,
  lang: "en-GB",
  base: home.pathname,
  srcDir: ".pages",
  cleanUrls: true,
  lastUpdated: false,
  themeConfig: {
    nav: [
      { text: "Guide", link: "/guide/why", activeMatch: "^/guide/" },
      { text: "Playground", link: "/playground" },
      { text: "Reference", link: "/reference/", activeMatch: "^/reference/" },
    ],
    sidebar: { "/guide/": guide, "/project/": guide },
    search: { provider: "local" },
    socialLinks: [{ icon: "github", link: manifest.bugs.url.replace(/\/issues$/, "") }],
  },
  vite: {
    resolve: {
      // The library as it is published, built from this very checkout.
      alias: Object.entries(manifest.exports).flatMap(([path, files]) =>
        typeof files === "string"
          ? []
          : [{ find: new RegExp(`^keyscope${path.slice(1)}$`), replacement: built(files.module) }],
      ),
    },
  },
});
