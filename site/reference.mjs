// The API reference, written from the docstrings: each public name on the page of what one does with it.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Application, Comment, Converter, DeclarationReflection, ReflectionKind } from "typedoc";
import { load as asMarkdown } from "typedoc-plugin-markdown";
import { groups, slugOf } from "./reference-pages.mjs";
import { showTypesAsWritten } from "./reference-types.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** What a program writes to import an entry point, by the file of src/ behind it. */
const specifiers = new Map(
  Object.entries(exports).flatMap(([path, files]) =>
    typeof files === "string"
      ? []
      : [[files.module.replace("./dist/", "").replace(/\.js$/, ".ts"), `keyscope${path.slice(1)}`]],
  ),
);

/** The file of src/ in which something is declared. */
function fileOf(project, reflection) {
  return project.getSymbolIdFromReflection(reflection).packagePath.replace(/^src\//, "");
}

/** The page on which the names of a file of src/ stand. */
function pageOf(file) {
  const pages = groups.flatMap(({ pages }) => pages);
  for (let place = file; place !== "."; place = place.includes("/") ? place.replace(/\/[^/]*$/, "") : ".") {
    const page = pages.find(({ of }) => of.includes(place));
    if (page !== undefined) return page;
  }
  throw new Error(`No page of the reference takes the names of src/${file}: name it in reference-pages.mjs.`);
}

/** The first sentence of a docstring. */
function firstSentence(name) {
  const comment = name.comment ?? name.signatures?.[0]?.comment;
  const text = (comment?.summary ?? [])
    .map((part) => part.text)
    .join("")
    .replaceAll(/\s+/g, " ");
  return /^(?:`[^`]*`|[^`])*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}

/** What is imported from where, as lines of a program: the values, and where there are none the types. */
function importsOf(names) {
  const onlyTypes = names.every(({ type }) => type);
  const imported = names.filter(({ type }) => type === onlyTypes);
  return [...new Set(imported.map(({ from }) => from))].map((from) => {
    const list = imported
      .filter((each) => each.from === from)
      .map(({ name }) => name.name)
      .sort();
    return `import ${onlyTypes ? "type " : ""}{ ${list.join(", ")} } from "${from}";`;
  });
}

/**
 * Moves the public names from their entry points to the pages of the reference. A name that two entry points export stands
 * where it is declared; a framework's entry point shows all that it exports.
 */
function turnIntoPages(project) {
  const filled = new Map();
  for (const entry of [...project.children]) {
    const file = fileOf(project, entry);
    const from = specifiers.get(file);
    const framework = file.startsWith("adapters/");
    for (const name of [...entry.children]) {
      const again = name.kindOf(ReflectionKind.Reference);
      if (again && !framework) continue;
      const page = pageOf(framework ? file : fileOf(project, name));
      const type = (again ? name.getTargetReflectionDeep() : name).kindOf([
        ReflectionKind.Interface,
        ReflectionKind.TypeAlias,
      ]);
      filled.set(page, [...(filled.get(page) ?? []), { name, from, type }]);
    }
  }
  const modules = [];
  for (const page of groups.flatMap(({ pages }) => pages)) {
    const names = filled.get(page);
    if (names === undefined) throw new Error(`Nothing stands on the page "${page.title}" of the reference.`);
    const module = new DeclarationReflection(slugOf(page.title), ReflectionKind.Module, project);
    project.registerReflection(module, undefined, undefined);
    module.comment = new Comment([
      { kind: "code", text: `\`\`\`ts\n${importsOf(names).join("\n")}\n\`\`\`` },
    ]);
    for (const { name } of names) {
      name.parent.removeChild(name);
      name.parent = module;
      module.addChild(name);
    }
    modules.push({ page, module, names });
  }
  for (const entry of [...project.children]) project.removeReflection(entry);
  for (const { module } of modules) project.addChild(module);
  return modules;
}

/** The first page of the reference: what one can do, by what one does it, and the types of each page. */
function indexPage(modules) {
  const pageText = ({ title }) => {
    const { module, names } = modules.find(({ page }) => page.title === title);
    const values = names.filter(({ type, name }) => !type && !name.kindOf(ReflectionKind.Reference));
    const rows = values.map(({ name, from }) => {
      const anchor = name.name.toLowerCase();
      return `| [\`${name.name}\`](${module.name}.md#${anchor}) | ${firstSentence(name).replaceAll("|", "\\|")} | \`${from}\` |`;
    });
    const table =
      rows.length === 0 ? [] : ["| name | what it does | from |", "| --- | --- | --- |", ...rows, ""];
    const types = names
      .filter(({ type }) => type)
      .map(({ name }) => `[\`${name.name}\`](${module.name}.md#${name.name.toLowerCase()})`);
    return [
      `### [${title}](${module.name}.md)`,
      "",
      ...table,
      ...(types.length > 0 ? [`Types: ${types.join(", ")}`, ""] : []),
    ].join("\n");
  };
  return [
    "# Reference",
    "",
    "Every name that the package exports, sorted by what it is for. The text comes from the docstrings in the source, and the tests run the examples.",
    "",
    ...groups.flatMap(({ text, pages }) => [`## ${text}`, "", ...pages.map(pageText)]),
  ].join("\n");
}

export async function writeReference(folder) {
  const app = await Application.bootstrapWithPlugins({
    entryPoints: [...specifiers.keys()].map((file) => `${root}src/${file}`),
    tsconfig: `${root}tsconfig.build.json`,
    skipErrorChecking: true,
    plugin: [asMarkdown],
    readme: "none",
    entryFileName: "index",
    disableSources: true,
    excludeInternal: true,
    excludeExternals: true,
    groupOrder: ["Functions", "Variables", "Classes", "*"],
    router: "module",
    outputs: [{ name: "markdown", path: folder }],
    hidePageHeader: true,
    hidePageTitle: true,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    // Everything is read-only.
    tableColumnSettings: { hideModifiers: true, hideInherited: true },
    expandParameters: true,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    typeAliasPropertiesFormat: "table",
    logLevel: "Error",
  });
  showTypesAsWritten(app.converter);
  let modules = [];
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    modules = turnIntoPages(project);
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("The docstrings cannot be read.");
  await app.generateOutputs(project);
  for (const { page, module, names } of modules) {
    const file = `${folder}/${module.name}.md`;
    const values = names.filter(({ type }) => !type);
    const description = (values.length > 0 ? values : names).map(({ name }) => name.name).join(", ");
    const head = `---\ndescription: ${JSON.stringify(description)}\n---\n\n# ${page.title}\n\n`;
    // A union in a table needs no stroke before its first type.
    const text = readFileSync(file, "utf8").replaceAll("| \\| ", "| ");
    writeFileSync(file, head + text);
  }
  writeFileSync(`${folder}/index.md`, indexPage(modules));
}
