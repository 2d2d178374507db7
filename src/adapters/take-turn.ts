import { admit, type Admitted, type IncomingMessage, type NotAdmitted } from "../loop/admit.ts";
import type { SessionStore, StoredTurn } from "../loop/session-store.ts";
import type { NoTurn, TurnOptions } from "../loop/turn.ts";
import type { Policy } from "../config/policy.ts";
import type { AccessRequest } from "../policy/access/access-request.ts";
import type { Unread } from "../scope/unread.ts";

/** What a host tells an adapter beside its policy and its store. `Given` is what the framework hands to its handlers. */
export interface AdapterOptions<Given> {
  /** Who was paired with the account that received it; nobody when absent. */
  readonly paired?: (given: Given) => AccessRequest["paired"] | Promise<AccessRequest["paired"]>;
  /** Whether whoever wrote may reset the session; whom the config names when absent, or where it returns `undefined`. */
  readonly authorized?: (
    given: Given,
    admitted: Admitted,
  ) => boolean | undefined | Promise<boolean | undefined>;
  /** Called in place of the handlers where there is no turn: it is no message, nobody let it in, or what is stored cannot be read. */
  readonly refused?: (given: Given, why: NotAdmitted | NoTurn) => unknown;
}

/** Lets a message in and takes its turn; undefined where there is none, of which the host was told then. */
export async function takeTurn<Given, Data>(
  given: Given,
  read: IncomingMessage | Unread,
  policy: Policy,
  store: SessionStore<Data>,
  options: AdapterOptions<Given>,
  said: TurnOptions = {},
): Promise<StoredTurn<Data> | undefined> {
  const paired = await options.paired?.(given);
  const admission = admit(read, policy, paired === undefined ? {} : { paired });
  const authorized = admission.ok ? await options.authorized?.(given, admission) : undefined;
  const taken = await store.turn(admission, authorized === undefined ? said : { ...said, authorized });
  if (taken.ok) return taken;
  await options.refused?.(given, admission.ok ? taken : admission);
  return undefined;
}
