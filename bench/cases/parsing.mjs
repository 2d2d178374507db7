import { evaluateSend, parsePolicy, resolveSession } from "../../dist/index.js";
import { keep, measure } from "../measure.mjs";
import { workload } from "../rules.mjs";
import { release } from "../upstream.mjs";
import { links } from "../world.mjs";

const linked = 100_000;
const ruled = 10_000;

function config() {
  const { rules } = workload(ruled);
  return {
    session: {
      dmScope: "per-channel-peer",
      identityLinks: links(linked),
      sendPolicy: { default: "allow", rules: rules.map(({ action, match }) => ({ action, match })) },
    },
  };
}

/** Parses, places a message and decides once, so that everything is compiled. */
function parsing(source, edition) {
  const first = { channel: "slack", chatType: "direct", peer: "7" };
  return {
    work() {
      const policy = parsePolicy(source, { edition });
      keep(evaluateSend(resolveSession(first, policy), policy));
    },
  };
}

async function times(source, edition) {
  const work = parsing(source, edition);
  const { first } = await measure({ first: work }, { rounds: 1, warmUps: 0 });
  const { again } = await measure({ again: work }, { rounds: 10, warmUps: 0 });
  return { first, again };
}

const targets = [{ column: "again", atMost: 250e6 }];

export default {
  title: "Reading a large config",
  about: `From a config with 100 000 identity links and 10 000 rules to the first session and the first decision: for the first time in a
process, when the engine also compiles the code and grows its heap from a few megabytes, and again, which is what the target
is for.`,
  columns: { first: { heading: "first", kind: "time" }, again: { heading: "again", kind: "time" } },
  cases: [
    { title: "an object, `2026-11`", targets, run: () => times(config(), "2026-11") },
    {
      title: `an object, \`openclaw@${release}\``,
      targets,
      run: () => times(config(), `openclaw@${release}`),
    },
    { title: "JSON text, `2026-11`", run: () => times(JSON.stringify(config()), "2026-11") },
  ],
};
