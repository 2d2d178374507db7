/** What an evaluation may be asked for beyond its decision. */
export interface TraceOptions {
  /** Also tell how the decision came about; costs time with every rule. */
  readonly trace?: boolean;
}
