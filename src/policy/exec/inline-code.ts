import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { baseName } from "./program-name.ts";

/** The options with which interpreters run code that stands in the command. */
const interpreters: readonly (readonly [names: string, options: string])[] = [
  ["python python2 python3 pypy pypy3", "-c"],
  ["node nodejs bun deno", "-e --eval -p --print"],
  ["ruby", "-e"],
  ["perl", "-e -E"],
  ["php", "-r"],
  ["lua", "-e"],
  ["osascript", "-e"],
];

/** The same for programs of other kinds. */
const programs: readonly (readonly [names: string, options: string])[] = [
  ["find", "-exec -execdir -ok -okdir"],
  ["make gmake", "-f --file --makefile"],
  ["sed gsed", "-e"],
];

/** Programs whose first word that is no option is code, or a command, unless a file is named for it. */
const positional: readonly (readonly [names: string, files: string])[] = [
  ["awk gawk mawk nawk", "-f --file"],
  ["sed gsed", "-f --file"],
  ["xargs", ""],
];

const words = (list: string) => list.split(" ").filter((word) => word !== "");

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  asks: behaviours.has("inline-code-asked"),
  ofPrograms: behaviours.has("inline-programs-asked"),
}));

function hasOption(args: readonly string[], options: readonly string[]): boolean {
  return args.some((arg) =>
    options.some((option) => arg === option || (option.startsWith("--") && arg.startsWith(`${option}=`))),
  );
}

/** Tells whether a simple command brings the code that it runs (`python3 -c`, `find -exec`), where an edition asks about that. */
export function bringsCode([program = "", ...args]: readonly string[], policy: Policy): boolean {
  const { asks, ofPrograms } = rules(policy);
  if (!asks) return false;
  const name = baseName(program);
  const table = ofPrograms ? [...interpreters, ...programs] : interpreters;
  const isIt = ([names]: readonly [string, string]) => words(names).includes(name);
  if (table.some((row) => isIt(row) && hasOption(args, words(row[1])))) return true;
  if (!ofPrograms) return false;
  return positional.some(
    (row) =>
      isIt(row) && !hasOption(args, words(row[1])) && args.some((arg) => arg !== "" && !arg.startsWith("-")),
  );
}
