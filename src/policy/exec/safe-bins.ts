import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** What a program may be given so that it reads its input and nothing else. */
interface SafeBin {
  /** Options that take the next word with them, or the rest of their own. */
  readonly valued?: string;
  /** Options that change only what is printed. */
  readonly flags?: string;
  /** How many words may follow that are no options; none where absent. */
  readonly words?: readonly [least: number, most: number];
}

/** The programs that are known to read nothing but their input. */
const safeBins: Readonly<Record<string, SafeBin>> = {
  cut: { valued: "-b -c -f -d --bytes --characters --fields --delimiter --output-delimiter" },
  uniq: { valued: "-f -s -w --skip-fields --skip-chars --check-chars" },
  head: { valued: "-n -c --lines --bytes" },
  tail: { valued: "-n -c --lines --bytes" },
  tr: { words: [1, 2] },
  wc: { flags: "-l -w -c -m -L" },
  jq: { valued: "--arg --argjson", words: [0, 1] },
};

/** Those that are safe where a config lists none. */
const byDefault = ["jq", "cut", "uniq", "head", "tail", "tr", "wc"];

/** Where programs of the system stand. */
const systemDirectories = ["/bin", "/usr/bin"];

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  any: behaviours.has("safe-bins-need-no-entry"),
  profiled: behaviours.has("safe-bins-profiled"),
  knownOnly: behaviours.has("safe-bins-known-only"),
  flagsKnown: behaviours.has("safe-bin-flags-known"),
  behindWrappers: behaviours.has("safe-bins-behind-wrappers"),
  jqByDefault: !behaviours.has("jq-not-safe-by-default"),
  jqEver: !behaviours.has("jq-never-safe"),
}));

/** What a config says about programs that need no approval. */
export interface SafeBinSettings {
  /** `safeBins`; absent where it is not written. */
  readonly safeBins?: readonly string[] | undefined;
  /** `safeBinTrustedDirs`: where such programs may stand beside the directories of the system. */
  readonly trustedDirectories: readonly string[];
}

/** A word that could name a file, or stand for several. */
const mayNameFile = /^(?:\.{1,2}$|~|\/|\.{1,2}\/|[A-Za-z]:[\\/])|[*?[\]]/;

/** What a jq program reads beside its input. */
const readsMore = /\benv\b|\$ENV|\binput_filename\b|\b(?:import|include)\b|\$__/;

const listed = (words = "") => new Set(words.split(" "));

/** Tells whether a program is known to read nothing but its input, if it is given such arguments. */
export function isKnownSafe(name: string): boolean {
  return Object.hasOwn(safeBins, name);
}

function isSafeWord(word: string): boolean {
  return !mayNameFile.test(word);
}

/** Whether the arguments of a program leave it nothing to read but its input. */
function readsInputOnly(name: string, args: readonly string[], bin: SafeBin, flagsKnown: boolean): boolean {
  const valued = listed(bin.valued);
  const flags = listed(bin.flags);
  const [least, most] = bin.words ?? [0, 0];
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? "";
    if (word === "-" || !word.startsWith("-")) words.push(word);
    else if (valued.has(word)) {
      at += 1;
      if (!isSafeWord(args[at] ?? "/")) return false;
    } else if (!flagsKnown || !flags.has(word)) return false;
  }
  if (words.length < least || words.length > most) return false;
  return (
    words.every((word) => isSafeWord(word) || word === ".") &&
    !(name === "jq" && words.some((word) => readsMore.test(word)))
  );
}

/**
 * Tells whether a simple command needs no entry of the allowlist, because its program is a safe one (`tools.exec.safeBins`)
 * and reads nothing but its input. Up to 2026.2.19 any program was that a config lists, as long as it was given no path.
 * What is not known to be safe is not: an answer may be stricter than the release's.
 */
export function isSafeBin(
  {
    words: [program = "", ...args],
    path,
    wrapped,
  }: {
    readonly words: readonly string[];
    /** Where the program stands; absent where that is not known. */
    readonly path: string | undefined;
    readonly wrapped: boolean;
  },
  settings: SafeBinSettings,
  policy: Policy,
): boolean {
  const { any, profiled, knownOnly, flagsKnown, behindWrappers, jqByDefault, jqEver } = rules(policy);
  if (!any || path === undefined || (wrapped && !behindWrappers)) return false;
  const [name = ""] = path.split("/").slice(-1);
  const safe = settings.safeBins?.map((each) => lowerCase(each.trim())) ?? byDefault;
  if (!safe.includes(lowerCase(name))) return false;
  if (name === "jq" && (!jqEver || (settings.safeBins === undefined && !jqByDefault))) return false;
  const directories = [...systemDirectories, ...settings.trustedDirectories];
  if (knownOnly && !directories.includes(path.slice(0, -name.length - 1))) return false;
  const bin = isKnownSafe(name) ? safeBins[name] : undefined;
  if (!profiled && args.includes(".")) return false;
  if (bin !== undefined) return readsInputOnly(name, args, bin, flagsKnown);
  // Whatever is no option could name a file.
  return !knownOnly && program !== "" && args.every((word) => word.startsWith("-") && word.length > 1);
}
