import type { FactField } from "../../config/rule-fields.ts";
import { defaultAccountId } from "../../identity/account-id.ts";
import { longer, type KeyDemand } from "../../policy/rule/rule.ts";
import { writeSegment } from "../../scope/key/segment.ts";
import { beginningsOf } from "./keys.ts";

/** The facts that the key of a chat is to tell. */
export type ChatKeyFacts = Readonly<Partial<Record<FactField, string>>>;

/** What stands in such keys where nothing is asked for. */
export interface ChatKeySpace {
  readonly agents: readonly string[];
  /** Whether keys without an agent are wanted too. */
  readonly agentless: boolean;
  readonly letter: string;
}

/** A name made to begin as demanded, and to go on as usual. */
function begun(beginning: string, usual: readonly string[], letter: string): string {
  const segments = beginning.split(":");
  const last = segments.pop() ?? "";
  const next = usual[segments.length] ?? letter;
  return [...segments, next.startsWith(last) ? next : last, ...usual.slice(segments.length + 1)].join(":");
}

/** Keys that begin as demanded and tell facts by themselves, as those of real chats do; `letter` stands for what nobody asks for. */
export function chatKeys(
  { channel, chatType = "direct", account, peer, thread }: ChatKeyFacts,
  demand: KeyDemand,
  { agents, agentless, letter }: ChatKeySpace,
): readonly string[] {
  const chat = [chatType, writeSegment(peer ?? letter)];
  const suffix = thread === undefined ? [] : ["thread", writeSegment(thread)];
  // An account that nobody asks for keeps a chat's kind out of reach of rules that ask for a beginning with it.
  const accounts = account === undefined ? [[], [letter]] : [account === defaultAccountId ? [] : [account]];
  const places = accounts.map((within) => [channel ?? letter, ...within].map(writeSegment));
  const names = [...places, ...(chatType === "direct" ? [[]] : [])].map((place) => [
    ...place,
    ...chat,
    ...suffix,
  ]);
  const whole = agentless ? longer(demand.raw, demand.scoped) : undefined;
  return names.flatMap((usual) => [
    ...beginningsOf(demand, agents, letter).map(
      ([agent, beginning]) => `agent:${agent}:${begun(beginning, usual, letter)}`,
    ),
    ...(whole === undefined ? [] : [begun(whole, usual, letter)]),
  ]);
}
