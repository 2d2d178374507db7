import type { execBehaviours } from "../behaviours/exec.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/exec.ts` changes, for people. */
export const execSentences: SentencesOf<typeof execBehaviours> = {
  "star-allows-any-command": {
    was: "An allowlist entry `*` matches nothing",
    became: "An allowlist entry `*` matches every command",
  },
  "exec-patterns-quoted": {
    was: "In an exec pattern `.`, brackets and the like mean what they mean in a regular expression",
    became: "In an exec pattern only `*` and `?` have a special meaning",
  },
  "one-character-is-no-slash": {
    was: "`?` in an exec pattern matches any character",
    became: "`?` matches any character except a slash",
  },
  "paths-have-case": {
    was: "Paths in the exec allowlist are compared ignoring case",
    became: "Case matters, except on Windows",
  },
  "arguments-in-allowlist": {
    was: "An exec allowlist entry cannot say anything about arguments",
    became: "An entry may require arguments with `argPattern`, which is read only on Windows",
  },
  "arguments-heeded-everywhere": {
    was: "`argPattern` is read only on Windows",
    became: "`argPattern` is read on every system",
  },
  "redirections-are-arguments": {
    was: "`argPattern` also matches if the redirections at the end are left out",
    became: "Redirections are arguments like any other",
  },
  "exec-links-followed": {
    was: "The path where a command was found is checked against the exec allowlist",
    became: "The file to which that path leads is checked against it",
  },
  "approvals-for-good-name-directory": {
    was: "A command that was approved for good may run in any directory",
    became: "It may run only in the directory for which it was approved",
  },
  "bare-names-in-allowlist": {
    was: "An exec allowlist entry without a slash matches nothing",
    became: "By name or pattern, it matches a command that was typed without a path, wherever it was found",
  },
  "durable-approvals": {
    was: "An approval is good for one run",
    became: "A command that was approved for good needs no further approval",
  },
  "blank-exec-entries-dropped": {
    was: "A blank entry of the exec allowlist is kept, though it matches nothing",
    became: "Blank entries are dropped when the approvals file is read",
  },
  "exec-trusted-by-default": {
    was: "Without an approvals file no command runs, and `ask` is `on-miss`",
    became: "Without an approvals file every command runs and nobody is asked",
  },
  "unanswered-exec-runs": {
    was: "If nobody can be asked about a command, it is denied",
    became: "It runs",
  },
  "default-agent-lends-list-only": {
    was: "What the approvals file says about the agent `default` applies to `main` if the file says nothing about `main`",
    became: "Only the allowlist and `autoAllowSkills` of the agent `default` apply to `main`",
  },
  "exec-agent-not-assumed": {
    was: "A command that names no agent is one of the agent `main`",
    became: "A command that names no agent is decided by the entry `*` and the defaults",
  },
  "unknown-exec-mode-is-strictest": {
    was: "With an unknown `ask` in the approvals file nobody is asked",
    became: "An unknown `security` denies, and with an unknown `ask` somebody is always asked",
  },
  "approvals-in-config": {
    was: "Only the host's approvals file decides about commands",
    became: "`tools.exec.approvals` in the config decides about commands, and is on unless switched off",
  },
  "commands-listed-by-words": {
    was: "An entry of an exec allowlist names a program, which may get any arguments unless the entry limits them",
    became:
      "An entry of `tools.exec.approvals.allowlist` allows exactly the command that it spells out; ` *` at its end lets any arguments follow",
  },
  "running-programs-named": {
    was: "There is no warning about an allowlist entry for a program that runs whatever it is given, such as a shell",
    became: "There is one when the config is read, and it says what to list instead",
  },
  "commands-read-by-shell": {
    was: "The host takes a command apart, and the request does not say for which shell",
    became:
      "A request names its shell, and a command matches no allowlist if that shell would read any of it differently from how it looks",
  },
  "approvals-off-beside-limits": {
    was: "`tools.exec.approvals` is not compared with `tools.exec.security` and `tools.exec.ask`",
    became:
      "A config with approvals off and a `security` or `ask` that limits commands is rejected, and with approvals on, a looser `security` or `ask` is pointed out",
  },
  "exec-of-agents-read": {
    was: "Only the `tools.exec` for all agents is read",
    became: "An agent's own `tools.exec` takes precedence over it",
  },
  "exec-defaults-to-gateway": {
    was: "If no host is named, a command runs in the sandbox, or without one on the host, with no approvals at all",
    became: "Without a sandbox it runs on the gateway, with approvals",
  },
  "named-sandbox-must-be-there": {
    was: 'With `host: "sandbox"` and no sandbox, commands run on the host, with no approvals',
    became: "They are denied",
  },
  "exec-host-is-auto": {
    was: "If no host is named, a command runs in the sandbox, or without one on the host, with no approvals at all",
    became:
      "The host is `auto`: the sandbox, or without one the gateway, with approvals; a call may ask for another host",
  },
  "calls-name-configured-host": {
    was: "If the host is `auto`, a call may ask for any host",
    became: "A call may ask only for the configured host, word for word",
  },
  "sandboxed-calls-keep-off-gateway": {
    was: "If the host is `auto`, a sandboxed session may ask for the gateway",
    became: "It may not",
  },
  "sandboxed-calls-keep-off-nodes": {
    was: "If the host is `auto`, a sandboxed session may ask for a node",
    became: "It may not",
  },
  "asking-for-auto-asks-nothing": {
    was: "A call that asks for the host `auto` counts as asking for a host other than the configured one",
    became: "It counts as asking for no host",
  },
  "elevated-stays-on-node": {
    was: "An elevated command runs on the gateway",
    became: "If a node is configured, it runs there",
  },
  "elevated-host-checked": {
    was: "An elevated command runs on the gateway, whatever host the call asks for",
    became:
      "A call for a host that may not be asked for is refused, and a node that may be asked for is used",
  },
  "file-ask-off-wins": {
    was: "Whichever asks more often decides, the approvals file or the config",
    became: 'With `ask: "off"` in the approvals file nobody is asked',
  },
  "file-loosens-config": {
    was: "Whichever is stricter decides, the approvals file or the config",
    became: "The `security` in the approvals file decides",
  },
  "file-defaults-complete-config": {
    was: "If the config says nothing, the release's own defaults apply",
    became: "The `defaults` in the approvals file apply",
  },
  "exec-modes": {
    was: "`tools.exec` has `security` and `ask`",
    became: "One word, `mode`, may stand for both, and an agent's own replaces what is set for all agents",
  },
  "sandbox-heeds-deny": {
    was: "In a sandbox every command runs, whatever `security` says",
    became: "If `deny` is written, it applies there too",
  },
  "elevated-full-heeds-policy": {
    was: "At the level `full`, elevated commands run whatever the config and the approvals file say",
    became: "They decide as they do at the other levels",
  },
  "effective-policy-reads-file": {
    was: "The policy reported as in force is what the config asks for, with the `defaults` of the approvals file",
    became: "It is what remains once the approvals file has been applied",
  },
  "calls-tighten-security": {
    was: "The `security` that a call asks for is not read",
    became: "It applies if it is stricter",
  },
  "nodes-told-policy": {
    was: "A node decides only by its own approvals",
    became: "It also gets the gateway's `security` and `ask`",
  },
  "unbindable-not-asked": {
    was: "Somebody is asked about any command",
    became: "A command that could not be taken apart is denied without asking",
  },
  "inline-code-asked": {
    was: "`strictInlineEval` is not read",
    became: "With it, somebody is asked about code in a command (`python3 -c`)",
  },
  "inline-programs-asked": {
    was: "`strictInlineEval` covers only interpreters",
    became: "It also covers programs that run what they are given (`awk`, `find -exec`)",
  },
  "quoted-substitution-refused": {
    was: "`$( )` and backticks in double quotes are ignored when a command is taken apart",
    became: "A command with them is not taken apart",
  },
  "continued-lines-refused": {
    was: "A line that ends in a backslash continues on the next line",
    became: "A command with such a line is not taken apart",
  },
  "wrappers-seen-through": {
    was: "A program that runs another (`nice`, `env`, `sudo`) is itself checked against the allowlist",
    became:
      "The program that it runs is checked (`nice`, `nohup`, `timeout`, `env`), or it matches no entry at all (`sudo`)",
  },
  "env-settings-seen-through": {
    was: "`env` with settings or options matches no allowlist",
    became: "The program that it runs is checked against the allowlist",
  },
  "time-seen-through": {
    was: "`time` is itself checked against the allowlist",
    became: "The program that it runs is checked",
  },
  "busybox-on-no-list": {
    was: "`busybox` is checked against the allowlist like any program",
    became: "It matches no entry",
  },
  "busybox-shells-listed": {
    was: "`busybox sh -c` matches no allowlist",
    became: "It is checked against the allowlist like any program, whatever the shell is given to run",
  },
  "shell-chains-seen-through": {
    was: "What a shell is given to run is not examined",
    became: "Several commands given to `sh -c` are allowed if each of them is",
  },
  "shells-on-no-list": {
    was: "A shell on the allowlist runs whatever it is given",
    became: "A shell matches only `*`",
  },
  "commands-read-as-shells-do": {
    was: "A command is taken apart at its operators",
    became:
      "It is read as a shell reads it: each line is a command, commands with variables or reserved words are not analysed, and what `sh -c` is given is examined and asked about",
  },
  "package-runners-seen-through": {
    was: "`npx`, `npm exec` and `pnpm exec` are themselves checked against the allowlist",
    became: "The program that they run is checked",
  },
  "shell-builtins-seen-through": {
    was: "`exec` and `command` are programs like any other",
    became: "The program that they run is checked against the allowlist",
  },
  "safe-bins-need-no-entry": {
    was: "Every program needs an entry on the allowlist, or an approval",
    became: "Those in `tools.exec.safeBins` need none if they read nothing but their input",
  },
  "safe-bins-profiled": {
    was: "A safe program may be given any arguments except paths",
    became: "It may be given only arguments that are known to read no file",
  },
  "safe-bins-known-only": {
    was: "Any program listed in `safeBins` counts as safe",
    became:
      "A program counts as safe if it is known to read nothing but its input, and is in a trusted directory",
  },
  "safe-bins-behind-wrappers": {
    was: "A program that another one runs never counts as safe",
    became: "Its name alone makes it count as safe",
  },
  "safe-bin-flags-known": {
    was: "An unknown option makes a safe program unsafe",
    became: "Some options that change only what is printed do not (`wc -l`)",
  },
  "jq-not-safe-by-default": {
    was: "`jq` is a safe program if `safeBins` is not written",
    became: "It is one only if it is listed",
  },
  "jq-never-safe": {
    was: "`jq` is a safe program if `safeBins` lists it",
    became: "It never is, because jq programs can read the environment",
  },
  "elevated-names-by-field": {
    was: "An entry of `tools.elevated.allowFrom` is compared with the sender's ids, names and user names, and with the recipient of the message",
    became:
      "It is compared with the sender's ids, and with a name only if the entry says which one (`username:ann`)",
  },
  "elevated-when-asked": {
    was: "Commands of anyone who may run them elevated run elevated, unless the session's level or `agents.defaults.elevatedDefault` says otherwise",
    became: "They run elevated only if the call or the session's level says so",
  },
};
