import { configureGlobal } from "fast-check";

// One seed, so that a run that passed here passes there; KEYSCOPE_SEED explores others.
configureGlobal({
  seed: Number(process.env["KEYSCOPE_SEED"] ?? 20261101),
  numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200),
});
