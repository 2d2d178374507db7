import {
  evaluateAccess,
  evaluateMemorySearch,
  evaluateReset,
  evaluateSend,
  explain,
  explainResolution,
  isolationOf,
  resolveSession,
  traceRouting,
  type ChangeSet,
  type LostBinding,
  type Policy,
  type ResetDecision,
  type SettingChange,
} from "keyscope";
import { keyPartsOf, type KeyPart } from "./key-parts.ts";
import type { Decided, Played, Said } from "./play.ts";

/** One answer, in words, with what would turn it. */
export interface Told {
  readonly title: string;
  /** Whether it lets something through; absent where nothing is asked for. */
  readonly allowed?: boolean;
  readonly sentence: string;
  /** The setting that decided, where one did. */
  readonly setting?: string;
  /** Each a way to turn the answer. */
  readonly ways: readonly string[];
}

/** All that was decided about a message. */
export interface Decisions {
  readonly parts: readonly KeyPart[];
  readonly routing: Told;
  readonly lost: readonly LostBinding[];
  readonly access: Told;
  readonly send?: Told;
  readonly memory?: Told;
  readonly reset?: Told & { readonly next?: number };
}

function changeInWords({ setting, to }: SettingChange): string {
  if (to === null) return `take ${setting} away`;
  return to === undefined ? `write another ${setting}` : `write ${setting}: ${JSON.stringify(to)}`;
}

/** Says what would turn an answer: each set of changes a way, with one choice of each. */
export function waysOf(sets: readonly ChangeSet[] = []): readonly string[] {
  return sets.map((set) => {
    const changes = set.map((choice) => choice.map(changeInWords).join(", or "));
    const sentence = changes.join("; and ");
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  });
}

const causes: Readonly<Record<LostBinding["because"], string>> = {
  type: "is no route",
  channel: "is for another channel",
  accountId: "is for another account",
  "peer.kind": "is for another kind of chat",
  "peer.id": "is for another person or room",
  guildId: "is for another guild",
  teamId: "is for another team",
  roles: "asks for another role",
  impossible: "can never match",
  outranked: "matches too, but a nearer or earlier one won",
};

/** Why a binding lost, in a few words. */
export function lostInWords({ because, path }: LostBinding): string {
  return `${path} ${causes[because]}.`;
}

function resetOf(
  before: ResetDecision,
  after: ResetDecision,
  begins: string | undefined,
): NonNullable<Decisions["reset"]> {
  const next = after.nextResetAt;
  return {
    title: "Next reset",
    sentence: [
      begins === "first" ? "The conversation begins: nothing was stored of it." : "",
      begins === "trigger" ? "The conversation begins anew: the message asks for it." : "",
      begins === "stale" ? explain(before) : "",
      explain(after),
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    ways: [],
    ...(next !== undefined && { next }),
  };
}

/** Tells all that was decided about a message, and why. */
export function decisionsOf({ admission, message, turn }: Decided, at: number, policy: Policy): Decisions {
  const { inbound } = message;
  const told = message.mentioned === undefined ? inbound : { ...inbound, mentioned: message.mentioned };
  const door = evaluateAccess({ ...message.access, ...told }, policy, { trace: true });
  // Also of a message that nobody let in: where it would have belonged.
  const resolution = resolveSession(told, policy);
  const lost = traceRouting(inbound, policy);
  const parts = resolution.ok ? keyPartsOf(resolution, told, policy) : [];
  const access: Told = {
    title: "Door",
    allowed: door.allowed,
    sentence: explain(door),
    ...(door.path !== undefined && { setting: door.path }),
    ways: waysOf(door.trace?.opposite),
  };
  const routing: Told = {
    title: "Session",
    sentence: explainResolution(resolution),
    ways: [],
  };
  if (!admission.ok || !turn.ok) return { parts, routing, lost, access };
  const send = evaluateSend(admission.resolution, policy, { trace: true });
  const memory = evaluateMemorySearch(admission.resolution, policy, { trace: true });
  const rule = (path: string | undefined) => (path === undefined ? {} : { setting: path });
  return {
    parts,
    routing,
    lost,
    access,
    send: {
      title: "Send",
      allowed: send.allowed,
      sentence: explain(send),
      ...rule(send.rule?.path),
      ways: waysOf(send.trace?.opposite),
    },
    memory: {
      title: "Memory",
      allowed: memory.allowed,
      sentence: explain(memory),
      ...rule(memory.rule?.path ?? memory.scope),
      ways: waysOf(memory.trace?.opposite),
    },
    reset: resetOf(turn.reset, evaluateReset(turn.times, admission.resolution, policy, at), turn.begins),
  };
}

/** Why a message is answered with what somebody else said in private; undefined where it is not. */
export function sharedBecause(
  said: Said,
  { moments, policy }: Pick<Played, "moments" | "policy">,
): { readonly sentence: string; readonly setting?: string } | undefined {
  const heard = said.decided?.within?.remembers.find(({ overheard }) => overheard);
  const earlier = heard && moments[heard.moment];
  if (policy === undefined || earlier?.kind !== "said") return undefined;
  const isolation = isolationOf(earlier.inbound, said.inbound, policy);
  const { setting } = isolation;
  return { sentence: explain(isolation), ...(setting !== undefined && { setting }) };
}
