import { optionsOf } from "../config/given.ts";
import { isObject } from "../config/is-object.ts";
import { demandPolicy, type Policy } from "../config/policy.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import type { AccessRequest } from "../policy/access/access-request.ts";
import { evaluateAccess, type AccessDecision } from "../policy/access/access.ts";
import { isRefused, readFacts, type FactReadings, type FactRefusal } from "../scope/facts/read-facts.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Resolved, SessionKey, Unresolved } from "../scope/resolution.ts";
import { resolveSession } from "../scope/session/resolve-session.ts";
import type { Unread } from "../scope/unread.ts";

/** What can be done in a chat. */
const actions = ["message", "edit", "button", "command", "reaction"] as const;

/** What somebody did, as readers tell it; a host without a reader writes it by hand. */
export interface IncomingMessage {
  /** True, or absent: there is a message. What a reader made of any other payload has `false` here. */
  readonly ok?: true;
  /** Where it was done, and by whom. */
  readonly inbound: Inbound;
  /** What was done; a message when absent. */
  readonly kind?: (typeof actions)[number];
  /** What was said; nothing when absent. */
  readonly text?: string;
  /** Whether it mentions the bot, where `inbound` does not tell. */
  readonly mentioned?: boolean;
  /** What else is known of whoever did it, and of the room. */
  readonly access?: Omit<AccessRequest, Exclude<keyof Inbound, "mentioned"> | "paired">;
}

/** What the host knows beside the message. */
export interface AdmitOptions {
  /** Who was paired with this account; nobody when absent. */
  readonly paired?: AccessRequest["paired"];
}

/** A message that has a session and was let in: what `turn` goes on with. */
export interface Admitted {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "admission";
  /** True: the message is let in. */
  readonly ok: true;
  /** The session key, `agent:<agentId>:…`, under which the host stores the conversation. */
  readonly key: SessionKey;
  /** The session of the message, and why it is that. */
  readonly resolution: Resolved;
  /** Why it was let in. */
  readonly decision: AccessDecision;
  /** What was done. */
  readonly action: NonNullable<IncomingMessage["kind"]>;
  /** What was said; empty where nothing was, as with a file. */
  readonly text: string;
  /** Absent where the message is let in; `decision` says why it was. */
  readonly reason?: never;
}

/** A message that no session hears of, and why: there is nothing in it, it belongs nowhere, or nobody lets it in. */
export interface NotAdmitted {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "admission";
  /** False: the message is to be left alone. */
  readonly ok: false;
  /** Absent where the message is not let in. */
  readonly key?: never;
  /** Why; the `reason` of the decision that said no. */
  readonly reason: (Unread | Unresolved | AccessDecision)["reason"];
  /** What said no; where its `outcome` is `"pair"`, whoever wrote is to be paired first. */
  readonly decision: Unread | Unresolved | AccessDecision;
}

/** Whether a message goes on to its session. */
export type Admission = Admitted | NotAdmitted;

function refuse(decision: NotAdmitted["decision"]): NotAdmitted {
  return { kind: "admission", ok: false, reason: decision.reason, decision };
}

const shapeless: Unread = Object.freeze({
  kind: "unread",
  ok: false,
  reason: "missing-fact",
  missing: Object.freeze(["inbound"]),
});

const readings = {
  kind: actions,
  text: "text",
  mentioned: "flag",
  access: "object",
} as const satisfies FactReadings;

type Told = Pick<IncomingMessage, keyof typeof readings>;

function deny({ facts, reason }: FactRefusal): NotAdmitted {
  return refuse({ kind: "access", outcome: "deny", allowed: false, reason, facts });
}

/** Whether one place says that the bot is mentioned, and another that it is not. */
function isContradictory({ access, mentioned }: Told, inbound: Inbound): boolean {
  const finely = access?.mentioned;
  const told = [mentioned, inbound.mentioned, finely === "reply" ? true : finely];
  return told.includes(true) && told.includes(false);
}

/**
 * Resolves a message, and then lets it in or not: the first half of what a bot does with it. Whoever is not let in has no
 * session, touches none and keeps none alive, because `turn` takes only what this returns.
 *
 * @param read - What a reader returned (`readTelegram` and its siblings), also where it read nothing; or the facts by hand.
 * Anything else is refused, and so is what cannot be read of it: a `kind` that is none, a text that is none.
 * @param options - `paired`: who was paired with this account, as the host stores it.
 * @returns The session and what `turn` needs, or `reason` and the decision that said no.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const from = (peer: string) => ({ inbound: { channel: "telegram", chatType: "direct", peer } }) as const;
 * admit(from("7"), policy).key; //=> "agent:main:main"
 * admit(from("8"), policy).reason; //=> "dm-pairing"
 * admit(from("8"), policy, { paired: ["8"] }).ok; //=> true
 * ```
 */
export function admit(read: IncomingMessage | Unread, policy: Policy, options: AdmitOptions = {}): Admission {
  if (isPolluted()) return unpolluted(admit, read, policy, options);
  demandPolicy(policy);
  if (!isObject(read)) return refuse(shapeless);
  if (isUnread(read)) return refuse(read);
  if (!isObject(read.inbound)) return refuse(shapeless);
  const { inbound } = read;
  const resolution = resolveSession(inbound, policy);
  if (!resolution.ok) return refuse(resolution);
  const { access: given, kind, mentioned: said, text: written } = read;
  const facts = readFacts<Told>({ access: given, kind, mentioned: said, text: written }, readings);
  if (isRefused(facts)) return deny(facts);
  const { access = {}, kind: action = "message", mentioned = inbound.mentioned, text = "" } = facts.facts;
  if (isContradictory(facts.facts, inbound)) return deny({ reason: "fact-mismatch", facts: ["mentioned"] });
  const { paired } = optionsOf(options);
  const told = mentioned === undefined ? inbound : { ...inbound, mentioned };
  const finely = access.mentioned === undefined ? {} : { mentioned: access.mentioned };
  const decision = evaluateAccess(
    { ...access, ...told, ...finely, ...(paired !== undefined && { paired }) },
    policy,
  );
  if (!decision.allowed) return refuse(decision);
  return {
    kind: "admission",
    ok: true,
    key: resolution.key,
    resolution,
    decision,
    action,
    text,
  };
}

function isUnread(read: IncomingMessage | Unread): read is Unread {
  return read.kind === "unread";
}
