import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateReset } from "../../lifecycle/reset/evaluate-reset.ts";
import { resetOverrides, type ResetOverride } from "../../lifecycle/reset/override.ts";
import type { ResetPolicy } from "../../lifecycle/reset/policy.ts";
import type { ResetTarget } from "../../lifecycle/reset/target.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import { formatSessionKey } from "../../scope/key/session-key.ts";
import { freshText, told } from "../representative/representative.ts";
import { ordinaryNoon, type SessionMoment } from "../representative/times.ts";
import type { Suggestions } from "./part.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Longer ago than any session is asked about that its policy never ends. */
const longAgo = 30 * day;

/**
 * The times of a session in the last millisecond of its life: it began when the day did, or as long ago as it may, and nobody
 * has written for as long as that may be. So whatever shortens its life has ended it.
 */
function lifeUnder(reset: ResetPolicy, dailyResetAt: number | undefined): SessionMoment {
  const { graceMinutes = 0, idleMinutes = 0, maxAgeMinutes = Infinity } = reset;
  const now = dailyResetAt === undefined ? ordinaryNoon : dailyResetAt + day - 1;
  const silence = Math.max(idleMinutes, graceMinutes) * minute || longAgo;
  const age = Math.min(
    maxAgeMinutes * minute,
    dailyResetAt === undefined ? Math.max(silence, longAgo) : day - 1,
  );
  const last = now - Math.min(silence, age);
  return { times: { sessionStartedAt: now - age, lastInteractionAt: last, updatedAt: last }, now };
}

/**
 * A session when it is about to end, whatever it ends by, and one in which nobody wrote after its beginning when it has ended.
 * What shortens life ends the first, and what prolongs it has the second go on. A session that never ends is asked about once.
 */
function* momentsOf(target: ResetTarget, policy: Policy): Generator<SessionMoment> {
  const endOf = ({ times, now }: SessionMoment) => evaluateReset(times, target, policy, now);
  const { dailyResetAt, policy: reset } = endOf({ times: { updatedAt: ordinaryNoon }, now: ordinaryNoon });
  if (reset === undefined) return;
  const life = lifeUnder(reset, dailyResetAt);
  yield life;
  const { sessionStartedAt: began = life.now } = life.times;
  const silent = { sessionStartedAt: began, lastInteractionAt: began, updatedAt: began };
  const { nextResetAt } = endOf({ times: silent, now: began });
  if (nextResetAt !== undefined) yield { times: silent, now: nextResetAt };
}

/** Channels as people have them. */
const everydayChannels = ["telegram", "discord", "slack", "whatsapp"];

/** Names that no override asks for. */
interface Unnamed {
  readonly agentId: string;
  readonly channel: string;
  readonly id: string;
}

function unnamedIn(overrides: readonly ResetOverride[]): Unnamed {
  const taken = new Set(
    overrides.flatMap((each) => {
      if (each.for === "group") return [each.peer, each.account, each.channel];
      return [each.for === "agent" ? each.agentId : each.channel];
    }),
  );
  const id = freshText((text) => taken.has(text));
  const free = (name: string) => !taken.has(name);
  return { agentId: free("main") ? "main" : id, channel: everydayChannels.find(free) ?? id, id };
}

/** A session as it is stored: what its key says, told again for the releases that read no keys. */
function session(
  agentId: string,
  channel: string,
  chatType: ChatType,
  peer: string,
  more: { readonly account?: string | undefined; readonly thread?: string } = {},
): ResetTarget {
  const { account, thread } = more;
  return {
    key: formatSessionKey({
      kind: chatType,
      agentId,
      channel,
      peer,
      ...(thread !== undefined && { thread }),
    }),
    ...told({ agentId, channel, account, chatType, peer, thread }),
  };
}

/** Suggestions for `session.reset`, and for what overrides it. */
export function* resetSuggestions(policy: Policy): Generator<Suggestions> {
  const overrides = [...resetOverrides(policy)];
  const { agentId, channel, id } = unnamedIn(overrides);
  const ofType = {
    direct: session(agentId, channel, "direct", id),
    group: session(agentId, channel, "group", id),
    thread: session(agentId, channel, "group", id, { thread: "1" }),
  };

  function* targetsOf(override: ResetOverride): Generator<ResetTarget> {
    if (override.for === "agent") yield session(override.agentId, channel, "direct", id);
    else if (override.for === "channel") {
      yield session(agentId, override.channel, "direct", id);
      // A name that no key can have.
      yield { key: `agent:${agentId}:x`, channel: override.channel, chatType: "direct" };
    } else {
      const { account, channel, peer } = override;
      const room = peer === "*" ? id : peer;
      // What is said for every account is not heard where an account says it too.
      for (const owner of account === undefined ? [undefined, id] : [account]) {
        yield session(agentId, channel, "group", room, { account: owner });
        yield {
          key: `agent:${agentId}:x`,
          ...told({ channel, account: owner, chatType: "group", peer: room }),
        };
      }
    }
  }

  function* questionsFor(targets: Iterable<ResetTarget>): Suggestions["inputs"] {
    for (const request of targets)
      for (const moment of momentsOf(request, policy)) yield { ask: "reset", request, ...moment };
  }

  const anySession = Object.values(ofType);
  for (const name of ["reset", "dailyReset", "idleMinutes"])
    yield { path: `session.${name}`, inputs: questionsFor(anySession) };
  for (const type of Object.keys(policy.config.session?.resetByType ?? {})) {
    const target = type === "group" || type === "thread" ? ofType[type] : ofType.direct;
    yield { path: formatPath(["session", "resetByType", type]), inputs: questionsFor([target]) };
  }
  for (const override of overrides) yield { path: override.path, inputs: questionsFor(targetsOf(override)) };
}
