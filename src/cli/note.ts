import { printable } from "./page.ts";

const told = new Set<string>();

/** Says on standard error what a call took for granted, once, unless it was to be quiet. */
export function note({ quiet = false }: { readonly quiet?: boolean }, text: string): void {
  if (quiet || told.has(text)) return;
  told.add(text);
  process.stderr.write(`keyscope: ${printable(text)}\n`);
}
