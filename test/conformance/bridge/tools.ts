import { lineageOf } from "../../../src/edition/edition.ts";
import { matchExecAllowlist } from "../../../src/policy/exec/allowlist.ts";
import { resolveExecApprovals } from "../../../src/policy/exec/file.ts";
import { approvalRules, stricterAsk, stricterSecurity } from "../../../src/policy/exec/mode.ts";
import { resolveToolAgent } from "../../../src/policy/tool/agent.ts";
import { toolTables } from "../../../src/policy/tool/groups.ts";
import {
  compileToolList,
  type ToolListSource,
  pickToolLists,
  type ToolSection,
} from "../../../src/policy/tool/list.ts";
import { judgeTool, toolNames } from "../../../src/policy/tool/tool-rule.ts";
import { evaluateTool, type ToolReason } from "../../../src/policy/tool/tool.ts";
import { sandboxTools } from "../../../src/policy/tool/sandbox.ts";
import { isLeafDepth, isLeafSession, subagentTools } from "../../../src/policy/tool/subagent.ts";
import { resolveToolSettings, sandboxSections } from "../../../src/policy/tool/tool-settings.ts";
import { emptyPolicy, isOutOfContract, policyOf, type Bridge } from "./bridge.ts";

// Upstream joins lists as a set; a single list it hands on as it is.
function entriesOf(sources: readonly ToolListSource[] | undefined) {
  const entries = sources?.flatMap((source) => source.entries);
  return sources !== undefined && sources.length > 1 ? [...new Set(entries)] : entries;
}

function picked(section: ToolSection | undefined) {
  const lists = section && pickToolLists(section);
  return lists && { allow: entriesOf(lists.allow), deny: entriesOf(lists.deny) };
}

/** What a missing config says of agents to the releases that ask which ones there are. */
const noAgents = { agents: { list: [] } };

/** Where the library denies a tool for these reasons, the release throws. */
const failures: ReadonlySet<ToolReason> = new Set(["unreadable-list", "ambiguous-agent", "agent-mismatch"]);

/** Translations of the upstream functions that concern tools and commands. */
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
      toolNames(name, undefined, policy),
      {
        ...(lists?.allow && { allow: compileToolList([{ entries: lists.allow, path: "allow" }], policy) }),
        ...(lists?.deny && { deny: compileToolList([{ entries: lists.deny, path: "deny" }], policy) }),
      },
      policy,
    );
    if (verdict.reason === "unreadable-list") throw new TypeError(verdict.reason);
    return verdict.allowed;
  },
  "tools.pick": ({ config }) => config && picked({ config, path: "tools" }),
  "tools.effective": ({ config, agentId, sessionKey, modelProvider, modelId }, circumstances) => {
    const policy = policyOf(config ?? noAgents, circumstances);
    if (isOutOfContract(policy)) return policy;
    const agent = resolveToolAgent({ agentId, key: sessionKey }, policy);
    if (!agent.ok) throw new Error(agent.reason);
    const settings = resolveToolSettings(agent.agentId, modelProvider, modelId, policy);
    // Since then releases hand this list on with each entry once.
    const distinct = lineageOf(circumstances.edition).has("2026.3.8");
    const once = (entries: readonly string[] | undefined) =>
      entries && (distinct ? [...new Set(entries)] : entries);
    return {
      agentId: agent.agentId,
      globalPolicy: picked(settings.global),
      globalProviderPolicy: picked(settings.globalProvider),
      agentPolicy: picked(settings.agent),
      agentProviderPolicy: picked(settings.agentProvider),
      profile: settings.profile?.name,
      providerProfile: settings.providerProfile?.name,
      profileAlsoAllow: once(entriesOf(settings.alsoAllow)),
      providerProfileAlsoAllow: entriesOf(settings.providerAlsoAllow),
      gatewayConfigReadAllowed: settings.gatewayConfigRead,
    };
  },
  "tools.pipeline": (
    { config, agentId, modelProvider, modelId, tools, sandboxed, senderPolicy },
    circumstances,
  ) => {
    // Releases without a pipeline were asked layer by layer, and this layer they do not have.
    if (senderPolicy && !lineageOf(circumstances.edition).has("2026.2.17"))
      return { outOfContract: "tools.toolsBySender: unknown to this release" };
    const bySender = senderPolicy && { toolsBySender: { "*": senderPolicy } };
    const policy = policyOf(
      bySender ? { ...config, tools: { ...config.tools, ...bySender } } : config,
      circumstances,
    );
    if (isOutOfContract(policy)) return policy;
    const facts: readonly { name: string; plugin?: string }[] = tools.map(
      (tool: string | { name: string; plugin: string }) => (typeof tool === "string" ? { name: tool } : tool),
    );
    const ownTools = new Set(facts.filter(({ plugin }) => plugin === undefined).map(({ name }) => name));
    const allowed = facts.filter(({ name, plugin }) => {
      const decision = evaluateTool(
        {
          tool: name,
          ...(plugin !== undefined && { plugin }),
          agentId,
          provider: modelProvider,
          model: modelId,
          sandboxed: sandboxed === true,
          ownTools,
        },
        policy,
      );
      if (failures.has(decision.reason)) throw new TypeError(decision.reason);
      return decision.allowed;
    });
    return { allowed: allowed.map(({ name }) => name) };
  },
  "tools.sandbox": ({ config, agentId, name }, circumstances) => {
    const policy = policyOf(config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { allow, deny } = sandboxTools({ tools: sandboxSections(agentId, policy) }, policy);
    const verdict = judgeTool(toolNames(name, undefined, policy), { allow, deny }, policy);
    if (verdict.reason === "unreadable-list") throw new TypeError(verdict.reason);
    return { allow: allow.names, deny: deny.names, allowed: verdict.allowed };
  },
  "tools.subagentDepth": ({ config, depth }, circumstances) => {
    const policy = policyOf(config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { allow, deny } = subagentTools(isLeafDepth(depth ?? 1, policy), policy);
    return { allow: entriesOf(allow), deny: deny?.flatMap(({ entries }) => entries) };
  },
  "tools.subagentSession": ({ config, sessionKey, store }, circumstances) => {
    const policy = policyOf(config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { allow, deny } = subagentTools(isLeafSession(sessionKey, store[sessionKey], policy), policy);
    return { allow: entriesOf(allow), deny: deny?.flatMap(({ entries }) => entries) };
  },
  "exec.match": ({ entries, resolution, argv, platform }, circumstances) =>
    matchExecAllowlist(
      entries ?? [],
      { resolution: resolution ?? undefined, argv: argv ?? undefined, windows: platform === "win32" },
      emptyPolicy(circumstances),
    )?.pattern,
  "exec.min": ({ a, b }) => stricterSecurity(a, b),
  "exec.maxAsk": ({ a, b }) => stricterAsk(a, b),
  "exec.requires": (input, circumstances) =>
    approvalRules(emptyPolicy(circumstances)).needsApproval({
      ask: input.ask,
      security: input.security,
      understood: input.analysisOk,
      allowlisted: input.allowlistSatisfied,
      approvedForGood: input.durableApprovalSatisfied,
    }),
  "exec.resolve": ({ file, agentId, overrides }, circumstances) => {
    const { allowlist, ...modes } = resolveExecApprovals(
      file,
      agentId,
      overrides,
      emptyPolicy(circumstances),
    );
    return { ...modes, allowlist: allowlist.map(({ pattern }) => pattern) };
  },
};
