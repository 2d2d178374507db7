import { explain } from "keyscope";
import type { Played, Said } from "./play.ts";

/** A message of the script that the other side decides otherwise. */
export interface Otherwise {
  readonly moment: number;
  readonly who: string;
  readonly text: string;
  /** What differs, each with both answers in words. */
  readonly differences: readonly { readonly what: string; readonly here: string; readonly there: string }[];
}

function memory(said: Said): string {
  const remembers = said.decided?.within?.remembers ?? [];
  if (said.decided?.within === undefined) return "no session";
  return remembers.length === 0
    ? "remembers nothing"
    : `remembers ${remembers.map(({ who, text }) => `${who}: “${text}”`).join(", ")}`;
}

function answers(said: Said): readonly (readonly [string, string])[] {
  const { decided } = said;
  if (decided === undefined) return [["config", "refused"]];
  const { admission, turn } = decided;
  if (!admission.ok) return [["let in", `no: ${explain(admission.decision)}`]];
  return [
    ["let in", "yes"],
    ["key", admission.key],
    ["memory of the conversation", memory(said)],
    ["begins", turn.ok ? (turn.begins ?? "goes on") : turn.reason],
    ["may be answered", turn.ok && turn.send.allowed ? "yes" : "no"],
    ["may search memory", turn.ok && turn.memory.allowed ? "yes" : "no"],
  ];
}

/** Tells what another side decides otherwise for the same script, message by message. */
export function otherwiseOf(here: Played, there: Played): readonly Otherwise[] {
  return here.moments.flatMap((moment, index) => {
    const twin = there.moments[index];
    if (moment.kind !== "said" || twin?.kind !== "said") return [];
    const ours = new Map(answers(moment));
    const theirs = new Map(answers(twin));
    const differences = [...new Set([...ours.keys(), ...theirs.keys()])]
      .map((what) => ({ what, here: ours.get(what) ?? "not asked", there: theirs.get(what) ?? "not asked" }))
      .filter((each) => each.here !== each.there);
    return differences.length === 0
      ? []
      : [{ moment: index, who: moment.who, text: moment.text, differences }];
  });
}
