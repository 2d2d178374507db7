import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { executablePath, flags } from "../../chromium.ts";
import type { EngineFacts } from "./engine-facts.ts";
import type { Programs } from "./programs.ts";

const execute = promisify(execFile);

/** Where engines out of the registry are, once they are installed there. */
const installed = new URL("../../../scripts/engines/node_modules/", import.meta.url).pathname;

interface Engine {
  readonly program: string;
  /** How it is told to run what is given to it. */
  readonly words: (programs: Programs) => readonly string[];
}

function node(major: number): Engine {
  return { program: `${installed}node-${major}/bin/node`, words: ({ module }) => [module] };
}

/** Every engine that is compared; the others with the first. */
export const engines = {
  "Node 20": node(20),
  "Node 22": node(22),
  "Node 24": node(24),
  Bun: {
    program: `${installed}@oven/bun-linux-x64/bin/bun`,
    words: ({ module }) => ["run", module],
  },
  Deno: {
    program: `${installed}@deno/linux-x64-glibc/deno`,
    words: ({ module }) => ["run", "--no-config", "--no-remote", module],
  },
  workerd: {
    program: `${installed}@cloudflare/workerd-linux-64/bin/workerd`,
    words: ({ worker }) => ["test", worker],
  },
  Chromium: {
    program: executablePath,
    words: ({ folder, page }) => [
      ...flags,
      `--user-data-dir=${folder}/profile`,
      "--dump-dom",
      `file://${page}`,
    ],
  },
} as const satisfies Readonly<Record<string, Engine>>;

export type EngineName = keyof typeof engines;

/** Whether a machine has an engine. */
export function isInstalled(name: EngineName): boolean {
  return existsSync(engines[name].program);
}

/** What an engine decided. */
export interface EngineRun extends EngineFacts {
  readonly version: string;
  readonly lines: readonly string[];
}

/** Runs the programs on an engine. */
export async function runOn(name: EngineName, programs: Programs): Promise<EngineRun> {
  const { program, words } = engines[name];
  const run = async (given: readonly string[]) =>
    execute(program, given, {
      maxBuffer: 2 ** 28,
      env: { ...process.env, DENO_DIR: `${programs.folder}/deno`, DENO_NO_UPDATE_CHECK: "1" },
    });
  const version = (await run(["--version"])).stdout.split("\n")[0] ?? "";
  const { stdout } = await run(words(programs));
  // A page is printed with its tags around them; no line has one in it.
  const [facts = "", ...lines] = stdout
    .replace(/^[^]*<pre>/, "")
    .replace(/<\/pre>[^]*$/, "")
    .trim()
    .split("\n");
  return { version: /[\d.-]+\d/.exec(version)?.[0] ?? version, lines, ...(JSON.parse(facts) as EngineFacts) };
}
