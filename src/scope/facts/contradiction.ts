import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { accountIds } from "../../identity/account-id.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { fold, isBlank } from "../../identity/fold.ts";
import { peerIdOf } from "../../identity/peer-id.ts";
import { areTextsOrNone } from "./plain.ts";
import type { FactRefusal } from "./read-facts.ts";
import { keyTeller, type ToldByKey } from "./told-by-key.ts";

/** What a request says beside its key; a blank text says nothing. */
export interface ToldBeside {
  readonly agentId?: string | undefined;
  readonly channel?: string | undefined;
  readonly account?: string | undefined;
  readonly chatType?: string | undefined;
  readonly peer?: string | undefined;
  readonly thread?: string | undefined;
  readonly sender?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
}

function told(text: unknown): text is string {
  return typeof text === "string" && !isBlank(text);
}

/** Whether two facts, of which one may not be told, are the same in the form in which they are compared. */
function agree(
  one: string | undefined,
  other: string | undefined,
  form: (text: string) => string = (text) => text,
): boolean {
  return one === other || !told(one) || other === undefined || form(one) === form(other);
}

/** Whether any of the ids that are told is the one in the key; a thread may be a chat of its own. */
function isPeerOf(facts: ToldBeside, key: ToldByKey, form: (id: string) => string): boolean {
  const { aliases = [], peer, sender, thread } = facts;
  if (peer === key.peer || key.peer === undefined) return true;
  const ids = (key.chatType === "direct" ? [peer, sender, ...aliases] : [peer]).filter(told);
  if (ids.length === 0) return true;
  return [...ids, thread].some((id) => id !== undefined && form(id) === form(key.peer ?? ""));
}

/** The first fact that says otherwise than the key; of a resolution, which was made of one message, the least is asked. */
function differing(facts: ToldBeside, key: ToldByKey, policy: Policy): keyof ToldBeside | undefined {
  if (!agree(facts.agentId, key.agentId, normalizeAgentId)) return "agentId";
  if (!agree(facts.channel, key.channel, fold)) return "channel";
  if (!key.isMain && !agree(facts.chatType, key.chatType)) return "chatType";
  if (!agree(facts.account, key.account, accountIds(policy))) return "account";
  // What a channel makes of a chat may give its session another id than the peer's; a resolution was made so.
  if ("ok" in facts) return undefined;
  const form = (id: string) => peerIdOf(id, key.channel, key.chatType ?? "", policy.behaviours);
  if (!isPeerOf(facts, key, form)) return "peer";
  if (!agree(facts.thread, key.thread)) return "thread";
  return agree(facts.sender, key.sender, form) ? undefined : "sender";
}

const blankable = [
  "agentId",
  "channel",
  "account",
  "peer",
  "thread",
  "sender",
] as const satisfies readonly (keyof ToldBeside)[];

/**
 * A request without the facts that are told as a blank text, which says nothing: it must not stand before what the key tells
 * (`2026-11`).
 */
export function withoutBlanks<Request extends ToldBeside>(request: Request, policy: Policy): Request {
  const isSaid = (fact: (typeof blankable)[number]) => {
    const text: unknown = request[fact];
    return typeof text !== "string" || told(text);
  };
  if (blankable.every(isSaid) || heldAgainst(policy).tell === undefined) return request;
  const blank: ReadonlySet<string> = new Set(blankable.filter((fact) => !isSaid(fact)));
  // Facts that say nothing are those that any request may leave out.
  return Object.fromEntries(Object.entries(request).filter(([name]) => !blank.has(name))) as Request;
}

const texts = [...blankable, "chatType"] as const satisfies readonly (keyof ToldBeside)[];

/** The first fact of another type than it can have: a request may bring facts along that are not asked for, and not read. */
function illTyped(facts: ToldBeside): keyof ToldBeside | undefined {
  for (const fact of texts) {
    const value: unknown = facts[fact];
    if (value !== undefined && value !== null && typeof value !== "string") return fact;
  }
  return facts.aliases === undefined || areTextsOrNone(facts.aliases) ? undefined : "aliases";
}

/** Tells which fact of a request contradicts what is known of its key, or cannot be held against it; see `contradictionIn`. */
export function contradictionOf(facts: ToldBeside, key: ToldByKey, policy: Policy): FactRefusal | undefined {
  const unreadable = illTyped(facts);
  if (unreadable !== undefined) return { reason: "malformed-request", facts: [unreadable] };
  const fact = differing(facts, key, policy);
  return fact === undefined ? undefined : { reason: "fact-mismatch", facts: [fact, "key"] };
}

/** What keys tell, where facts are held against them; undefined in the releases. */
export const heldAgainst = /* @__PURE__ */ once((policy: Policy) => ({
  tell: policy.behaviours.has("facts-held-against-keys") ? keyTeller(policy) : undefined,
}));

/**
 * Tells which fact of a request contradicts its key, under `2026-11`; in the releases the caller's word wins. What either
 * does not tell contradicts nothing, and neither does what a session may be of besides: a main session of a room that
 * shares it, a key without an account of another account.
 */
export function contradictionIn(
  facts: ToldBeside,
  key: string | undefined,
  policy: Policy,
): FactRefusal | undefined {
  const { tell } = heldAgainst(policy);
  return tell === undefined || key === undefined ? undefined : contradictionOf(facts, tell(key), policy);
}
