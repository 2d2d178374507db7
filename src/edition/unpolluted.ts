/*
 * What anybody assigns to `Object.prototype`, a library that merges what it is sent for one, every object has from then on: the
 * settings that a config leaves out, the facts that a message does not tell, and the records of this library itself. So
 * decisions are made without it.
 */

const usual: object = /* @__PURE__ */ Object.freeze({});

/** Whether every object has something that was put into `Object.prototype`; asked with every decision, in some 3 ns. */
export function isPolluted(): boolean {
  // Whatever is found in an empty object, it has from there.
  for (const name in usual) return typeof name === "string";
  return false;
}

/** A property that was taken away, as it was. */
type Taken = readonly [name: string, was: PropertyDescriptor];

function takeAway(name: string): Taken {
  const was = Object.getOwnPropertyDescriptor(Object.prototype, name) ?? {};
  if (!Reflect.deleteProperty(Object.prototype, name))
    throw new TypeError(
      `Every object has ${JSON.stringify(name)} from Object.prototype, where it cannot be taken away: decisions would depend on it`,
    );
  // What is put back one by one must not inherit what is back already.
  return [name, Object.setPrototypeOf(was, null) as PropertyDescriptor];
}

/**
 * Answers as if nobody had put anything into `Object.prototype`: it is taken away until there is an answer, and put back.
 * Nobody else runs in between, but for what an argument brings along, such as a getter. What cannot be taken away, because
 * somebody has frozen it there, is one clear error.
 *
 * Whatever a host may call begins with it: `if (isPolluted()) return unpolluted(evaluateSend, request, policy)`.
 */
export function unpolluted<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Answer,
  ...asked: Asked
): Answer {
  const taken: Taken[] = [];
  try {
    for (const name of Object.keys(Object.prototype)) taken.push(takeAway(name));
    return ask(...asked);
  } finally {
    for (const [name, was] of taken) Object.defineProperty(Object.prototype, name, was);
  }
}

/** The same for what is answered step by step. */
export function* unpollutedSteps<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Iterator<Answer>,
  ...asked: Asked
): Generator<Answer, void, undefined> {
  const answers = ask(...asked);
  for (;;) {
    const step = unpolluted(() => answers.next());
    if (step.done === true) return;
    yield step.value;
  }
}
