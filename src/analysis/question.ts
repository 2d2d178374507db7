import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { demandPolicy } from "../config/policy.ts";
import type { Policy } from "../config/policy.ts";
import { evaluateReset } from "../lifecycle/reset/evaluate-reset.ts";
import type { ResetTarget } from "../lifecycle/reset/target.ts";
import type { SessionTimes } from "../lifecycle/session-entry.ts";
import { evaluateAccess } from "../policy/access/access.ts";
import type { AccessRequest } from "../policy/access/access-request.ts";
import { evaluateCommand } from "../policy/command/command.ts";
import type { CommandRequest } from "../policy/command/command-request.ts";
import { evaluateExec, execOpenness } from "../policy/exec/exec.ts";
import type { ExecRequest } from "../policy/exec/exec-request.ts";
import { evaluateMemorySearch, type MemorySearchRequest } from "../policy/memory/memory-search.ts";
import { evaluateSandbox } from "../policy/sandbox/sandbox.ts";
import type { SandboxRequest } from "../policy/sandbox/sandbox-rule.ts";
import { evaluateSend, type SendRequest } from "../policy/send/send.ts";
import { evaluateTool, type ToolRequest } from "../policy/tool/tool.ts";
import { evaluateVisibility } from "../policy/visibility/visibility.ts";
import type { VisibilityRequest } from "../policy/visibility/visibility-facts.ts";
import type { Inbound } from "../scope/inbound.ts";
import { resolveSession } from "../scope/session/resolve-session.ts";
import type { Decision } from "./explain-decision.ts";
import { isObject } from "../config/is-object.ts";
import { extendPath } from "../config/path.ts";

/** Something to ask a policy, as plain data. */
export type Question =
  | {
      /** Asks `resolveSession` which session a message has. */
      readonly ask: "resolution";
      /** The message. */
      readonly request: Inbound;
    }
  | {
      /** Asks `evaluateReset` whether a session goes on. */
      readonly ask: "reset";
      /** The session. */
      readonly request: ResetTarget;
      /** What is stored of its life. */
      readonly times: SessionTimes;
      /** Epoch milliseconds. */
      readonly now: number;
    }
  | {
      /** Asks `evaluateSend` whether a session may send. */
      readonly ask: "send";
      /** The session. */
      readonly request: SendRequest;
    }
  | {
      /** Asks `evaluateMemorySearch` whether a session may search memory. */
      readonly ask: "memory-search";
      /** The session. */
      readonly request: MemorySearchRequest;
    }
  | {
      /** Asks `evaluateVisibility` whether one session may see another. */
      readonly ask: "visibility";
      /** The two sessions, and what the one would do. */
      readonly request: VisibilityRequest;
    }
  | {
      /** Asks `evaluateAccess` whether a message is let in. */
      readonly ask: "access";
      /** The message. */
      readonly request: AccessRequest;
    }
  | {
      /** Asks `evaluateCommand` whether somebody may command the bot. */
      readonly ask: "command";
      /** Who, and in which chat. */
      readonly request: CommandRequest;
    }
  | {
      /** Asks `evaluateTool` whether an agent may use a tool. */
      readonly ask: "tool";
      /** The tool, and where it would be used. */
      readonly request: ToolRequest;
    }
  | {
      /** Asks `evaluateExec` what becomes of a command. */
      readonly ask: "exec";
      /** The command, and who had it run. */
      readonly request: ExecRequest;
    }
  | {
      /** Asks `evaluateSandbox` whether a sandbox lets something through. */
      readonly ask: "sandbox";
      /** The session, and what it would do. */
      readonly request: SandboxRequest;
    };

/** What a question is about. */
export type QuestionKind = Question["ask"];

const kinds: ReadonlySet<unknown> = new Set(
  Object.keys({
    resolution: true,
    reset: true,
    send: true,
    "memory-search": true,
    visibility: true,
    access: true,
    command: true,
    tool: true,
    exec: true,
    sandbox: true,
  } satisfies Readonly<Record<QuestionKind, true>>),
);

/** Whether something asks anything; JavaScript hands over whatever it has. */
export function isQuestion(given: unknown): given is Question {
  return isObject(given) && kinds.has(given["ask"]);
}

/** What a policy answers to a question. */
export type Answer = Extract<Decision, { readonly kind: QuestionKind }>;

/**
 * Asks a policy: the evaluation that a question is for, with its request. What is no question has no session.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * answer({ ask: "send", request: { key: "agent:main:main" } }, policy).kind; //=> "send"
 * ```
 */
export function answer(question: Question, policy: Policy): Answer {
  if (isPolluted()) return unpolluted(answer, question, policy);
  demandPolicy(policy);
  if (!isQuestion(question))
    return { kind: "resolution", ok: false, reason: "malformed-inbound", missing: ["ask"] };
  switch (question.ask) {
    case "resolution":
      return resolveSession(question.request, policy);
    case "reset":
      return evaluateReset(question.times, question.request, policy, question.now);
    case "send":
      return evaluateSend(question.request, policy);
    case "memory-search":
      return evaluateMemorySearch(question.request, policy);
    case "visibility":
      return evaluateVisibility(question.request, policy);
    case "access":
      return evaluateAccess(question.request, policy);
    case "command":
      return evaluateCommand(question.request, policy);
    case "tool":
      return evaluateTool(question.request, policy);
    case "exec":
      return evaluateExec(question.request, policy);
    case "sandbox":
      return evaluateSandbox(question.request, policy);
  }
}

/** How much a decision lets through, to be compared with another of its kind. */
export function openness(decision: Exclude<Answer, { readonly kind: "reset" }>): number {
  switch (decision.kind) {
    case "resolution":
      return decision.ok ? 1 : 0;
    case "access":
      return { admit: 2, pair: 1, deny: 0, unknown: 0 }[decision.outcome];
    case "exec":
      return execOpenness(decision);
    case "command":
      return { commands: 2, "reset-only": 1, denied: 0 }[decision.outcome];
    case "memory-search":
      return (decision.allowed ? 2 : 0) + (decision.notes ? 1 : 0);
    case "sandbox":
    case "send":
    case "tool":
    case "visibility":
      return decision.allowed ? 1 : 0;
  }
}

/** Where something differs from what is expected of it, as paths into it. What it has beside that is no difference. */
export function differences(expected: unknown, found: unknown, path = ""): readonly string[] {
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length)
    return expected.flatMap((each, index) => differences(each, found[index], extendPath(path, index)));
  if (isObject(expected) && isObject(found))
    return Object.keys(expected).flatMap((name) =>
      differences(expected[name], found[name], extendPath(path, name)),
    );
  return Object.is(expected, found) ? [] : [path];
}
