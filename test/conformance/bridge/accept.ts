import { parsePath } from "../../../src/config/path.ts";
import { isListed, listOf } from "../../../src/config/keys/read-lists.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";
import type { Bridge, VectorInput } from "./bridge.ts";

/** Releases that keep agents by name turn a list of them into that before they look, and name what they made of it. */
function asReleaseSays(path: string, config: VectorInput, byName: boolean): string {
  const steps = parsePath(path) ?? [];
  const [section, list, index, ...rest] = steps;
  const within = byName && section === "agents" && list === "list" && rest.length > 0;
  if (within && rest[0] === "id") return "agents.list";
  const id: unknown = within ? config.agents.list[Number(index)]?.id : undefined;
  return (typeof id === "string" ? ["agents", "entries", id, ...rest] : steps).join(".");
}

/** What a release's own validation says of a config: whether it is accepted, and which places were named. */
export const acceptBridge: Bridge = {
  "config.accept"({ config }, { edition, timeZone }) {
    const parsed = safeParsePolicy(config as ConfigInput, { edition, timeZone });
    const byName = isListed(["agents", "entries"], listOf(edition));
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    return { ok: parsed.ok, paths: issues.map(({ path }) => asReleaseSays(path, config, byName)) };
  },
};
