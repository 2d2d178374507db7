import type { BehaviourId } from "../../edition/registry.ts";
import { formatPath } from "../path.ts";
import { isObject } from "../is-object.ts";
import { change } from "./change.ts";
import { property, put, valueAt, type LoadDraft, type PropertyPath, type Tree } from "./draft.ts";
import type { Circumstances, LoadStep } from "./step.ts";

/** A value that a release adds after its schema. */
interface RuntimeDefault {
  readonly path: readonly string[];
  readonly value: string | number | boolean;
  readonly when?: BehaviourId;
}

/** Of two rows about one setting the first that holds is taken. */
const table: readonly RuntimeDefault[] = [
  { path: ["agents", "defaults", "maxConcurrent"], value: 8, when: "more-at-once" },
  { path: ["agents", "defaults", "maxConcurrent"], value: 4 },
  { path: ["agents", "defaults", "subagents", "maxConcurrent"], value: 8 },
  { path: ["agents", "defaults", "subagents", "archiveAfterMinutes"], value: 60, when: "subagents-archived" },
  { path: ["agents", "defaults", "compaction", "mode"], value: "safeguard" },
  { path: ["commands", "native"], value: "auto" },
  { path: ["commands", "nativeSkills"], value: "auto" },
  { path: ["commands", "restart"], value: true, when: "restart-by-command" },
  { path: ["commands", "ownerDisplay"], value: "raw", when: "owner-shown-raw" },
  { path: ["messages", "ackReactionScope"], value: "group-mentions" },
  { path: ["cron", "maxConcurrentRuns"], value: 8, when: "cron-runs-bounded" },
];

function add(draft: LoadDraft, path: PropertyPath, value: unknown): void {
  const owner = valueAt(draft.config, path.slice(0, -1));
  if (valueAt(draft.config, path) !== undefined || (owner !== undefined && !isObject(owner))) return;
  put(draft, path, value);
  const sentence = `The loader adds \`${formatPath(path)}: ${JSON.stringify(value)}\`, because nothing is set there.`;
  draft.changes.push(change("default-written-in", path, { value, sentence }));
}

/** Whether Anthropic's models are paid for by a key or a subscription, as far as it can be told; profiles come first. */
function waysToAnthropic(config: Tree, env: Circumstances["env"]): "key" | "subscription" | undefined {
  const profiles = valueAt(config, ["auth", "profiles"]);
  const order = valueAt(config, ["auth", "order", "anthropic"]);
  const wayOf = (profile: unknown) => {
    const mode = property(profile, "provider") === "anthropic" ? property(profile, "mode") : undefined;
    if (mode === "api_key") return "key" as const;
    return mode === "oauth" || mode === "token" ? ("subscription" as const) : undefined;
  };
  for (const name of Array.isArray(order) ? (order as unknown[]) : []) {
    const way = wayOf(property(profiles, String(name)));
    if (way !== undefined) return way;
  }
  const ways = new Set(Object.values(isObject(profiles) ? profiles : {}).map(wayOf));
  if (ways.has("key") !== ways.has("subscription")) return ways.has("key") ? "key" : "subscription";
  const isSet = (name: string) => (env[name] ?? "").trim() !== "";
  if (isSet("ANTHROPIC_OAUTH_TOKEN")) return "subscription";
  return isSet("ANTHROPIC_API_KEY") ? "key" : undefined;
}

/** Adds what a release takes for granted while it runs. Nothing of it decides. */
export const addRuntimeDefaults: LoadStep = (draft, { behaviours, env }) => {
  for (const { path, value, when } of table)
    if (when === undefined || behaviours.has(when)) add(draft, path, value);
  const way = waysToAnthropic(draft.config, env);
  if (way === undefined) return;
  if (valueAt(draft.config, ["agents", "defaults", "contextPruning", "mode"]) === undefined) {
    add(draft, ["agents", "defaults", "contextPruning", "mode"], "cache-ttl");
    add(draft, ["agents", "defaults", "contextPruning", "ttl"], "1h");
  }
  add(draft, ["agents", "defaults", "heartbeat", "every"], way === "key" ? "30m" : "1h");
};

/** Replaces the name of main sessions, whatever it says. */
export const fixMainKey: LoadStep = (draft, { behaviours }) => {
  const path = ["session", "mainKey"];
  const written = valueAt(draft.config, path);
  if (behaviours.has("main-key-honoured") || written === undefined || written === "main") return;
  put(draft, path, "main");
  const sentence = `The loader replaces \`session.mainKey\` by "main", whatever it says.`;
  draft.changes.push(change("main-key-fixed", path, { from: path, value: "main", sentence }));
};
