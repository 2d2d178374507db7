/** How mutants are made and tried; `scripts/mutation/run.mjs` says which, and by which tests. */
export default {
  testRunner: "loaded-once",
  plugins: ["./scripts/mutation/runner.mjs"],
  coverageAnalysis: "perTest",
  concurrency: 1,
  // Lists of the domain are built as their files load: a mutant of theirs is reached by no test more than by another,
  // and would have all of them loaded anew. What reads the lists is mutated, and the vectors hold what stands in them.
  ignoreStatic: true,
  ignorers: ["guards"],
  // A mutant is tried for three seconds; one test of those that are left may take some more.
  timeoutMS: 10_000,
  timeoutFactor: 0.01,
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: process.env.KEYSCOPE_MUTATION_REPORT },
  ignorePatterns: ["coverage", "dist", "bench", "examples"],
  allowEmpty: true,
};
