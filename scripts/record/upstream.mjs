import Module, { register } from "node:module";
import "./node-gaps.mjs";
import { findDefinitions } from "./definitions.mjs";
import { each, recorded, replacing } from "./hooks.mjs";
import { inertValue } from "./inert-value.mjs";

/**
 * Lets `require` find a stand-in for a package that is left out, or a part of Node that is missing here, as the hooks
 * do for `import`.
 */
function leaveOutRequired() {
  const find = Module._resolveFilename;
  Module._resolveFilename = (specifier, ...rest) => {
    try {
      return find(specifier, ...rest);
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND" || specifier.startsWith(".")) throw error;
      const standIn = `/left-out/${specifier}`;
      Module._cache[standIn] ??= { exports: inertValue(specifier), loaded: true };
      return standIn;
    }
  };
  const load = Module._load;
  Module._load = (specifier, ...rest) => {
    try {
      return load(specifier, ...rest);
    } catch (error) {
      if (error.code === "ERR_UNKNOWN_BUILTIN_MODULE") return inertValue(specifier);
      throw error;
    }
  };
}

/** The names that a call takes out of a release: those that its first parameter is destructured into. */
function namesTakenBy(bind) {
  const names = [];
  bind(
    new Proxy(
      {},
      {
        get: (_, name) => {
          names.push(name);
          return undefined;
        },
      },
    ),
  );
  return names;
}

function definedAs(name) {
  return name.replace(each, "").replace(replacing, "");
}

/**
 * From where the functions of a call may be taken, by name, the likeliest first; none where the release lacks one.
 * Of namesakes and copies those are meant that stand together: in the file that has most of them, or imported by it.
 */
function choicesOf(names, definitions) {
  const foundOf = (name) => definitions.get(definedAs(name)) ?? [];
  const single = names.filter((name) => !each.test(name));
  if (single.some((name) => foundOf(name).length === 0)) return [];
  const nearTo = (file, name) =>
    (foundOf(name).includes(file) ? file : undefined) ??
    foundOf(name).find(({ url }) => url === file.url) ??
    foundOf(name).find(({ url }) => file.imports.includes(url));
  const nearby = (file) => single.filter((name) => nearTo(file, name) !== undefined).length;
  const files = single.flatMap(foundOf).sort((a, b) => nearby(b) - nearby(a));
  const middles = files.length === 0 ? [{ url: "", imports: [] }] : files;
  const chosenBy = (middle) =>
    names.map((name) => {
      const places = each.test(name) ? foundOf(name) : [nearTo(middle, name) ?? foundOf(name)[0]];
      const prefix = replacing.exec(name)?.[0] ?? "";
      return { name, places: places.map(({ url, local }) => ({ url, wanted: prefix + local })) };
    });
  const choices = new Map(middles.map(chosenBy).map((choice) => [JSON.stringify(choice), choice]));
  return [...choices.values()];
}

async function functionsOf(choice) {
  const functions = {};
  for (const { name, places } of choice) {
    const taken = [];
    for (const { url, wanted } of places) taken.push((await import(url))[recorded(wanted)]);
    functions[name] = each.test(name) ? taken : taken[0];
  }
  return functions;
}

/**
 * Binds each call to the functions of an unpacked release. Of a call's variants the first one is taken whose functions
 * the release has; a call without one is absent from the result. A call may give nothing where what it was given is
 * but a namesake: then it is given the next one. Tells which it is about to load, because loading may take its time.
 */
export async function bindCalls(packageDirectory, calls, tell = () => undefined) {
  const variants = Object.entries(calls).flatMap(([fn, binds]) =>
    [binds].flat().map((bind) => ({ fn, bind, names: namesTakenBy(bind) })),
  );
  const definitions = findDefinitions(
    packageDirectory,
    new Set(variants.flatMap(({ names }) => names.map(definedAs))),
  );
  const chosen = new Map();
  for (const { fn, bind, names } of variants) {
    const choices = choicesOf(names, definitions);
    if (choices.length > 0 && !chosen.has(fn)) chosen.set(fn, { bind, choices });
  }
  const wantedOf = new Map();
  for (const { choices } of chosen.values())
    for (const { url, wanted } of choices.flat().flatMap(({ places }) => places))
      wantedOf.set(url, new Set(wantedOf.get(url)).add(wanted));
  leaveOutRequired();
  register("./hooks.mjs", import.meta.url, { data: [...wantedOf].map(([url, names]) => [url, [...names]]) });

  const bound = new Map();
  const failures = new Map();
  for (const [fn, { bind, choices }] of chosen) {
    tell(fn);
    for (const choice of choices)
      try {
        const call = bind(await functionsOf(choice));
        if (call === undefined) continue;
        bound.set(fn, call);
        failures.delete(fn);
        break;
      } catch (error) {
        if (!failures.has(fn)) failures.set(fn, error);
      }
  }
  return { bound, failures };
}
