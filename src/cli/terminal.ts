import type { WriteStream } from "node:tty";

/**
 * Whether a stream shows colours. `FORCE_COLOR` beats `NO_COLOR`, which beats what the terminal says of itself,
 * as in Node's own output.
 */
export function hasColours(stream: WriteStream): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused } = process.env;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (refused !== undefined && refused !== "") return false;
  return stream.isTTY && stream.hasColors();
}

/** Lets a reader such as `head` close the pipe before everything is written. */
export function allowEarlyClose(stream: NodeJS.WritableStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
