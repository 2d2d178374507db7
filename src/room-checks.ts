import { checkChannels } from "./config/check-channels.ts";
import type { Issue } from "./config/issue.ts";
import type { Policy } from "./config/policy.ts";
import type { ConfigPart } from "./config/sound-part.ts";
import { checkNotRead } from "./config/keys/not-read.ts";
import { checkIdentityLinks } from "./identity/check-identity-links.ts";
import { checkReset } from "./lifecycle/reset/check.ts";
import { checkAccess } from "./policy/access/check.ts";
import { checkAgentToAgent } from "./policy/visibility/agent-to-agent.ts";
import { checkCommands } from "./policy/command/check.ts";
import { checkExec } from "./policy/exec/check.ts";
import { checkMentions } from "./policy/mention/check.ts";
import { checkRules } from "./policy/check-rules.ts";
import { checkSandboxes } from "./policy/sandbox/check.ts";
import { checkTools } from "./policy/tool/check.ts";
import { checkAgentNames, checkAgents } from "./scope/routing/check-agents.ts";
import { checkAccounts } from "./scope/routing/check-accounts.ts";
import { checkBindings } from "./scope/routing/check-bindings.ts";
import { checkHooks } from "./scope/task/check.ts";
import { checkScopes } from "./scope/session/check-scopes.ts";

/** What a room looks at beyond the shape of a config. */
interface RoomCheck {
  readonly check: (policy: Policy) => readonly Issue[];
  /** The parts it looks at; it is left out when one of them has the wrong shape. */
  readonly reads: readonly ConfigPart[];
}

/** Every such look, room by room from the ground up. */
export const roomChecks: readonly RoomCheck[] = [
  {
    check: checkChannels,
    reads: [["session"], ["agents"], ["bindings"], ["channels"], ["memory"], ["accessGroups"]],
  },
  // Warnings alone, which a config with errors does not show.
  { check: checkNotRead, reads: [] },
  { check: checkIdentityLinks, reads: [["session", "identityLinks"]] },
  { check: checkScopes, reads: [["session"]] },
  { check: checkAgents, reads: [["agents"]] },
  { check: checkAgentNames, reads: [["agents"], ["bindings"], ["channels"]] },
  { check: checkBindings, reads: [["bindings"], ["channels"]] },
  {
    check: checkAccounts,
    reads: [["bindings"], ["channels"], ["session", "sendPolicy"], ["agents"], ["memory"]],
  },
  { check: checkRules, reads: [["session", "sendPolicy"], ["agents"], ["memory"]] },
  { check: checkAgentToAgent, reads: [["tools", "agentToAgent"], ["agents"]] },
  { check: checkAccess, reads: [["channels"], ["accessGroups"]] },
  { check: checkTools, reads: [["tools"], ["agents"], ["channels"]] },
  { check: checkCommands, reads: [["commands"], ["channels"], ["accessGroups"]] },
  { check: checkHooks, reads: [["hooks"]] },
  { check: checkMentions, reads: [["messages"], ["agents"], ["channels"]] },
  { check: checkExec, reads: [["tools"], ["agents"]] },
  { check: checkSandboxes, reads: [["agents"]] },
  {
    check: checkReset,
    reads: [
      ["session", "reset"],
      ["session", "resetByType"],
      ["session", "resetByChannel"],
      ["session", "dailyReset"],
      ["session", "idleMinutes"],
      ["agents"],
      ["channels"],
    ],
  },
];
