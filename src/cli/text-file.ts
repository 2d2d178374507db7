import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { UsageError } from "./fault.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  EACCES: "access is denied",
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

let inputTaken = false;

function openInput(): typeof process.stdin {
  if (inputTaken) throw new UsageError("standard input (-) can stand for one file only");
  inputTaken = true;
  return process.stdin;
}

async function takeInput(): Promise<Uint8Array> {
  return buffer(openInput());
}

/** Reads a text file, or standard input where the file is `-`. */
export async function readText(file: string): Promise<string> {
  try {
    const bytes = file === "-" ? await takeInput() : readFileSync(file);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw refusal("read", nameOf(file), error);
  }
}

/** Reads a text file piece by piece, so that one of any size takes little room. */
export async function* readPieces(file: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const pieces: AsyncIterable<Uint8Array> = file === "-" ? openInput() : createReadStream(file);
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw refusal("read", nameOf(file), error);
  }
}

/** Writes a text file. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw refusal("write", file, error);
  }
}
