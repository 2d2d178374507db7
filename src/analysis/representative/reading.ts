import type { KeyFacts } from "../../policy/rule/key-facts.ts";
import type { KeyReading } from "./keys.ts";

/** What one policy reads in a key that a request cannot tell otherwise. */
interface Read {
  readonly doubt?: KeyFacts["doubt"] | undefined;
  readonly chatType?: string | undefined;
  readonly channel?: string | undefined;
}

/** What two policies read in a key. */
export function readBoth(...readings: readonly [Read, Read]): KeyReading {
  const said = readings.flatMap(({ doubt = "", chatType = "", channel = "" }) => [doubt, chatType, channel]);
  const doubtful = readings.every(({ doubt }) => doubt !== undefined);
  return {
    text: JSON.stringify(said),
    says: doubtful ? "doubtful" : said.every((text) => text === "") ? "nothing" : "something",
  };
}
