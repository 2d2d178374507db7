/* Runs one case and sends what it measured to whoever started the process. */
import { groupOf } from "./groups.mjs";

const [name, at] = process.argv.slice(2);
const { cases } = await groupOf(name);
const values = await cases[Number(at)].run();
// OpenClaw's modules may leave timers behind.
process.send(values, () => process.exit());
