import { readQuantifier, type Quantifier } from "./quantifier.ts";

/** How long what a part of a pattern matches may be, as far as nothing in it repeats, and whether anything does. */
interface Part {
  readonly min: number;
  readonly max: number;
  repeats: boolean;
  /** It has branches of different lengths. */
  readonly uneven: boolean;
}

interface Group {
  last: Part | undefined;
  repeats: boolean;
  min: number;
  max: number;
  /** The lengths of the branches before. */
  branches: { readonly min: number; readonly max: number } | undefined;
}

function openGroup(): Group {
  return { last: undefined, repeats: false, min: 0, max: 0, branches: undefined };
}

function closeBranch(group: Group): void {
  const { branches, max, min } = group;
  group.branches =
    branches === undefined
      ? { min, max }
      : { min: Math.min(branches.min, min), max: Math.max(branches.max, max) };
}

function append(group: Group, part: Part): void {
  group.last = part;
  group.repeats ||= part.repeats;
  group.min += part.min;
  group.max += part.max;
}

/** Every part of a pattern in turn: an atom, a repetition, or what opens, parts and closes groups. */
function* partsOf(source: string, escapesCount: boolean): Generator<"atom" | "(" | ")" | "|" | Quantifier> {
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === "\\") {
      at += 1;
      if (!inClass || escapesCount) yield "atom";
    } else if (inClass) {
      if (character === "]") inClass = false;
    } else if (character === "[") {
      inClass = true;
      yield "atom";
    } else if (character === "(" || character === ")" || character === "|") yield character;
    else {
      const found = readQuantifier(source.slice(at, at + 24));
      if (found === undefined) yield "atom";
      else {
        yield found;
        at += found.length - 1;
      }
    }
  }
}

/**
 * Whether a pattern repeats what repeats something itself, or, without limit, branches of different lengths: a release
 * would try more ways to match than it could end with. This is their own test, which passes some such patterns.
 *
 * @param escapesCount - In 2026.3.22 and its kin an escape within brackets counts as a character of its own.
 */
export function repeatsRepetition(source: string, escapesCount: boolean): boolean {
  const groups = [openGroup()];
  for (const part of partsOf(source, escapesCount)) {
    const group = groups.at(-1);
    if (group === undefined) return false;
    if (part === "atom") append(group, { min: 1, max: 1, repeats: false, uneven: false });
    else if (part === "(") groups.push(openGroup());
    else if (part === "|") {
      closeBranch(group);
      Object.assign(group, { last: undefined, min: 0, max: 0 });
    } else if (part === ")") {
      const outer = groups.at(-2);
      if (outer === undefined) continue;
      groups.pop();
      const { repeats } = group;
      if (group.branches === undefined)
        append(outer, { min: group.min, max: group.max, repeats, uneven: false });
      else {
        closeBranch(group);
        const { min, max } = group.branches;
        append(outer, { min, max, repeats, uneven: min !== max });
      }
    } else {
      const { last } = group;
      if (last === undefined) continue;
      if (last.repeats || (last.uneven && part.max === Infinity)) return true;
      // From here on how long the group is no longer matters: whatever repeats it repeats a repetition.
      last.repeats = true;
      group.repeats = true;
    }
  }
  return false;
}
