import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { definedFields } from "../section.ts";
import { parseEntry } from "../exec/listed-command.ts";
import { stricterAsk, stricterSecurity } from "../exec/mode.ts";
import { execSettings, type ExecSettings } from "../exec/exec-settings.ts";
import { configuredModes } from "../exec/in-force.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { sandboxMode, sandboxSettings } from "../sandbox-settings.ts";
import type { Note } from "./meet.ts";

type ExecConfig = NonNullable<ToolsConfig["exec"]>;
type Approvals = NonNullable<ExecConfig["approvals"]>;
type ElevatedConfig = NonNullable<ToolsConfig["elevated"]>;

/** The entries of one allowlist of which the other allows everything: of two entries that share commands one has all of the other's. */
function within({ approvals }: ExecSettings, { allows }: ExecSettings): readonly string[] {
  return (approvals.allowlist ?? []).filter((entry) => {
    const listed = parseEntry(entry);
    return listed.ok && allows(listed) !== undefined;
  });
}

function meetApprovals(a: ExecSettings, b: ExecSettings): Approvals {
  // Written out, so that an agent's approvals that are on never fall back to everybody's.
  if (a.approvals.enabled === false) return { enabled: true, ...b.approvals };
  if (b.approvals.enabled === false) return { enabled: true, ...a.approvals };
  const policies = [a, b].map(({ approvals }) => approvals.policy);
  const policy = (["always", "never"] as const).find((word) => policies.includes(word)) ?? "allowlist";
  const allowlist = [...new Set([...within(a, b), ...within(b, a)])];
  return { enabled: true, policy, ...(allowlist.length > 0 && { allowlist }) };
}

/** What is in both lists; nothing where one is written and the other left to the release. */
function common(a: readonly string[] | undefined, b: readonly string[] | undefined) {
  if (a === undefined && b === undefined) return undefined;
  return (a ?? []).filter((each) => b?.includes(each));
}

/** How strictly commands are decided under both: the stricter words, where either policy has any. */
function meetModes(ofA: ExecSettings, ofB: ExecSettings, a: Policy): Pick<ExecConfig, "security" | "ask"> {
  const modesOf = (settings: ExecSettings) => configuredModes(settings, undefined, "gateway", a);
  const [one, other] = [modesOf(ofA), modesOf(ofB)];
  const says = (name: "security" | "ask") => ofA[name] !== undefined || ofB[name] !== undefined;
  return definedFields({
    security: says("security") ? stricterSecurity(one.security.value, other.security.value) : undefined,
    ask: says("ask") ? stricterAsk(one.ask.value, other.ask.value) : undefined,
  });
}

/** The same where approvals decide, which the words can only limit. */
function meetLimits(ofA: ExecSettings, ofB: ExecSettings): Pick<ExecConfig, "security" | "ask"> {
  const security = [ofA.security, ofB.security].filter((word) => word !== undefined);
  const ask = [ofA.ask, ofB.ask].filter((word) => word !== undefined);
  return definedFields({
    security: security.length === 0 ? undefined : security.reduce(stricterSecurity),
    ask: ask.length === 0 ? undefined : ask.reduce(stricterAsk),
  });
}

/** What both policies let an agent run; undefined where neither says anything. */
export function meetExec(
  agentId: string | undefined,
  a: Policy,
  b: Policy,
  note: Note,
): ExecConfig | undefined {
  const [ofA, ofB] = [execSettings(agentId, a), execSettings(agentId, b)];
  const decides = a.behaviours.has("approvals-in-config");
  const approvals = decides ? meetApprovals(ofA, ofB) : undefined;
  // A word for both keeps others from running than the list has, where approvals could ask.
  const silent = decides && [ofA, ofB].some(({ mode }) => mode === "allowlist");
  const host = ofA.host?.value;
  const asksAboutCode = [ofA, ofB].some(({ asksAboutCode: asks }) => asks?.value === true);
  const directories = ofA.safe.trustedDirectories.filter((each) =>
    ofB.safe.trustedDirectories.includes(each),
  );
  const rest = definedFields({
    approvals: silent ? { ...approvals, policy: "never" as const } : approvals,
    strictInlineEval: asksAboutCode ? true : undefined,
    safeBins: common(ofA.safe.safeBins, ofB.safe.safeBins),
    safeBinTrustedDirs: directories.length > 0 ? directories : undefined,
  });
  if (!runAlike(agentId, a, b)) {
    note("tools.exec.host", "commands run in different places, and none is as strict as both");
    return { ...rest, ...(decides && { approvals: { enabled: true } }), host: "gateway", security: "deny" };
  }
  const modes = decides ? meetLimits(ofA, ofB) : meetModes(ofA, ofB, a);
  const met = { ...definedFields({ host, node: ofA.node }), ...modes, ...rest };
  return Object.keys(met).length > 0 ? met : undefined;
}

/** What a policy says about leaving the sandbox, of all agents or in an agent's own words. */
function elevatedOf(agentId: string | undefined, policy: Policy): ElevatedConfig | undefined {
  if (agentId === undefined) return policy.config.tools?.elevated;
  return agentRoster(policy).agents.find(({ id }) => id === agentId)?.config.tools?.elevated;
}

function sameElevated(agentId: string | undefined, a: Policy, b: Policy): boolean {
  const [one, other] = [a, b].map((policy) => [
    elevatedOf(agentId, policy),
    policy.config.agents?.defaults?.elevatedDefault,
  ]);
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Who may leave the sandbox under both: nobody where the two policies do not say the same. */
export function meetElevated(agentId: string | undefined, a: Policy, b: Policy): ElevatedConfig | undefined {
  return sameElevated(agentId, a, b) ? elevatedOf(agentId, a) : { enabled: false };
}

/**
 * Whether commands run in the same places under both. In releases approvals hold on a host and not in a sandbox, so that it is
 * no stricter to run there. Under `2026-11` they hold everywhere, and a sandbox where only one policy has one is stricter.
 */
function runAlike(agentId: string | undefined, a: Policy, b: Policy): boolean {
  const [ofA, ofB] = [execSettings(agentId, a), execSettings(agentId, b)];
  const host = ofA.host?.value;
  if (host !== ofB.host?.value || (host === "node" && ofA.node !== ofB.node)) return false;
  const [modeA, modeB] = [a, b].map((policy) => sandboxMode(sandboxSettings(agentId, policy)));
  if (ofA.byConfig) return host !== "sandbox" || modeA === modeB;
  const outside =
    host === "gateway" || host === "node" || (modeA === "off" && modeB === "off" && host !== "sandbox");
  const elevated = [undefined, agentId].every((each) => sameElevated(each, a, b));
  return outside || (modeA === modeB && elevated);
}
