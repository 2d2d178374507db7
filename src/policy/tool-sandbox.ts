import type { ToolSelectionConfig } from "../config/config.ts";
import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { holds } from "./tool-groups.ts";
import { compileToolList, type ToolList, type ToolListSource } from "./tool-list.ts";
import {
  deniedChannels,
  earlyDeniedChannels,
  sandboxAllows,
  sandboxDenies,
  type SandboxDefault,
} from "./tool-sandbox-defaults.ts";
import type { ToolSection } from "./tool-section.ts";

/** What a sandboxed session may use. */
export interface SandboxTools {
  readonly allow: ToolList;
  readonly deny: ToolList;
}

const defaults = perPolicy(({ behaviours }) => {
  const namesOf = (list: readonly SandboxDefault[]) =>
    list.filter(([, when]) => when === undefined || holds(when, behaviours)).map(([tool]) => tool);
  const channels = behaviours.has("sandbox-denies-bundled-channels") ? deniedChannels : earlyDeniedChannels;
  return {
    allow: namesOf(sandboxAllows),
    deny: namesOf([...sandboxDenies, ...channels]),
    picture: behaviours.has("tools-of-2026-8") ? "view_image" : "image",
    emptyStays: behaviours.has("sandbox-empty-list-stays"),
    lifts: behaviours.has("sandbox-allow-lifts-denial"),
  };
});

function firstList(
  sections: readonly ToolSection[],
  name: "allow" | "alsoAllow" | "deny",
): ToolListSource | undefined {
  for (const { config, path } of sections) {
    const entries = (config as ToolSelectionConfig)[name];
    if (entries !== undefined) return { entries, path: `${path}.${name}` };
  }
  return undefined;
}

/**
 * Tells what a sandboxed session may use. The nearest section that writes a list decides it; a
 * configured denial replaces the default ones; pictures are always let in unless denied.
 */
export function sandboxTools(sections: readonly ToolSection[], policy: Policy): SandboxTools {
  const { allow, deny, picture, lifts, emptyStays } = defaults(policy);
  const written = firstList(sections, "allow");
  const empty = written?.entries.length === 0;
  const also = lifts && !empty ? firstList(sections, "alsoAllow") : undefined;
  const extra = also ? [also] : [];
  const allowed = [written ?? { entries: allow, path: "tools.sandbox.tools.allow", builtIn: true }, ...extra];
  const lifted = compileToolList(lifts && written ? [written, ...extra] : extra, policy);
  const denied = firstList(sections, "deny") ?? {
    entries: deny.filter((tool) => lifted.match(tool) === undefined),
    path: "tools.sandbox.tools.deny",
    builtIn: true,
  };
  const denyList = compileToolList([denied], policy);
  const allowList = compileToolList(allowed, policy);
  const deniesPicture = denyList.names.includes(picture) || denyList.names.includes("image");
  const needsPicture =
    !deniesPicture && !allowList.names.includes(picture) && !(emptyStays && allowList.empty);
  const pictures = { entries: [picture], path: "tools.sandbox.tools.deny", builtIn: true };
  return {
    allow: needsPicture ? compileToolList([...allowed, pictures], policy) : allowList,
    deny:
      denyList.names.includes("image") && picture !== "image"
        ? compileToolList([denied, pictures], policy)
        : denyList,
  };
}
