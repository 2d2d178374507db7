import type { execBehaviours } from "../behaviours/exec.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/exec.ts` changes, for people. */
export const execSentences: SentencesOf<typeof execBehaviours> = {
  "star-allows-any-command": {
    was: "An allowlist entry `*` matches nothing",
    became: "An allowlist entry `*` matches every command",
  },
  "exec-patterns-quoted": {
    was: "`.`, brackets and the like in an exec pattern mean what they mean in a regular expression",
    became: "Only `*` and `?` mean anything in an exec pattern",
  },
  "one-character-is-no-slash": {
    was: "`?` in an exec pattern is any character",
    became: "`?` is any character but a slash",
  },
  "paths-have-case": {
    was: "Paths in the exec allowlist are compared without case",
    became: "They are compared with case, except on Windows",
  },
  "arguments-in-allowlist": {
    was: "An exec allowlist entry says nothing about arguments",
    became: "An entry may ask for arguments by `argPattern`, which counts on Windows",
  },
  "arguments-heeded-everywhere": {
    was: "`argPattern` counts on Windows only",
    became: "`argPattern` counts on every system",
  },
  "redirections-are-arguments": {
    was: "`argPattern` also matches without the redirections at the end",
    became: "Redirections are arguments like others",
  },
  "exec-links-followed": {
    was: "The exec allowlist is held against the path where a command was found",
    became: "It is held against the file to which that path leads",
  },
  "approvals-for-good-name-directory": {
    was: "A command that was approved for good may run anywhere",
    became: "It may run in the directory for which it was approved",
  },
  "bare-names-in-allowlist": {
    was: "An exec allowlist entry without a slash matches nothing",
    became: "It matches, by name or pattern, a command that was typed without a path, wherever it was found",
  },
  "durable-approvals": {
    was: "An approval holds once",
    became: "A command that was approved for good needs no further approval",
  },
  "blank-exec-entries-dropped": {
    was: "A blank entry of the exec allowlist is kept, though it matches nothing",
    became: "Blank entries are dropped when the approvals file is read",
  },
  "exec-trusted-by-default": {
    was: "Without an approvals file no command runs, and somebody is asked where none is allowed",
    became: "Without an approvals file every command runs and nobody is asked",
  },
  "unanswered-exec-runs": {
    was: "A command about which nobody can be asked is denied",
    became: "It runs",
  },
  "default-agent-lends-list-only": {
    was: "What the approvals file says about the agent `default` holds for `main` if it says nothing about `main`",
    became: "Of the agent `default` only the allowlist and `autoAllowSkills` hold for `main`",
  },
  "exec-agent-not-assumed": {
    was: "A command of no named agent is one of `main`",
    became: "A command of no named agent is decided by `*` and the defaults",
  },
  "unknown-exec-mode-is-strictest": {
    was: "An unknown `ask` in the approvals file never asks",
    became: "An unknown `security` denies, an unknown `ask` always asks",
  },
  "approvals-in-config": {
    was: "Only the host's approvals file decides about commands",
    became: "Commands are decided by `tools.exec.approvals` of the config, which is on unless switched off",
  },
  "commands-listed-by-words": {
    was: "An entry of an exec allowlist names a program, which may get any arguments unless the entry asks for some",
    became:
      "An entry of `tools.exec.approvals.allowlist` allows the command of exactly its words; ` *` at its end lets any arguments follow",
  },
  "running-programs-named": {
    was: "Nothing is said of an allowlist entry whose program runs what it is given, such as a shell",
    became: "Reading the config warns of it, with what to list instead",
  },
  "commands-read-by-shell": {
    was: "The host takes a command apart, and the request does not say for which shell",
    became:
      "A request names its shell, and a command with anything that this shell reads differently than it looks matches no allowlist",
  },
  "approvals-off-beside-limits": {
    was: "`tools.exec.approvals` is not read beside `tools.exec.security` and `tools.exec.ask`",
    became:
      "Approvals that are off beside a `security` or `ask` that limits commands are rejected, and a looser one beside approvals that are on is named",
  },
  "exec-of-agents-read": {
    was: "Of an agent only what `tools.exec` says for all agents is read",
    became: "An agent's own `tools.exec` is read before it",
  },
  "exec-defaults-to-gateway": {
    was: "Where no host is named a command runs in the sandbox, and outside one on the host with no approvals at all",
    became: "Outside a sandbox it runs on the gateway, with approvals",
  },
  "named-sandbox-must-be-there": {
    was: '`host: "sandbox"` without a sandbox runs commands on the host, with no approvals',
    became: "It denies them",
  },
  "exec-host-is-auto": {
    was: "Where no host is named a command runs in the sandbox, and outside one on the host with no approvals at all",
    became:
      "The host is `auto`: the sandbox, and outside one the gateway, with approvals; a call may ask for another",
  },
  "calls-name-configured-host": {
    was: "Where the host is `auto` a call may ask for any",
    became: "A call may ask for the host that is configured, word for word",
  },
  "sandboxed-calls-keep-off-gateway": {
    was: "Where the host is `auto` a sandboxed session may ask for the gateway",
    became: "It may not",
  },
  "sandboxed-calls-keep-off-nodes": {
    was: "Where the host is `auto` a sandboxed session may ask for a node",
    became: "It may not",
  },
  "asking-for-auto-asks-nothing": {
    was: "A call that asks for the host `auto` asks for another than the one that is configured",
    became: "It asks for none",
  },
  "elevated-stays-on-node": {
    was: "An elevated command runs on the gateway",
    became: "It runs on the node where that is configured",
  },
  "elevated-host-checked": {
    was: "An elevated command runs on the gateway, whatever host the call asks for",
    became: "A host that may not be asked for is refused, and a node that may be is taken",
  },
  "file-ask-off-wins": {
    was: "Of the approvals file and the config the one that asks more often decides",
    became: '`ask: "off"` in the approvals file has nobody asked',
  },
  "file-loosens-config": {
    was: "Of the approvals file and the config the stricter one decides",
    became: "What the approvals file says of `security` decides",
  },
  "file-defaults-complete-config": {
    was: "Where the config says nothing, the release's own defaults hold beside the approvals file",
    became: "The file's `defaults` do",
  },
  "exec-modes": {
    was: "`tools.exec` says `security` and `ask`",
    became: "One word, `mode`, may stand for both, and takes the place of what is said of all agents",
  },
  "sandbox-heeds-deny": {
    was: "In a sandbox every command runs, whatever `security` says",
    became: "A written `deny` holds there, too",
  },
  "elevated-full-heeds-policy": {
    was: "The level `full` of elevated commands runs them whatever the config and the approvals file say",
    became: "They decide as they do at the other levels",
  },
  "effective-policy-reads-file": {
    was: "What is reported to be in force is what the config asks for, and the approvals file's `defaults`",
    became: "It is what the approvals file leaves of it",
  },
  "calls-tighten-security": {
    was: "The `security` that a call asks for is not read",
    became: "It holds where it is the stricter one",
  },
  "nodes-told-policy": {
    was: "A node decides only by its own approvals",
    became: "It gets the gateway's `security` and `ask`",
  },
  "unbindable-not-asked": {
    was: "Somebody is asked about any command",
    became: "Nobody is asked about a command that could not be taken apart, which is denied",
  },
  "inline-code-asked": {
    was: "`strictInlineEval` is not read",
    became: "It has somebody asked about code in a command (`python3 -c`)",
  },
  "inline-programs-asked": {
    was: "`strictInlineEval` looks at interpreters",
    became: "It looks at programs that run what they are given, too (`awk`, `find -exec`)",
  },
  "quoted-substitution-refused": {
    was: "`$( )` and backticks in double quotes are looked past when a command is taken apart",
    became: "A command with them is not taken apart",
  },
  "continued-lines-refused": {
    was: "A line that ends in a backslash goes on in the next one",
    became: "A command with such a line is not taken apart",
  },
  "wrappers-seen-through": {
    was: "A program that runs another (`nice`, `env`, `sudo`) is held against the allowlist itself",
    became:
      "The one that it runs is (`nice`, `nohup`, `timeout`, `env`), or nothing is that it could match (`sudo`)",
  },
  "env-settings-seen-through": {
    was: "`env` with settings or options is on no allowlist",
    became: "The program that it runs is held against it",
  },
  "time-seen-through": {
    was: "`time` is held against the allowlist itself",
    became: "The program that it runs is",
  },
  "busybox-on-no-list": {
    was: "`busybox` is held against the allowlist as any program",
    became: "It matches nothing there",
  },
  "busybox-shells-listed": {
    was: "`busybox sh -c` is on no allowlist",
    became: "It is held against the allowlist as any program, whatever the shell is given",
  },
  "shell-chains-seen-through": {
    was: "What a shell is given to run is not looked at",
    became: "Several commands that `sh -c` is given are allowed where each of them is",
  },
  "shells-on-no-list": {
    was: "A shell on the allowlist runs whatever it is given",
    became: "A shell matches nothing but `*`",
  },
  "commands-read-as-shells-do": {
    was: "A command is taken apart at its operators",
    became:
      "It is read as a shell reads it: lines are commands, variables and reserved words are not analysed, what `sh -c` is given is looked at, and asked about",
  },
  "package-runners-seen-through": {
    was: "`npx`, `npm exec` and `pnpm exec` are held against the allowlist themselves",
    became: "The program that they run is",
  },
  "shell-builtins-seen-through": {
    was: "`exec` and `command` are programs like others",
    became: "The program that they run is held against the allowlist",
  },
  "safe-bins-need-no-entry": {
    was: "Every program needs an entry on the allowlist, or an approval",
    became: "Those of `tools.exec.safeBins` need none where they read nothing but their input",
  },
  "safe-bins-profiled": {
    was: "A safe program may be given anything but paths",
    became: "It may be given what is known to read no file",
  },
  "safe-bins-known-only": {
    was: "Whatever program `safeBins` lists is safe",
    became:
      "A program counts as safe if it is known to read nothing but its input, and is in a trusted directory",
  },
  "safe-bins-behind-wrappers": {
    was: "A program that another runs is not safe",
    became: "It counts as safe by its name alone",
  },
  "safe-bin-flags-known": {
    was: "An option of a safe program that is not known makes it unsafe",
    became: "Some that change only what is printed do not (`wc -l`)",
  },
  "jq-not-safe-by-default": {
    was: "`jq` is a safe program where `safeBins` is not written",
    became: "It has to be listed",
  },
  "jq-never-safe": {
    was: "`jq` is a safe program where `safeBins` lists it",
    became: "It is not, because its programs read the environment",
  },
  "elevated-names-by-field": {
    was: "An entry of `tools.elevated.allowFrom` is compared with the sender's ids, names and user names, and with whom the message is to",
    became: "It is compared with the sender's ids, and with a name only by its field (`username:ann`)",
  },
  "elevated-when-asked": {
    was: "Anyone who may run elevated commands does so, unless the session's level or `agents.defaults.elevatedDefault` says otherwise",
    became: "They do where the call or the session's level says so",
  },
};
