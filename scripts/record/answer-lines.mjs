import { Buffer } from "node:buffer";
import { writeSync } from "node:fs";
import { auditCalls } from "./calls/audits.mjs";
import { accessCalls } from "./calls/access.mjs";
import { ingressCalls } from "./calls/ingress.mjs";
import { keysCalls } from "./calls/keys.mjs";
import { maintenanceCalls } from "./calls/maintenance.mjs";
import { resetCalls } from "./calls/resets.mjs";
import { routingCalls } from "./calls/routing.mjs";
import { sessionPolicyCalls } from "./calls/session-policies.mjs";
import { toolCalls } from "./calls/tools.mjs";
import { toolPipelineCalls } from "./calls/tool-pipeline.mjs";
import { confine } from "./confinement.mjs";
import { takeUsed } from "./inert-value.mjs";
import { comparable, decodeInput } from "./notation.mjs";
import { bindCalls } from "./upstream.mjs";
import { readVectors } from "./vectors.mjs";

const callsOf = {
  keys: { ...keysCalls, ...routingCalls },
  lifecycle: { ...resetCalls, ...maintenanceCalls },
  policy: {
    ...sessionPolicyCalls,
    ...accessCalls,
    ...ingressCalls,
    ...toolCalls,
    ...toolPipelineCalls,
    ...auditCalls,
  },
};

async function answer(call, input) {
  try {
    return { value: comparable(await call(decodeInput(input))) };
  } catch (error) {
    return { throws: String(error) };
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Written at once, line by line, so that what was answered is known however this process ends. */
function tell(message) {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0)
    try {
      rest = rest.subarray(writeSync(3, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      // Whoever listens is behind.
      Atomics.wait(pause, 0, 0, 5);
    }
}

// Run as a process of its own, because the zone, a faked clock and what a release keeps belong to the whole process.
const [packageDirectory, area, ...passedOver] = process.argv.slice(2);
const calls = Object.entries(callsOf[area]).filter(([fn]) => !passedOver.includes(fn));
const lines = [...readVectors(area).entries()].filter(([, { fn }]) => !passedOver.includes(fn));
const end = confine();
const { bound, failures } = await bindCalls(packageDirectory, Object.fromEntries(calls), (at) => {
  tell({ at });
});
for (const [fn, error] of failures) tell({ failure: [fn, String(error)] });
for (const [fn, call] of bound) {
  tell({ at: fn });
  for (const [index, { input, timeZone }] of lines.filter(([, line]) => line.fn === fn)) {
    const zone = timeZone ?? "UTC";
    // Setting it costs, even to what it is.
    if (process.env.TZ !== zone) process.env.TZ = zone;
    takeUsed();
    const heard = await answer(call, input);
    tell({ index, answer: heard, called: takeUsed() });
  }
}
tell({ done: true });
// Some of a release's modules start timers as they load.
end(0);
