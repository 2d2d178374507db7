import { vi } from "vitest";

const touched = (what: string) => () => {
  throw new Error(`It touched the world: ${what}`);
};

const RealDate = Date;

/** A Date that knows any instant but now. */
const dateWithoutClock = new Proxy(RealDate, {
  construct: (target, values: unknown[], newTarget) =>
    values.length === 0 ? touched("new Date()")() : (Reflect.construct(target, values, newTarget) as Date),
  apply: touched("Date()"),
  get: (target, name, receiver) =>
    name === "now" ? touched("Date.now") : (Reflect.get(target, name, receiver) as unknown),
});

/** Takes clock, chance, network, timers, the locale and the process's zone away until the returned function is called. */
export function stopWorld(): () => void {
  vi.stubGlobal("Date", dateWithoutClock);
  for (const name of ["fetch", "setTimeout", "setInterval", "queueMicrotask"])
    vi.stubGlobal(name, touched(name));
  const spies = [
    vi.spyOn(Math, "random").mockImplementation(touched("Math.random")),
    vi.spyOn(String.prototype, "toLocaleLowerCase").mockImplementation(touched("the locale")),
    vi.spyOn(String.prototype, "localeCompare").mockImplementation(touched("the locale")),
    vi.spyOn(RealDate.prototype, "getTimezoneOffset").mockImplementation(touched("the process's zone")),
    vi.spyOn(RealDate.prototype, "getHours").mockImplementation(touched("the process's zone")),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllGlobals();
  };
}
