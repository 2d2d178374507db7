/** What releases accept at a path. */
export interface KeyRow {
  /** The types: for all releases, or by ranges of them. */
  readonly t?: string | Readonly<Record<string, string>>;
  /** The words that a text may be. */
  readonly e?: readonly unknown[] | Readonly<Record<string, readonly unknown[]>>;
  /** The releases, as ranges of positions; all of them when absent. */
  readonly r?: string;
  /** Where all keys of the object are known. */
  readonly c?: 1 | string;
}

/** The keys that releases accept. */
export interface KeyFile {
  readonly about: { readonly releases: readonly string[] };
  readonly mirror: Readonly<Record<string, { readonly of: string; readonly without?: readonly string[] }>>;
  readonly paths: Readonly<Record<string, KeyRow>>;
}

export function readKeys(file: string | URL): KeyFile;
export function shapesOf(keys: KeyFile): readonly string[];
export function moduleOf(keys: KeyFile): string;
export function correct(path: string, row: KeyRow): KeyRow;
