/** How the functions that decide on tools and commands are called. */
export const toolCalls = {
  "tools.groups":
    ({ TOOL_GROUPS }) =>
    () =>
      TOOL_GROUPS,
  "tools.profile":
    ({ resolveToolProfilePolicy }) =>
    ({ profile }) =>
      resolveToolProfilePolicy(profile),
  "tools.expand":
    ({ expandToolGroups }) =>
    ({ list }) =>
      expandToolGroups(list),
  "tools.match":
    ({ isToolAllowedByPolicyName }) =>
    ({ name, policy }) =>
      isToolAllowedByPolicyName(name, policy),
  "tools.pick":
    ({ pickSandboxToolPolicy }) =>
    ({ config }) =>
      pickSandboxToolPolicy(config),
  "tools.effective": ({ resolveEffectiveToolPolicy }) => resolveEffectiveToolPolicy,
  "tools.sandbox":
    ({ resolveSandboxToolPolicyForAgent, isToolAllowedByPolicyName }) =>
    ({ config, agentId, name }) => {
      const { allow, deny } = resolveSandboxToolPolicyForAgent(config, agentId);
      return { allow, deny, allowed: isToolAllowedByPolicyName(name, { allow, deny }) };
    },
  "tools.subagentDepth":
    ({ resolveSubagentToolPolicy }) =>
    ({ config, depth }) =>
      resolveSubagentToolPolicy(config, depth),
  "tools.subagentSession":
    ({ resolveSubagentToolPolicyForSession }) =>
    ({ config, sessionKey, store }) =>
      resolveSubagentToolPolicyForSession(config, sessionKey, { store }),

  "exec.min":
    ({ minSecurity }) =>
    ({ a, b }) =>
      minSecurity(a, b),
  "exec.maxAsk":
    ({ maxAsk }) =>
    ({ a, b }) =>
      maxAsk(a, b),
  "exec.requires": ({ requiresExecApproval }) => requiresExecApproval,
  "exec.match":
    ({ matchAllowlist }) =>
    ({ entries, resolution, argv, platform }) =>
      matchAllowlist(entries, resolution, argv, platform)?.pattern,
  "exec.resolve":
    ({ resolveExecApprovalsFromFile }) =>
    ({ file, agentId, overrides }) => {
      const { agent, defaults, allowlist } = resolveExecApprovalsFromFile({ file, agentId, overrides });
      return { agent, defaults, allowlist: allowlist.map(({ pattern }) => pattern) };
    },
};
