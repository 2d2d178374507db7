import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";

/** Where a command may be told to run; `auto` is the sandbox where there is one, else the gateway. */
export const execHosts = ["auto", "sandbox", "gateway", "node"] as const;

/** Where a command is told to run. */
export type ExecHost = (typeof execHosts)[number];

/** Where a command runs: in the sandbox, on the host itself, or on a node that has joined it. */
export type ExecPlace = Exclude<ExecHost, "auto">;

/** What decides where a command runs. */
export interface HostFacts {
  /** `tools.exec.host`. */
  readonly configured?: ExecHost | undefined;
  /** What the call asks for. */
  readonly requested?: ExecHost | undefined;
  readonly elevated: boolean;
  readonly sandboxed: boolean;
}

/** Where a command runs, or that it may not be sent to run there. */
export type HostChoice =
  | {
      readonly ok: true;
      /** The host as it is configured or asked for. */
      readonly selected: ExecHost;
      readonly host: ExecPlace;
      /** A sandbox is meant and there is none: the command runs on the host, and no approvals are asked. */
      readonly unguarded?: true;
    }
  | { readonly ok: false };

type HostRule = (facts: HostFacts) => HostChoice;

const refused: HostChoice = { ok: false };

/** Up to 2026.3.28: a sandbox where no host is named, be there one or not. */
function sandboxFirst({ behaviours }: Policy): HostRule {
  const autoIsNone = behaviours.has("asking-for-auto-asks-nothing");
  const gatewayOutside = behaviours.has("exec-defaults-to-gateway");
  const mustBeThere = behaviours.has("named-sandbox-must-be-there");
  return ({ configured, requested, elevated, sandboxed }) => {
    if (elevated) return { ok: true, selected: "gateway", host: "gateway" };
    const named = configured === "auto" ? undefined : configured;
    const usual = named ?? (gatewayOutside && !sandboxed ? "gateway" : "sandbox");
    const asked = requested === "auto" && autoIsNone ? undefined : requested;
    if (asked !== undefined && asked !== usual) return refused;
    if (usual !== "sandbox" || sandboxed || (mustBeThere && (named ?? asked) !== undefined))
      return { ok: true, selected: usual, host: usual };
    return { ok: true, selected: usual, host: "gateway", unguarded: true };
  };
}

/** From 2026.3.31 on: the sandbox where there is one, else the gateway. */
function autoFirst({ behaviours }: Policy): HostRule {
  const autoIsNone = behaviours.has("asking-for-auto-asks-nothing");
  const staysOnNode = behaviours.has("elevated-stays-on-node");
  const checksElevated = behaviours.has("elevated-host-checked");
  const literally = behaviours.has("calls-name-configured-host");
  const kept = new Set<ExecHost>([
    ...(behaviours.has("sandboxed-calls-keep-off-gateway") ? (["gateway"] as const) : []),
    ...(behaviours.has("sandboxed-calls-keep-off-nodes") ? (["node"] as const) : []),
  ]);
  const mayAsk = (asked: ExecHost, usual: ExecHost, sandboxed: boolean) =>
    asked === usual || (usual === "auto" && !literally && !(sandboxed && kept.has(asked)));
  return ({ configured: usual = "auto", requested, elevated, sandboxed }) => {
    const asked = requested === "auto" && autoIsNone ? undefined : requested;
    if (elevated && !checksElevated) {
      const host = staysOnNode && usual === "node" ? "node" : "gateway";
      return { ok: true, selected: host, host };
    }
    if (asked !== undefined && !mayAsk(asked, usual, sandboxed)) return refused;
    const selected = asked ?? usual;
    if (elevated) {
      const host = selected === "node" ? "node" : "gateway";
      return { ok: true, selected: host, host };
    }
    const host = selected === "auto" ? (sandboxed ? "sandbox" : "gateway") : selected;
    return { ok: true, selected, host };
  };
}

const hostRule = /* @__PURE__ */ once((policy: Policy): HostRule =>
  policy.behaviours.has("exec-host-is-auto") ? autoFirst(policy) : sandboxFirst(policy),
);

/** Tells where a command runs; whether there is a sandbox where one is named is another question. */
export function chooseHost(facts: HostFacts, policy: Policy): HostChoice {
  return hostRule(policy)(facts);
}
