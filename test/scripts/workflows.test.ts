import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../.github/workflows/", import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe.each(readdirSync(folder))("the workflow %s", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");

  it("names every action by the hash of a commit, and says which version that is", () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("runs only scripts that there are", () => {
    const ran = [...text.matchAll(/npm (?:run )?(?:--silent )?([\w:-]+)/g)].map(([, script = ""]) => script);
    const known = [...Object.keys(scripts), "ci", "publish"];
    expect(ran.filter((script) => !known.includes(script))).toEqual([]);
  });

  it("may read the repository, and write nothing in it", () => {
    expect(/^permissions:\n {2}contents: read\n/m.test(text)).toBe(true);
    // A token that tells who publishes, and the pages that are published, change nothing in the repository.
    const writes = [...text.matchAll(/([\w-]+): write/g)].map(([, what]) => what);
    expect(writes.filter((what) => what !== "id-token" && what !== "pages")).toEqual([]);
  });
});
