// The API reference, written from the docstrings of every entry point.
import { fileURLToPath } from "node:url";
import { Application } from "typedoc";

const root = fileURLToPath(new URL("..", import.meta.url));

export async function writeReference(folder) {
  const app = await Application.bootstrapWithPlugins({
    entryPoints: [
      "index",
      "channels/index",
      "analysis/index",
      "testing/index",
      "testing/arbitraries",
      "adapters/*",
    ].map((name) => `${root}src/${name}.ts`),
    tsconfig: `${root}tsconfig.build.json`,
    plugin: ["typedoc-plugin-markdown"],
    readme: "none",
    disableSources: true,
    excludeInternal: true,
    router: "kind",
    outputs: [{ name: "markdown", path: folder }],
    hidePageHeader: true,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    logLevel: "Warn",
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("The docstrings cannot be read.");
  await app.generateOutputs(project);
}
