// Puts the picture of the opening scene that the test of the playground has taken into docs/, for README:
//   npx vitest run --config vitest.site.config.ts site/test/playground -t "sees the leak" && node site/test/playground-picture.mjs
import { copyFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const taken = at("coverage/site/playground-opening.png");
const most = 200_000;

const { size } = statSync(taken);
if (size > most) throw new Error(`The picture has ${size} bytes, and may have ${most}.`);
copyFileSync(taken, at("docs/playground.png"));
