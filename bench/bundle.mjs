import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export function gzippedBytes(contents) {
  return gzipSync(contents, { level: 9 }).length;
}

/** Bytes of what a program carries that imports this much, such as `{ module: "{ name }" }`, minified and gzipped. */
export async function bundledBytes(imports) {
  const { outputFiles } = await build({
    stdin: {
      contents: Object.entries(imports)
        .map(([from, names]) => `export ${names} from ${JSON.stringify(from)};`)
        .join("\n"),
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "silent",
  });
  return gzippedBytes(outputFiles[0].contents);
}
