/** What asks every evaluation: recorded decisions, requests that cannot be read, sentences. */
const everywhere = ["pins/*", "scope/facts/*", "policy/bad-input", "policy/explain", "policy/refused"];

/**
 * The rooms whose mutants are tried, each with the tests that try them, by their paths in `test/`, and the files of
 * vectors whose answers do: those that speak of the room, because each mutant is tried by all that reach it.
 *
 * @type {Readonly<Record<string, { readonly tests: readonly string[], readonly vectors: readonly string[] }>>}
 */
export const rooms = {
  "scope/key": {
    tests: ["scope/key/*", "scope/session/*", "scope/isolation/*", "scope/task/*"],
    vectors: ["keys", "conversations", "tasks"],
  },
  "lifecycle/reset": {
    tests: ["lifecycle/reset/*", "analysis/materialize", ...everywhere],
    vectors: ["lifecycle"],
  },
  "policy/access": { tests: ["policy/access/*", ...everywhere], vectors: ["policy", "rooms"] },
  "policy/tool": { tests: ["policy/tool/*", ...everywhere], vectors: ["policy", "rooms"] },
  "policy/exec": { tests: ["policy/exec/*", ...everywhere], vectors: ["policy", "exec"] },
  "policy/command": { tests: ["policy/command/*", ...everywhere], vectors: ["commands"] },
  "policy/visibility": { tests: ["policy/visibility/*", ...everywhere], vectors: ["policy"] },
  "policy/mention": { tests: ["policy/mention/*", ...everywhere], vectors: ["commands"] },
  "policy/sandbox": { tests: ["policy/sandbox/*", ...everywhere], vectors: ["policy", "exec"] },
  "policy/ceiling": { tests: ["policy/ceiling/*", ...everywhere], vectors: ["policy"] },
  "policy/rule": {
    tests: ["policy/rule/*", "policy/send/*", "policy/memory/*", "policy/check-rules", ...everywhere],
    vectors: ["policy"],
  },
  "policy/send": { tests: ["policy/send/*", "policy/rule/*", ...everywhere], vectors: ["policy"] },
  "policy/memory": { tests: ["policy/memory/*", ...everywhere], vectors: ["policy"] },
  // What several of them share.
  policy: { tests: ["policy/*", "policy/send/*", "policy/sandbox/*", ...everywhere], vectors: ["policy"] },
};
