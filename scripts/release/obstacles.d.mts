/** What was found of the version to be released, and of the last one. */
export interface Found {
  readonly version: string;
  readonly today: string;
  readonly changelog: string;
  readonly tags: readonly string[];
  readonly uncommitted: readonly string[];
  readonly apiLines: readonly string[];
  readonly last:
    | {
        readonly version: string;
        readonly apiLines: readonly string[];
        readonly changedPins: readonly string[];
      }
    | undefined;
}

export declare function obstaclesTo(found: Found): readonly string[];
