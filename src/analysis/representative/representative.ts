/** A request that stands for others: what it cannot do without, and what a witness leaves out if it can. */
export interface Representative<Request extends object> {
  readonly core: Request;
  readonly extra?: Partial<Request>;
}
