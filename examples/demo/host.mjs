import { evaluateReset, evaluateSend, matchResetTrigger, recordActivity, resolveSession } from "keyscope";
import { fromDiscord, fromMatrix, fromSlack, fromTelegram, fromWhatsApp } from "keyscope/channels";

const readers = {
  discord: fromDiscord,
  matrix: fromMatrix,
  slack: fromSlack,
  telegram: fromTelegram,
  whatsapp: fromWhatsApp,
};

/**
 * What a host does with a day of messages: it keeps the store and the clock, and asks for every decision.
 * Gives each message with what was decided about it.
 */
export function replay(messages, policy) {
  const store = new Map();
  return messages.map(({ now, who, place, text }) => {
    const inbound = readers[place.platform](place.payload(who, text, now), place.known);
    const resolution = resolveSession(inbound, policy);
    if (!resolution.ok) return { now, who, place, text, resolution };

    const times = store.get(resolution.key);
    const trigger = matchResetTrigger(text, policy);
    const before = times && evaluateReset(times, resolution, policy, now);
    const goesOn = before?.fresh === true && trigger === undefined;
    const after = recordActivity(goesOn ? times : {}, { kind: "user-message", at: now }, policy);
    store.set(resolution.key, after);

    return {
      now,
      who,
      place,
      text,
      resolution,
      trigger,
      before,
      next: evaluateReset(after, resolution, policy, now),
      send: evaluateSend(resolution, policy),
    };
  });
}
