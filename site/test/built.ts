import { readdirSync, readFileSync } from "node:fs";
import { built } from "./served.ts";

/** The pages of the built site, as `guide/rooms.html`, and their text. */
export const htmlPages: ReadonlyMap<string, string> = new Map(
  readdirSync(built, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => [file, readFileSync(built + file, "utf8")]),
);
