/** How the whole row of layers that a tool passes is built up and called. */
export const toolPipelineCalls = {
  "tools.pipeline": (upstream) => {
    const { resolveEffectiveToolPolicy, resolveToolProfilePolicy, mergeAlsoAllowPolicy } = upstream;
    const { buildDefaultToolPolicyPipelineSteps, applyToolPolicyPipeline } = upstream;
    const { resolveSandboxToolPolicyForAgent } = upstream;
    return ({ config, agentId, modelProvider, modelId, tools, groupPolicy, senderPolicy, sandboxed }) => {
      const effective = resolveEffectiveToolPolicy({ config, agentId, modelProvider, modelId });
      const { profile, profileAlsoAllow, providerProfile, providerProfileAlsoAllow } = effective;
      const layers = buildDefaultToolPolicyPipelineSteps({
        ...effective,
        profilePolicy: mergeAlsoAllowPolicy(resolveToolProfilePolicy(profile), profileAlsoAllow),
        providerProfilePolicy: mergeAlsoAllowPolicy(
          resolveToolProfilePolicy(providerProfile),
          providerProfileAlsoAllow,
        ),
        groupPolicy,
        senderPolicy,
      });
      const allowed = applyToolPolicyPipeline({
        tools: tools.map((tool) => (typeof tool === "string" ? { name: tool } : tool)),
        toolMeta: ({ plugin }) => plugin && { pluginId: plugin },
        warn: () => undefined,
        steps: [
          ...layers,
          ...(sandboxed
            ? [{ policy: resolveSandboxToolPolicyForAgent(config, agentId), label: "sandbox tools.allow" }]
            : []),
        ],
      });
      return { allowed: allowed.map(({ name }) => name) };
    };
  },
};
