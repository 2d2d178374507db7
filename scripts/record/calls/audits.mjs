/** How the parts of the release's own security audit are called. */
export const auditCalls = {
  "audit.config": (upstream) => {
    const { collectAttackSurfaceSummaryFindings, collectAgentRosterFindings, collectElevatedFindings } =
      upstream;
    const { collectHooksHardeningFindings, collectGatewayHttpSessionKeyOverrideFindings } = upstream;
    const { collectSandboxDockerNoopFindings, collectMinimalProfileOverrideFindings } = upstream;
    const { collectExposureMatrixFindings, collectLikelyMultiUserSetupFindings } = upstream;
    const { collectCrossAgentSessionAccessFindings } = upstream;
    return ({ cfg }) =>
      listed([
        ...collectAttackSurfaceSummaryFindings(cfg),
        ...collectAgentRosterFindings(cfg),
        ...collectElevatedFindings(cfg),
        ...collectHooksHardeningFindings(cfg, {}),
        ...collectGatewayHttpSessionKeyOverrideFindings(cfg),
        ...collectSandboxDockerNoopFindings(cfg),
        ...collectMinimalProfileOverrideFindings(cfg),
        ...collectExposureMatrixFindings(cfg),
        ...collectLikelyMultiUserSetupFindings(cfg),
        ...collectCrossAgentSessionAccessFindings(cfg),
      ]);
  },
  "audit.channel":
    ({
      collectChannelSecurityFindingsCore,
      "replace:readChannelAllowFromStore": replaceReadChannelAllowFromStore,
    }) =>
    async ({ cfg, dmPolicy, allowFrom, store }) => {
      replaceReadChannelAllowFromStore(async () => store);
      return listed(
        await collectChannelSecurityFindingsCore({
          cfg,
          plugins: [channelWith({ policy: dmPolicy, allowFrom })],
        }),
      );
    },
};

/** A channel with one account, as far as the audit looks at it. */
function channelWith(directPolicy) {
  const allowFromPath = "channels.telegram.";
  return {
    id: "telegram",
    meta: { label: "Telegram" },
    config: {
      listAccountIds: () => ["default"],
      inspectAccount: () => ({ enabled: true, configured: true }),
      resolveAccount: () => ({}),
    },
    security: { resolveDmPolicy: () => ({ ...directPolicy, allowFromPath, approveHint: "" }) },
  };
}

function listed(findings) {
  return findings.map(({ severity, checkId }) => `${severity} ${checkId}`).sort();
}
