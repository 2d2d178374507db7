/**
 * The rooms whose mutants are tried, each with the folders of tests that try them and the files of vectors whose
 * answers do: those that speak of the room, because each mutant is tried by all that reach it.
 *
 * @type {Readonly<Record<string, { readonly tests: readonly string[], readonly vectors: readonly string[] }>>}
 */
export const rooms = {
  "scope/key": {
    tests: ["scope/key", "scope/session", "scope/isolation", "scope/task"],
    vectors: ["keys", "conversations", "tasks"],
  },
  "lifecycle/reset": { tests: ["lifecycle/reset", "pins"], vectors: ["lifecycle"] },
  "policy/access": { tests: ["policy/access", "pins"], vectors: ["policy", "rooms"] },
  "policy/tool": { tests: ["policy/tool", "pins"], vectors: ["policy", "rooms"] },
  "policy/exec": { tests: ["policy/exec", "pins"], vectors: ["policy", "exec"] },
  "policy/command": { tests: ["policy/command", "pins"], vectors: ["commands"] },
  "policy/visibility": { tests: ["policy/visibility", "pins"], vectors: ["policy"] },
  "policy/mention": { tests: ["policy/mention", "pins"], vectors: ["commands"] },
  "policy/sandbox": { tests: ["policy/sandbox", "pins"], vectors: ["policy", "exec"] },
  "policy/ceiling": { tests: ["policy/ceiling"], vectors: ["policy"] },
  "policy/rule": { tests: ["policy/rule", "policy/send", "policy/memory", "pins"], vectors: ["policy"] },
  "policy/send": { tests: ["policy/send", "policy/rule", "pins"], vectors: ["policy"] },
  "policy/memory": { tests: ["policy/memory", "pins"], vectors: ["policy"] },
  policy: { tests: ["policy/*", "pins"], vectors: ["policy"] },
};
