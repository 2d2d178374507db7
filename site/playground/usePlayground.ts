import { computed, ref, shallowRef, watch } from "vue";
import { loadAnalyses, type Analyses } from "./analyses.ts";
import { readLink } from "./link.ts";
import { findingsOf, mendLeak, withFix } from "./mend.ts";
import { outcomeOf } from "./outcome.ts";
import { loadReaders } from "./payloads.ts";
import { play, type Readers } from "./play.ts";
import { remarksOf, type Remark } from "./remarks.ts";
import { leak } from "./scenes.ts";
import type { Side, State, Step } from "./state.ts";

/** What the components of the page share: the state, what follows from it, and what can be done to it. */
export function usePlayground() {
  const state = shallowRef<State>(leak);
  const readers = shallowRef<Readers>({});
  const analyses = shallowRef<Analyses>();
  /** What was last done, for those who do not see it. */
  const told = ref("");
  const picked = ref<number>();

  const played = computed(() => play(state.value, readers.value));
  const outcome = computed(() => outcomeOf(played.value.here));
  const chosen = computed(() => {
    const { moments } = played.value.here;
    const last = moments.findLastIndex(({ kind }) => kind === "said");
    const wanted = picked.value ?? outcome.value.moment ?? last;
    return moments[wanted]?.kind === "said" ? wanted : last;
  });
  const remarks = computed<readonly Remark[]>(() => {
    const { here } = played.value;
    const lineOf = analyses.value?.sourceLines(state.value.config) ?? (() => undefined);
    return remarksOf(here.issues, analyses.value ? findingsOf(here, analyses.value) : [], lineOf);
  });

  let fetching: Promise<Analyses> | undefined;
  /** Fetches the analyses, once. */
  function wake(): Promise<Analyses> {
    fetching ??= loadAnalyses().then((loaded) => (analyses.value = loaded));
    return fetching;
  }

  async function needReaders(): Promise<void> {
    if (Object.keys(readers.value).length === 0) readers.value = await loadReaders();
  }

  function show(next: State, what: string): void {
    state.value = next;
    picked.value = undefined;
    told.value = what;
  }

  function change(next: Partial<State>): void {
    state.value = { ...state.value, ...next };
  }

  function add(step: Step): void {
    change({ steps: [...state.value.steps, step] });
    picked.value = undefined;
  }

  /** Takes the last step back. */
  function undo(): void {
    change({ steps: state.value.steps.slice(0, -1) });
    picked.value = undefined;
  }

  function compareWith(other: Side | undefined): void {
    const { config, edition, people, start, steps, timeZone } = state.value;
    const side = { config, edition, people, start, steps, timeZone };
    state.value = other === undefined ? side : { ...side, other };
  }

  function fix(remark: Remark): void {
    if (analyses.value === undefined || remark.fix === undefined) return;
    const config = withFix(state.value.config, { fix: remark.fix }, analyses.value);
    change({ config });
    told.value = `Fixed: ${remark.fix.sentence} ${outcome.value.sentence}`;
  }

  async function mend(): Promise<void> {
    const mended = mendLeak(state.value, played.value.here, await wake());
    if (mended === undefined) {
      told.value = "No single fix of the audit ends this: look at the findings under the config.";
      return;
    }
    const before = picked.value ?? outcome.value.moment;
    state.value = mended.state;
    picked.value = before;
    told.value = `Fixed: ${mended.finding.fix.sentence}`;
  }

  /** Takes over the state of the page's own link, or says why not. */
  async function open(fragment: string): Promise<void> {
    const found = await readLink(fragment);
    if (found === "refused")
      show(leak, "The link holds no script that this page can read, so it opens on its own.");
    else if (found !== "nothing") show(found, "The script of the link is open.");
  }

  watch(
    () => state.value.steps,
    (steps) => {
      if (steps.some(({ kind }) => kind === "payload")) void needReaders();
    },
  );

  return {
    state,
    played,
    outcome,
    chosen,
    remarks,
    analyses,
    told,
    wake,
    show,
    change,
    add,
    undo,
    compareWith,
    fix,
    mend,
    open,
    pick: (moment: number) => (picked.value = moment),
  };
}
