import { execFile } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { executablePath, flags } from "../../test/chromium.ts";
import { pictures } from "./browser.ts";
import { serveSite, type Served } from "./served.ts";

const lighthouse = fileURLToPath(new URL("../node_modules/.bin/lighthouse", import.meta.url));

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
}

let served: Served;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  served = await serveSite();
});
afterAll(() => served.close());

async function report(path: string, name: string): Promise<Report> {
  const file = `${pictures}lighthouse-${name}.json`;
  const words = ["--quiet", "--no-enable-error-reporting", "--output=json", `--output-path=${file}`];
  await promisify(execFile)(
    lighthouse,
    [new URL(path, served.address).href, ...words, `--chrome-flags=${flags.join(" ")}`],
    { env: { ...process.env, CHROME_PATH: executablePath } },
  );
  return JSON.parse(readFileSync(file, "utf8")) as Report; // Lighthouse wrote it.
}

/** What Lighthouse gives at most in three tries: it measures time, of which other work takes some. */
async function scores(path: string, name: string): Promise<Readonly<Record<string, number>>> {
  const best: Record<string, number> = {};
  for (let tries = 0; tries < 3; tries += 1) {
    const { categories } = await report(path, name);
    for (const [category, { score }] of Object.entries(categories))
      best[category] = Math.max(best[category] ?? 0, Math.round(score * 100));
    if (Object.values(best).every((score) => score >= 95)) break;
  }
  return best;
}

test.each([
  ["home", ""],
  ["guide", "guide/session-keys"],
  ["playground", "playground"],
])(
  "Lighthouse gives the %s page at least 95 of 100",
  async (name, path) => {
    const given = await scores(path, name);
    expect(Object.keys(given).sort()).toEqual(["accessibility", "best-practices", "performance", "seo"]);
    expect(Object.entries(given).filter(([, score]) => score < 95)).toEqual([]);
  },
  240_000,
);
