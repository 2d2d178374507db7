import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** How a call of the command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** What surrounds a call. */
interface Surroundings {
  /** What comes on standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A home without a config, so that no test reads the one of whoever runs it. */
export const emptyHome = mkdtempSync(join(tmpdir(), "keyscope-home-"));

/** Runs the built command as a process of its own, in the project's folder; `npm run build` comes first. */
export async function keyscope(
  words: readonly string[],
  { input = "", env = {} }: Surroundings = {},
): Promise<Ended> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, ["dist/cli/keyscope.js", ...words], {
    cwd: root,
    env: { PATH, HOME: emptyHome, ...env },
  });
  child.stdin.on("error", () => undefined); // A command that reads no input may be gone before it is written.
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, out, err };
}

/** Writes a file into a folder of its own, and returns its path. */
export function fileOf(content: unknown, name = "file.json"): string {
  const folder = mkdtempSync(join(tmpdir(), "keyscope-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Reads what a call printed with `--json`. */
export function jsonOf({ out }: Ended): unknown {
  return JSON.parse(out);
}
