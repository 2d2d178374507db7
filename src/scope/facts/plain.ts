/** What hosts tell beside the facts, under names that the facts do not have. */
interface Misnamed {
  readonly accountId?: unknown;
  readonly agent?: unknown;
  readonly channelId?: unknown;
  readonly chatId?: unknown;
  readonly guildId?: unknown;
  readonly memberRoleIds?: unknown;
  readonly peerId?: unknown;
  readonly roleIds?: unknown;
  readonly senderId?: unknown;
  readonly sessionKey?: unknown;
  readonly teamId?: unknown;
  readonly threadId?: unknown;
  readonly userId?: unknown;
}

/** The facts of a session as a caller without types may hand them over. */
export interface GivenSession extends Misnamed {
  readonly key?: unknown;
  readonly agentId?: unknown;
  readonly channel?: unknown;
  readonly account?: unknown;
  readonly chatType?: unknown;
  readonly peer?: unknown;
  readonly thread?: unknown;
}

/** The facts of a message, likewise. */
export interface GivenChat extends GivenSession {
  readonly sender?: unknown;
  readonly aliases?: unknown;
  readonly guild?: unknown;
  readonly team?: unknown;
  readonly roles?: unknown;
  readonly parent?: unknown;
}

/** Whether a fact is a text, or not told. */
export function isTextOrNone(fact: unknown): fact is string | undefined {
  return typeof fact === "string" || fact === undefined;
}

/** Whether a fact is yes or no, or not told. */
export function isFlagOrNone(fact: unknown): fact is boolean | undefined {
  return typeof fact === "boolean" || fact === undefined;
}

/** Whether a fact is a word for a kind of chat as the types have it, or not told. */
export function isChatTypeOrNone(fact: unknown): boolean {
  return fact === "direct" || fact === "group" || fact === "channel" || fact === undefined;
}

/** Whether a fact is a list of texts, or absent. */
export function areTextsOrNone(facts: unknown): boolean {
  // A gap in a list is passed over by `every`.
  return (
    facts === undefined ||
    (Array.isArray(facts) && !facts.includes(undefined) && facts.every((fact) => typeof fact === "string"))
  );
}

function isPlainParent(parent: unknown): boolean {
  if (!isGiven(parent)) return false;
  const { chatType, peer }: GivenSession = parent;
  return typeof peer === "string" && isChatTypeOrNone(chatType);
}

/** Whether something is an object; to ask anything else for a fact is an error, or senseless. */
export function isGiven(request: unknown): request is object {
  return typeof request === "object" && request !== null;
}

/** Whether a channel is written as it is compared: of most it is enough to look. */
export function isFoldedChannel(channel: unknown): boolean {
  if (channel === undefined) return true;
  if (typeof channel !== "string") return false;
  for (let at = 0; at < channel.length; at += 1) {
    const code = channel.charCodeAt(at);
    if (code <= 0x20 || code > 0x7e || (code >= 0x41 && code <= 0x5a)) return false;
  }
  return true;
}

/**
 * Whether what a request tells of a session is what the types say, and nothing is told under a name that misses. Written out
 * fact by fact, because it is asked with every decision, and a loop over names costs more than most of them.
 */
export function isPlainSession(request: GivenSession): boolean {
  const { account, agentId, channel, chatType, key, peer, thread } = request;
  return (
    isTextOrNone(key) &&
    isTextOrNone(channel) &&
    isChatTypeOrNone(chatType) &&
    isTextOrNone(account) &&
    isTextOrNone(peer) &&
    isTextOrNone(thread) &&
    isTextOrNone(agentId) &&
    (key !== undefined || request.sessionKey === undefined) &&
    (agentId !== undefined || request.agent === undefined) &&
    (account !== undefined || request.accountId === undefined) &&
    (thread !== undefined || request.threadId === undefined) &&
    (peer !== undefined ||
      (request.channelId === undefined && request.chatId === undefined && request.peerId === undefined))
  );
}

/** The same of all that a request tells of a message. */
export function isPlainMessage(request: GivenChat): boolean {
  const { aliases, guild, parent, roles, sender, team } = request;
  return (
    isPlainSession(request) &&
    isTextOrNone(sender) &&
    isTextOrNone(guild) &&
    isTextOrNone(team) &&
    areTextsOrNone(aliases) &&
    areTextsOrNone(roles) &&
    (parent === undefined || isPlainParent(parent)) &&
    (sender !== undefined || (request.senderId === undefined && request.userId === undefined)) &&
    (guild !== undefined || request.guildId === undefined) &&
    (team !== undefined || request.teamId === undefined) &&
    (roles !== undefined || (request.roleIds === undefined && request.memberRoleIds === undefined))
  );
}

/** The same where the channel must be written as it is compared. */
export function isPlainChat(request: GivenChat): boolean {
  return isPlainMessage(request) && isFoldedChannel(request.channel);
}
