import { formatPath } from "../path.ts";
import { writtenAgents } from "./roster.ts";
import type { LoadStep } from "./step.ts";

/** A path without what says nothing in it, as far as text alone tells. */
function plainPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return `${path.startsWith("/") ? "/" : ""}${steps.join("/")}`;
}

/** Refuses two agents that keep their state in the same directory. */
export const judgeDirectories: LoadStep = (draft, { env }) => {
  const home = env["HOME"]?.trim() ?? "~";
  const first = new Map<string, string>();
  for (const { id, path, config } of writtenAgents(draft.config)) {
    const written = typeof config["agentDir"] === "string" ? config["agentDir"].trim() : "";
    const chosen = written === "" ? `~/.openclaw/agents/${id}/agent` : written;
    const directory = plainPath(chosen.replace(/^~(?=$|\/)/, () => home));
    const before = first.get(directory);
    // Two agents of one id are one agent here.
    if (before === undefined) first.set(directory, id);
    else if (before !== id)
      draft.issues.push({
        severity: "error",
        code: "agent-conflict",
        path: formatPath([...path, "agentDir"]),
        message: `the agents ${JSON.stringify(before)} and ${JSON.stringify(id)} keep their state in the same directory, ${JSON.stringify(written)}`,
        hint: "give each agent a directory of its own, or leave `agentDir` out",
      });
  }
};
