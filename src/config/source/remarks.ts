import { isInexact, isPlainObject } from "../freeze-tree.ts";

/** A place in a config, step by step. */
export type Path = readonly (string | number)[];

/** Something in a tree that is not what it seems: it stands for something else, is inexact, or is no data. */
export type Remark =
  | { readonly kind: "include"; readonly path: Path; readonly value: unknown }
  | { readonly kind: "variable"; readonly path: Path; readonly value: string }
  | { readonly kind: "number"; readonly path: Path; readonly value: number }
  | { readonly kind: "object"; readonly path: Path; readonly value: object };

/** Finds them all, in a part that stands in several places once. `include` is told at the key, `$include`. */
export function findRemarks(tree: unknown): readonly Remark[] {
  const found: Remark[] = [];
  const path: (string | number)[] = [];
  const seen = new Set<object>();

  function visit(value: unknown): void {
    if (typeof value === "string") {
      if (value.includes("${")) found.push({ kind: "variable", path: [...path], value });
    } else if (typeof value === "number") {
      if (isInexact(value)) found.push({ kind: "number", path: [...path], value });
    } else if (typeof value === "object" && value !== null) visitParts(value);
  }

  function visitParts(part: object): void {
    if (seen.has(part)) return;
    seen.add(part);
    if (Array.isArray(part))
      for (const [index, inner] of (part as readonly unknown[]).entries()) visitAt(index, inner);
    else if (!isPlainObject(part)) found.push({ kind: "object", path: [...path], value: part });
    else
      for (const [name, inner] of Object.entries(part))
        if (name === "$include") found.push({ kind: "include", path: [...path, name], value: inner });
        else visitAt(name, inner);
  }

  function visitAt(step: string | number, inner: unknown): void {
    path.push(step);
    visit(inner);
    path.pop();
  }

  visit(tree);
  return found;
}
