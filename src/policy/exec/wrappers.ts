import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { baseName } from "./program-name.ts";

/** What becomes of the words of a simple command when the programs before the one that counts are looked through. */
export type SeenThrough =
  | {
      readonly kind: "command";
      readonly words: readonly string[];
      /** Another program runs it. */
      readonly wrapped: boolean;
    }
  /** A program that runs another in ways that no allowlist can answer for. */
  | { readonly kind: "blocked" }
  /** A shell, and what it is given to run where that is a text. */
  | {
      readonly kind: "shell";
      readonly words: readonly string[];
      readonly body?: string;
      readonly wrapped: boolean;
    };

const shells = new Set("sh bash zsh dash ash ksh fish csh tcsh pwsh powershell cmd".split(" "));

/** Those that read what they are given as a command is read here. */
const readable = new Set("sh bash zsh dash".split(" "));

/** Programs that do more than to run another, whatever they are given. */
const blocked = new Set("sudo doas setsid stdbuf chrt ionice taskset".split(" "));

/** Programs that run the words after them, as they stand there. */
const plain = new Set(["nice", "nohup", "env"]);

const assignment = /^[A-Za-z_]\w*\+?=/;

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  sees: behaviours.has("wrappers-seen-through"),
  seesEnvSettings: behaviours.has("env-settings-seen-through"),
  seesTime: behaviours.has("time-seen-through"),
  blocksBusybox: behaviours.has("busybox-on-no-list"),
  listsBusyboxShells: behaviours.has("busybox-shells-listed"),
  blocksXargs: behaviours.has("commands-read-as-shells-do"),
  seesRunners: behaviours.has("package-runners-seen-through"),
  seesBuiltins: behaviours.has("shell-builtins-seen-through"),
}));

/** A command looked through by one program, `"blocked"` where it cannot be, undefined where there is nothing to look through. */
function step(words: readonly string[], policy: Policy): readonly string[] | "blocked" | undefined {
  const {
    sees,
    seesEnvSettings,
    seesTime,
    blocksBusybox,
    listsBusyboxShells,
    blocksXargs,
    seesRunners,
    seesBuiltins,
  } = rules(policy);
  const [program = "", first = "", second = ""] = words;
  const name = baseName(program);
  const after = (count: number, word: string) =>
    word === "" || word.startsWith("-") || assignment.test(word) ? "blocked" : words.slice(count);
  if (sees && blocked.has(name)) return "blocked";
  if (listsBusyboxShells && name === "busybox" && first === "sh" && second === "-c") return undefined;
  if (blocksBusybox && (name === "busybox" || name === "toybox")) return "blocked";
  if (blocksXargs && name === "xargs") return "blocked";
  if (sees && name === "env" && seesEnvSettings) {
    const at = words.findIndex((word, index) => index > 0 && word !== "-i" && !assignment.test(word));
    return at === -1 ? "blocked" : after(at, words[at] ?? "");
  }
  if ((sees && plain.has(name)) || (seesTime && name === "time")) return after(1, first);
  if (sees && name === "timeout") return /^\d+(?:\.\d+)?[smhd]?$/.test(first) ? after(2, second) : "blocked";
  if (seesRunners && name === "npx") return after(1, first);
  if (seesRunners && (name === "npm" || name === "pnpm") && first === "exec") return after(2, second);
  if (seesBuiltins && (program === "exec" || program === "command")) return after(1, first);
  return undefined;
}

/** No command of somebody's is wrapped more often. */
const deepest = 4;

/**
 * Looks through the programs that run another, as far as an edition does. One that a release would look through with options
 * that are not known here is `blocked`: an answer may be stricter than the release's, and is never looser.
 */
export function seeThrough(words: readonly string[], policy: Policy): SeenThrough {
  let inner = words;
  for (let depth = 0; depth <= deepest; depth += 1) {
    const next = step(inner, policy);
    if (next === "blocked") return { kind: "blocked" };
    if (next !== undefined) {
      inner = next;
      continue;
    }
    const [program = "", option, body, ...rest] = inner;
    const wrapped = depth > 0;
    if (!shells.has(baseName(program))) return { kind: "command", words: inner, wrapped };
    const given =
      readable.has(baseName(program)) && option === "-c" && body !== undefined && rest.length === 0;
    return { kind: "shell", words: inner, wrapped, ...(given && { body }) };
  }
  return { kind: "blocked" };
}
