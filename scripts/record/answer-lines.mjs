import { writeFileSync } from "node:fs";
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

// Run as a process of its own, because a zone and a faked clock belong to the whole process.
const [packageDirectory, area, zone, file] = process.argv.slice(2);
const { bound, failures } = await bindCalls(packageDirectory, callsOf[area]);
const answers = [];
const leftOut = {};
for (const [index, { fn, input, timeZone }] of readVectors(area).entries()) {
  const call = bound.get(fn);
  if (call === undefined || (timeZone ?? "UTC") !== zone) continue;
  takeUsed();
  answers.push([index, await answer(call, input)]);
  for (const module of takeUsed()) (leftOut[fn] ??= {})[module] = true;
}
writeFileSync(
  file,
  JSON.stringify({ answers, leftOut, failures: [...failures].map(([fn, error]) => [fn, String(error)]) }),
);
// Some of a release's modules start timers as they load.
process.exit(0);
