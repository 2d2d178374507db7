import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { contradictionIn } from "../../scope/facts/contradiction.ts";
import { isGiven, isPlainSession, isTextOrNone } from "../../scope/facts/plain.ts";
import { isRefused, readFacts, sessionReadings, type FactReadings } from "../../scope/facts/read-facts.ts";
import type { TraceOptions } from "../trace.ts";
import {
  type SandboxRequest,
  confined,
  judgeSandbox,
  sandboxActions,
  type SandboxReason,
  type SandboxVerdict,
} from "./sandbox-rule.ts";
import {
  containerSections,
  mainKeyOfAgent,
  isSandboxed,
  sandboxMode,
  sandboxScope,
  sandboxSettings,
  writtenNetwork,
  type SandboxMode,
  type SandboxScope,
} from "../sandbox-settings.ts";
import { firstFound, nearest } from "../section.ts";
import { traceSandbox, type SandboxTrace } from "./trace.ts";
import { isUnresolved } from "../session-facts.ts";
import { sandboxOwner } from "./owner.ts";
import { sandboxSections } from "../tool/tool-settings.ts";

/** Whether a session's sandbox lets something through. */
export interface SandboxDecision extends SandboxVerdict {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "sandbox";
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** How it came about, when asked for. */
  readonly trace?: SandboxTrace;
}

const readings = {
  ...sessionReadings,
  action: sandboxActions,
  tool: "text",
} as const satisfies FactReadings;

function isPlain(request: unknown): request is SandboxRequest {
  if (!isGiven(request)) return false;
  const told: { readonly [Fact in keyof SandboxRequest]?: unknown } = request;
  return (
    sandboxActions.some((action) => action === told.action) && isTextOrNone(told.tool) && isPlainSession(told)
  );
}

/** Whose sandbox it is, or what is asked of it, is not known: nothing is let through. */
function refuse(reason: SandboxReason, facts?: readonly string[]): SandboxDecision {
  const refused = { kind: "sandbox", allowed: false, reason, ...confined } as const;
  return facts === undefined ? refused : { ...refused, facts };
}

function evaluate(
  request: SandboxRequest | Unresolved,
  policy: Policy,
  options: TraceOptions | undefined,
): SandboxDecision {
  if (isUnresolved(request)) return refuse("unresolved-session");
  const contradiction = contradictionIn(request, request.key, policy);
  if (contradiction !== undefined) return refuse(contradiction.reason, contradiction.facts);
  const agent = sandboxOwner(request, policy);
  if (!agent.ok) return refuse(agent.reason);
  const { agentId } = agent;
  const settings = {
    agentId,
    sections: sandboxSettings(agentId, policy),
    tools: sandboxSections(agentId, policy),
  };
  return {
    kind: "sandbox",
    ...judgeSandbox(request, settings, policy),
    ...(options?.trace === true && { trace: traceSandbox(request, settings, policy) }),
  };
}

/**
 * Decides whether a session's sandbox lets it read or write the workspace, reach the network, or
 * use a tool. Outside a sandbox everything is let through; inside, what the config does not grant
 * is not, nor what is none of these: without `workspaceAccess` there is no workspace, without `network` no network. Where the
 * workspace may only be read, a tool that writes it is denied under `2026-11`, whatever the lists say.
 *
 * With `trace`, the decision also carries every setting that was asked, and the settings that
 * would turn it around.
 *
 * Source: `sandbox` of an agent and of `agents.defaults`, as the releases read it and, for `enabled` and `network`,
 * as published guides write it; the tool lists are those of the releases. Which session is an agent's main one is known
 * from the config.
 *
 * @example
 * ```ts
 * const sandbox = { enabled: true, workspaceAccess: "ro" } as const;
 * const policy = parsePolicy({ agents: { list: [{ id: "guest", sandbox }] } }, { edition: "2026-11" });
 * evaluateSandbox({ agentId: "guest", action: "read-workspace" }, policy).allowed; //=> true
 * evaluateSandbox({ agentId: "guest", action: "write-workspace" }, policy).path; //=> "agents.list[0].sandbox.workspaceAccess"
 * evaluateSandbox({ agentId: "guest", action: "network" }, policy).allowed; //=> false
 * ```
 */
export function evaluateSandbox(
  request: SandboxRequest | (Unresolved & Pick<SandboxRequest, "action" | "tool">),
  policy: Policy,
  options?: TraceOptions,
): SandboxDecision {
  if (isPolluted()) return unpolluted(evaluateSandbox, request, policy, options);
  demandPolicy(policy);
  if (isPlain(request)) return evaluate(request, policy, options);
  const read = readFacts<SandboxRequest>(request, readings, ["action"]);
  return isRefused(read) ? refuse(read.reason, read.facts) : evaluate(read.facts, policy, options);
}

/** A text that says something. */
function named(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** Whether a session runs in a sandbox, and what that sandbox is like. */
export type Sandbox =
  | {
      /** True: it can be told. */
      readonly ok: true;
      /** The agent that owns the session. */
      readonly agentId: string;
      /** The key of the agent's main session. */
      readonly mainKey: string;
      /** Which sessions run in a sandbox: none, all, or all but main sessions. */
      readonly mode: SandboxMode;
      /** Whether this one does. */
      readonly sandboxed: boolean;
      /** Who shares it: nobody but the session, the sessions of its agent, or all. */
      readonly scope: SandboxScope;
      /** How it has the agent's workspace: not at all, to read, or to write. */
      readonly workspaceAccess: "none" | "ro" | "rw";
      /** The network by its name: `"none"`, `"bridge"`, …; under `2026-11` also its words. */
      readonly network: string;
      /** Whether nothing can be written in it outside the workspace and what is mounted. */
      readonly readOnlyRoot: boolean;
      /** What is mounted into it beside the workspace. */
      readonly binds: readonly string[];
      /** What runs it, `"docker"` if nothing else is written; absent before there was a choice (2026.3.22). */
      readonly backend?: string;
    }
  | {
      /** False: it cannot be told. */
      readonly ok: false;
      /** Why not. */
      readonly reason: SandboxReason;
      /** The facts of the request that are at fault. */
      readonly facts?: readonly string[];
    };

/**
 * Tells whether a session runs in a sandbox, and what that is like, whether it does or not: who shares it, what it may
 * read, its network. One answer for all that depends on it; `evaluateTool`, `evaluateVisibility`, `evaluateExec` and
 * `evaluateSandbox` ask the same. Where the agent is not certain there is no answer (the releases fail since 2026.8.1).
 *
 * Source: the releases' sandbox settings, 2026.1.29 to 2026.9.6.
 *
 * @example
 * ```ts
 * const sandbox = { mode: "non-main", docker: { network: "bridge" } } as const;
 * const policy = parsePolicy({ agents: { defaults: { sandbox } } }, { edition: "openclaw@2026.9.6" });
 * const group = sandboxOf({ key: "agent:main:telegram:group:-100" }, policy);
 * group.ok && group.sandboxed; //=> true
 * group.ok && group.network; //=> "bridge"
 * const main = sandboxOf({ key: "agent:main:main" }, policy);
 * main.ok && main.sandboxed; //=> false
 * ```
 */
export function sandboxOf(given: Pick<SandboxRequest, "agentId" | "key">, policy: Policy): Sandbox {
  if (isPolluted()) return unpolluted(sandboxOf, given, policy);
  demandPolicy(policy);
  const read = readFacts<Pick<SandboxRequest, "agentId" | "key">>(given, sessionReadings);
  if (isRefused(read)) return { ok: false, ...read };
  const request = read.facts;
  const owner = sandboxOwner(request, policy);
  if (!owner.ok) return owner;
  if (owner.agentId === undefined) return { ok: false, reason: "ambiguous-agent" };
  const { agentId } = owner;
  const sections = sandboxSettings(agentId, policy);
  const containers = containerSections(sections);
  const backend = firstFound(sections, ({ config }) => named(config.backend)) ?? "docker";
  return {
    ok: true,
    agentId,
    mainKey: mainKeyOfAgent(agentId, policy),
    mode: sandboxMode(sections),
    sandboxed: isSandboxed(sections, { agentId, key: request.key }, policy),
    scope: sandboxScope(sections),
    workspaceAccess: nearest(sections, "workspaceAccess")?.value ?? confined.workspaceAccess,
    network: writtenNetwork(sections)?.value ?? confined.network,
    readOnlyRoot: nearest(containers, "readOnlyRoot")?.value ?? true,
    // Those for all agents come first.
    binds: containers.toReversed().flatMap(({ config }) => config.binds ?? []),
    ...(policy.behaviours.has("sandbox-backends") && { backend }),
  };
}
