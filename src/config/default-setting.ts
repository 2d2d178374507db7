/** A setting that decides the same whether it is written or not; `*` in its path stands for every name but `defaults`. */
export interface DefaultSetting {
  readonly path: readonly string[];
  readonly value: unknown;
  /** Whether it goes without saying beside what is written in the same object; always, where this is absent. */
  readonly beside?: (written: Readonly<Record<string, unknown>>) => boolean;
}
