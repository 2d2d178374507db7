import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export function gzippedBytes(contents) {
  return gzipSync(contents, { level: 9 }).length;
}

/** Bytes of what a program carries when it imports this much, minified and gzipped. */
export async function bundledBytes(imports, from) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export ${imports} from ${JSON.stringify(from)};`,
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
