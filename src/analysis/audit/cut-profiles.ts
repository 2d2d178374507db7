import type { Policy } from "../../config/policy.ts";
import { withoutForeignList, judgeTool, toolNames } from "../../policy/tool/tool-rule.ts";
import { toolTables } from "../../policy/tool/groups.ts";
import type { ToolLayer, ToolLayerName } from "../../policy/tool/layers.ts";
import type { ToolList } from "../../policy/tool/list.ts";
import { resolveToolSettings } from "../../policy/tool/tool-settings.ts";
import { evaluateTool, layersInForce } from "../../policy/tool/tool.ts";
import { providerPlaces, type ToolPlace } from "../representative/tool-places.ts";
import type { Found, FindingFix } from "./finding.ts";
import type { Situation } from "./situation.ts";

/** The layers whose lists could be written as an extension of a profile instead. */
const extending: ReadonlySet<ToolLayerName> = new Set([
  "global",
  "global-provider",
  "agent",
  "agent-provider",
]);

/** So many tools are named, and the others are counted. */
const mostNamed = 5;

function inWords(tools: readonly string[]): string {
  if (tools.length === 0) return "nothing";
  const others = tools.length - mostNamed;
  if (others <= 1) return tools.join(", ");
  return `${tools.slice(0, mostNamed).join(", ")} and ${others} others`;
}

/** A layer with a profile or a list, and what it allows. */
type Allowing = ToolLayer & { readonly allow: ToolList };

function allowing(place: ToolPlace, policy: Policy): readonly Allowing[] {
  return layersInForce({ ...place, tool: "" }, policy).flatMap((layer) => {
    const { allow } = withoutForeignList(layer.rule, undefined, policy);
    return allow === undefined ? [] : [{ ...layer, allow }];
  });
}

function namesOf({ names }: ToolList): readonly string[] {
  return names.filter((name) => name !== undefined && !name.includes("*")) as readonly string[];
}

/** The list written as an extension, where that leaves nobody without limits. */
function extend({ name, section }: Allowing, place: ToolPlace, { policy, agentIds }: Situation): FindingFix {
  const { config, path } = section ?? { config: {}, path: "" };
  const { alsoAllow, providerAlsoAllow } = resolveToolSettings(
    place.agentId,
    place.provider,
    place.model,
    policy,
  );
  // An agent's list takes the place of everybody's, which it repeats so that nothing is lost.
  const inherited = { agent: alsoAllow, "agent-provider": providerAlsoAllow };
  const before =
    name === "agent" || name === "agent-provider"
      ? (inherited[name] ?? [])
          .filter((source) => source.path.endsWith(".alsoAllow"))
          .flatMap(({ entries }) => entries)
      : (config.alsoAllow ?? []);
  const list = [...new Set([...before, ...(config.allow ?? [])])];
  const limited = agentIds.every(
    (agentId) => resolveToolSettings(agentId, undefined, undefined, policy).profile !== undefined,
  );
  const narrower = `take out of ${path}.allow what the profile does not have`;
  if (!limited && (name === "global" || name === "global-provider"))
    return { sentence: `Write a profile for every agent, or ${narrower}.`, changes: [] };
  return {
    sentence: `Write ${path}.alsoAllow: ${JSON.stringify(list)} in place of ${path}.allow, or ${narrower}.`,
    changes: [
      { path: `${path}.allow`, remove: true },
      { path: `${path}.alsoAllow`, set: list },
    ],
  };
}

function cutIn(place: ToolPlace, situation: Situation): readonly Found[] {
  const { policy } = situation;
  const { agentId = "" } = place;
  const layers = allowing(place, policy);
  const known = [...toolTables(policy).groups.values()].flat();
  const allows = (allow: ToolList, tool: string) =>
    judgeTool(toolNames(tool, undefined, policy), { allow }, policy).allowed;
  return layers.flatMap((list): readonly Found[] => {
    // Whoever allows everything means no list.
    if (!extending.has(list.name) || list.allow.empty || list.allow.names.includes("*")) return [];
    const tools = [...new Set([...known, ...layers.flatMap(({ allow }) => namesOf(allow))])];
    const asked = tools.filter((tool) => allows(list.allow, tool));
    const cut = layers.find(
      ({ profile, allow }) => profile !== undefined && asked.some((tool) => !allows(allow, tool)),
    );
    if (cut?.profile === undefined) return [];
    const left = tools.filter((tool) => evaluateTool({ ...place, tool }, policy).allowed);
    const { name, path } = cut.profile;
    return [
      {
        id: "profile-cut-down",
        milder: left.length > 0,
        path: `${list.path}.allow`,
        message: `Only what both the list and the profile ${name} (${path}) name may be used, which leaves: ${inWords(left)}.`,
        fix: extend(list, place, situation),
        witness: { who: [`agent:${agentId}`], what: inWords(left), invented: false },
      },
    ];
  });
}

/**
 * Finds profiles that are cut down to an `allow` list which names more than they have: whoever wrote the
 * list meant to add something, and what it names is lost, or the profile is. A list that lies within the
 * profile narrows it, as it says.
 */
export function cutProfiles(situation: Situation): readonly Found[] {
  return situation.agentIds.flatMap((agentId) =>
    [{}, ...providerPlaces(situation.policy, agentId)].flatMap((provider) =>
      // Up to 2026.2.21 only the key tells whose tools are meant.
      cutIn({ agentId, key: `agent:${agentId}:main`, ...provider }, situation),
    ),
  );
}
