import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { Environment } from "../config/source/substitute.ts";

/** Where a config may stand: the folders and names of today, then those that the project had before, as OpenClaw looks for them. */
const folders = [".openclaw", ".clawdbot", ".moldbot", ".moltbot"] as const;
const names = ["openclaw.json", "clawdbot.json", "moldbot.json", "moltbot.json"] as const;

function told(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === undefined || text === "" || text === "undefined" || text === "null" ? undefined : text;
}

function fromHome(path: string, home: string): string {
  return resolve(/^~(?=$|[\\/])/.test(path) ? join(home, path.slice(1)) : path);
}

/**
 * Where OpenClaw, started from here, would read its config: `OPENCLAW_CONFIG_PATH`, or else the file in `OPENCLAW_STATE_DIR`,
 * or in `.openclaw` of the home folder, which `OPENCLAW_HOME` moves.
 */
export function configPath(env: Environment = process.env): string {
  const ownHome = told(env["HOME"]) ?? homedir();
  const home = fromHome(told(env["OPENCLAW_HOME"]) ?? ownHome, ownHome);
  const named = told(env["OPENCLAW_CONFIG_PATH"]) ?? told(env["CLAWDBOT_CONFIG_PATH"]);
  if (named !== undefined) return fromHome(named, home);
  const state = told(env["OPENCLAW_STATE_DIR"]) ?? told(env["CLAWDBOT_STATE_DIR"]);
  const places = [
    ...(state === undefined ? [] : [fromHome(state, home)]),
    ...folders.map((one) => join(home, one)),
  ];
  const candidates = places.flatMap((place) => names.map((name) => join(place, name)));
  return candidates.find((candidate) => existsSync(candidate)) ?? candidates[0] ?? "";
}
