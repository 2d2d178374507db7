import type { AllowList } from "../../policy/access/allow-list.ts";
import { freshText } from "./text.ts";

/** One id for each choice of the lists that can have an id in common and to themselves, and one that is in none. */
function toldApart(lists: readonly AllowList[]): readonly string[] {
  const ids = new Set(lists.flatMap((list) => list.ids()));
  ids.delete("*");
  const byLists = new Map<string, string>();
  for (const id of ids) {
    const having = lists.map((list) => (list.find(id) === undefined ? "0" : "1")).join("");
    const before = byLists.get(having);
    if (before === undefined || id.length < before.length) byLists.set(having, id);
  }
  return [freshText((text) => ids.has(text)), ...byLists.values()];
}

/** Tells which senders stand for all as far as some lists go; each combination of lists is read once. */
export function senderChoice(): (lists: readonly AllowList[]) => readonly string[] {
  const numbers = new Map<AllowList, number>();
  const known = new Map<string, readonly string[]>();
  const numberOf = (list: AllowList) => {
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  };
  return (lists) => {
    const name = lists.map(numberOf).join();
    let senders = known.get(name);
    if (senders === undefined) known.set(name, (senders = toldApart(lists)));
    return senders;
  };
}
