import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import manifest from "../../package.json" with { type: "json" };

/** The folder that the site was built into. */
export const built = fileURLToPath(new URL("../.vitepress/dist/", import.meta.url));

/** The path that the site is published under, as `/keyscope/`. */
const base = new URL(manifest.homepage).pathname;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

const packed = new Set([".html", ".js", ".css", ".json", ".md", ".svg", ".txt", ".xml"]);

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() === true;
}

/** The file that a path of the site leads to, found as GitHub Pages finds it. */
async function fileOf(path: string): Promise<string | undefined> {
  if (!path.startsWith(base)) return undefined;
  const place = join(built, normalize(`/${decodeURIComponent(path.slice(base.length))}`));
  const candidates = path.endsWith("/") ? [join(place, "index.html")] : [place, `${place}.html`];
  for (const file of candidates) if (await isFile(file)) return file;
  return undefined;
}

/** The site behind an address, which ends with the path that it is published under. */
export interface Served {
  readonly address: URL;
  readonly close: () => Promise<void>;
}

/** Serves the built site on a free port, with the compression, the cache headers and the 404 page of GitHub Pages. */
export async function serveSite(): Promise<Served> {
  const server = createServer((request, response) => {
    void (async () => {
      const found = await fileOf(new URL(request.url ?? "/", "http://localhost").pathname);
      const file = found ?? join(built, "404.html");
      const bytes = await readFile(file);
      const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
      const headers = {
        "cache-control": "max-age=600",
        "content-type": types[extname(file)] ?? "application/octet-stream",
        etag,
        vary: "Accept-Encoding",
      };
      if (request.headers["if-none-match"] === etag) {
        response.writeHead(304, headers).end();
        return;
      }
      const gzip =
        packed.has(extname(file)) && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
      response
        .writeHead(found === undefined ? 404 : 200, {
          ...headers,
          ...(gzip && { "content-encoding": "gzip" }),
        })
        .end(gzip ? gzipSync(bytes) : bytes);
    })().catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return {
    address: new URL(base, `http://localhost:${port}`),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeAllConnections();
      }),
  };
}
