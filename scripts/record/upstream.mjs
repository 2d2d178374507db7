import Module, { register } from "node:module";
import "./node-gaps.mjs";
import { findDefinitions } from "./definitions.mjs";
import { ofBundled, recorded, replacing } from "./hooks.mjs";
import { inertValue } from "./inert-value.mjs";

/** Lets `require` find a stand-in for a package that is left out, as the hooks do for `import`. */
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

/** Under what a file exports it: of each file that defines it, the same. */
function exported(name) {
  return name.replace(ofBundled, "");
}

function definedAs(name) {
  return exported(name).replace(replacing, "");
}

/**
 * Binds each call to the functions of an unpacked release. Of a call's variants the first one is taken
 * whose functions the release has; a call without one is absent from the result. Tells which it is about
 * to load, because loading may take its time.
 */
export async function bindCalls(packageDirectory, calls, tell = () => undefined) {
  const variants = Object.entries(calls).flatMap(([fn, binds]) =>
    [binds].flat().map((bind) => ({ fn, bind, names: namesTakenBy(bind) })),
  );
  const names = new Set(variants.flatMap((variant) => variant.names));
  const definitions = findDefinitions(packageDirectory, new Set([...names].map(definedAs)));
  const placesOf = (name) => {
    const { best, bundled } = definitions.get(definedAs(name)) ?? { bundled: [] };
    return ofBundled.test(name) ? bundled : best === undefined ? [] : [best];
  };
  const has = (name) => ofBundled.test(name) || definitions.has(definedAs(name));
  const wanted = new Map();
  for (const name of names)
    for (const place of placesOf(name)) wanted.set(place, [...(wanted.get(place) ?? []), exported(name)]);
  leaveOutRequired();
  register("./hooks.mjs", import.meta.url, { data: [...wanted] });
  const take = async (name) => {
    const found = [];
    for (const place of placesOf(name)) found.push((await import(place))[recorded(exported(name))]);
    return ofBundled.test(name) ? found : found[0];
  };

  const bound = new Map();
  const failures = new Map();
  for (const { fn, bind, names: taken } of variants) {
    if (bound.has(fn) || failures.has(fn) || !taken.every(has)) continue;
    tell(fn);
    try {
      const functions = {};
      for (const name of taken) functions[name] = await take(name);
      bound.set(fn, bind(functions));
    } catch (error) {
      failures.set(fn, error);
    }
  }
  return { bound, failures };
}
