import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { UsageError } from "./fault.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  EACCES: "access is denied",
  EEXIST: "it already exists",
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

function openInput(): typeof process.stdin {
  if (inputTaken) throw new UsageError("standard input (-) can be only one file");
  inputTaken = true;
  return process.stdin;
}

async function takeInput(): Promise<Uint8Array> {
  return buffer(openInput());
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

/** Reads a text file piece by piece, so that one of any size takes little room. */
export async function* readPieces(file: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    if (file !== "-") filesRead.add(file);
    const pieces: AsyncIterable<Uint8Array> = file === "-" ? openInput() : createReadStream(file);
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw refusal("read", nameOf(file), error);
  }
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
