import Module, { register } from "node:module";
import "./node-gaps.mjs";
import { findDefinitions } from "./definitions.mjs";
import { recorded, replacing } from "./hooks.mjs";
import { inertValue } from "./inert-value.mjs";

/** Lets `require` find a stand-in for a package that is left out, as the hooks do for `import`. */
function leaveOutRequired() {
  const standIn = "/left-out-package";
  Module._cache[standIn] = { exports: inertValue("a required package"), loaded: true };
  const find = Module._resolveFilename;
  Module._resolveFilename = (specifier, ...rest) => {
    try {
      return find(specifier, ...rest);
    } catch (error) {
      if (error.code === "MODULE_NOT_FOUND" && !specifier.startsWith(".")) return standIn;
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
  return name.replace(replacing, "");
}

/**
 * Binds each call to the functions of an unpacked release. Of a call's variants the first one is taken
 * whose functions the release has; a call without one is absent from the result.
 */
export async function bindCalls(packageDirectory, calls) {
  const variants = Object.entries(calls).flatMap(([fn, binds]) =>
    [binds].flat().map((bind) => ({ fn, bind, names: namesTakenBy(bind) })),
  );
  const places = findDefinitions(
    packageDirectory,
    new Set(variants.flatMap(({ names }) => names.map(definedAs))),
  );
  const wanted = new Map();
  for (const name of new Set(variants.flatMap(({ names }) => names))) {
    const place = places.get(definedAs(name));
    if (place !== undefined) wanted.set(place, [...(wanted.get(place) ?? []), name]);
  }
  leaveOutRequired();
  register("./hooks.mjs", import.meta.url, { data: [...wanted] });

  const bound = new Map();
  const failures = new Map();
  for (const { fn, bind, names } of variants) {
    if (bound.has(fn) || !names.every((name) => places.has(definedAs(name)))) continue;
    try {
      const functions = {};
      for (const name of names) functions[name] = (await import(places.get(definedAs(name))))[recorded(name)];
      bound.set(fn, bind(functions));
    } catch (error) {
      failures.set(fn, error);
    }
  }
  return { bound, failures };
}
