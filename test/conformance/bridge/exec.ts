import { networkRefusal } from "../../../src/config/sandbox-network.ts";
import type { Policy } from "../../../src/config/policy.ts";
import { elevatedPermissions, type ElevatedSender } from "../../../src/policy/exec/elevated.ts";
import { evaluateExec, type ExecDecision } from "../../../src/policy/exec/exec.ts";
import type { ExecReason } from "../../../src/policy/exec/exec-request.ts";
import { chooseHost } from "../../../src/policy/exec/host.ts";
import { execPolicy } from "../../../src/policy/exec/in-force.ts";
import { judgeCommand } from "../../../src/policy/exec/listed.ts";
import { execModes, modeOf, type ExecMode } from "../../../src/policy/exec/mode.ts";
import { sandboxOf } from "../../../src/policy/sandbox/sandbox.ts";
import {
  emptyPolicy,
  isOutOfContract,
  policyOf,
  uncheckedPolicyOf,
  type Bridge,
  type Circumstances,
  type VectorInput,
} from "./bridge.ts";

/** Where every program stood for the releases that were recorded. */
const directory = "/opt/bin";

/** The programs that the recorded commands use: the names that a shell knows by itself are none. */
const programs: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "ls git sh bash zsh dash env nice timeout nohup stdbuf setsid xargs sudo doas busybox python3 node perl ruby " +
    "awk sed find npx npm pnpm cat head tail wc jq cut tr sort uniq grep time make rm curl echo printf true false id"
  )
    .split(" ")
    .map((name) => [name, `${directory}/${name}`]),
);

function withPolicy(config: VectorInput, circumstances: Circumstances, answer: (policy: Policy) => unknown) {
  const policy = policyOf(config, circumstances);
  return isOutOfContract(policy) ? policy : answer(policy);
}

/** Whoever is said to be allowed elevated commands, or not to be: a sender whom a list has, or has not. */
const sender = { channel: "telegram", sender: "1" } as const;

function elevating({ config, elevated }: VectorInput) {
  if (elevated === undefined) return config;
  const { enabled, allowed } = elevated;
  const allowFrom = { telegram: allowed === true ? ["1"] : ["2"] };
  return { ...config, tools: { ...config.tools, elevated: { enabled, allowFrom } } };
}

/** What a release's refusals are called. */
const refusals: Partial<Record<ExecReason, string>> = {
  "security-deny": "security-deny",
  "not-allowlisted": "allowlist-miss",
  "no-sandbox": "no-sandbox",
  "host-not-allowed": "host-not-allowed",
  "elevated-unavailable": "elevated-unavailable",
};

function runAnswer({ outcome, reason, host, security, ask }: ExecDecision) {
  // What reaches a node is decided there.
  if (host === "node" && reason !== "security-deny") return { decision: "node", host, security, ask };
  // The releases are about to ask, and refuse to.
  if (reason === "unbindable") return { decision: "ask", host, unbindable: true };
  return outcome === "deny" ? { decision: "deny", reason: refusals[reason] } : { decision: outcome, host };
}

function senderOf({ agentId, provider, ctx }: VectorInput): ElevatedSender {
  const { From, To, SenderId, SenderE164, SenderName, SenderUsername, SenderTag } = ctx;
  return {
    agentId,
    channel: provider,
    from: From,
    to: To,
    sender: SenderId,
    senderE164: SenderE164,
    senderName: SenderName,
    senderUsername: SenderUsername,
    senderTag: SenderTag,
  };
}

/** Translations of the upstream functions for commands, elevated tools and sandboxes. */
export const execBridge: Bridge = {
  "exec.run": (input, circumstances) =>
    withPolicy(elevating(input), circumstances, (policy) => {
      const { agentId = "main", file, sandboxed, elevated, request = {}, command } = input;
      const decision = evaluateExec(
        {
          ...sender,
          ...request,
          command,
          agentId,
          file,
          programs,
          sandboxed: sandboxed === true,
          elevatedLevel: elevated?.defaultLevel ?? "off",
        },
        policy,
      );
      return runAnswer(decision);
    }),
  "exec.effective": ({ config, file, agentId, sandboxAvailable: sandboxed }, circumstances) =>
    withPolicy(config, circumstances, (policy) => {
      const inForce = execPolicy({ agentId, file, sandboxed }, policy);
      if (inForce === undefined) throw new Error("ambiguous-agent");
      const { host, runsOn: effectiveHost, mode, security, ask, node } = inForce;
      return { host, effectiveHost, mode, security, ask, node };
    }),
  "exec.host": ({ configured, requested, elevated, sandboxAvailable: sandboxed }, circumstances) => {
    const choice = chooseHost({ configured, requested, elevated, sandboxed }, emptyPolicy(circumstances));
    return choice.ok ? { selected: choice.selected, host: choice.host } : { refused: true };
  },
  "exec.mode": ({ mode, security, ask }) => {
    const stands = mode === undefined ? { security, ask } : execModes[mode as ExecMode];
    return { mode: mode ?? modeOf(stands, false), ...stands, autoReview: mode === "auto" };
  },
  "exec.wrappers": ({ command, allowlist, safeBins }, circumstances) => {
    const facts = {
      allowlist: allowlist.map((pattern: string) => ({ pattern })),
      safe: { safeBins, trustedDirectories: [directory] },
      programs,
    };
    const { understood, allowlisted, matched } = judgeCommand(command, facts, emptyPolicy(circumstances));
    return {
      analysisOk: understood,
      satisfied: allowlisted,
      matched: matched.map(({ pattern }) => pattern),
    };
  },
  "elevated.permissions": (input, circumstances) => {
    const policy = uncheckedPolicyOf(input.config, circumstances);
    const { enabled, allowed, refusals: refused } = elevatedPermissions(senderOf(input), policy);
    return { enabled, allowed, gates: refused.map(({ gate }) => gate) };
  },
  "sandbox.status": ({ config, sessionKey, agentId }, circumstances) => {
    const sandbox = sandboxOf({ key: sessionKey, agentId }, uncheckedPolicyOf(config, circumstances));
    if (!sandbox.ok) throw new Error(sandbox.reason);
    const { agentId: owner, mainKey: mainSessionKey, mode, sandboxed } = sandbox;
    return { agentId: owner, mainSessionKey, mode, sandboxed };
  },
  "sandbox.config": ({ config, agentId }, circumstances) => {
    const sandbox = sandboxOf({ agentId }, uncheckedPolicyOf(config, circumstances));
    if (!sandbox.ok) throw new Error(sandbox.reason);
    const { mode, backend, scope, workspaceAccess, network, readOnlyRoot, binds } = sandbox;
    const mounted = binds.length > 0 && { binds };
    return { mode, backend, scope, workspaceAccess, network, readOnlyRoot, ...mounted };
  },
  "sandbox.network": ({ network, allowJoin }) => networkRefusal(network, allowJoin === true) ?? "ok",
};
