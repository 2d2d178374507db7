import { objectsIn } from "../channels/payload.ts";
import { readTeams, type TeamsActivity } from "../channels/teams.ts";
import type { Policy } from "../config/policy.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import type { SessionStore, StoredTurn } from "../loop/session-store.ts";
import { type AdapterOptions, takeTurn } from "./take-turn.ts";

/** What the two SDKs have in common of a turn's context. */
export interface ActivityContext {
  /** The activity that is handled, as the connector sent it. */
  readonly activity: TeamsActivity;
  /** Where the SDK keeps things for as long as the turn lasts; the turn of keyscope stands there. */
  readonly turnState: {
    /** Gives what stands under a key; undefined where nothing does. */
    get(key: unknown): unknown;
    /** Puts something under a key. */
    set(key: unknown, value: unknown): unknown;
  };
}

/** What a host tells beside its policy and its store. */
export interface ActivityOptions<Given> extends AdapterOptions<Given> {
  /**
   * Whether something that nobody said goes on, without a turn: a member who joined, a sign-in, what the bot itself begins
   * (`continueConversation`). Asked of nothing else; where it is absent, none of it goes on.
   */
  readonly passes?: (given: Given) => boolean | Promise<boolean>;
}

/** A middleware of either SDK. */
type ActivityMiddleware<Given> = (context: Given, next: () => Promise<void>) => Promise<void>;

const place = "keyscope";

/** How the text mentions the bot, which Teams writes before a command in a room. */
export function mentionsOfBot({ entities, recipient }: TeamsActivity): readonly string[] {
  return objectsIn(entities).flatMap((entity) => {
    const { mentioned, text }: { mentioned?: unknown; text?: unknown } = entity;
    const id = typeof mentioned === "object" && mentioned !== null && "id" in mentioned && mentioned.id;
    return typeof text === "string" && typeof id === "string" && id === recipient?.id ? [text] : [];
  });
}

/** The middleware of both SDKs: what was let in goes on, with its turn in the turn's state. */
export function takeActivity<Data, Given extends ActivityContext>(
  policy: Policy,
  store: SessionStore<Data>,
  options: ActivityOptions<Given>,
): ActivityMiddleware<Given> {
  return async (context, next) => {
    const { activity, turnState } = context;
    const read = readTeams(activity);
    const mentions = mentionsOfBot(activity);
    if (read.reason === "not-a-message" && (await options.passes?.(context)) === true) return next();
    const taken = await takeTurn(context, read, policy, store, options, { mentions });
    if (taken === undefined) return;
    turnState.set(place, taken);
    await next();
  };
}

/**
 * The turn that the middleware has put into the state of a turn.
 *
 * @throws TypeError where it has not run, or let nothing in.
 *
 * @example
 * ```ts
 * const turnState = new Map([["keyscope", { key: "agent:main:main" }]]);
 * turnIn({ turnState }).key; //=> "agent:main:main"
 * ```
 */
export function turnIn<Data>(context: Pick<ActivityContext, "turnState">): StoredTurn<Data> {
  if (isPolluted()) return unpolluted(turnIn<Data>, context);
  // Whose data it is, the host says; nothing but the middleware writes there.
  const taken = context.turnState.get(place) as StoredTurn<Data> | undefined;
  if (taken === undefined)
    throw new TypeError("No turn was taken: adapter.use(keyscope(policy, store)) has to come before it");
  return taken;
}

/**
 * Where the SDK's own `BotState`, or `AgentState`, keeps what belongs to a conversation: under the session's key, and at a new
 * place after each reset, so that nothing has to be cleared.
 *
 * @param context - The context of a turn that the middleware has taken.
 * @param namespace - What tells several states of one storage apart.
 * @throws TypeError, by the promise, where no turn was taken: a stranger has no state.
 *
 * @example
 * ```ts
 * const turnState = new Map([["keyscope", { key: "agent:main:main", conversationId: "a5a084c9" }]]);
 * await storageKey({ turnState }, "dialogs"); //=> "agent:main:main/a5a084c9/dialogs"
 * ```
 */
export async function storageKey(
  context: Pick<ActivityContext, "turnState">,
  namespace = "",
): Promise<string> {
  if (isPolluted()) return unpolluted(storageKey, context, namespace);
  const { conversationId, key } = turnIn(context);
  return Promise.resolve(`${key}/${conversationId}/${namespace}`);
}
