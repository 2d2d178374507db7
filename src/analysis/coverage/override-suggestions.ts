import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { resetOverrides, type ResetOverride } from "../../lifecycle/reset/override.ts";
import type { ResetTarget } from "../../lifecycle/reset/target.ts";
import { freshText } from "../representative/representative.ts";
import { ordinaryNoon } from "../representative/times.ts";
import type { Suggestions } from "./part.ts";

const hour = 3_600_000;

/** A session of yesterday in which somebody wrote an hour ago: past a daily reset, and within most idle windows. */
const asked = {
  times: {
    sessionStartedAt: ordinaryNoon - 24 * hour,
    lastInteractionAt: ordinaryNoon - hour,
    updatedAt: ordinaryNoon - hour,
  },
  now: ordinaryNoon,
} as const;

function* questionsFor(targets: Iterable<ResetTarget>): Suggestions["inputs"] {
  for (const request of targets) yield { ask: "reset", request, ...asked };
}

/** Suggestions for what overrides `session.reset`. */
export function* overrideSuggestions(policy: Policy): Generator<Suggestions> {
  const overrides = [...resetOverrides(policy)];
  const taken = new Set(
    overrides.flatMap((each) => {
      if (each.for === "group") return [each.peer, each.account];
      return each.for === "agent" ? [each.agentId] : [];
    }),
  );
  const other = freshText((text) => taken.has(text));
  const key = `agent:${other}:x`;

  function* targetsOf(override: ResetOverride): Generator<ResetTarget> {
    if (override.for === "agent") {
      const { agentId } = override;
      yield { key: `agent:${agentId}:x`, agentId };
    } else if (override.for === "channel") {
      yield { key, channel: override.channel, chatType: "direct" };
    } else {
      const { account, channel, peer } = override;
      const group = { key, channel, chatType: "group", peer: peer === "*" ? other : peer } as const;
      // What is said for every account is not heard where an account says it too.
      for (const owner of account === undefined ? [undefined, other] : [account])
        yield { ...group, ...(owner !== undefined && { account: owner }) };
    }
  }

  for (const type of Object.keys(policy.config.session?.resetByType ?? {})) {
    const room = type === "direct" || type === "dm" ? "direct" : "group";
    const target: ResetTarget = { key, chatType: room, ...(type === "thread" && { thread: "1" }) };
    yield { path: formatPath(["session", "resetByType", type]), inputs: questionsFor([target]) };
  }
  for (const override of overrides) yield { path: override.path, inputs: questionsFor(targetsOf(override)) };
}
