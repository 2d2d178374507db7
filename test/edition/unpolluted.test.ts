import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { expect, it } from "vitest";

/** The module as a script, because what is frozen in a realm stays so. */
const { outputFiles } = buildSync({
  entryPoints: [new URL("../../src/edition/unpolluted.ts", import.meta.url).pathname],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "own",
});

/** Runs a program in a realm of its own, and tells what it ends with. */
function inRealm(program: string): unknown {
  const realm = createContext({});
  runInContext(outputFiles[0]?.text ?? "", realm);
  return JSON.parse(String(runInContext(`JSON.stringify((() => { ${program} })())`, realm)));
}

it("nothing is found where nobody has put anything", () => {
  expect(inRealm("return own.isPolluted();")).toBe(false);
  // What cannot be listed, such as every object's own methods, is no field of a record.
  expect(
    inRealm("Object.defineProperty(Object.prototype, 'x', { value: 1 }); return own.isPolluted();"),
  ).toBe(false);
});

it("what is frozen there is one clear error, and the rest is put back", () => {
  const answer = inRealm(`
    Object.prototype.account = "x";
    Object.defineProperty(Object.prototype, "peer", { value: "y", enumerable: true });
    let asked = false;
    try {
      own.unpolluted(() => { asked = true; });
    } catch ({ name, message }) {
      return [name, message, asked, {}.account];
    }
  `);
  expect(answer).toEqual([
    "TypeError",
    'Every object has "peer" from Object.prototype, where it cannot be taken away: decisions would depend on it',
    false,
    "x",
  ]);
});

it("who asks step by step has it back between the steps", () => {
  const answer = inRealm(`
    Object.prototype.account = "x";
    function* accounts(first) {
      yield [first, {}.account];
      yield [{}.account];
    }
    const found = [];
    for (const step of own.unpollutedSteps(accounts, "own")) found.push(step, {}.account);
    return found;
  `);
  expect(answer).toEqual([["own", null], "x", [null], "x"]);
});
