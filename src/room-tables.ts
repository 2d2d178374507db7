import { compiledBy } from "./config/compiled-table.ts";
import type { Compilers } from "./config/policy.ts";
import { accountIds, compileAccountIds } from "./identity/account-id.ts";
import { compileNameLookup, nameLookup } from "./identity/identity-links.ts";
import { compileResetTable, resetTable } from "./lifecycle/reset/table.ts";
import { chooseOwner, ownerAgent } from "./scope/routing/agent-choice.ts";
import { bindingIndex, compileBindings } from "./scope/routing/binding-index.ts";
import { chooseTelegramDefault, telegramDefaultAccount } from "./scope/routing/default-account.ts";
import { compileRoutingTerms, routingTerms } from "./scope/routing/routing-terms.ts";
import { compileTopicAgents, topicAgents } from "./scope/routing/topic-agents.ts";

/** What compiles the rooms' tables, from the ground up. */
export const roomTables: Compilers = new Map([
  compiledBy(accountIds, compileAccountIds),
  compiledBy(nameLookup, compileNameLookup),
  compiledBy(routingTerms, compileRoutingTerms),
  compiledBy(ownerAgent, chooseOwner),
  compiledBy(bindingIndex, compileBindings),
  compiledBy(telegramDefaultAccount, chooseTelegramDefault),
  compiledBy(topicAgents, compileTopicAgents),
  compiledBy(resetTable, compileResetTable),
]);
