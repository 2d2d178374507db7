import type { Expression } from "./expression.ts";

/*
 * A search that never goes back. All ways in which an expression may go on are followed at once, character by character
 * (Thompson 1968), each at most once at a place: so the time is the length of the text times the size of the
 * expression, whatever either is. What looks ahead or behind is answered for every place beforehand, in one such pass
 * each, backwards for what looks ahead.
 */

/** A place of a text that a part of an expression leads to. */
type State =
  | { readonly kind: "one"; readonly test: (character: string) => boolean; readonly next: number }
  | { readonly kind: "split"; readonly ways: readonly number[] }
  | { readonly kind: "edge"; readonly at: "start" | "end" | "word" | "no-word"; readonly next: number }
  | { readonly kind: "look"; readonly program: Program; readonly negated: boolean; readonly next: number }
  | { readonly kind: "found" };

/** An expression as states that lead to one another. */
export interface Program {
  readonly states: readonly State[];
  readonly start: number;
  /** What is read backwards, from the end of the text to its beginning. */
  readonly backwards: boolean;
  readonly isWord: (character: string) => boolean;
}

/** More states than a pattern that people write has. */
const mostStates = 5000;

/** Makes a program of an expression; undefined where it would be too large. */
export function compileExpression(
  expression: Expression,
  isWord: (character: string) => boolean,
  backwards = false,
): Program | undefined {
  const states: State[] = [{ kind: "found" }];
  /** Whether all of it has a place so far. */
  const all = { fit: true };

  function add(state: State): number {
    if (states.length < mostStates) states.push(state);
    else all.fit = false;
    return states.length - 1;
  }

  function repeated(of: Expression, min: number, max: number, lazy: boolean, next: number): number {
    const ways = (inner: number, after: number) => (lazy ? [after, inner] : [inner, after]);
    let entry = next;
    if (max === Infinity) {
      const both: number[] = [];
      entry = add({ kind: "split", ways: both });
      both.push(...ways(build(of, entry), next));
    } else {
      for (let left = max - min; left > 0; left -= 1)
        entry = add({ kind: "split", ways: ways(build(of, entry), next) });
    }
    for (let left = min; left > 0; left -= 1) entry = build(of, entry);
    return entry;
  }

  function build(part: Expression, next: number): number {
    if (!all.fit) return 0;
    switch (part.kind) {
      case "one":
        return add({ kind: "one", test: part.test, next });
      case "sequence":
        return (backwards ? part.parts : part.parts.toReversed()).reduce(
          (after, each) => build(each, after),
          next,
        );
      case "choice":
        return add({ kind: "split", ways: part.branches.map((branch) => build(branch, next)) });
      case "repeat":
        return repeated(part.of, part.min, part.max, part.lazy, next);
      case "edge":
        return add({ kind: "edge", at: part.at, next });
      case "look": {
        const program = compileExpression(part.of, isWord, part.ahead);
        if (program !== undefined) return add({ kind: "look", program, negated: part.negated, next });
        all.fit = false;
        return 0;
      }
    }
  }

  const start = build(expression, 0);
  return all.fit ? { states, start, backwards, isWord } : undefined;
}

type Answers = ReadonlyMap<Program, Uint8Array>;

/** What looks elsewhere holds at each place of a text, for the programs within one, innermost first. */
function looks(program: Program, text: readonly string[], known = new Map<Program, Uint8Array>()): Answers {
  for (const state of program.states)
    if (state.kind === "look" && !known.has(state.program)) {
      looks(state.program, text, known);
      const places = new Uint8Array(text.length + 1);
      for (const place of placesReached(state.program, text, known)) places[place] = 1;
      known.set(state.program, places);
    }
  return known;
}

function holds(
  at: "start" | "end" | "word" | "no-word",
  place: number,
  text: readonly string[],
  { isWord }: Program,
) {
  if (at === "start") return place === 0;
  if (at === "end") return place === text.length;
  const [before, after] = [text[place - 1], text[place]].map((each) => each !== undefined && isWord(each));
  return (before !== after) === (at === "word");
}

/** Follows what leads on without a character, in order of preference, each state once. */
function* follow(
  first: number,
  place: number,
  seen: Int32Array,
  program: Program,
  text: readonly string[],
  answers: Answers,
): Generator<Extract<State, { readonly kind: "one" | "found" }>> {
  const stack = [first];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    // Marked with the place, so that nothing need be wiped for the next one.
    if (seen[at] === place + 1) continue;
    seen[at] = place + 1;
    const state = program.states[at];
    if (state === undefined) continue;
    if (state.kind === "one" || state.kind === "found") yield state;
    else if (state.kind === "split") stack.push(...state.ways.toReversed());
    else if (state.kind === "edge") {
      if (holds(state.at, place, text, program)) stack.push(state.next);
    } else if ((answers.get(state.program)?.[place] === 1) !== state.negated) stack.push(state.next);
  }
}

/** The places of a text where a program ends that began anywhere before, in the direction in which it is read. */
function* placesReached(program: Program, text: readonly string[], answers: Answers): Generator<number> {
  const { backwards, start, states } = program;
  const seen = new Int32Array(states.length);
  const step = backwards ? -1 : 1;
  let active = [start];
  for (let place = backwards ? text.length : 0; place >= 0 && place <= text.length; place += step) {
    const character = text[backwards ? place - 1 : place];
    const next = [start];
    for (const from of active)
      for (const state of follow(from, place, seen, program, text, answers)) {
        if (state.kind === "found") yield place;
        else if (character !== undefined && state.test(character)) next.push(state.next);
      }
    active = next;
  }
}

/** Where something was found. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first place at or after one where a program matches, and as much of it as it prefers; undefined where there is none. */
function firstSpan(
  program: Program,
  text: readonly string[],
  from: number,
  answers: Answers,
): Span | undefined {
  const { start, states } = program;
  let threads: { readonly at: number; readonly since: number }[] = [];
  let found: Span | undefined;
  const seen = new Int32Array(states.length);
  for (let place = from; place <= text.length; place += 1) {
    const character = text[place];
    const next: typeof threads = [];
    const waiting = found === undefined ? [...threads, { at: start, since: place }] : threads;
    search: for (const { at: first, since } of waiting)
      for (const state of follow(first, place, seen, program, text, answers)) {
        if (state.kind === "found") {
          found = { start: since, end: place };
          // What comes after is preferred less.
          break search;
        }
        if (character !== undefined && state.test(character)) next.push({ at: state.next, since });
      }
    threads = next;
    if (found !== undefined && threads.length === 0) break;
  }
  return found;
}

/** Whether a program matches anywhere in a text, in time that grows with the text and not faster. */
export function occurs(program: Program, text: readonly string[]): boolean {
  return placesReached(program, text, looks(program, text)).next().done !== true;
}

/** The places where a program matches, from left to right and at most so many; empty matches are left out. */
export function spansOf(program: Program, text: readonly string[], most: number): readonly Span[] {
  const answers = looks(program, text);
  const spans: Span[] = [];
  let from = 0;
  for (let tries = 0; tries < most; tries += 1) {
    const span = firstSpan(program, text, from, answers);
    if (span === undefined) break;
    if (span.end > span.start) spans.push(span);
    from = Math.max(span.end, span.start + 1);
  }
  return spans;
}
