import { formatPath } from "../path.ts";
import { isObject } from "../is-object.ts";
import { change } from "./change.ts";
import { put, type LoadDraft, type PropertyPath } from "./draft.ts";
import type { LoadStep } from "./step.ts";

/** The names of settings that are paths, and of lists of them. */
const pathName = /(dir|path|paths|file|root|workspace)$/i;
const listNames: ReadonlySet<string> = new Set(["paths", "pathPrepend"]);
const atHome = /^~(?=$|[\\/])/;

function visit(draft: LoadDraft, home: string, value: unknown, path: PropertyPath, isPath: boolean): void {
  if (typeof value === "string") {
    const text = value.trim();
    if (!isPath || !atHome.test(text)) return;
    const absolute = text.replace(atHome, () => home);
    put(draft, path, absolute);
    const sentence = `The loader writes the home directory for \`~\` in \`${formatPath(path)}\`.`;
    draft.changes.push(change("home-written-out", path, { from: path, value: absolute, sentence }));
  } else if (Array.isArray(value)) {
    const isList = isPath && listNames.has(String(path.at(-1)));
    for (const [index, inner] of (value as unknown[]).entries())
      visit(draft, home, inner, [...path, index], isList);
  } else if (isObject(value))
    for (const [name, inner] of Object.entries(value))
      visit(draft, home, inner, [...path, name], pathName.test(name) || listNames.has(name));
}

/** Writes out the home directory, where it is known, in the settings that are paths. */
export const writeHomeOut: LoadStep = (draft, { env }) => {
  const home = env["HOME"]?.trim() ?? "";
  if (home !== "") visit(draft, home, draft.config, [], false);
};
