import type { KeyFacts } from "../../policy/rule/key-facts.ts";
import type { KeyReading } from "./keys.ts";

/** What one policy reads in a key that a request cannot tell otherwise. */
interface Read {
  readonly doubt?: KeyFacts["doubt"] | undefined;
  readonly chatType?: string | undefined;
  readonly channel?: string | undefined;
}

// The length tells where a channel ends, whatever stands in it.
function textOf({ doubt, chatType = "", channel = "" }: Read): string {
  return `${doubt ?? ""} ${chatType} ${channel.length} ${channel}`;
}

function saysNothing({ doubt, chatType = "", channel = "" }: Read): boolean {
  return doubt === undefined && chatType === "" && channel === "";
}

/** Reads keys as two policies do; a second that reads them as the first does is left out. */
export function readerOfBoth(
  one: (key: string) => Read,
  other?: (key: string) => Read,
): (key: string) => KeyReading {
  return (key) => {
    const readings = other === undefined ? [one(key)] : [one(key), other(key)];
    const doubtful = readings.every(({ doubt }) => doubt !== undefined);
    return {
      text: readings.map(textOf).join(" "),
      says: doubtful ? "doubtful" : readings.every(saysNothing) ? "nothing" : "something",
    };
  };
}
