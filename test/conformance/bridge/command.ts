import { matchResetTrigger } from "../../../src/lifecycle/trigger/reset-trigger.ts";
import { matchAccessGroups } from "../../../src/policy/command/access-groups.ts";
import { evaluateCommand } from "../../../src/policy/command/command.ts";
import type { CommandRequest } from "../../../src/policy/command/command-request.ts";
import { admitsCommands } from "../../../src/policy/command/gate.ts";
import { commandMenu } from "../../../src/policy/command/menu.ts";
import {
  emptyPolicy,
  isOutOfContract,
  policyOf,
  type Bridge,
  type Circumstances,
  type VectorInput,
} from "./bridge.ts";

/** Who commands, in the words of a request; the recorded message may have no provider, which a request takes from its channel. */
function commandRequest({ ctx, commandAuthorized }: VectorInput): CommandRequest {
  const facts = {
    channel: ctx.Surface,
    origin: ctx.OriginatingChannel,
    provider: ctx.Provider ?? "",
    account: ctx.AccountId,
    chatType: ctx.ChatType,
    sender: ctx.SenderId,
    aliases: ctx.SenderE164 === undefined ? undefined : [ctx.SenderE164],
    from: ctx.From,
    to: ctx.To,
    admitted: commandAuthorized,
    owners: ctx.OwnerAllowFrom,
    scopes: ctx.GatewayClientScopes,
    source: ctx.CommandSource,
    suppressed: ctx.CommandInterpretationSuppressed,
    noOwner: ctx.ForceSenderIsOwnerFalse,
  };
  // The facts that the recorded message has.
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact != null));
}

function authorization(input: VectorInput, circumstances: Circumstances) {
  const policy = policyOf(input.config, circumstances);
  if (isOutOfContract(policy)) return policy;
  const decision = evaluateCommand(commandRequest(input), policy);
  return {
    providerId: decision.channel,
    ownerList: decision.owners,
    senderId: decision.sender,
    // Releases before have no owners.
    ...(policy.behaviours.has("owners-in-config") && { senderIsOwner: decision.owner }),
    isAuthorizedSender: decision.allowed,
  };
}

/** Translations of the upstream functions that concern commands. */
export const commandBridge: Bridge = {
  "command.authorization": authorization,
  "command.mayReset": (input, circumstances) => {
    const policy = policyOf(input.config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { ctx, body } = input;
    const { resets } = evaluateCommand(commandRequest(input), policy);
    const matched = matchResetTrigger(body, policy, {
      chatType: ctx.ChatType,
      authorized: resets,
      ...(ctx.BotUsername !== undefined && { botUsername: ctx.BotUsername }),
    });
    const reset = matched !== undefined && matched.command !== "soft";
    return { authorized: resets, reset, ...(reset && { rest: matched.rest }) };
  },
  "command.gate": (input, circumstances) => {
    const { authorizers, useAccessGroups, modeWhenAccessGroupsOff: otherwise } = input;
    const request = { authorizers, useAccessGroups, ...(otherwise != null && { otherwise }) };
    const commandAuthorized = admitsCommands(request, emptyPolicy(circumstances));
    const shouldBlock = input.allowTextCommands && input.hasControlCommand && !commandAuthorized;
    return { commandAuthorized, shouldBlock };
  },
  "command.text": ({ config, surface, commandSource }, circumstances) => {
    const policy = policyOf(config, circumstances);
    return isOutOfContract(policy) ? policy : commandSource === "native" || commandMenu(surface, policy).text;
  },
  "command.native": ({ providerId, providerSetting, globalSetting }, circumstances) => {
    const config = {
      channels: { [providerId]: { commands: { native: providerSetting } } },
      commands: { native: globalSetting },
    };
    const policy = policyOf(JSON.parse(JSON.stringify(config)), circumstances);
    if (isOutOfContract(policy)) return policy;
    const { native, switchedOff } = commandMenu(providerId, policy);
    return { enabled: native, explicitlyOff: switchedOff };
  },
  "accessGroup.match": ({ accessGroups, allowFrom, channel, senderId: sender }, circumstances) => {
    const policy = policyOf({ accessGroups }, circumstances);
    if (isOutOfContract(policy)) return policy;
    return matchAccessGroups({ allowFrom, channel, sender }, policy).allowFrom;
  },
  "accessGroup.state": ({ accessGroups, allowFrom, channel, senderId: sender }, circumstances) => {
    const policy = policyOf({ accessGroups }, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { matched, missing, unsupported } = matchAccessGroups({ allowFrom, channel, sender }, policy);
    return { matched, missing, unsupported };
  },
};
