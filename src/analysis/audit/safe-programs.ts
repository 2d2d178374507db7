import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { lowerCase } from "../../edition/lower-case.ts";
import { evaluateExec } from "../../policy/exec/exec.ts";
import { runsWhatItIsGiven } from "../../policy/exec/listed-command.ts";
import { isKnownSafe } from "../../policy/exec/safe-bins.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { removeEntry, valueAt } from "./apply-fix.ts";
import type { Found } from "./finding.ts";
import type { Situation } from "./situation.ts";

/** Where `safeBins` and its kin may stand, and whose commands they decide. */
function sectionsOf({ policy, agentIds }: Situation) {
  const own = agentRoster(policy).agents.map(({ id, path }) => ({
    path: `${path}.tools.exec`,
    agents: [id],
  }));
  return [{ path: "tools.exec", agents: agentIds }, ...own];
}

/** Texts of a list in a section, each with its place. */
function entriesAt(path: string, policy: Policy): readonly (readonly [entry: string, path: string])[] {
  const list = valueAt(policy.config, path);
  return Array.isArray(list) ? list.map((entry, index) => [String(entry).trim(), `${path}[${index}]`]) : [];
}

/** Whether a command runs because its program is a safe one. */
function runsAsSafe(
  program: string,
  found: string,
  args: string,
  agents: readonly string[],
  policy: Policy,
): boolean {
  return agents.some((agentId) => {
    const request = { command: `${program} ${args}`, agentId, programs: { [program]: found } };
    return (
      evaluateTool({ tool: "exec", agentId, key: `agent:${agentId}:main` }, policy).allowed &&
      evaluateExec(request, policy).reason === "allowlisted"
    );
  });
}

/** Programs that are taken for safe ones, and do more than read their input. */
function unsafePrograms(path: string, agents: readonly string[], policy: Policy): readonly Found[] {
  return entriesAt(`${path}.safeBins`, policy).flatMap(([entry, place]): readonly Found[] => {
    const program = lowerCase(entry);
    // What a profile of its own lets a program do is not read, and told as such.
    const profiled = [path, "tools.exec"].some(
      (section) => valueAt(policy.config, extendPath(`${section}.safeBinProfiles`, program)) !== undefined,
    );
    if (program === "" || isKnownSafe(program) || profiled) return [];
    const runs = runsWhatItIsGiven({ words: [program], anyArguments: true });
    // What begins with a hyphen is no file: an interpreter takes code so, and other programs their options.
    const counts = runsAsSafe(program, `/usr/bin/${program}`, "-x", agents, policy);
    const why = runs?.why ?? `${program} is not known to read nothing but its input`;
    return [
      {
        id: runs === undefined ? "safe-program-unknown" : "safe-program-runs-code",
        milder: !counts,
        path: place,
        message: counts
          ? `A program needs neither a list nor approval, and ${why}.`
          : `A program is listed as safe, and ${why}: as the config stands, that allows nothing.`,
        fix: removeEntry(place, policy.config),
      },
    ];
  });
}

const temporary = /^(?:\/private)?(?:\/var)?\/tmp(?:\/|$)/;
const homes = /^\/(?:home|users|root)(?:\/|$)|\/\.local\/bin(?:\/|$)|^[a-z]:[\\/]users[\\/]|^~/;
const installed = /^\/(?:usr\/local|opt\/homebrew|opt\/local)\/bin\/?$/;
const absolute = /^(?:\/|[a-z]:[\\/]|~)/;

/** Who else puts programs into a directory; undefined where nobody else is known to. */
function whoWritesIn(directory: string): string | undefined {
  const path = lowerCase(directory);
  if (!absolute.test(path)) return "where that is depends on where the gateway was started";
  if (temporary.test(path)) return "every program may write there";
  if (homes.test(path)) return "anything that runs as its owner may write there";
  return installed.test(path) ? "package managers let their user write there" : undefined;
}

/** Directories of which any program with a safe one's name is taken for it, though others write there. */
function writableDirectories(path: string, agents: readonly string[], policy: Policy): readonly Found[] {
  return entriesAt(`${path}.safeBinTrustedDirs`, policy).flatMap(([directory, place]): readonly Found[] => {
    const why = whoWritesIn(directory);
    if (why === undefined) return [];
    const counts = runsAsSafe("head", `${directory}/head`, "-n 1", agents, policy);
    const unless = counts ? "" : ", were safe programs asked for";
    return [
      {
        id: "safe-programs-replaceable",
        milder: !counts,
        path: place,
        message: `Another program with the name of a safe one would be taken for it${unless}, and ${why}.`,
        fix: removeEntry(place, policy.config),
      },
    ];
  });
}

/** Finds programs that need no approval though they run code, and directories in which others could put theirs. */
export function safePrograms(situation: Situation): readonly Found[] {
  const { policy } = situation;
  if (!policy.behaviours.has("safe-bins-need-no-entry")) return [];
  return sectionsOf(situation).flatMap(({ path, agents }) => [
    ...unsafePrograms(path, agents, policy),
    ...writableDirectories(path, agents, policy),
  ]);
}
