import type { Policy } from "../../../src/config/policy.ts";
import { resolveToolAgent } from "../../../src/policy/tool-agent.ts";
import { toolTables } from "../../../src/policy/tool-groups.ts";
import { compileToolList, type ToolListSource } from "../../../src/policy/tool-list.ts";
import { judgeTool } from "../../../src/policy/tool-rule.ts";
import { pickToolLists } from "../../../src/policy/tool-selection.ts";
import { resolveToolSettings, type ToolSection } from "../../../src/policy/tool-settings.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances } from "./bridge.ts";

function emptyPolicy(circumstances: Circumstances): Policy {
  const policy = policyOf({}, circumstances);
  if (isOutOfContract(policy)) throw new Error(policy.outOfContract);
  return policy;
}

// Upstream joins lists as a set; a single list it hands on as it is.
function entriesOf(sources: readonly ToolListSource[] | undefined) {
  const entries = sources?.flatMap((source) => source.entries);
  return sources !== undefined && sources.length > 1 ? [...new Set(entries)] : entries;
}

function picked(section: ToolSection | undefined) {
  const lists = section && pickToolLists(section.config, section.path);
  return lists && { allow: entriesOf(lists.allow), deny: entriesOf(lists.deny) };
}

/** Translations of the upstream functions that concern tools. */
export const toolsBridge: Bridge = {
  "tools.expand": ({ list }, circumstances) =>
    compileToolList([{ entries: list ?? [], path: "list" }], emptyPolicy(circumstances)).names,
  "tools.groups": (_, circumstances) => Object.fromEntries(toolTables(emptyPolicy(circumstances)).groups),
  "tools.profile": ({ profile }, circumstances) => {
    const allow = toolTables(emptyPolicy(circumstances)).profiles.get(profile);
    return allow && { allow };
  },
  "tools.match": ({ name, policy: lists }, circumstances) => {
    const policy = emptyPolicy(circumstances);
    const verdict = judgeTool(
      name,
      {
        ...(lists?.allow && { allow: compileToolList([{ entries: lists.allow, path: "allow" }], policy) }),
        ...(lists?.deny && { deny: compileToolList([{ entries: lists.deny, path: "deny" }], policy) }),
      },
      policy,
    );
    if (verdict.reason === "unreadable") throw new TypeError(verdict.reason);
    return verdict.allowed;
  },
  "tools.pick": ({ config }) => config && picked({ config, path: "tools" }),
  "tools.effective": ({ config, agentId, sessionKey, modelProvider, modelId }, circumstances) => {
    const policy = policyOf(config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const agent = resolveToolAgent({ agentId, key: sessionKey }, policy);
    if (!agent.ok) throw new Error(agent.reason);
    const settings = resolveToolSettings(agent.agentId, modelProvider, modelId, policy);
    return {
      agentId: agent.agentId,
      globalPolicy: picked(settings.global),
      globalProviderPolicy: picked(settings.globalProvider),
      agentPolicy: picked(settings.agent),
      agentProviderPolicy: picked(settings.agentProvider),
      profile: settings.profile?.name,
      providerProfile: settings.providerProfile?.name,
      profileAlsoAllow: entriesOf(settings.alsoAllow),
      providerProfileAlsoAllow: entriesOf(settings.providerAlsoAllow),
      gatewayConfigReadAllowed: settings.gatewayConfigRead,
    };
  },
};
