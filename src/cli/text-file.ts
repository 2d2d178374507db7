import { readFileSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { UsageError } from "./fault.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  EACCES: "access is denied",
  EEXIST: "it is there already",
};

function refusal(what: string, file: string, error: unknown): UsageError {
  if (!(error instanceof Error) || error instanceof UsageError) throw error;
  const code = "code" in error ? String(error.code) : "";
  return new UsageError(`cannot ${what} ${file}: ${reasons[code] ?? error.message}`);
}

/** The name by which a file is spoken of. */
export function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

const filesRead = new Set<string>();

/** Every file that was read, or that was looked for and is not there. */
export function readFiles(): readonly string[] {
  return [...filesRead];
}

let inputTaken = false;

async function takeInput(): Promise<Uint8Array> {
  if (inputTaken) throw new UsageError("standard input (-) can stand for one file only");
  inputTaken = true;
  return buffer(process.stdin);
}

function readBytes(file: string): Uint8Array {
  filesRead.add(file);
  return readFileSync(file);
}

/** Reads a text file that need not be there; nothing where it cannot be read. */
export function findText(file: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readBytes(file));
  } catch {
    return undefined;
  }
}

/** Reads a text file, or standard input where the file is `-`. */
export async function readText(file: string): Promise<string> {
  try {
    const bytes = file === "-" ? await takeInput() : readBytes(file);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw refusal("read", nameOf(file), error);
  }
}

/** Reads the lines of a text file that say something. */
export async function readLines(file: string): Promise<readonly string[]> {
  const lines = (await readText(file)).split(/\r?\n/);
  return lines.filter((line) => line !== "");
}

/** Writes a text file, in the place of one that is there. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw refusal("write", file, error);
  }
}

/** Writes a text file where there is none. */
export function writeNewText(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    throw refusal("write", file, error);
  }
}
