import { explain, type Explainable } from "keyscope";
import { asks, library, type Asked } from "./asks.ts";
import { decisions } from "./decisions.ts";
import { draws, type Draw } from "./draw.ts";
import { noon } from "./requests.ts";
import { sceneOf, type Material, type Scene } from "./scene.ts";

const seed = 20261130;

/** How often a function is asked in a round, where it is not once: those that a bot calls with every message. */
const oftener: Readonly<Partial<Record<Asked, number>>> = {
  evaluateReset: 80,
  resolveSession: 24,
  parseSessionKey: 16,
  formatSessionKey: 16,
  classifySessionKey: 8,
  evaluateSend: 16,
  evaluateMemorySearch: 16,
  evaluateVisibility: 16,
  evaluateAccess: 20,
  evaluateTool: 16,
  evaluateExec: 20,
  evaluateCommand: 16,
  evaluateMention: 20,
  evaluateSandbox: 12,
  matchResetTrigger: 16,
  planMaintenance: 8,
  planMigration: 6,
  toFileName: 8,
  toDigest: 6,
  ownsSession: 8,
  resolveTaskSession: 8,
  isTimeZone: 8,
  sweep: 8,
};

// The keys of a constant are those of its type.
const round = (Object.keys(asks) as Asked[]).flatMap((ask) =>
  Array.from({ length: oftener[ask] ?? 1 }, () => ask),
);

/** What stands in the place of one fact of a request that nobody would write there. */
const wrong: readonly unknown[] = [
  null,
  undefined,
  7,
  0.5,
  Number.NaN,
  true,
  "",
  [],
  {},
  ["7"],
  { key: 7 },
  7n,
];

/** The same with one fact of another type. */
function spoiled(value: unknown, draw: Draw): unknown {
  if (typeof value !== "object" || value === null || draw.chance(15)) return draw.one(wrong);
  if (Array.isArray(value)) {
    const at = draw.below(value.length);
    return value.length === 0
      ? draw.one(wrong)
      : value.map((each: unknown, index) => (index === at ? spoiled(each, draw) : each));
  }
  const names = Object.keys(value);
  if (names.length === 0) return draw.one(wrong);
  const chosen = draw.one(names);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [
      name,
      name === chosen ? spoiled(each, draw) : each,
    ]),
  );
}

/** What a function is given, at times with a wrong fact in its first place; policies stay what they are. */
function given(ask: Asked, draw: Draw, scene: Scene): readonly unknown[] {
  const values: readonly unknown[] = asks[ask](draw, scene);
  const [first, ...rest] = values;
  return draw.chance(12) && !scene.names.has(first) ? [spoiled(first, draw), ...rest] : values;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** What a function answers, or throws, as it may on purpose. */
function answerOf(ask: Asked, values: readonly unknown[]): unknown {
  try {
    // What is given is what `asks` says for that function, or wrong on purpose.
    const answer = (library[ask] as (...values: readonly unknown[]) => unknown)(...values);
    return isIterable(answer) ? Array.from(answer) : answer;
  } catch (error) {
    return error instanceof Error ? { threw: error.name, message: error.message } : { threw: error };
  }
}

function saidOf(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(saidOf);
  // What is none is said to be none.
  return typeof answer === "object" && answer !== null && "kind" in answer
    ? explain(answer as Explainable)
    : undefined;
}

/** The offset of a zone every few hours around an instant, which an engine knows or not. */
function offsetsAround(zone: string, at: number): readonly string[] {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    const instants = Array.from({ length: 160 }, (_, index) => at + (index - 80) * 12 * 3_600_000);
    // Some write no more than GMT where there is none.
    const offsets = instants.map((instant) =>
      format
        .format(instant)
        .replace(/^.*GMT/, "")
        .replace("+00:00", ""),
    );
    return offsets.filter((offset, index) => offset !== offsets[index - 1]);
  } catch {
    return ["unknown"];
  }
}

/** What an engine's own data say of the zone that a question is about; none says anything of any other question. */
function zoneOf(ask: Asked, values: readonly unknown[], scene: Scene) {
  const zone = ask === "isTimeZone" ? values[0] : values.map((value) => scene.zones.get(value)).find(Boolean);
  const now = ask === "isTimeZone" ? noon : values.findLast((value) => typeof value === "number");
  if (typeof zone !== "string" || typeof now !== "number") return undefined;
  return { zone, now, offsets: offsetsAround(zone, now) };
}

/** JSON that keeps what JSON has no word for, in the order in which it was made. */
function written(value: unknown, names: ReadonlyMap<unknown, string>): string {
  const plain = (_: string, each: unknown): unknown => {
    const name = names.get(each);
    if (name !== undefined) return { policy: name };
    if (each instanceof Map || each instanceof Set) return { [each.constructor.name]: Array.from(each) };
    if (typeof each === "function") return { function: true };
    const isOwn = each === undefined || typeof each === "bigint" || Object.is(each, -0);
    return isOwn || (typeof each === "number" && !Number.isFinite(each))
      ? { [typeof each]: Object.is(each, -0) ? "-0" : String(each) }
      : each;
  };
  // In ASCII, so that nothing on the way from an engine can change it.
  return JSON.stringify(value, plain).replace(
    /[^ -~]|[<>&]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Asks everything, a line each, the same ones on every engine: a function, what it was given, what it answered and what is said
 * of that; and after a tab, what the engine's own data say of the zone that it is about, if it is about one.
 */
export function* decisionLines(material: Material): Generator<string, void, undefined> {
  const draw = draws(seed);
  const scene = sceneOf(material, draw);
  for (let at = 0; at < decisions; at += 1) {
    const ask = round[at % round.length] ?? "resolveSession";
    const values = given(ask, draw, scene);
    const question = written(values, scene.names);
    const answer = answerOf(ask, values);
    const told = written({ ask, answer, said: saidOf(answer) }, scene.names);
    const zone = zoneOf(ask, values, scene);
    yield `{"given":${question},${told.slice(1)}${zone === undefined ? "" : `\t${written(zone, scene.names)}`}`;
  }
}
