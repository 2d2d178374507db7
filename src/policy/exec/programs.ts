/** A program, or several that are alike, that run what they are given, and when they do. */
export interface RunningProgram {
  /** File names, lower-cased, without `.exe`; a version at the end (`python3.12`) may be left out. */
  readonly names: string;
  /** What it is and does with what it is given; goes on after the program's name. */
  readonly why: string;
  /** Options before the first other word with which it runs something. */
  readonly options?: string;
  /** Options with which it runs something, wherever they stand. */
  readonly anywhere?: string;
  /** Scripts, among its arguments, that run something. */
  readonly scripts?: RegExp;
  /** Options that take the next word with them. */
  readonly valued?: string;
  /** Subcommands, of one word or two, that run something; `,` parts them. */
  readonly runs?: string;
  /**
   * Subcommands after which any arguments may follow, for none makes it run anything. `*` is any word: `*` alone
   * for programs that hand all that follows to a file, which the entry names.
   */
  readonly fine?: string;
  /** The command that it is given stands after its options and numbers, with nothing between. */
  readonly commandFollows?: true;
  /** Arguments with which it runs nothing that is not written there; absent for a program that always runs what it is given. */
  readonly such?: string;
}

const shell = "is a shell, which runs what it is given";
const wrapper = "runs the command that it is given";
const builtin = "has the shell run what it is given";
const interpreter = "runs code that it is given";
const runner = "runs any script or program that it is given";
const taskRunner = "runs scripts and programs, with the arguments that follow";
const container = "runs commands in containers";
const finder = "runs commands on what it finds";
const connecting = "runs the command that it connects with";
const editor = "runs commands of its own, which can run others";

/** Programs that run what they are given. One with `such` does so only with some arguments; the others always do. */
export const runningPrograms: readonly RunningProgram[] = [
  {
    names: `sh bash rbash dash zsh ksh mksh pdksh fish csh tcsh ash yash elvish nu xonsh busybox toybox cmd command.com
      powershell powershell_ise pwsh wsl git-bash`,
    why: shell,
    commandFollows: true,
  },
  { names: "sudo doas pkexec", why: `${wrapper}, as another user`, commandFollows: true },
  { names: "su runuser sg gosu su-exec setpriv runas psexec", why: `${wrapper}, as another user` },
  { names: "ssh autossh mosh rsh plink sshpass", why: `${wrapper}, on another machine` },
  {
    names: `env xargs nohup nice ionice timeout gtimeout time gtime watch setsid stdbuf unbuffer unshare parallel strace
      ltrace valgrind linux32 linux64 prlimit systemd-run dbus-run-session xvfb-run firejail fakeroot proxychains
      proxychains4 torsocks torify rlwrap entr caffeinate chronic cross-env cross-env-shell dotenv dotenvx winpty start call`,
    why: wrapper,
    commandFollows: true,
  },
  {
    names: `chroot chrt taskset nsenter sem script dtruss perf gdb lldb flock lockf setarch numactl cgexec
      systemd-inhibit dbus-launch screen tmux expect bwrap proot faketime at batch socat concurrently
      start-server-and-test forfiles rundll32 mshta wscript cscript envdir envchain chpst daemonize start-stop-daemon`,
    why: wrapper,
  },
  {
    names: "eval exec command builtin coproc noglob nocorrect iex invoke-expression",
    why: builtin,
    commandFollows: true,
  },
  {
    names: `source . trap alias enable icm invoke-command saps start-process start-job foreach-object`,
    why: builtin,
  },
  { names: "npx bunx uvx pnpx", why: runner, commandFollows: true },
  {
    names: "python pypy pythonw py ipython jython",
    why: interpreter,
    options: "-c",
    valued: "-W -X --check-hash-based-pycs",
    runs: "timeit",
    fine: "*",
    such: "script.py",
  },
  {
    names: "node nodejs electron ts-node tsx",
    why: interpreter,
    options: "-e --eval -p --print -pe -r --require --import --loader --experimental-loader",
    valued: "-C --conditions --env-file --inspect-port",
    fine: "*",
    such: "script.js",
  },
  { names: "perl", why: interpreter, options: "-e -E -M -m", valued: "-I", fine: "*", such: "script.pl" },
  {
    names: "ruby jruby",
    why: interpreter,
    options: "-e -r",
    valued: "-I -C -E",
    fine: "*",
    such: "script.rb",
  },
  {
    names: "php",
    why: interpreter,
    options: "-r -R -B -E --run --process-code",
    valued: "-d -c",
    fine: "*",
    such: "script.php",
  },
  { names: "lua luajit texlua", why: interpreter, options: "-e -l", fine: "*", such: "script.lua" },
  { names: "osascript", why: interpreter, options: "-e", valued: "-l -s", fine: "*", such: "script.scpt" },
  { names: "rscript", why: interpreter, options: "-e", fine: "*", such: "script.R" },
  { names: "r", why: interpreter, options: "-e", such: "--version" },
  {
    names: "julia elixir groovy scala octave gnuplot clojure raku ghc erl swipl",
    why: interpreter,
    options: "-e -E --eval --evaluate --print -eval -g",
    fine: "*",
    such: "--version",
  },
  { names: "awk gawk mawk nawk", why: "runs the program that it is given, which can run commands" },
  {
    names: "sed gsed",
    why: "can run commands in its scripts",
    scripts: /(?:^|[;}\d$/])\s*e(?:\s|$)|s([^\w\s])(?:(?!\1).)*\1(?:(?!\1).)*\1[gpimI\d]*e/,
    such: "-n 1,20p README.md",
  },
  {
    names: "git",
    why: "runs commands that options and settings name",
    options: "-c --exec-path --config-env",
    anywhere:
      "--exec --upload-pack --receive-pack --extcmd --open-files-in-pager --smtp-server --sendmail-cmd",
    valued: "-C --git-dir --work-tree --namespace",
    runs: "bisect run, submodule foreach, filter-branch, for-each-repo, hook run, shell, daemon",
    fine: `status, diff, log, show, branch, tag, blame, annotate, add, rm, mv, restore, checkout, switch, reset, stash,
      commit, merge, cherry-pick, revert, cherry, ls-files, ls-tree, rev-parse, rev-list, describe, shortlog, reflog,
      cat-file, for-each-ref, show-ref, merge-base, merge-tree, name-rev, whatchanged, diff-tree, diff-index, diff-files,
      range-diff, count-objects, fsck, check-ignore, check-attr, check-mailmap, clean, notes, apply, am, format-patch,
      worktree, sparse-checkout, hash-object, update-index, verify-commit, verify-tag, show-branch, version`,
    such: "status",
  },
  {
    names: "npm",
    why: taskRunner,
    valued: "--prefix -C -w --workspace --loglevel --userconfig --registry",
    runs: "exec, x, explore",
    fine: "ls, list, ll, la, view, info, show, v, outdated, why, explain, search, ping, whoami, root, bin, fund, query",
    such: "test",
  },
  {
    names: "pnpm",
    why: taskRunner,
    valued: "-C --dir --filter -F",
    runs: "exec, dlx, create",
    fine: "ls, list, ll, la, why, outdated, licenses, root, bin, view, info",
    such: "test",
  },
  {
    names: "yarn yarnpkg",
    why: taskRunner,
    valued: "--cwd",
    runs: "exec, dlx, create, node",
    fine: "list, why, info, outdated, licenses, versions",
    such: "test",
  },
  {
    names: "bun",
    why: "runs scripts, programs and code that it is given",
    options: "-e --eval -p --print -r --preload",
    valued: "--cwd --filter",
    runs: "x, exec, create",
    fine: "outdated, why",
    such: "test",
  },
  {
    names: "deno",
    why: "runs scripts and code that it is given",
    runs: "eval, repl",
    fine: "run *, fmt, lint, check, doc, info, types",
    such: "run script.ts",
  },
  {
    names: "uv",
    why: runner,
    valued: "--directory --project --config-file",
    runs: "run, tool run",
    fine: "tree, pip list, pip show, pip freeze, version",
    such: "sync",
  },
  { names: "pipx", why: runner, runs: "run, runpip", fine: "list", such: "list" },
  {
    names:
      "poetry pipenv hatch rye pdm conda mamba micromamba bundle bundler rbenv pyenv nodenv asdf direnv mise rtx volta fnm nvm lerna nx turbo rush corepack composer nix devbox pixi",
    why: runner,
    runs: "run, exec, x, shell, develop, env run, tool run, pnpm, npm, yarn, npx, pnpx",
    fine: "list, show, search, outdated",
    such: "list",
  },
  { names: "nix-shell", why: runner, anywhere: "--run --command", such: "--version" },
  {
    names: "docker podman nerdctl docker-compose podman-compose",
    why: container,
    valued:
      "-H --host --context -c --config -l --log-level -f --file -p --project-name --profile --env-file --project-directory",
    runs: "run, exec, compose run, compose exec, container run, container exec",
    fine: `ps, images, logs, inspect, version, info, stats, top, port, diff, history, search, compose ps, compose logs,
      compose config, compose images, compose top, compose ls, container ls, container logs, container inspect, image ls,
      volume ls, network ls`,
    such: "ps",
  },
  {
    names: "kubectl oc",
    why: container,
    valued: "-n --namespace --context --cluster --kubeconfig -s --server --user",
    runs: "exec, run, debug",
    fine: "get, describe, logs, top, version, explain, api-resources, api-versions, cluster-info",
    such: "get pods",
  },
  { names: "find gfind", why: finder, anywhere: "-exec -execdir -ok -okdir", such: ". -name README.md" },
  { names: "fd fdfind", why: finder, anywhere: "-x -X --exec --exec-batch", such: "README.md" },
  {
    names: "rg",
    why: "runs a command on the files that it searches",
    anywhere: "--pre --hostname-bin",
    such: "TODO src",
  },
  {
    names: "sort gsort",
    why: "runs a command to compress",
    anywhere: "--compress-program",
    such: "names.txt",
  },
  { names: "split gsplit", why: "runs a command on each part", anywhere: "--filter", such: "names.txt" },
  {
    names: "tar gtar bsdtar",
    why: "runs commands that options name",
    anywhere:
      "-I -F --use-compress-program --to-command --checkpoint-action --info-script --new-volume-script --rsh-command",
    such: "-tf archive.tar",
  },
  {
    names: "zip",
    why: "runs a command to test",
    anywhere: "-TT --unzip-command",
    such: "archive.zip README.md",
  },
  { names: "rsync", why: connecting, anywhere: "-e --rsh --rsync-path", such: "-a src dist" },
  { names: "scp sftp", why: connecting, anywhere: "-S -o -D -F", such: "host:README.md ." },
  { names: "man", why: "runs the pager that it is given", anywhere: "-P --pager -H --html", such: "ls" },
  {
    names:
      "make gmake bmake just rake ninja task invoke gradle gradlew mvn mvnw ant cmake tox nox cargo dotnet",
    why: "runs recipes and scripts, which the arguments that follow can choose and change",
    anywhere: "--eval",
    such: "test",
  },
  {
    names: "go",
    why: "runs programs, with the arguments that follow",
    anywhere: "-exec -toolexec -vettool",
    valued: "-C",
    runs: "run",
    fine: "version, list, doc, fmt",
    such: "test ./...",
  },
  {
    names: "pip gem easy_install",
    why: "runs the setup of what it installs",
    runs: "exec",
    fine: "list, show, freeze, check, search, --version",
    such: "list",
  },
  { names: "nodemon", why: interpreter, anywhere: "-x --exec -e", such: "script.js" },
  { names: "vi vim nvim view gvim vimdiff ex", why: editor, anywhere: "-c --cmd -S -s +", such: "README.md" },
  {
    names: "emacs emacsclient",
    why: interpreter,
    anywhere: "-e --eval --execute -f --funcall -l --load",
    such: "README.md",
  },
  { names: "ed", why: editor, such: "README.md" },
  { names: "less more most", why: editor, anywhere: "+", such: "README.md" },
];
