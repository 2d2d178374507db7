import { openness } from "../question.ts";
import { choices, type Representative } from "../representative/representative.ts";
import { unprovenCauses, verdictOf, type Difference, type Doubts, type KindComparison } from "./verdict.ts";
import { type Direction, nothing, ruleDemands, type Demand } from "../representative/demands.ts";
import type { Policy } from "../../config/policy.ts";
import type { Area } from "../../edition/behaviour.ts";
import { behaviourChanges } from "../../edition/behaviour-changes.ts";
import { roomsShareMain } from "../../scope/facts/told-by-key.ts";
import { normalizeMainKey } from "../../scope/key/main-key.ts";
import type { SessionFacts } from "../../policy/session-facts.ts";
import { oddKeys, sessionFinder, type RulesToTell } from "../representative/sessions.ts";

/** How one kind of request is decided under two policies. */
export interface Deciders<Request, Decision> {
  readonly from: (request: Request) => Decision;
  readonly to: (request: Request) => Decision;
  /** Whether the second decision lets something through that the first does not. */
  readonly loosens: (before: Decision, after: Decision) => boolean;
}

/** Asks both policies; unless told otherwise, a decision loosens another one by letting more through. */
export function askBoth<Request, Decision extends Parameters<typeof openness>[0]>(
  evaluate: (request: Request, policy: Policy) => Decision,
  from: Policy,
  to: Policy,
  loosens = (before: Decision, after: Decision) => openness(before) < openness(after),
): Deciders<Request, Decision> {
  return {
    from: (request) => evaluate(request, from),
    to: (request) => evaluate(request, to),
    loosens,
  };
}

interface Found<Request, Decision> {
  readonly witness: Difference<Request, Decision>;
  readonly facts: number;
  readonly text: string;
}

/** How many facts a request states. */
function countFacts(value: unknown): number {
  if (typeof value !== "object" || value === null) return value === undefined ? 0 : 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + countFacts(inner), 0);
}

/** Fewer facts first, then the shorter text, then alphabetically. */
function isSmaller(facts: number, text: string, than: Found<unknown, unknown> | undefined): boolean {
  if (than === undefined) return true;
  if (facts !== than.facts) return facts < than.facts;
  return text.length === than.text.length ? text < than.text : text.length < than.text.length;
}

function reduced<Request extends object>(
  { core, extra = {} }: Representative<Request>,
  kept: readonly string[],
): Request {
  const entries = Object.entries(extra).filter(([name]) => kept.includes(name));
  // Some of the optional fields of a request still make one.
  return { ...core, ...(Object.fromEntries(entries) as Partial<Request>) };
}

/** A comparison that is under way. */
export interface RunningComparison<Request extends object, Decision> {
  /** Takes a request into account. */
  readonly consider: (representative: Representative<Request>) => void;
  /** How many facts the smallest request that was found in a direction states; `Infinity` where none was. */
  readonly factsOf: (direction: Direction) => number;
  /** What was found; `exact` where nothing casts doubt on it: then all requests were represented. */
  readonly conclude: (doubts: Doubts) => KindComparison<Request, Decision>;
}

/** Begins to compare two policies, request by request; the smallest that tells them apart is kept for each direction. */
export function startComparison<Request extends object, Decision>({
  from,
  to,
  loosens,
}: Deciders<Request, Decision>): RunningComparison<Request, Decision> {
  const found: Partial<Record<Direction, Found<Request, Decision>>> = {};

  function factsOf(direction: Direction): number {
    return found[direction]?.facts ?? Infinity;
  }

  function directionsOf(before: Decision, after: Decision): readonly Direction[] {
    const directions: Direction[] = [];
    if (loosens(before, after)) directions.push("looser");
    if (loosens(after, before)) directions.push("stricter");
    return directions;
  }

  function keepIfSmaller(direction: Direction, request: Request): boolean {
    const facts = countFacts(request);
    const text = JSON.stringify(request);
    if (!isSmaller(facts, text, found[direction])) return false;
    const witness = { request, from: from(request), to: to(request) };
    if (!directionsOf(witness.from, witness.to).includes(direction)) return false;
    found[direction] = { witness, facts, text };
    return true;
  }

  /** Leaves out as much as possible. */
  function shrink(direction: Direction, representative: Representative<Request>): void {
    const names = Object.keys(representative.extra ?? {});
    const least = countFacts(representative.core);
    for (let count = 0; count <= names.length; count += 1) {
      if (least + count > factsOf(direction)) return;
      let any = false;
      for (const kept of choices(names, count))
        any = keepIfSmaller(direction, reduced(representative, kept)) || any;
      if (any) return;
    }
  }

  return {
    consider(representative) {
      const whole = { ...representative.core, ...representative.extra };
      for (const direction of directionsOf(from(whole), to(whole))) shrink(direction, representative);
    },
    factsOf,
    conclude(doubts) {
      const { stricter, looser } = found;
      const verdict = verdictOf(stricter !== undefined, looser !== undefined);
      const unproven = unprovenCauses.filter((cause) => doubts[cause] === true);
      const exact = unproven.length === 0 || verdict === "incomparable";
      return {
        verdict,
        exact,
        ...(!exact && { unproven }),
        ...(stricter && { stricter: stricter.witness }),
        ...(looser && { looser: looser.witness }),
      };
    },
  };
}

/** Compares two policies on requests that stand for all. */
export function compareRequests<Request extends object, Decision>(
  representatives: Iterable<Representative<Request>>,
  deciders: Deciders<Request, Decision>,
  doubts: Doubts,
): KindComparison<Request, Decision> {
  const comparison = startComparison(deciders);
  for (const representative of representatives) comparison.consider(representative);
  return comparison.conclude(doubts);
}

/** Tells whether two policies read what they are asked alike, so that only their settings can differ. */
export function readAlike(from: Policy, to: Policy, areas: readonly Area[]): boolean {
  return !behaviourChanges(from.edition, to.edition).some(({ area }) => areas.includes(area));
}

/** The names that two policies give to main sessions. */
export function mainKeysOf(from: Policy, to: Policy): readonly string[] {
  return [from, to].map(({ config }) => normalizeMainKey(config.session?.mainKey));
}

/** Tells whether two policies take the same sessions for main ones, and those for sessions of the same chats. */
export function mainSessionsAlike(from: Policy, to: Policy): boolean {
  return new Set(mainKeysOf(from, to)).size === 1 && roomsShareMain(from) === roomsShareMain(to);
}

/** Takes into account every session that can tell two lists of rules apart. */
export function considerRules<Decision>(
  lists: RulesToTell,
  comparison: RunningComparison<SessionFacts, Decision>,
): void {
  const sessionsFor = sessionFinder(lists);
  const seen = new Set<string>();

  function consider(demand: Demand): void {
    const text = JSON.stringify(demand);
    if (seen.has(text)) return;
    seen.add(text);
    for (const session of sessionsFor(demand)) comparison.consider(session);
  }

  for (const key of oddKeys) comparison.consider({ core: { key } });
  consider(nothing);
  const { rules, disagreements } = ruleDemands(lists.from, lists.to);
  for (const demand of rules) consider(demand);
  // Where a key alone shows a direction, nothing shows it with less.
  for (const demand of disagreements((direction) => comparison.factsOf(direction) > 1)) consider(demand);
}
