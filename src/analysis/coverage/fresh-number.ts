/** The first number, as text, that is not taken: where ids are numbers, nobody else could be put on a list. */
export function freshNumber(isTaken: (text: string) => boolean): string {
  for (let number = 1; ; number += 1) if (!isTaken(String(number))) return String(number);
}
